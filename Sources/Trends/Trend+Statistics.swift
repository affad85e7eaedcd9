import Aggregation
public import Statistics
public import Values

/// What statistics say of the comparable points of a trend.
///
/// Times are counted in periods of the trend, so that a slope is a change a year, or a quarter; periods without a value are
/// left out and keep their distance.
public struct SeriesStatistics: Sendable {
  /// Points that were used.
  public let count: Int
  /// Periods of the trend, with a value or without.
  public let periods: Int
  public let description: Description
  /// The Theil–Sen line; its x is the number of the period, from 0.
  public let line: TheilSen
  /// The straight line of least squares; nil where it has no meaning.
  public let leastSquares: LinearRegression?
  public let trend: MannKendall
  /// Allowing for autocorrelation.
  public let corrected: MannKendall?
  /// A shift of the level; nil below `fewestForShifts` points.
  public let shift: (test: Pettitt, last: Period)?
  /// Two means instead of one; nil below `fewestForShifts` points.
  public let twoMeans: (test: MeanBreak, last: Period)?
  /// Points far from the Theil–Sen line: more than 3.5 robust standard deviations.
  ///
  /// B. Iglewicz and D. Hoaglin, "How to detect and handle outliers", ASQC 1993.
  public let outliers: [Period]

  /// Whether values may be averaged: a mean of rates, or of published scores, has no meaning.
  public let hasMeans: Bool

  /// Below this many points nothing is assessed: no test could find anything.
  public static let fewest = 5
  public static let fewestForShifts = 8
  /// Of intervals.
  public static let level = 0.95
}

extension Trend {
  /// Nil where points may not be compared, or where there are fewer than `SeriesStatistics.fewest` of them.
  ///
  /// - Complexity: O(n²) in the points.
  public var statistics: SeriesStatistics? {
    guard refusal == nil, indicator.isComparable else { return nil }
    let used = points.enumerated().filter { item in
      item.element.value != nil && comparable.contains { $0.period == item.element.period }
    }
    let series = used.map { (x: Double($0.offset), y: $0.element.value?.approximation ?? .nan) }
    let values = series.map(\.y)
    guard used.count >= SeriesStatistics.fewest, let description = Description(values), let line = TheilSen(series),
      let trend = MannKendall(values)
    else { return nil }
    let hasShifts = used.count >= SeriesStatistics.fewestForShifts
    func period(_ index: Int) -> Period { used[index].element.period }
    return SeriesStatistics(
      count: used.count, periods: points.count, description: description, line: line,
      leastSquares: LinearRegression(series), trend: trend, corrected: MannKendall(autocorrelated: values),
      shift: hasShifts ? Pettitt(values).map { ($0, period($0.last)) } : nil,
      twoMeans: hasShifts ? MeanBreak(values).map { ($0, period($0.last)) } : nil,
      outliers: Self.outliers(series, line).map(period), hasMeans: hasMeans)
  }

  private var hasMeans: Bool {
    guard case .measure = indicator.definition, !indicator.unit.isPercentage else { return false }
    return indicator.unit.code != "score"
  }

  private static func outliers(_ series: [(x: Double, y: Double)], _ line: TheilSen) -> [Int] {
    let distances = series.map { $0.y - line.intercept - line.slope * $0.x }
    let spread = RobustSpread(distances)
    guard spread.deviation > 0 else { return [] }
    return distances.indices.filter { abs(distances[$0] - spread.median) > 3.5 * spread.deviation }
  }
}
