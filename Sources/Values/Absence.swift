/// Why there is no number where one could stand. Zero is a number and not one of these.
public enum Absence: Sendable, Hashable {
  /// It was expected and has not been reported.
  case missing
  /// It occurred, or may have, and was not collected: printed `...`.
  case notCollected
  /// It has no meaning here: a ratio over zero, a sum that the indicator does not allow.
  case notApplicable
}
