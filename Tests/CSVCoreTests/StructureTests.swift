import Testing

@testable import CSVCore

@Suite("Scanning by structure")
struct StructureTests {
  /// Rows of every length around the 64 bytes that are looked at together, so that each kind of byte stands at each
  /// place of a stretch.
  @Test("every byte at every place of a stretch", arguments: ScanPath.available)
  func boundaries(path: ScanPath) {
    for padding in 0..<130 {
      let filler = String(repeating: "x", count: padding)
      for row in ["\(filler),b", "\"\(filler)\",b", "\"\(filler),\n\",\"\"", "\(filler),\"a\"\"\"", "\(filler)\r"] {
        let bytes = Array("a,b\n\(row)\n\(row)\nc,d\r\n\(row)".utf8)
        let expected = ReferenceParser.parse(bytes, dialect: .commas)
        for blockSize in [64, 300, 1 << 16] {
          let found = read(.bytes(bytes), blockSize: blockSize, path: path)
          if found != expected { Issue.record("\(row), blocks of \(blockSize)\nfound \(found)\nexpected \(expected)") }
        }
      }
    }
  }

  @Test("plain blocks are indexed, whatever their quotes, quoted breaks and CR LF", arguments: ScanPath.available)
  func indexing(path: ScanPath) {
    for row in ["1,2,3", "\"1\",2,\"3,\"", "\"1\n\",2,\"\r\n\"", "1,2,3\r"] {
      let text = String(repeating: row + "\n", count: 100)
      let outcome = read(.text(text), blockSize: 200, path: path)
      #expect(outcome == ReferenceParser.parse(Array(text.utf8), dialect: .commas))
      // All blocks but the first, which tells how many columns there are.
      #expect(outcome.indexed.count >= (path == .bytewise ? 0 : 2))
      #expect(path != .bytewise || outcome.indexed.count == 0)
    }
  }

  @Test("rows with a field too many and too few do not make up for each other", arguments: ScanPath.available)
  func ragged(path: ScanPath) {
    let rows = Array(repeating: "1,2,3", count: 40) + ["1,2,3,4", "1,2"] + Array(repeating: "1,2,3", count: 40)
    let text = rows.joined(separator: "\n")
    for blockSize in [40, 1 << 16] {
      let counts = read(.text(text), blockSize: blockSize, path: path).records.map(\.count)
      #expect(counts == rows.map { $0.split(separator: ",").count })
      let options = CSVOptions(requiresEqualFieldCounts: true)
      let error = read(.text(text), options: options, blockSize: blockSize, path: path).error
      #expect(error?.kind == .raggedRecord(expected: 3, found: 4))
      #expect(error?.position == CSVPosition(byteOffset: 40 * 6 + 6, line: 41, column: 7))
    }
  }

  @Test("records at the start are skipped before the structure is looked at", arguments: ScanPath.available)
  func skipping(path: ScanPath) {
    let text = String(repeating: "1,2\n", count: 50)
    let outcome = read(.text(text), options: CSVOptions(skippedRecords: 7), blockSize: 10, path: path)
    #expect(outcome.records.count == 43)
    #expect(outcome.lines == Array(8...50))
  }

  @Test("more fields than a table of places holds", arguments: ScanPath.available)
  func wide(path: ScanPath) {
    let row = String(repeating: ",", count: 3000)
    let outcome = read(.text("\(row)\n\(row)\n\(row)\n"), blockSize: 1000, path: path)
    #expect(outcome.records.map(\.count) == [3001, 3001, 3001])
    #expect(outcome.error == nil)
  }

  /// Long plain stretches with something rare somewhere: what comes before and behind it is found as well.
  @Test("what is rare at any place of a long file", arguments: ScanPath.available)
  func rare(path: ScanPath) {
    var generator = SeededGenerator(seed: 20_250_102)
    let rows = ["a,b,1", "\"a,b\",,2", "abcdefghijklmnopqrstuvwxyz,\"\",\"3\"", ",,", "\"x\",\"y\",\"z\""]
    let special = [
      "a,b,1\r", "\"a\"\"b\",c,2", "\"a\nb\",c,3", "\"a\r\nb\",c,3", "a\"b,c,4", "\"a\"b,c,5", "\"a\",\"b,\nc",
      "a\rb,c,6",
      "a\0,b,7", "\"\"\"\",\"\"\"\",8", "a,b", "a,b,c,d", "", "\"\"\"",
    ]
    for index in 0..<60 {
      let delimiter = generator.next() & 3 == 0 ? ";" : ","
      var lines = (0..<500).map { _ in rows[Int(generator.next() % UInt64(rows.count))] }
      // Mostly one, now and then none or several.
      for _ in 0..<[0, 1, 1, 3][index % 4] {
        lines[Int(generator.next() % 500)] = special[Int(generator.next() % UInt64(special.count))]
      }
      let lineEnd = index % 3 == 0 ? "\r\n" : "\n"
      let isOpen = generator.next() & 1 == 0
      let text = lines.joined(separator: lineEnd).replacing(",", with: delimiter) + (isOpen ? "" : lineEnd)
      let dialect = CSVDialect(
        delimiter: UInt8(ascii: delimiter == "," ? "," : ";"),
        quote: generator.next() & 7 == 0 ? nil : UInt8(ascii: "\""))
      let bytes = Array(text.utf8)
      let expected = ReferenceParser.parse(bytes, dialect: dialect)
      for blockSize in [2500, 7000] {
        let found = read(.bytes(bytes), dialect: dialect, blockSize: blockSize, path: path)
        if found != expected {
          Issue.record(
            "\(index), blocks of \(blockSize)\nfound \(found.error as Any)\nexpected \(expected.error as Any)")
        }
      }
    }
  }

  @Test("what is rare at every place of a stretch of a long file", arguments: ScanPath.available)
  func rareBoundaries(path: ScanPath) {
    let plain = Array(
      repeating: "\(String(repeating: "a", count: 60)),,\"\(String(repeating: "b", count: 60))\"", count: 40)
    for row in ["\"a\"b,c,d", "\"a\"\"b\",c,d", "ab\"c\",d,e", "\"a\nb\",c,d", "a,b\rc,d", "a,b,\"c\""] {
      for padding in 0..<64 {
        let filler = String(repeating: "x", count: padding) + ",,"
        for lineEnd in ["\n", "\r\n"] {
          let text = (plain.prefix(19) + [filler, row] + plain.suffix(18)).joined(separator: lineEnd)
          let found = read(.text(text), blockSize: 2300, path: path)
          let expected = read(.text(text), blockSize: 2300, path: .bytewise)
          if found != expected { Issue.record("\(row) behind \(padding)\nfound \(found.error as Any)") }
        }
      }
    }
  }

  /// Plain bytes are looked at in chunks of 2048.
  @Test("a CR alone at the end of a chunk", arguments: ScanPath.available)
  func loneReturn(path: ScanPath) {
    let plain = Array(repeating: String(repeating: "a", count: 200) + ",b", count: 12)
    for padding in 2000..<2060 {
      let rows = plain + [String(repeating: "x", count: padding) + ",", "a\rb,c"] + plain
      let found = read(.text(rows.joined(separator: "\r\n")), blockSize: 2600, path: path)
      if found.error != nil || found.records.count != 27 { Issue.record("behind \(padding)") }
    }
  }
}
