public import Aggregation
public import Catalogue
public import Values

/// A value of an indicator that is not the same in two vintages.
public struct RevisedValue: Sendable {
  public let indicator: Indicator
  /// Nil where the vintage has no such period or does not know the indicator.
  public let old: Observation?
  public let new: Observation?

  /// The newer one of both.
  public var subject: Observation? { new ?? old }

  /// New minus old, exact, in the indicator's unit: percentage points for a percentage.
  public var revision: Rational? {
    guard let new = new?.value, let old = old?.value else { return nil }
    return try? new.subtracting(old)
  }

  /// Whether the number itself differs, and not its status or its coverage alone.
  public var isOfValue: Bool { old?.value != new?.value }
}

/// How far an indicator was revised over its periods, for the whole.
public struct RevisionSummary: Sendable {
  public let indicator: Indicator
  /// Values that differ: over all periods, units and members.
  public let revised: Int
  /// Periods with a value for the whole in both vintages.
  public let periods: Int
  /// The mean of new − old over these periods, exact; nil where there is none. Its sign says whether first figures tend
  /// to be too low (+) or too high (−).
  ///
  /// Source: R. McKenzie and M. Gamba, "Interpreting the results of revision analyses: recommended summary statistics",
  /// OECD, 2008.
  public let mean: Rational?
  /// The mean of |new − old| over these periods, exact (ibid.).
  public let meanAbsolute: Rational?
}
