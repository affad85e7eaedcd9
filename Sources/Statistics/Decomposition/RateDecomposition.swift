public import Values

/// Why a rate Σ numerator / Σ denominator changed: exactly, and whichever of both times is called the first.
///
/// P. Das Gupta, "Standardization and decomposition of rates: a user's manual", U.S. Bureau of the Census, P23-186, 1993:
/// each factor's effect is the mean over the orders in which the factors may change.
public enum RateDecomposition {
  /// One group's share of a change of the whole rate.
  public struct Group: Sendable, Hashable {
    /// Because its own rate changed.
    public let rate: Rational
    /// Because its weight in the denominator changed, against the mean rate of the whole.
    public let structure: Rational

    public func total() throws(ArithmeticFailure) -> Rational { try rate.adding(structure) }
  }

  /// A group's numerator and denominator at both times. No denominator is zero.
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

  /// What each group adds to the change of the whole rate: all of them, rate and structure, add up to it.
  ///
  /// - Throws: `.divisionByZero` for a zero denominator, of a group or of the whole; `.overflow` beyond 127 bits.
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
      let rates = (
        before: try group.numerators.before.divided(by: group.denominators.before),
        after: try group.numerators.after.divided(by: group.denominators.after)
      )
      let weights = (
        before: try group.denominators.before.divided(by: whole.2),
        after: try group.denominators.after.divided(by: whole.3)
      )
      let weight = try weights.before.adding(weights.after).multiplied(by: half)
      let rate = try rates.before.adding(rates.after).multiplied(by: half)
      result.append(
        Group(
          rate: try rates.after.subtracting(rates.before).multiplied(by: weight),
          structure: try weights.after.subtracting(weights.before).multiplied(by: rate.subtracting(middle))))
    }
    return result
  }
}
