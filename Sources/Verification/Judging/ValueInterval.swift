public import Language
public import Values

/// The values that a printed figure allows.
public struct ValueInterval: Sendable, Hashable {
  /// Nil for no end.
  public let lower: Rational?
  public let upper: Rational?
  public let includesLower: Bool
  public let includesUpper: Bool

  public init(lower: Rational?, upper: Rational?, includesLower: Bool = true, includesUpper: Bool = false) {
    self.lower = lower
    self.upper = upper
    self.includesLower = includesLower
    self.includesUpper = includesUpper
  }

  public func contains(_ value: Rational) -> Bool {
    if let lower, value < lower || (value == lower && !includesLower) { return false }
    if let upper, value > upper || (value == upper && !includesUpper) { return false }
    return true
  }
}

/// A figure as a text prints it, with what its form says about the truth.
public struct PrintedFigure: Sendable, Hashable {
  /// With the decimals that are printed; `52.000` of `52.000 tỷ đồng`.
  public let value: ExactDecimal
  /// What the number is multiplied by to be in the unit of the indicator.
  public let multiplier: Rational
  public let bound: NumberBound

  public init(value: ExactDecimal, multiplier: Rational = .one, bound: NumberBound = .exact) {
    self.value = value
    self.multiplier = multiplier
    self.bound = bound
  }

  /// In the unit of the indicator.
  public var scaled: Rational {
    get throws(ArithmeticFailure) { try Rational(value).multiplied(by: multiplier) }
  }

  /// The values that round to the figure half away from zero, or that its bound allows.
  ///
  /// `56,3` allows 56.25 and everything below 56.35. “Hơn 19.200” allows everything above 19,200; “khoảng 2.700” what
  /// rounds to its last digit that is not zero.
  public var interval: ValueInterval {
    get throws(ArithmeticFailure) {
      switch bound {
      case .exact: try around(half: Self.power(-value.scale).divided(by: Rational(2)))
      case .about: try around(half: step.divided(by: Rational(2)))
      case .moreThan: ValueInterval(lower: try scaled, upper: nil, includesLower: false)
      case .lessThan: ValueInterval(lower: nil, upper: try scaled)
      }
    }
  }

  /// The values for which an office would still print the figure: what is cut off after the last digit instead of
  /// rounded, half to even; and what lies within one step of a bound.
  var tolerated: ValueInterval {
    get throws(ArithmeticFailure) {
      let last = try Self.power(-value.scale).multiplied(by: multiplier)
      let half = try last.divided(by: Rational(2))
      let (center, isNegative) = (try scaled, value.isNegative)
      switch bound {
      case .about: return try around(half: value.lastPlace.divided(by: Rational(2)))
      case .exact:
        return ValueInterval(
          lower: try center.subtracting(isNegative ? last : half), upper: try center.adding(isNegative ? half : last),
          includesLower: !isNegative, includesUpper: isNegative)
      case .moreThan:
        return ValueInterval(
          lower: center, upper: try center.adding(value.lastPlace.multiplied(by: multiplier)), includesLower: false,
          includesUpper: true)
      case .lessThan:
        return ValueInterval(lower: try center.subtracting(step.multiplied(by: multiplier)), upper: center)
      }
    }
  }

  private func around(half: Rational) throws(ArithmeticFailure) -> ValueInterval {
    let reach = try half.multiplied(by: multiplier)
    let center = try scaled
    return ValueInterval(
      lower: try center.subtracting(reach), upper: try center.adding(reach),
      includesLower: !value.isNegative && !value.isZero, includesUpper: value.isNegative)
  }

  /// The last place that says something, at most a quarter of the value: 100 does not stand for all from 50 to 150.
  private var step: Rational {
    get throws(ArithmeticFailure) {
      guard !value.isZero else { return value.lastPlace }
      return min(value.lastPlace, try Rational(value).magnitude.divided(by: Rational(4)))
    }
  }

  static func power(_ exponent: Int) -> Rational {
    if exponent <= 0 { return Rational(ExactDecimal(coefficient: 1, scale: -exponent)) }
    var power: Int128 = 1
    for _ in 0..<min(exponent, 37) { power *= 10 }
    return Rational(ExactDecimal(coefficient: power, scale: 0))
  }
}
