#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The one time at which two means describe a series best.
///
/// J. Bai and P. Perron, "Computation and analysis of multiple structural change models", Journal of Applied Econometrics
/// 18, 2003, for one break in the mean; whether two means are worth it by Schwarz's criterion (BIC), as in A. Zeileis et
/// al., "strucchange", Journal of Statistical Software 7, 2002.
public struct MeanBreak: Sendable, Hashable {
  /// The last value of the first segment, by index.
  public let last: Int
  public let meanBefore: Double
  public let meanAfter: Double
  /// Sums of squared distances from one mean and from two.
  public let squaresWithout: Double
  public let squaresWith: Double
  /// The criterion is lower with the break than without.
  public let isSupported: Bool

  /// Nil where no two segments of the minimal length fit, or all values are equal.
  ///
  /// - Parameter segment: the fewest values on either side, at least 2.
  /// - Complexity: O(n²).
  public init?(_ values: [Double], segment: Int = 3) {
    guard segment >= 2, values.count >= 2 * segment, let whole = Self.squares(values[...]) else { return nil }
    var best: (last: Int, squares: Double, before: Double, after: Double)?
    for last in (segment - 1)...(values.count - segment - 1) {
      guard let left = Self.squares(values[...last]), let right = Self.squares(values[(last + 1)...]) else {
        return nil
      }
      let squares = left.squares + right.squares
      if squares < best?.squares ?? .infinity { best = (last, squares, left.mean, right.mean) }
    }
    guard let best, whole.squares > 0 else { return nil }
    last = best.last
    meanBefore = best.before
    meanAfter = best.after
    squaresWithout = whole.squares
    squaresWith = best.squares
    let n = Double(values.count)
    // A segment has a mean, and both have a variance in common: 2 parameters without the break, 4 with it and its place.
    isSupported =
      n * log(max(best.squares, .leastNormalMagnitude) / n) + 4 * log(n) < n * log(whole.squares / n) + 2 * log(n)
  }

  private static func squares(_ values: ArraySlice<Double>) -> (squares: Double, mean: Double)? {
    guard let description = Description(Array(values)) else { return nil }
    var sum = CompensatedSum()
    for value in values { sum.add(value - description.mean, times: value - description.mean) }
    return (sum.value, description.mean)
  }
}
