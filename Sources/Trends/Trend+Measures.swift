public import Aggregation
public import Catalogue
public import Values

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Trend {
  /// Each comparable point as an index with the first at 100; empty where growth has no meaning or the first value is
  /// not positive.
  public var index: [(period: Period, value: Rational)] {
    guard indicator.isComparable, refusal == nil, !isSeasonal, let base = comparable.first?.value, !base.isZero,
      !base.isNegative
    else { return [] }
    return comparable.compactMap { point in
      guard let value = point.value, let ratio = try? value.divided(by: base),
        let index = try? ratio.multiplied(by: .hundred)
      else { return nil }
      return (point.period, index)
    }
  }

  /// The compound annual growth rate in percent, to two decimals: (last / first)^(1 / years) − 1.
  ///
  /// Nil for percentages, where growth has no meaning, unless both ends are positive, and unless whole years lie between.
  public var compoundAnnualGrowthRate: ExactDecimal? {
    guard indicator.isComparable, !indicator.unit.isPercentage, let change,
      TrendBuilder.isLike(change.from, change.to), let first = value(in: change.from), let last = value(in: change.to),
      first > .zero, last > .zero
    else { return nil }
    let years = change.to.year - change.from.year
    guard years > 0 else { return nil }
    let rate = (pow(last.approximation / first.approximation, 1 / Double(years)) - 1) * 10_000
    guard rate.isFinite, abs(rate) < 1e15 else { return nil }
    return ExactDecimal(coefficient: Int128(rate.rounded(.toNearestOrAwayFromZero)), scale: 2)
  }

  private func value(in period: Period) -> Rational? { points.first { $0.period == period }?.value }

  /// The comparable points with the highest value; several when they tie at the printed precision.
  public var highest: [Observation] { extremes { $0 > $1 } }

  /// The comparable points with the lowest value.
  public var lowest: [Observation] { extremes { $0 < $1 } }

  /// None where points may not be compared: a best year is a comparison.
  private func extremes(_ isBetter: (ExactDecimal, ExactDecimal) -> Bool) -> [Observation] {
    guard refusal == nil else { return [] }
    var best: [Observation] = []
    var record: ExactDecimal?
    for point in comparable where !lacksCells(point) {
      guard let value = point.printed(indicator) else { continue }
      if let known = record, !isBetter(value, known) {
        if value == known { best.append(point) }
        continue
      }
      record = value
      best = [point]
    }
    return best
  }
}

extension Observation {
  /// The value as it is printed, rounded once to the indicator's decimals; nil when there is none.
  public func printed(_ indicator: Indicator) -> ExactDecimal? {
    guard let value else { return nil }
    return try? value.rounded(to: indicator.decimals)
  }
}
