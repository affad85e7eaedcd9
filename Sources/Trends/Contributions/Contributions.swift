public import Aggregation
public import Catalogue
import Statistics
public import Values

/// What each part of a whole adds to a change of the whole. The amounts add up to the change exactly.
///
/// For what is summed, an amount is the difference of the part's own values. For a rate it is the part's share in the
/// symmetric decomposition (`RateDecomposition`), in points where the rate is in percent.
public struct Contributions: Sendable {
  public struct Part: Sendable {
    public let selection: Selection
    public let before: Observation
    public let after: Observation
    /// In the unit of the change.
    public let amount: Rational
    /// Of a rate: because the part's own rate changed, and because its weight in the denominator did. Both add up to
    /// `amount`. Nil for a sum, and where the part has no rate of its own.
    public let rate: Rational?
    public let structure: Rational?

    /// Whether it has a value at both times; otherwise it joined the whole, left it, or did not report.
    public var isInBoth: Bool { before.value != nil && after.value != nil }
  }

  public let indicator: Indicator
  /// The dimension whose members are the parts.
  public let dimension: String
  /// The whole at both times.
  public let before: Observation
  public let after: Observation
  public let change: TrendChange
  /// In the order of the dimension's file.
  public let parts: [Part]
  /// The change of a rate, because the parts' own rates changed and because their weights did; both add up to it. Nil
  /// for a sum, and where a part has no rate of its own.
  ///
  /// The parts' rates are added up rounded to `splitDecimals`: as fractions they would have no common denominator that
  /// fits.
  public let split: (rate: Rational, structure: Rational)?

  public static let splitDecimals = 12

  public var isIllustrative: Bool {
    before.isIllustrative || after.isIllustrative || parts.contains { $0.isIllustrative }
  }

  /// A part's amount in percent of the change; negative where it goes against it. Nil where nothing changed.
  public func share(of part: Part) -> Rational? {
    guard !change.absolute.isZero else { return nil }
    return try? part.amount.divided(by: change.absolute).multiplied(by: .hundred)
  }

  /// The parts, from the one that adds most in the direction of the change to the one that goes most against it; parts
  /// that add the same keep their order. Upwards where nothing changed.
  public var ordered: [Part] {
    let falls = change.absolute.isNegative
    return parts.enumerated().sorted { left, right in
      let (one, other) = (left.element.amount, right.element.amount)
      if one == other { return left.offset < right.offset }
      return falls ? one < other : one > other
    }.map(\.element)
  }
}

extension Contributions.Part {
  public var isIllustrative: Bool { before.isIllustrative || after.isIllustrative }
}

/// A change of a rate by its terms: with both written as one fraction, how much goes with the change of the numerator and
/// how much with that of the denominator. Both add up to the change exactly.
public struct RateSplit: Sendable {
  public let before: Observation
  public let after: Observation
  public let change: TrendChange
  public let numerator: Rational
  public let denominator: Rational
}
