import Testing

@testable import CSVCore

@Suite("The reader agrees with a byte-at-a-time reference")
struct PropertyTests {
  static let dialects: [CSVDialect] = [
    .commas, .semicolons, .tabs,
    CSVDialect(quote: nil),
    CSVDialect(doubleQuote: false),
    CSVDialect(doubleQuote: false, escape: UInt8(ascii: "\\")),
    CSVDialect(escape: UInt8(ascii: "\\"), skipInitialSpace: true),
    CSVDialect(quote: UInt8(ascii: "'"), skipInitialSpace: true, comment: UInt8(ascii: "#")),
    CSVDialect(quote: nil, escape: UInt8(ascii: "\\"), comment: UInt8(ascii: "#")),
  ]
  static let blockSizes = [1, 2, 3, 5, 8, 16, 64, 4096]

  @Test("on noise of special bytes", arguments: dialects.indices)
  func noise(dialect index: Int) {
    let dialect = Self.dialects[index]
    var generator = SeededGenerator(seed: 20_131_014 + UInt64(index))
    var failed = 0
    for _ in 0..<250 {
      let bytes = randomNoise(&generator, dialect: dialect)
      let expected = ReferenceParser.parse(bytes, dialect: dialect)
      if expected.error != nil { failed += 1 }
      compare(bytes, dialect, expected)
    }
    // The noise would prove little if it were all well-formed, or all broken.
    #expect(failed > 0 || dialect.quote == nil && dialect.escape == nil)
    #expect(failed < 250)
  }

  @Test("on well-formed files", arguments: dialects.prefix(3).indices)
  func files(dialect index: Int) {
    let dialect = Self.dialects[index]
    var generator = SeededGenerator(seed: 20_231_003 + UInt64(index))
    for _ in 0..<120 {
      let bytes = randomFile(&generator, dialect: dialect)
      let expected = ReferenceParser.parse(bytes, dialect: dialect)
      #expect(expected.error == nil)
      compare(bytes, dialect, expected)
    }
  }

  /// Cheaper than an expectation for each of many thousand comparisons.
  private func compare(_ bytes: [UInt8], _ dialect: CSVDialect, _ expected: Outcome) {
    for (index, blockSize) in Self.blockSizes.enumerated() {
      let path = ScanPath.available[(bytes.count + index) % ScanPath.available.count]
      let found = read(.bytes(bytes), dialect: dialect, blockSize: blockSize, path: path)
      if found != expected {
        Issue.record("\(bytes) \(path) in blocks of \(blockSize)\nfound \(found)\nexpected \(expected)")
      }
    }
  }

  @Test("every block size from 1 to 64 on one file with every corner")
  func everyBlockSize() {
    let text = "\u{FEFF}tên,\"số \"\"a\"\"\"\r\n\r\n\"x,\r\ny\",\"\"\n\rđ,2\r\"\"\"\",\" \"\n,\n"
    let expected = ReferenceParser.parse(Array(text.utf8), dialect: .commas)
    #expect(expected.rows == [["tên", "số \"a\""], ["x,\r\ny", ""], ["đ", "2"], ["\"", " "], ["", ""]])
    for blockSize in 1...64 { #expect(read(text, blockSize: blockSize) == expected, "blocks of \(blockSize)") }
  }
}
