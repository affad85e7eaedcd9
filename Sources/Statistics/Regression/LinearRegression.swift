/// A straight line by ordinary least squares, y = intercept + slope · x.
public struct LinearRegression: Sendable, Hashable {
  public let count: Int
  public let slope: Double
  public let intercept: Double
  public let slopeError: Double
  public let interceptError: Double
  /// The standard deviation of the residuals, with n − 2.
  public let residualDeviation: Double
  /// The share of the variation that the line accounts for, 0 to 1; nil where y does not vary.
  public let determination: Double?

  /// Nil for fewer than three points, or where x does not vary.
  ///
  /// Centred, with compensated sums and one step of refinement on the residuals.
  ///
  /// - Complexity: O(n).
  public init?(_ points: [(x: Double, y: Double)]) {
    guard points.count >= 3, let xs = Description(points.map(\.x)), let ys = Description(points.map(\.y)) else {
      return nil
    }
    let n = Double(points.count)
    var squares = CompensatedSum()
    var products = CompensatedSum()
    var total = CompensatedSum()
    for point in points {
      squares.add(point.x - xs.mean, times: point.x - xs.mean)
      products.add(point.x - xs.mean, times: point.y - ys.mean)
      total.add(point.y - ys.mean, times: point.y - ys.mean)
    }
    guard squares.value > 0 else { return nil }
    var slope = products.value / squares.value
    // In y = level + slope · (x − mean), what the first solution leaves is solved for again.
    var level = ys.mean
    var (levelRest, slopeRest) = (CompensatedSum(), CompensatedSum())
    for point in points {
      let rest = point.y - level - slope * (point.x - xs.mean)
      levelRest.add(rest)
      slopeRest.add(rest, times: point.x - xs.mean)
    }
    slope += slopeRest.value / squares.value
    level += levelRest.value / n
    var residuals = CompensatedSum()
    for point in points {
      let rest = point.y - level - slope * (point.x - xs.mean)
      residuals.add(rest, times: rest)
    }
    count = points.count
    self.slope = slope
    intercept = level - slope * xs.mean
    residualDeviation = (max(0, residuals.value) / (n - 2)).squareRoot()
    slopeError = residualDeviation / squares.value.squareRoot()
    interceptError = residualDeviation * (1 / n + xs.mean * xs.mean / squares.value).squareRoot()
    determination = total.value > 0 ? max(0, 1 - residuals.value / total.value) : nil
  }

  /// Where the slope lies with this probability, under independent normal residuals.
  ///
  /// - Parameter level: between 0 and 1: 0.95.
  public func slopeInterval(_ level: Double) -> ClosedRange<Double>? {
    let t = StudentDistribution.quantile(0.5 + level / 2, degrees: Double(count - 2))
    guard t.isFinite, slopeError.isFinite else { return nil }
    return (slope - t * slopeError)...(slope + t * slopeError)
  }
}
