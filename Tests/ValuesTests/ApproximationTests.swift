import TestSupport
import Testing
import Values

/// The binary number nearest to a decimal is the one that its text reads as.
@Suite struct ApproximationTests {
  @Test func equalsTheTextOfSeededDecimals() {
    var generator = SeededGenerator(seed: 20_231)
    for _ in 0..<20_000 {
      let bits = Int.random(in: 1...120, using: &generator)
      let magnitude = (Int128(Int64.random(in: 0...Int64.max, using: &generator)) << 60) >> (123 - bits)
      let decimal = ExactDecimal(
        coefficient: Bool.random(using: &generator) ? magnitude : -magnitude,
        scale: Int.random(in: 0...30, using: &generator))
      #expect(decimal.approximation == Double(decimal.description))
    }
  }

  @Test(arguments: ["9007199254740992", "9007199254740993", "-9007199254740992.1", "0.00", "59.22"])
  func equalsTheTextAtTheEdges(_ text: String) throws {
    let decimal = try #require(ExactDecimal(text))
    #expect(decimal.approximation == Double(text))
  }
}
