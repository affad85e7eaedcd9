/// A decimal number held exactly: `coefficient × 10^-scale`.
///
/// The scale is the number of digits after the point and is kept: `2.50` prints as `2.50`. Comparison is by value, so
/// `2.50 == 2.5`. The coefficient is a 128-bit integer, enough for amounts of 10^18 with eighteen decimals.
public struct ExactDecimal: Sendable {
  public let coefficient: Int128
  /// Digits after the point, 0 to `ExactDecimal.largestScale`.
  public let scale: Int

  public static let largestScale = 30
  public static let zero = ExactDecimal(0)

  public init(_ integer: Int) {
    coefficient = Int128(integer)
    scale = 0
  }

  /// - Parameters:
  ///   - coefficient: any but `Int128.min`, which has no opposite.
  ///   - scale: clamped to 0…`largestScale`.
  public init(coefficient: Int128, scale: Int) {
    precondition(coefficient != .min, "no decimal has 128 bits")
    self.coefficient = coefficient
    self.scale = min(max(scale, 0), Self.largestScale)
  }

  /// Reads the canonical form: an optional sign, digits, and an optional point with digits. Nothing else: no
  /// exponent, no grouping, no spaces.
  public init?(_ text: some StringProtocol) {
    var magnitude: Int128 = 0
    var scale = 0
    var digits = 0
    var afterPoint = false
    var negative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: negative = true
      case UInt8(ascii: "+") where index == 0: break
      case UInt8(ascii: ".") where !afterPoint && digits > 0: afterPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (product, overflowed) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, carried) = product.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
        if overflowed || carried { return nil }
        magnitude = sum
        digits += 1
        if afterPoint { scale += 1 }
      default: return nil
      }
    }
    guard digits > 0, !(afterPoint && scale == 0), scale <= Self.largestScale else { return nil }
    self.init(coefficient: negative ? -magnitude : magnitude, scale: scale)
  }

  public var isZero: Bool { coefficient == 0 }
  public var isNegative: Bool { coefficient < 0 }
  public var magnitude: ExactDecimal {
    ExactDecimal(coefficient: coefficient < 0 ? -coefficient : coefficient, scale: scale)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The canonical form, the one written to CSV and JSON: a point, no grouping, exactly `scale` decimals.
  public var description: String {
    let digits = UInt64(exactly: coefficient.magnitude).map { String($0) } ?? String(coefficient.magnitude)
    if scale == 0, coefficient >= 0 { return digits }
    var text: [UInt8] = coefficient < 0 ? [UInt8(ascii: "-")] : []
    text.reserveCapacity(digits.utf8.count + scale + 3)
    let whole = digits.utf8.count - scale
    // At least one digit before the point.
    if whole < 1 { text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 1 - whole)) }
    text.append(contentsOf: digits.utf8)
    if scale > 0 { text.insert(UInt8(ascii: "."), at: text.count - scale) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The nearest binary number, for charts, statistics and cells; never for a published figure.
  ///
  /// A quotient of two numbers that binary holds exactly is rounded once, so that short decimals need no text.
  public var approximation: Double {
    guard coefficient.magnitude <= 1 << 53, scale < Self.exactPowers.count else { return Double(description) ?? .nan }
    return Double(Int64(coefficient)) / Self.exactPowers[scale]
  }

  /// 10^0 to 10^22: the powers of ten that a binary number holds exactly.
  private static let exactPowers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}

extension ExactDecimal: Comparable, Hashable {
  public static func == (left: Self, right: Self) -> Bool {
    if left.scale == right.scale { return left.coefficient == right.coefficient }
    return left.reduced == right.reduced
  }
  public static func < (left: Self, right: Self) -> Bool {
    if left.scale == right.scale { return left.coefficient < right.coefficient }
    return Rational(left) < Rational(right)
  }
  public func hash(into hasher: inout Hasher) {
    let (coefficient, scale) = reduced
    hasher.combine(coefficient)
    hasher.combine(scale)
  }

  /// The same value with the fewest decimals.
  public var reduced: (coefficient: Int128, scale: Int) {
    var coefficient = coefficient
    var scale = scale
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    return (coefficient, scale)
  }
}
