import Aggregation
import Catalogue
import Values

/// What the rules look at: a trend year by year, up to its last comparable point.
struct LikePoints {
  /// Years, or the same part of each year, in order; those without a value, too.
  let points: [Observation]
  /// The values as they are printed: a reader can check what is said of them. Nil where a point does not stand for all of
  /// its period: without a value, of a part of it, or with cells that did not report.
  let printed: [ExactDecimal?]

  init(_ trend: Trend) {
    guard trend.indicator.isComparable, let last = trend.comparable.last else {
      (points, printed) = ([], [])
      return
    }
    points = trend.points.filter { TrendBuilder.isLike($0.period, last.period) && $0.period <= last.period }
    printed = points.map { point in
      let isWhole = !trend.partial.contains(point.period) && point.coverage?.isComplete ?? true
      return isWhole ? point.printed(trend.indicator) : nil
    }
  }

  /// The printed change from the point before to this one; nil unless both stand for all of their period, one year lies
  /// between them and the series does not break.
  func step(to index: Int) -> Rational? {
    guard points.indices.contains(index), index > 0, let new = printed[index], let old = printed[index - 1],
      !points[index].flags.contains(.breakInSeries), let later = PeriodSlot(code: points[index].period.code),
      let earlier = PeriodSlot(code: points[index - 1].period.code), later.year == earlier.year + 1
    else { return nil }
    return try? Rational(new).subtracting(Rational(old))
  }

  /// 1, -1 or 0; nil where there is no step.
  func sign(to index: Int) -> Int? {
    step(to: index).map { $0.isZero ? 0 : $0.isNegative ? -1 : 1 }
  }

  /// How many steps of one direction end at a point, and which.
  func run(to end: Int) -> (sign: Int, length: Int)? {
    guard let sign = sign(to: end), sign != 0 else { return nil }
    var length = 1
    while self.sign(to: end - length) == sign { length += 1 }
    return (sign, length)
  }
}
