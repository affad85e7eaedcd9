public import Values

/// An exact running sum of decimals of any scale.
public struct DecimalSum: Sendable, Hashable {
  private var coefficient: Int128 = 0
  private var scale = 0

  public init() {}

  public var value: ExactDecimal { ExactDecimal(coefficient: coefficient, scale: scale) }

  /// - Throws: `.overflow` when the sum needs more than 127 bits; the sum is then unchanged.
  public mutating func add(_ number: ExactDecimal) throws(ArithmeticFailure) {
    if number.scale == scale {
      coefficient = try Self.sum(coefficient, number.coefficient)
    } else if number.scale < scale {
      coefficient = try Self.sum(coefficient, Self.scaled(number.coefficient, by: scale - number.scale))
    } else {
      coefficient = try Self.sum(Self.scaled(coefficient, by: number.scale - scale), number.coefficient)
      scale = number.scale
    }
  }

  private static func sum(_ left: Int128, _ right: Int128) throws(ArithmeticFailure) -> Int128 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    if overflow || sum == .min { throw .overflow }
    return sum
  }

  private static func scaled(_ number: Int128, by digits: Int) throws(ArithmeticFailure) -> Int128 {
    var scaled = number
    for _ in 0..<digits {
      let (product, overflow) = scaled.multipliedReportingOverflow(by: 10)
      if overflow { throw .overflow }
      scaled = product
    }
    return scaled
  }
}
