import Aggregation
public import Values

/// What a series lacks between its first and its last value.
public struct TrendGaps: Sendable, Hashable {
  /// Without a value, whatever the reason.
  public let missing: [Period]
  /// From which on it is not compared with what went before.
  public let breaks: [Period]

  public var isEmpty: Bool { missing.isEmpty && breaks.isEmpty }
}

extension Trend {
  /// A year after the last value counts as missing, too.
  public var gaps: TrendGaps {
    let known = points.drop { $0.value == nil }
    return TrendGaps(
      missing: known.filter { $0.value == nil }.map(\.period),
      breaks: known.dropFirst().filter { $0.flags.contains(.breakInSeries) }.map(\.period))
  }
}
