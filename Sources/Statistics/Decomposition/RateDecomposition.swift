public import Values

/// Why a rate Σ numerator / Σ denominator changed: exactly, and whichever of both times is called the first.
///
/// P. Das Gupta, "Standardization and decomposition of rates: a user's manual", U.S. Bureau of the Census, P23-186, 1993:
/// each factor's effect is the mean over the orders in which the factors may change.
public enum RateDecomposition {
  /// What one group adds to a change of the whole rate.
  public struct Group: Sendable, Hashable {
    /// Its rate times its weight now, less the same before, less the mean rate of the whole times the change of its
    /// weight.
    public let amount: Rational
    /// Because its own rate changed. Nil where it has no rate, or where the fraction needs more than 127 bits.
    public let rate: Rational?
    /// Because its weight in the denominator changed, against the mean rate of the whole. With `rate` it adds up to
    /// `amount`.
    public let structure: Rational?
  }

  /// A group's numerator and denominator at both times.
  public struct Terms: Sendable, Hashable {
    public let numerators: (before: Rational, after: Rational)
    public let denominators: (before: Rational, after: Rational)

    public init(
      numerators: (before: Rational, after: Rational), denominators: (before: Rational, after: Rational)
    ) {
      self.numerators = numerators
      self.denominators = denominators
    }

    public static func == (left: Self, right: Self) -> Bool {
      left.numerators == right.numerators && left.denominators == right.denominators
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(numerators.before)
      hasher.combine(numerators.after)
      hasher.combine(denominators.before)
      hasher.combine(denominators.after)
    }
  }

  /// How much of the change of `numerator / denominator` is due to each of both: they add up to it.
  ///
  /// - Throws: `.divisionByZero` for a zero denominator, `.overflow` beyond 127 bits.
  public static func terms(_ terms: Terms) throws(ArithmeticFailure) -> (numerator: Rational, denominator: Rational) {
    let inverses = (
      before: try Rational.one.divided(by: terms.denominators.before),
      after: try Rational.one.divided(by: terms.denominators.after)
    )
    let half = try Rational(1, over: 2)
    let numerator = try terms.numerators.after.subtracting(terms.numerators.before)
      .multiplied(by: inverses.before.adding(inverses.after)).multiplied(by: half)
    let denominator = try inverses.after.subtracting(inverses.before)
      .multiplied(by: terms.numerators.before.adding(terms.numerators.after)).multiplied(by: half)
    return (numerator, denominator)
  }

  /// What each group adds to the change of the whole rate: their amounts add up to it.
  ///
  /// A group that is in the denominator at one time only has the same rate at both, so that all of its amount is
  /// structure. One with a numerator and no denominator has an amount and no rate.
  ///
  /// - Throws: `.divisionByZero` for a zero denominator of the whole; `.overflow` beyond 127 bits.
  /// - Complexity: O(groups).
  public static func groups(_ groups: [Terms]) throws(ArithmeticFailure) -> [Group] {
    var whole = (Rational.zero, Rational.zero, Rational.zero, Rational.zero)
    for group in groups {
      whole.0 = try whole.0.adding(group.numerators.before)
      whole.1 = try whole.1.adding(group.numerators.after)
      whole.2 = try whole.2.adding(group.denominators.before)
      whole.3 = try whole.3.adding(group.denominators.after)
    }
    let half = try Rational(1, over: 2)
    let middle = try whole.0.divided(by: whole.2).adding(whole.1.divided(by: whole.3)).multiplied(by: half)
    var result: [Group] = []
    for group in groups {
      let weights = (
        before: try group.denominators.before.divided(by: whole.2),
        after: try group.denominators.after.divided(by: whole.3)
      )
      // Written without the group's own rates, whose denominators would add up to ever larger fractions.
      let amount = try group.numerators.after.divided(by: whole.3)
        .subtracting(group.numerators.before.divided(by: whole.2))
        .subtracting(weights.after.subtracting(weights.before).multiplied(by: middle))
      let rate = try? rateEffect(of: group, weight: weights.before.adding(weights.after).multiplied(by: half))
      result.append(Group(amount: amount, rate: rate, structure: rate.flatMap { try? amount.subtracting($0) }))
    }
    return result
  }

  /// - Throws: `.divisionByZero` where a numerator has no denominator.
  private static func rateEffect(of group: Terms, weight: Rational) throws(ArithmeticFailure) -> Rational {
    let before = try rate(group.numerators.before, group.denominators.before)
    let after = try rate(group.numerators.after, group.denominators.after)
    guard let before, let after else { return .zero }
    return try after.subtracting(before).multiplied(by: weight)
  }

  /// Nil where there is nothing.
  private static func rate(_ numerator: Rational, _ denominator: Rational) throws(ArithmeticFailure) -> Rational? {
    numerator.isZero && denominator.isZero ? nil : try numerator.divided(by: denominator)
  }
}
