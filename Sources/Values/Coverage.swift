/// How many of the cells that were expected to report did: units × organisations × finer periods.
public struct Coverage: Sendable, Hashable {
  public var reporting: Int
  public var expected: Int

  public init(reporting: Int, expected: Int) {
    self.reporting = reporting
    self.expected = expected
  }

  public static let none = Coverage(reporting: 0, expected: 0)
  public var isComplete: Bool { reporting >= expected }

  public static func + (left: Self, right: Self) -> Self {
    Coverage(reporting: left.reporting + right.reporting, expected: left.expected + right.expected)
  }
}
