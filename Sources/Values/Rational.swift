/// An exact quotient of two integers, in lowest terms with a positive denominator.
///
/// Every computed figure is one of these until it is printed, so that it is rounded once and changes come from
/// unrounded terms. Arithmetic throws `ArithmeticFailure` instead of wrapping.
public struct Rational: Sendable, Hashable {
  public let numerator: Int128
  public let denominator: Int128

  public static let zero = Rational(0)
  public static let one = Rational(1)
  public static let hundred = Rational(100)

  public init(_ integer: Int) {
    numerator = Int128(integer)
    denominator = 1
  }

  public init(_ decimal: ExactDecimal) {
    guard decimal.scale > 0 else {
      self.init(whole: decimal.coefficient)
      return
    }
    // A power of ten up to 10^30 fits in 128 bits, and reduction only shrinks.
    self.init(reducing: decimal.coefficient, over: Self.powerOfTen(decimal.scale))
  }

  public init(_ numerator: Int128, over denominator: Int128) throws(ArithmeticFailure) {
    guard denominator != 0 else { throw .divisionByZero }
    guard numerator != .min, denominator != .min else { throw .overflow }
    self.init(reducing: numerator, over: denominator)
  }

  private init(whole number: Int128) {
    numerator = number
    denominator = 1
  }

  private init(reducing numerator: Int128, over denominator: Int128) {
    let divisor = Int128(Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = numerator / divisor * sign
    self.denominator = denominator / divisor * sign
  }

  public var isZero: Bool { numerator == 0 }
  public var isNegative: Bool { numerator < 0 }
  public var isInteger: Bool { denominator == 1 }
  public var magnitude: Rational { Rational(reducing: numerator < 0 ? -numerator : numerator, over: denominator) }

  static func powerOfTen(_ exponent: Int) -> Int128 {
    var power: Int128 = 1
    for _ in 0..<max(0, exponent) { power *= 10 }
    return power
  }

  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    if left == 1 || right == 1 { return 1 }
    // Nearly all numbers are short, and dividing short ones is ten times as fast.
    if var a = UInt64(exactly: left), var b = UInt64(exactly: right) {
      while b != 0 { (a, b) = (b, a % b) }
      return a == 0 ? 1 : UInt128(a)
    }
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 0 ? 1 : a
  }
}

extension Rational {
  public func adding(_ other: Rational) throws(ArithmeticFailure) -> Rational {
    if denominator == other.denominator {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      if overflow { throw .overflow }
      return try Rational(sum, over: denominator)
    }
    // Dividing by the common factor first keeps the intermediate products small.
    let common = Int128(Self.greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let left = try Self.product(numerator, other.denominator / common)
    let right = try Self.product(other.numerator, denominator / common)
    let (sum, overflow) = left.addingReportingOverflow(right)
    if overflow { throw .overflow }
    return try Rational(sum, over: Self.product(denominator, other.denominator / common))
  }

  public func subtracting(_ other: Rational) throws(ArithmeticFailure) -> Rational { try adding(other.negated) }

  public func multiplied(by other: Rational) throws(ArithmeticFailure) -> Rational {
    let first = Int128(Self.greatestCommonDivisor(numerator.magnitude, other.denominator.magnitude))
    let second = Int128(Self.greatestCommonDivisor(other.numerator.magnitude, denominator.magnitude))
    let top = try Self.product(numerator / first, other.numerator / second)
    return try Rational(top, over: Self.product(denominator / second, other.denominator / first))
  }

  public func divided(by other: Rational) throws(ArithmeticFailure) -> Rational {
    guard other.numerator != 0 else { throw .divisionByZero }
    return try multiplied(by: Rational(other.denominator, over: other.numerator))
  }

  public var negated: Rational { Rational(reducing: -numerator, over: denominator) }

  private static func product(_ left: Int128, _ right: Int128) throws(ArithmeticFailure) -> Int128 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    if overflow { throw .overflow }
    return product
  }

  /// Rounds half away from zero, the rule of every published figure.
  ///
  /// - Parameter decimals: digits after the point, 0 to `ExactDecimal.largestScale`.
  /// - Throws: `.overflow` when the rounded number needs more than 127 bits.
  public func rounded(to decimals: Int) throws(ArithmeticFailure) -> ExactDecimal {
    let places = min(max(decimals, 0), ExactDecimal.largestScale)
    let divisor = denominator.magnitude
    var (digits, remainder) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    for _ in 0..<places {
      let (digit, rest) = divisor.dividingFullWidth(remainder.multipliedFullWidth(by: 10))
      let (shifted, overflow) = digits.multipliedReportingOverflow(by: 10)
      let (grown, carried) = shifted.addingReportingOverflow(digit)
      if overflow || carried { throw .overflow }
      (digits, remainder) = (grown, rest)
    }
    let up: UInt128 = remainder >= divisor - remainder ? 1 : 0
    guard digits <= Int128.max.magnitude - up else { throw .overflow }
    digits += up
    return ExactDecimal(coefficient: isNegative ? -Int128(digits) : Int128(digits), scale: places)
  }

  /// The exact decimal with the fewest digits, or nil for a number such as 1/3.
  public var decimal: ExactDecimal? {
    var rest = denominator
    var places = 0
    var twos = 0
    var fives = 0
    while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
    while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
    guard rest == 1 else { return nil }
    places = max(twos, fives)
    guard places <= ExactDecimal.largestScale else { return nil }
    return try? rounded(to: places)
  }

  /// The nearest binary number, for charts and statistics; never for a published figure.
  public var approximation: Double { Self.double(numerator) / Self.double(denominator) }

  private static func double(_ number: Int128) -> Double {
    // The conversion of long integers is generic, and slow.
    if let short = Int64(exactly: number) { return Double(short) }
    return Double(number)
  }
}

extension Rational: Comparable {
  public static func < (left: Rational, right: Rational) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let first = left.numerator.magnitude.multipliedFullWidth(by: right.denominator.magnitude)
    let second = right.numerator.magnitude.multipliedFullWidth(by: left.denominator.magnitude)
    let smaller = first.high != second.high ? first.high < second.high : first.low < second.low
    let larger = first.high != second.high ? first.high > second.high : first.low > second.low
    return left.isNegative ? larger : smaller
  }
}

extension ExactDecimal {
  /// One in the place of its last digit that says something: 100 for 19200, 0.1 for 29.7, 0.01 for 2.90.
  public var lastPlace: Rational {
    var (rest, zeros) = (coefficient, 0)
    while scale == 0, rest != 0, rest % 10 == 0 { (rest, zeros) = (rest / 10, zeros + 1) }
    guard scale == 0 else { return Rational(ExactDecimal(coefficient: 1, scale: scale)) }
    return Rational(ExactDecimal(coefficient: Rational.powerOfTen(zeros), scale: 0))
  }
}

extension Rational: CustomStringConvertible {
  /// `3`, `2.5` or `1/3`.
  public var description: String { decimal?.description ?? "\(numerator)/\(denominator)" }
}
