#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Does the level of a series shift at one time, and when?
///
/// A. N. Pettitt, "A non-parametric approach to the change-point problem", Applied Statistics 28, 1979.
public struct Pettitt: Sendable, Hashable {
  /// The last value before the shift, by index.
  public let last: Int
  /// The largest |U|.
  public let statistic: Int
  /// Approximate, and at most 1: 2 exp(−6 K² / (n³ + n²)).
  public let p: Double

  /// Nil for fewer than three values, or for one that is not finite.
  ///
  /// - Complexity: O(n²).
  public init?(_ values: [Double]) {
    guard values.count >= 3, values.allSatisfy(\.isFinite) else { return nil }
    var (score, best, place) = (0, 0, 0)
    for index in values.indices.dropLast() {
      for other in values.indices where values[index] != values[other] {
        score += values[index] > values[other] ? 1 : -1
      }
      if abs(score) > best {
        best = abs(score)
        place = index
      }
    }
    let n = Double(values.count)
    last = place
    statistic = best
    p = min(1, 2 * exp(-6 * Double(best) * Double(best) / (n * n * n + n * n)))
  }
}
