#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A method fitted to a series.
protocol ProjectionModel {
  func value(_ ahead: Int) -> Double
  /// The standard error of a projection.
  func error(_ ahead: Int) -> Double
  /// Of freedom, of the residuals behind the error.
  var degrees: Int { get }
}

/// A random walk, with or without a mean step.
///
/// R. J. Hyndman and G. Athanasopoulos, "Forecasting: principles and practice", 3rd ed., 5.2 and 5.5.
struct DriftModel: ProjectionModel {
  private let last: Double
  private let step: Double
  private let deviation: Double
  private let steps: Double
  let degrees: Int
  private let hasDrift: Bool

  init?(_ values: [Double], hasDrift: Bool) {
    guard values.count >= 3, let first = values.first, let last = values.last else { return nil }
    let differences = zip(values.dropFirst(), values).map { $0 - $1 }
    steps = Double(differences.count)
    step = hasDrift ? (last - first) / steps : 0
    degrees = differences.count - (hasDrift ? 1 : 0)
    let center = step
    deviation = (differences.reduce(0) { $0 + ($1 - center) * ($1 - center) } / Double(degrees)).squareRoot()
    self.last = last
    self.hasDrift = hasDrift
  }

  func value(_ ahead: Int) -> Double { last + Double(ahead) * step }

  func error(_ ahead: Int) -> Double {
    let h = Double(ahead)
    return deviation * (h * (hasDrift ? 1 + h / steps : 1)).squareRoot()
  }
}

/// The Theil–Sen line, with the error of a straight line of ordinary least squares about its own residuals.
struct LineModel: ProjectionModel {
  private let line: TheilSen
  private let deviation: Double
  private let count: Double
  let degrees: Int

  init?(_ values: [Double]) {
    let points = values.enumerated().map { (x: Double($0.offset), y: $0.element) }
    guard values.count >= 4, let line = TheilSen(points) else { return nil }
    self.line = line
    count = Double(values.count)
    degrees = values.count - 2
    let squares = points.reduce(0) { sum, point in
      let rest = point.y - line.intercept - line.slope * point.x
      return sum + rest * rest
    }
    deviation = (squares / Double(degrees)).squareRoot()
  }

  func value(_ ahead: Int) -> Double { line.intercept + line.slope * (count - 1 + Double(ahead)) }

  func error(_ ahead: Int) -> Double {
    let distance = (count - 1) / 2 + Double(ahead)
    let spread = count * (count * count - 1) / 12
    return deviation * (1 + 1 / count + distance * distance / spread).squareRoot()
  }
}

/// Holt's smoothing with a trend that dies away.
///
/// E. S. Gardner and E. McKenzie, "Forecasting trends in time series", Management Science 31, 1985; the variance of its
/// projections as of ETS(A,Ad,N) in R. J. Hyndman et al., "Forecasting with exponential smoothing", 2008, table 6.1.
struct DampedHoltModel: ProjectionModel {
  /// After the last value.
  let level: Double
  let trend: Double
  /// Of the one-step errors from the third value on.
  let squares: Double
  private let alpha: Double
  private let beta: Double
  private let phi: Double
  private let deviation: Double
  let degrees: Int

  /// The smoothing with the smallest squared one-step errors, found by a pattern search from the best of a coarse grid
  /// (R. Hooke and T. A. Jeeves, "Direct search solution of numerical and statistical problems", JACM 8, 1961).
  ///
  /// - Complexity: O(n), with a large constant.
  init?(_ values: [Double]) {
    guard values.count >= 4 else { return nil }
    var best = (point: Point(alpha: 0.5, share: 0.5, phi: 0.9), error: Double.infinity)
    func attempt(_ point: Point) {
      let error = Self.smooth(values, point.alpha, point.share * point.alpha, point.phi).squares
      if error < best.error { best = (point, error) }
    }
    for alpha in 0...4 {
      for share in 0...4 {
        for phi in 0...2 {
          attempt(Point(alpha: Double(alpha) / 4, share: Double(share) / 4, phi: 0.8 + Double(phi) * 0.09))
        }
      }
    }
    var (step, left) = (0.125, 200)
    while step > 0.002, left > 0 {
      let center = best
      for a in -1...1 {
        for s in -1...1 {
          for p in -1...1 { attempt(center.point.moved(by: step, (a, s, p))) }
        }
      }
      if best.error >= center.error { step /= 2 }
      left -= 1
    }
    guard best.error.isFinite else { return nil }
    self.init(values, alpha: best.point.alpha, beta: best.point.share * best.point.alpha, phi: best.point.phi)
  }

  /// The smoothing with given parameters, which starts with the first value and the step to the second.
  ///
  /// - Parameters:
  ///   - alpha: weight of the newest value in the level, between 0 and 1.
  ///   - beta: weight of the newest error in the trend, between 0 and `alpha`.
  ///   - phi: what is left of the trend after a step, between 0 and 1.
  init?(_ values: [Double], alpha: Double, beta: Double, phi: Double) {
    guard values.count >= 4 else { return nil }
    self.alpha = alpha
    self.beta = beta
    self.phi = phi
    (level, trend, squares) = Self.smooth(values, alpha, beta, phi)
    degrees = max(1, values.count - 3)
    deviation = (squares / Double(degrees)).squareRoot()
  }

  private static func smooth(
    _ values: [Double], _ alpha: Double, _ beta: Double, _ phi: Double
  ) -> (level: Double, trend: Double, squares: Double) {
    var level = values[0]
    var trend = values[1] - values[0]
    var squares = 0.0
    for value in values.dropFirst() {
      let expected = level + phi * trend
      let error = value - expected
      squares += error * error
      level = expected + alpha * error
      trend = phi * trend + beta * error
    }
    return (level, trend, squares)
  }

  func value(_ ahead: Int) -> Double {
    level + phi * (1 - pow(phi, Double(ahead))) / (1 - phi) * trend
  }

  func error(_ ahead: Int) -> Double {
    let h = Double(ahead)
    let power = pow(phi, h)
    let rest = 1 - phi
    let squared = 1 - phi * phi
    let growth = beta * phi * h / (rest * rest) * (2 * alpha * rest + beta * phi)
    let damping =
      beta * phi * (1 - power) / (rest * rest * squared) * (2 * alpha * squared + beta * phi * (1 + 2 * phi - power))
    return deviation * max(0, 1 + alpha * alpha * (h - 1) + growth - damping).squareRoot()
  }
}

/// The parameters of damped smoothing.
private struct Point {
  let alpha: Double
  /// Beta as a share of alpha.
  let share: Double
  let phi: Double

  init(alpha: Double, share: Double, phi: Double) {
    self.alpha = min(0.999, max(0.001, alpha))
    self.share = min(0.999, max(0.001, share))
    self.phi = min(0.98, max(0.8, phi))
  }

  func moved(by step: Double, _ signs: (Int, Int, Int)) -> Point {
    Point(
      alpha: alpha + Double(signs.0) * step, share: share + Double(signs.1) * step,
      phi: phi + Double(signs.2) * step / 5)
  }
}
