public import Aggregation
import Catalogue
import Findings
public import Values

/// How the last comparable point differs from the one of the year before.
public struct LatestChange: Sendable {
  public let before: Observation
  public let after: Observation
  public let change: TrendChange
  /// As printed, so that two figures that print the same did not change.
  public let printed: Rational
  /// The changes from year to year before that, as printed.
  public let earlier: [Rational]
  /// In percent of the year before; nil for percentages, and for a base so small that a percentage says nothing.
  public let relative: Rational?

  /// Of things that are counted.
  public static let smallestBase = 30
  /// Fewer earlier changes do not tell what is usual.
  public static let fewestChanges = 4

  /// How large the change is against what is usual for the series; nil where that is not known.
  public func strength(_ words: ChangeWords) -> ChangeWords.Strength? {
    guard earlier.count >= Self.fewestChanges else { return nil }
    return words.strength(of: printed, usual: earlier)
  }
}

extension Trend {
  /// Nil unless both years have a value for all of their period, without a break between them.
  public var latestChange: LatestChange? {
    let like = LikePoints(self)
    let end = like.points.count - 1
    guard refusal == nil, let step = like.step(to: end),
      let change = try? TrendBuilder.change(from: like.points[end - 1], to: like.points[end], of: indicator)
    else { return nil }
    var relative = change.relative
    if indicator.decimals == 0, let base = like.printed[end - 1], base < ExactDecimal(LatestChange.smallestBase) {
      relative = nil
    }
    return LatestChange(
      before: like.points[end - 1], after: like.points[end], change: change, printed: step,
      earlier: (1..<max(1, end)).compactMap { like.step(to: $0) }, relative: relative)
  }
}
