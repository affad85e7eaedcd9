import Aggregation
public import Values

/// Consecutive rises or falls, of years or of the same part of each year.
public struct TrendRun: Sendable, Hashable {
  public let isRise: Bool
  /// How many changes in a row, at least 1.
  public let length: Int
  /// Where the last of them ends.
  public let end: Period
}

/// A series that went one way for at least two years and then, from one point on, the other way for at least two.
public struct TurningPoint: Sendable, Hashable {
  /// Where it turned: its lowest or highest point for those years.
  public let at: Period
  public let isLow: Bool
  /// How many changes in a row led there, and how many away from it, both at least 2.
  public let before: Int
  public let after: Int
  public let end: Period
}

extension Trend {
  /// The rises or falls in a row that end at the last comparable point.
  ///
  /// A missing year, one that is not complete, a break, or a value that prints the same ends a run.
  public var run: TrendRun? {
    let like = LikePoints(self)
    guard let last = like.points.last, let run = like.run(to: like.points.count - 1) else { return nil }
    return TrendRun(isRise: run.sign > 0, length: run.length, end: last.period)
  }

  /// Where the last run began, if another one of the opposite direction ended there.
  public var turningPoint: TurningPoint? {
    let like = LikePoints(self)
    let end = like.points.count - 1
    guard refusal == nil, let last = like.points.last, let after = like.run(to: end), after.length > 1,
      let before = like.run(to: end - after.length), before.sign == -after.sign, before.length > 1
    else { return nil }
    return TurningPoint(
      at: like.points[end - after.length].period, isLow: after.sign > 0, before: before.length, after: after.length,
      end: last.period)
  }
}
