import Testing

@testable import CSVCore

@Suite("Reading in several ranges at once")
struct RangesTests {
  static let counts = [1, 2, 3, 5, 8]

  @Test("gives what one range gives, on noise", arguments: PropertyTests.dialects.indices)
  func noise(dialect index: Int) {
    let dialect = PropertyTests.dialects[index]
    var generator = SeededGenerator(seed: 40_131_014 + UInt64(index))
    for _ in 0..<150 { compare(randomNoise(&generator, dialect: dialect), dialect, &generator) }
  }

  @Test("gives what one range gives, on well-formed files", arguments: PropertyTests.dialects.prefix(3).indices)
  func files(dialect index: Int) {
    let dialect = PropertyTests.dialects[index]
    var generator = SeededGenerator(seed: 40_231_003 + UInt64(index))
    for _ in 0..<100 { compare(randomFile(&generator, dialect: dialect), dialect, &generator) }
  }

  private func compare(_ bytes: [UInt8], _ dialect: CSVDialect, _ generator: inout SeededGenerator) {
    let expected = ReferenceParser.parse(bytes, dialect: dialect)
    for count in Self.counts {
      let blockSize = Int.random(in: 1...40, using: &generator)
      let found = readRanges(.bytes(bytes), dialect: dialect, ranges: count, blockSize: blockSize)
      if found != expected {
        Issue.record(
          "\(bytes) as \(dialect), \(count) ranges, blocks of \(blockSize)\nfound \(found)\nexpected \(expected)")
      }
    }
  }

  @Test("uses the ranges that it may, and no more than the size allows")
  func parts() throws {
    let source = CSVSource.text("a,b\n" + String(repeating: "1,2\n", count: 1000))
    var options = CSVOptions()
    for (smallest, expected) in [(1, 8), (1000, 4), (4004, 1), (5000, 1)] {
      options.smallestRange = smallest
      let folding = try CSVReader.fold(source, options: options, ranges: 8, into: { 0 }) { sum, batch in
        sum += batch.recordCount
        return true
      }
      #expect(folding.parts.count == expected)
      #expect(folding.parts.map(\.value).reduce(0, +) == 1001)
      var records = 0
      for part in folding.parts {
        #expect(part.recordsBefore == records)
        #expect(part.linesBefore == records)
        records += part.value
      }
    }
  }

  /// Every line of the field looks like a record of the file, so that every guess within it is wrong.
  @Test("one huge field whose lines look like records", arguments: counts)
  func hugeField(count: Int) throws {
    let text = String(repeating: "dòng,một\r\n", count: 6_000)
    let source = "mã,nội dung\n0,trước\n1,\"\(text)\"\n2,ngắn\n3,\"\"\n"
    let expected = read(.text(source))
    #expect(expected.records.count == 5)
    #expect(readRanges(.text(source), ranges: count, blockSize: 4096) == expected)
    // Also where it never ends: the wrong stretches' records are not the file's.
    let open = "mã,nội dung\n0,trước\n1,\"\(text)"
    let broken = readRanges(.text(open), ranges: count, blockSize: 4096)
    #expect(broken == read(.text(open)))
    #expect(broken.error?.kind == .unclosedQuote)
    #expect(broken.error?.position.line == 3)
  }

  @Test("line breaks in every record are seen through, so that no stretch is read twice")
  func guesses() throws {
    let row = "7,\"x\ny,z\n\"\"q\"\"\nw\",8\n"
    let source = CSVSource.text("a,b,c\n" + String(repeating: row, count: 2000))
    var options = CSVOptions()
    options.smallestRange = 1
    let folding = try CSVReader.fold(source, options: options, ranges: 4, into: { [Int]() }) { starts, batch in
      for record in 0..<batch.recordCount { starts.append(batch.line(of: record)) }
      return true
    }
    #expect(folding.parts.count == 4)
    #expect(
      folding.parts.flatMap { part in part.value.map { $0 + part.linesBefore } } == [1] + (0..<2000).map { 2 + 4 * $0 })
    let reader = try CSVReader(source, options: options)
    let guess = CutGuess(input: reader.input, dialect: .commas, columns: 3, size: 6 + 2000 * row.utf8.count)
    for offset in stride(from: 7, to: 3000, by: 13) {
      let start = try #require(guess.lineStart(near: offset))
      #expect((start - 6) % row.utf8.count == 0 && start >= offset && start < offset + row.utf8.count)
    }
  }

  @Test("a body that stops ends the reading with its part")
  func stopping() throws {
    let source = CSVSource.text(String(repeating: "1,2\n", count: 1000))
    var options = CSVOptions()
    options.smallestRange = 1
    let folding = try CSVReader.fold(source, options: options, ranges: 4, into: { 0 }) { sum, batch in
      for record in 0..<batch.recordCount {
        if batch.byteOffset(of: record) == 2400 { return false }
        sum += 1
      }
      return true
    }
    #expect(folding.parts.map(\.value).reduce(0, +) == 600)
    #expect(folding.error == nil)
  }

  @Test("a header read before, and the rest handed back")
  func afterHeader() throws {
    let source = CSVSource.text("a,b\n" + (1...999).map { "\($0),x\n" }.joined())
    for count in Self.counts {
      var options = CSVOptions()
      options.smallestRange = 1
      options.blockSize = 100
      var reader = try CSVReader(source, options: options)
      #expect(try reader.next())
      reader.rewind(to: 1)
      let folding = reader.fold(ranges: count, into: { [Int]() }) { numbers, batch in
        for record in 0..<batch.recordCount { numbers.append(batch.string(record, 0).flatMap { Int($0) } ?? 0) }
        return true
      }
      #expect(folding.parts.count == count)
      #expect(folding.parts.flatMap(\.value) == Array(1...999))
    }
  }

  @Test("a pipe is read as one range")
  func pipe() throws {
    let folding = try CSVReader.fold(.file(path: "/dev/null"), ranges: 8, into: { 0 }) { _, _ in true }
    #expect(folding.parts.count == 1)
  }
}
