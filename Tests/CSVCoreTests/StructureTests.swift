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
}
