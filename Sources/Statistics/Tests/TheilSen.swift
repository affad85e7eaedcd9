/// The median of the slopes between all pairs of points: a line that a third of wrong values does not bend.
///
/// H. Theil, "A rank-invariant method of linear and polynomial regression analysis", 1950; P. K. Sen, "Estimates of the
/// regression coefficient based on Kendall's tau", JASA 63, 1968.
public struct TheilSen: Sendable, Hashable {
  public let count: Int
  /// Change of y for one of x.
  public let slope: Double
  /// Median of y − slope · median of x (W. J. Conover, "Practical nonparametric statistics", 1980).
  public let intercept: Double
  private let slopes: [Double]
  private let deviation: Double

  /// Nil for fewer than two points of different x, or for one that is not finite.
  ///
  /// - Complexity: O(n² log n).
  public init?(_ points: [(x: Double, y: Double)]) {
    guard points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return nil }
    var slopes: [Double] = []
    for later in points.indices {
      for earlier in 0..<later where points[later].x != points[earlier].x {
        slopes.append((points[later].y - points[earlier].y) / (points[later].x - points[earlier].x))
      }
    }
    guard !slopes.isEmpty else { return nil }
    count = points.count
    slope = Description.median(slopes)
    intercept = Description.median(points.map(\.y)) - slope * Description.median(points.map(\.x))
    self.slopes = slopes.sorted()
    let ties = MannKendall.ties(points.map(\.x)) + MannKendall.ties(points.map(\.y))
    deviation = max(0, MannKendall.variance(points.count, ties)).squareRoot()
  }

  /// Where the slope lies with this probability: slopes counted off from both ends, after Sen (1968), equation 2.6.
  ///
  /// - Parameter level: between 0 and 1: 0.95.
  public func slopeInterval(_ level: Double) -> ClosedRange<Double>? {
    let z = NormalDistribution.quantile(0.5 + level / 2)
    guard z.isFinite, deviation > 0 else { return nil }
    let pairs = Double(slopes.count)
    let upper = min(Int(((pairs + z * deviation) / 2).rounded(.toNearestOrEven)), slopes.count - 1)
    let lower = max(Int(((pairs - z * deviation) / 2).rounded(.toNearestOrEven)) - 1, 0)
    guard slopes.indices.contains(lower), slopes.indices.contains(upper), lower <= upper else { return nil }
    return slopes[lower]...slopes[upper]
  }
}
