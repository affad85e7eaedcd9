/// What describes a batch of numbers.
///
/// Mean, standard deviation and autocorrelation are computed in two passes with compensated sums (T. F. Chan,
/// G. H. Golub, R. J. LeVeque, "Algorithms for computing the sample variance", The American Statistician 37, 1983).
public struct Description: Sendable, Hashable {
  public let count: Int
  public let mean: Double
  /// With n − 1; nil for fewer than two values.
  public let standardDeviation: Double?
  /// Of each value with the one before it; nil where all are equal or there are fewer than two.
  ///
  /// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.12.
  public let lagOneAutocorrelation: Double?
  public let median: Double
  /// The median of the distances from the median, not scaled.
  public let medianAbsoluteDeviation: Double
  /// Standard deviation / |mean|; nil where the mean is zero or values differ in sign, for which it says nothing.
  public let coefficientOfVariation: Double?

  /// Nil for no values, or for one that is not finite.
  ///
  /// - Complexity: O(n log n).
  public init?(_ values: [Double]) {
    guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
    count = values.count
    let (mean, rest) = Self.mean(values)
    self.mean = mean + rest
    var squares = CompensatedSum()
    var products = CompensatedSum()
    var before: Double?
    for value in values {
      let distance = (value - mean) - rest
      squares.add(distance, times: distance)
      if let before { products.add(distance, times: before) }
      before = distance
    }
    let variance = values.count > 1 ? squares.value / Double(values.count - 1) : nil
    standardDeviation = variance.map { $0.squareRoot() }
    lagOneAutocorrelation = values.count > 1 && squares.value > 0 ? products.value / squares.value : nil
    median = Self.median(values)
    let middle = median
    medianAbsoluteDeviation = Self.median(values.map { abs($0 - middle) })
    let isOneSided = values.allSatisfy { $0 >= 0 } || values.allSatisfy { $0 <= 0 }
    let size = abs(mean)
    coefficientOfVariation = isOneSided && size > 0 ? standardDeviation.map { $0 / size } : nil
  }

  /// The mean, and what its rounding to a `Double` has left out.
  private static func mean(_ values: [Double]) -> (mean: Double, rest: Double) {
    var sum = CompensatedSum()
    for value in values { sum.add(value) }
    let mean = sum.value / Double(values.count)
    var rest = CompensatedSum()
    for value in values { rest.add(value - mean) }
    return (mean, rest.value / Double(values.count))
  }

  /// The middle value, or the mean of both middle ones; 0 for none.
  ///
  /// - Complexity: O(n log n).
  public static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let half = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? sorted[half - 1] / 2 + sorted[half] / 2 : sorted[half]
  }
}
