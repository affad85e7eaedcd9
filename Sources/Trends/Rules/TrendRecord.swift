import Aggregation
public import Values

/// The last comparable value is the highest or the lowest there is.
public struct TrendRecord: Sendable, Hashable {
  public let isHighest: Bool
  public let at: Period
  /// The first year that it is compared with.
  public let since: Period
  /// Earlier years that print the same value; empty when it stands alone.
  public let ties: [Period]
  /// Not all years since then have a value for all of their period.
  public let hasGaps: Bool
}

extension Trend {
  /// Nil when fewer than three years may be compared, when all print the same, and when the last year is not complete: what
  /// is lacking there might make it one, or undo it.
  public var record: TrendRecord? {
    let like = LikePoints(self)
    let known = zip(like.points, like.printed).compactMap { point, value in value.map { (point.period, $0) } }
    guard refusal == nil, known.count > 2, let last = known.last, let first = known.first,
      last.0 == like.points.last?.period
    else { return nil }
    let earlier = known.dropLast()
    let isHighest = earlier.allSatisfy { $0.1 <= last.1 }
    guard isHighest || earlier.allSatisfy({ $0.1 >= last.1 }), earlier.contains(where: { $0.1 != last.1 }) else {
      return nil
    }
    let considered = zip(like.points, like.printed).drop { $0.0.period < first.0 }
    return TrendRecord(
      isHighest: isHighest, at: last.0, since: first.0, ties: earlier.filter { $0.1 == last.1 }.map(\.0),
      hasGaps: considered.contains { $0.1 == nil })
  }
}
