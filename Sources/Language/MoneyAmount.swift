public import Values

/// An amount of money in the unit in which people say it: 52,118,000 triệu đồng are 52.118 tỷ đồng.
public struct MoneyAmount: Sendable, Hashable {
  /// As printed; where it was rounded it is another number than the one it came from, with its own line in the ledger.
  public let value: ExactDecimal
  /// `dong`, `million-dong` or `billion-dong`.
  public let unit: UnitOfMeasure
  public let isRounded: Bool

  /// Chooses tỷ, triệu or đồng, the largest of which the amount holds at least one.
  ///
  /// Four digits are kept, and every digit before the decimal separator: 1,25 tỷ; 123,5 tỷ; 52.118 tỷ. Đồng has no
  /// decimals. Nil when the unit is not one of money.
  ///
  /// - Throws: `.overflow` when the amount in đồng needs more than 127 bits.
  public init?(_ amount: Rational, in unit: UnitOfMeasure) throws(ArithmeticFailure) {
    let money = UnitOfMeasure.money
    guard let dong = money["dong"], let million = money["million-dong"], let billion = money["billion-dong"],
      unit.dimension == dong.dimension
    else { return nil }
    let inDong = try amount.multiplied(by: unit.factor)
    let millions = try inDong.divided(by: million.factor)
    let billions = try inDong.divided(by: billion.factor)
    // 999,99 triệu would round to 1.000 triệu: it is said 1 tỷ.
    if try Self.shortened(millions).magnitude >= ExactDecimal(1000) {
      let value = try Self.shortened(billions)
      self.init(value: value, unit: billion, isRounded: Rational(value) != billions)
    } else if millions.magnitude >= .one {
      let value = try Self.shortened(millions)
      self.init(value: value, unit: million, isRounded: Rational(value) != millions)
    } else {
      let value = try inDong.rounded(to: 0)
      self.init(value: value, unit: dong, isRounded: Rational(value) != inDong)
    }
  }

  private init(value: ExactDecimal, unit: UnitOfMeasure, isRounded: Bool) {
    self.value = value
    self.unit = unit
    self.isRounded = isRounded
  }

  private static func shortened(_ exact: Rational) throws(ArithmeticFailure) -> ExactDecimal {
    let size = exact.magnitude
    let decimals = size >= Rational(1000) ? 0 : size >= Rational(100) ? 1 : 2
    let rounded = try exact.rounded(to: decimals)
    // 1,50 tỷ is said 1,5 tỷ.
    return Rational(rounded).decimal ?? rounded
  }
}

extension NumberForm {
  /// `52.118 tỷ đồng`, `52,118 billion đồng`.
  public func money(_ amount: MoneyAmount) -> String {
    withUnit(string(amount.value), Messages.money[amount.unit.code] ?? LocalizedText(amount.unit.code))
  }
}
