/// Why an exact computation has no exact answer.
public enum ArithmeticFailure: Error, Sendable, Hashable {
  /// The result needs more than 127 bits.
  case overflow
  /// A denominator is zero.
  case divisionByZero
}
