import TestSupport
import Testing
import Values

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    "0", "7", "-7", "0.0", "0.10", "-0.25", "625926", "56.30", "170141183460469231731687303715884105727",
    "-170141183460469231731687303715884105727", "0.000000000000000000000000000001",
    "1000000000000000000.500000000000000001",
  ]) func printsWhatItRead(text: String) throws {
    #expect(try #require(ExactDecimal(text)).description == text)
  }

  @Test(arguments: [("+5", "5"), ("007", "7"), ("-0", "0"), ("-0.00", "0.00"), ("00.5", "0.5")])
  func printsTheCanonicalForm(text: String, canonical: String) throws {
    #expect(try #require(ExactDecimal(text)).description == canonical)
  }

  @Test(arguments: [
    "", "-", "+", ".", ".5", "5.", "1e5", "1,5", "1 000", " 1", "1 ", "--1", "1-", "1.2.3", "٣", "１", "NaN", "0x10",
    "170141183460469231731687303715884105728", "0.0000000000000000000000000000001", "1\u{0}",
  ]) func refusesAnythingElse(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test(arguments: 0..<10) func readsBackWhatItPrints(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let shift = Int.random(in: 0...126, using: &generator)
      let magnitude = Int128(UInt128.random(in: 0...(UInt128.max >> UInt128(shift + 1)), using: &generator))
      let decimal = ExactDecimal(
        coefficient: generator.oneIn(2) ? magnitude : -magnitude, scale: Int.random(in: 0...30, using: &generator))
      let again = try #require(ExactDecimal(decimal.description))
      #expect(again.coefficient == decimal.coefficient && again.scale == decimal.scale)
    }
  }

  @Test(arguments: [
    ("2.5", "2.50"), ("0", "0.000"), ("-0.0", "0"), ("100", "100.0"), ("-1.20", "-1.2000"), ("10", "10.0"),
  ]) func equalValuesAreEqualWhateverTheirScale(left: String, right: String) throws {
    let (a, b) = (try #require(ExactDecimal(left)), try #require(ExactDecimal(right)))
    #expect(a == b)
    #expect(a.hashValue == b.hashValue)
    #expect(!(a < b) && !(b < a))
  }

  @Test(arguments: 0..<10) func orderIsThatOfTheNumbers(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let decimals = (0..<2).map { _ in
        ExactDecimal(
          coefficient: Int128(Int.random(in: -5000...5000, using: &generator)),
          scale: Int.random(in: 0...4, using: &generator))
      }
      let (a, b) = (decimals[0], decimals[1])
      let left = BigInteger(a.coefficient) * .powerOfTen(b.scale)
      let right = BigInteger(b.coefficient) * .powerOfTen(a.scale)
      #expect((a < b) == (left < right))
      #expect((a == b) == (left == right))
      if a == b { #expect(a.hashValue == b.hashValue) }
    }
  }

  @Test func knowsItsSign() throws {
    let loss = try #require(ExactDecimal("-0.50"))
    #expect(loss.isNegative && !loss.isZero)
    #expect(loss.magnitude.description == "0.50")
    #expect(ExactDecimal.zero.isZero && !ExactDecimal.zero.isNegative)
    #expect(loss.approximation == -0.5)
    #expect(ExactDecimal(coefficient: 5, scale: -3).scale == 0)
  }
}
