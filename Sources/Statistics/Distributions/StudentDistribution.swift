#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Student's t distribution.
public enum StudentDistribution {
  /// P(|T| ≥ |t|) with `degrees` of freedom, at least 1.
  public static func twoSided(_ t: Double, degrees: Double) -> Double {
    guard t.isFinite else { return t.isNaN ? .nan : 0 }
    return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5)
  }

  /// The t with P(T ≤ t) = p, for p between 0 and 1.
  ///
  /// By bisection on the cumulative distribution, to the last digit that it gives.
  public static func quantile(_ p: Double, degrees: Double) -> Double {
    guard p > 0, p < 1, degrees >= 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
    // Both tails from the small one: 1 − p would lose its digits.
    let tail = p < 0.5 ? 2 * p : 2 * (1 - p)
    let size = quantile(tail: tail, degrees: degrees)
    return p < 0.5 ? -size : size
  }

  /// The t with P(|T| ≥ t) = `tail`.
  private static func quantile(tail: Double, degrees: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    while twoSided(high, degrees: degrees) > tail, high < 1e300 { high *= 2 }
    for _ in 0..<200 {
      let middle = low / 2 + high / 2
      if middle == low || middle == high { break }
      if twoSided(middle, degrees: degrees) > tail { low = middle } else { high = middle }
    }
    return low / 2 + high / 2
  }

  /// The regularised incomplete beta function I_x(a, b).
  ///
  /// Its continued fraction (Abramowitz and Stegun, 26.5.8) by the method of W. J. Lentz, Applied Optics 15, 1976.
  static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var result = d
    for index in 1...10_000 {
      let m = Double(index)
      for numerator in [
        m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
      ] {
        d = 1 / kept(1 + numerator * d)
        c = kept(1 + numerator / c)
        result *= d * c
      }
      if abs(d * c - 1) < 1e-16 { break }
    }
    return result
  }
}
