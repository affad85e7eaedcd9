public import Language

/// What comes out of the comparison of a published figure with the data.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  case confirmed
  /// It agrees with data that are illustrative: that confirms nothing.
  case consistentIllustrative = "consistent-illustrative"
  case contradicted
  /// Right only as a truncation, or as a bound far from the value.
  case imprecise
  /// The number is right, what it is said to count is not.
  case wrongUnit = "wrong-unit"
  /// The figure itself is hard to believe; stands beside another verdict.
  case implausible
  case notComputable = "not-computable"
  /// It is not certain which figure of the data it is.
  case unknown

  public var name: LocalizedText { Messages.verdict(rawValue) }
}
