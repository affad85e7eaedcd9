#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A sum in twice the precision of `Double`: the rounding error of each addition is carried along.
///
/// T. J. Dekker, "A floating-point technique for extending the available precision", Numerische Mathematik 18, 1971;
/// the error of an addition after D. E. Knuth, TAOCP 2, 4.2.2, theorem B.
struct CompensatedSum {
  private var high = 0.0
  private var low = 0.0

  var value: Double { high + low }

  mutating func add(_ term: Double) { add(term, 0) }

  /// Adds a product without rounding it.
  mutating func add(_ left: Double, times right: Double) {
    let product = left * right
    add(product, fma(left, right, -product))
  }

  /// Adds the square of `left − right`, the difference unrounded.
  mutating func addSquare(of left: Double, minus right: Double) {
    let (difference, error) = Self.sum(left, -right)
    add(difference, times: difference)
    add(2 * difference, times: error)
  }

  private mutating func add(_ term: Double, _ rest: Double) {
    let (sum, error) = Self.sum(high, term)
    let carried = low + rest + error
    high = sum + carried
    low = carried - (high - sum)
  }

  /// A sum and its rounding error.
  static func sum(_ left: Double, _ right: Double) -> (Double, Double) {
    let sum = left + right
    let part = sum - left
    return (sum, (left - (sum - part)) + (right - part))
  }
}
