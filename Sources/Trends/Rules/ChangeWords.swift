public import Values

/// From which size on a change is called slight or strong, in multiples of the series' own yearly variation: the root mean
/// square of its earlier changes from year to year.
public struct ChangeWords: Sendable, Hashable {
  public enum Strength: Sendable, Hashable {
    case steady, slight, plain, strong
  }

  /// Below it, the series is steady.
  public let slight: ExactDecimal
  /// From here on, no longer slight and not yet strong.
  public let plain: ExactDecimal
  public let strong: ExactDecimal

  /// - Returns: nil unless all are positive and in order.
  public init?(slight: ExactDecimal, plain: ExactDecimal, strong: ExactDecimal) {
    guard slight > ExactDecimal(0), slight <= plain, plain <= strong else { return nil }
    self.slight = slight
    self.plain = plain
    self.strong = strong
  }

  /// Exact: squares are compared. Nil where nothing ever changed, or on overflow.
  func strength(of change: Rational, usual: [Rational]) -> Strength? {
    do {
      var sum = Rational.zero
      for step in usual { sum = try sum.adding(step.multiplied(by: step)) }
      guard !sum.isZero else { return nil }
      let square = try change.multiplied(by: change).multiplied(by: Rational(usual.count))
      func reaches(_ limit: ExactDecimal) throws(ArithmeticFailure) -> Bool {
        try square >= Rational(limit).multiplied(by: Rational(limit)).multiplied(by: sum)
      }
      if try reaches(strong) { return .strong }
      if try reaches(plain) { return .plain }
      return try reaches(slight) ? .slight : .steady
    } catch {
      return nil
    }
  }
}
