import TestSupport
import Testing
import Values

@Suite struct RationalTests {
  /// Numbers of all sizes, small ones often.
  private static func integer(_ generator: inout SeededGenerator) -> Int128 {
    let bits = Int.random(in: 0...126, using: &generator)
    let magnitude = UInt128.random(in: 0...(UInt128(1) << UInt128(bits)), using: &generator)
    return generator.oneIn(2) ? -Int128(magnitude) : Int128(magnitude)
  }

  private static func rational(_ generator: inout SeededGenerator) throws -> Rational {
    let denominator = integer(&generator)
    return try Rational(integer(&generator), over: denominator == 0 ? 1 : denominator)
  }

  /// numerator / denominator of `result` against n / d, without dividing.
  private static func isEqual(_ result: Rational, _ numerator: BigInteger, over denominator: BigInteger) -> Bool {
    BigInteger(result.numerator) * denominator == numerator * BigInteger(result.denominator)
  }

  @Test(arguments: 0..<20) func arithmeticAgreesWithBigIntegers(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var exact = 0
    for _ in 0..<100 {
      let left = try Self.rational(&generator)
      let right = try Self.rational(&generator)
      let (a, b) = (BigInteger(left.numerator), BigInteger(left.denominator))
      let (c, d) = (BigInteger(right.numerator), BigInteger(right.denominator))
      for (result, numerator, denominator) in [
        (try? left.adding(right), a * d + c * b, b * d), (try? left.subtracting(right), a * d - c * b, b * d),
        (try? left.multiplied(by: right), a * c, b * d), (try? left.divided(by: right), a * d, b * c),
      ] {
        guard let result else { continue }
        exact += 1
        #expect(Self.isEqual(result, numerator, over: denominator))
        #expect(result.denominator > 0)
      }
      #expect((left < right) == (a * d < c * b))
      #expect((left == right) == (a * d == c * b))
    }
    // Some results do not fit; most of the small ones must.
    #expect(exact > 50)
  }

  @Test(arguments: 0..<20) func roundingIsNearestAndAwayFromZeroOnTies(seed: Int) throws {
    var generator = SeededGenerator(seed: 100 + seed)
    for _ in 0..<100 {
      let value = try Self.rational(&generator)
      let places = Int.random(in: 0...12, using: &generator)
      guard let rounded = try? value.rounded(to: places) else { continue }
      #expect(rounded.scale == places)
      // |value − rounded| ≤ half a unit of the last place: 2 |n 10^s − c d| ≤ d, and equal only away from zero.
      let exact = BigInteger(value.numerator) * .powerOfTen(places)
      let printed = BigInteger(rounded.coefficient) * BigInteger(value.denominator)
      let error = (exact - printed).magnitude * BigInteger(2)
      #expect(!(BigInteger(value.denominator) < error))
      if error == BigInteger(value.denominator) { #expect(exact.magnitude < printed.magnitude) }
    }
  }

  @Test(arguments: [
    (1, 2, 0, "1"), (-1, 2, 0, "-1"), (3, 2, 0, "2"), (5, 2, 0, "3"), (-5, 2, 0, "-3"), (49, 100, 0, "0"),
    (-49, 100, 0, "0"), (1, 3, 2, "0.33"), (2, 3, 2, "0.67"), (-2, 3, 2, "-0.67"), (1005, 1000, 2, "1.01"),
    (1004, 1000, 2, "1.00"), (2865, 1000, 2, "2.87"), (-2865, 1000, 2, "-2.87"), (999, 1000, 2, "1.00"),
    (5922, 100, 2, "59.22"), (563, 10, 2, "56.30"), (0, 7, 2, "0.00"), (1, 1000, 2, "0.00"), (7, 1, -3, "7"),
  ]) func roundsHalfAwayFromZero(numerator: Int, denominator: Int, places: Int, text: String) throws {
    let value = try Rational(Int128(numerator), over: Int128(denominator))
    #expect(try value.rounded(to: places).description == text)
  }

  @Test func roundsWhateverTheDenominator() throws {
    let third = try Rational(Int128.max - 1, over: Int128.max)
    #expect(try third.rounded(to: 30).description == "1." + String(repeating: "0", count: 30))
    let tiny = try Rational(1, over: .max)
    #expect(try tiny.rounded(to: 30).isZero)
  }

  /// Digits that fill 128 bits and carry beyond them must end as an error, not as a trap.
  @Test func roundingBeyondTheRangeIsAnError() throws {
    let edge = try Rational(Int128(34_028_236_692_093_846_346_337_460_743_176_821_145) * 3 + 2, over: 3)
    #expect(throws: ArithmeticFailure.overflow) { try edge.rounded(to: 1) }
    #expect(throws: ArithmeticFailure.overflow) { try Rational(Int128.max, over: 3).rounded(to: 2) }
    #expect(throws: ArithmeticFailure.overflow) { try Rational(Int128.max, over: 2).rounded(to: 1) }
    #expect(try Rational(Int128.max, over: 1).rounded(to: 0).coefficient == .max)
  }

  @Test func overflowAndDivisionByZeroAreErrors() throws {
    let largest = try Rational(.max, over: 1)
    #expect(throws: ArithmeticFailure.overflow) { try largest.adding(.one) }
    #expect(throws: ArithmeticFailure.overflow) { try largest.negated.subtracting(.one) }
    #expect(throws: ArithmeticFailure.overflow) { try largest.negated.subtracting(Rational(2)) }
    #expect(throws: ArithmeticFailure.overflow) { try largest.multiplied(by: Rational(2)) }
    #expect(throws: ArithmeticFailure.overflow) { try Rational(.min, over: 1) }
    #expect(throws: ArithmeticFailure.overflow) { try Rational(1, over: .min) }
    #expect(throws: ArithmeticFailure.divisionByZero) { try Rational(1, over: 0) }
    #expect(throws: ArithmeticFailure.divisionByZero) { try Rational.one.divided(by: .zero) }
    #expect(try largest.subtracting(largest).isZero)
    #expect(try largest.divided(by: largest) == .one)
  }

  @Test(arguments: [
    (1, 3, "1/3"), (5, 2, "2.5"), (-1, 8, "-0.125"), (6, 3, "2"), (0, 5, "0"), (1, -4, "-0.25"), (-7, 7, "-1"),
  ]) func printsAsDecimalWhereItIsOne(numerator: Int, denominator: Int, text: String) throws {
    let value = try Rational(Int128(numerator), over: Int128(denominator))
    #expect(value.description == text)
    #expect(value.decimal.map { Rational($0) == value } ?? (text.contains("/")))
  }

  @Test func lowestTermsMakeEqualNumbersHashAlike() throws {
    let values: Set<Rational> = [
      try Rational(1, over: 2), try Rational(2, over: 4), try Rational(-3, over: -6),
      Rational(try #require(ExactDecimal("0.50"))),
    ]
    #expect(values.count == 1)
  }
}
