/// Median and median absolute deviation: one wrong value among five moves neither.
///
/// F. R. Hampel, "The influence curve and its role in robust estimation", JASA 69, 1974.
public struct RobustSpread: Sendable, Hashable {
  public let median: Double
  /// The median absolute deviation, scaled to the standard deviation of a normal distribution.
  public let deviation: Double

  /// - Parameter values: at least one.
  /// - Complexity: O(n log n).
  public init(_ values: [Double]) {
    let middle = Description.median(values)
    median = middle
    deviation = 1.4826 * Description.median(values.map { abs($0 - middle) })
  }
}
