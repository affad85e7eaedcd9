import Testing

@testable import CSVCore

@Suite("Reading")
struct ReaderTests {
  @Test("records at the start can be skipped, and still set the number of columns")
  func skipping() {
    for blockSize in [1, 3, 100] {
      let options = CSVOptions(skippedRecords: 1, requiresEqualFieldCounts: true)
      let outcome = read(.text("\na,\"b\"\"\"\n1,2\n3\n"), options: options, blockSize: blockSize)
      #expect(outcome.rows == [["1", "2"]])
      #expect(outcome.lines == [3])
      #expect(outcome.error?.kind == .raggedRecord(expected: 2, found: 1))
      #expect(outcome.error?.record == 3)
    }
    #expect(read(.text("a\n1\n"), options: CSVOptions(skippedRecords: 5)) == Outcome())
  }

  @Test("the first record stands alone")
  func firstRecord() throws {
    let header = try #require(try CSVReader.firstRecord(of: .text("\u{FEFF}\"mã\"\"\",tên\n1,2\n")))
    #expect(header.fields.indices.map { header.string($0) } == ["mã\"", "tên"])
    #expect(header.positions.map(\.column) == [1, 8])
    #expect(try CSVReader.firstRecord(of: .text("\n\n")) == nil)
  }

  @Test("a field that is not UTF-8 has bytes, but no text")
  func encoding() throws {
    var reader = try CSVReader(.bytes([0x61, 0x2C, 0xE1, 0xBB, 0x0A]))
    #expect(try reader.next())
    #expect(reader.batch.string(0, 0) == "a")
    #expect(reader.batch.string(0, 1) == nil)
    #expect(reader.batch.length(0, 1) == 2)
    #expect(reader.batch.record(0).string(1) == nil)
  }

  @Test("words hold up to eight bytes and nothing beside them")
  func words() throws {
    let texts = ["", "a", "1234567", "12345678", "123456789", "q\"q"]
    let quoted = texts.map {
      "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
    for source in [texts.dropLast().joined(separator: ","), quoted.joined(separator: ",")] {
      var reader = try CSVReader(.text(source))
      #expect(try reader.next())
      for field in 0..<reader.batch.fieldCount(of: 0) {
        var word: UInt64 = 0
        for byte in texts[field].utf8.prefix(8).reversed() { word = word << 8 | UInt64(byte) }
        #expect(reader.batch.leadingWord(0, field) == word)
      }
    }
  }

  @Test("field counts of a batch are its fewest and its most")
  func counts() throws {
    var reader = try CSVReader(.text("a,b\n1\n1,2,3\n"))
    #expect(try reader.next())
    #expect(reader.batch.fieldCounts == 1...3)
    #expect(try !reader.next())
    #expect(reader.batch.recordCount == 0)
  }

  @Test("one field longer than many blocks, full of line breaks and quotes")
  func hugeField() throws {
    let text = String(repeating: "dòng \"\"một\"\"\r\n,", count: 100_000)
    var options = CSVOptions()
    options.blockSize = 4096
    var reader = try CSVReader(.text("mã,nội dung\n1,\"\(text)\"\n2,ngắn\n"), options: options)
    var lengths: [Int] = []
    var lines: [Int] = []
    while try reader.next() {
      for record in 0..<reader.batch.recordCount {
        lengths.append(reader.batch.length(record, 1))
        lines.append(reader.batch.line(of: record))
      }
    }
    #expect(lengths == ["nội dung".utf8.count, text.utf8.count - 200_000, "ngắn".utf8.count])
    #expect(lines == [1, 2, 100_003])
  }

  @Test("parts of a fold cover the source once, and a body may stop")
  func fold() throws {
    let text = (1...5000).map { "\($0),x\n" }.joined()
    var options = CSVOptions(skippedRecords: 1)
    options.blockSize = 512
    let folding = try CSVReader.fold(.text("n,k\n" + text), options: options, into: { 0 }) { sum, batch in
      for record in 0..<batch.recordCount { sum += batch.string(record, 0).flatMap { Int($0) } ?? 0 }
      return true
    }
    #expect(folding.parts.map(\.value).reduce(0, +) == 5000 * 5001 / 2)
    #expect(folding.error == nil)
    let stopped = try CSVReader.fold(.text(text + "\""), options: options, into: { 0 }) { batches, _ in
      batches += 1
      return false
    }
    #expect(stopped.parts.map(\.value) == [1])
    #expect(stopped.error == nil)
    let broken = try CSVReader.fold(.text("a\n\""), into: { 0 }) { records, batch in
      records += batch.recordCount
      return true
    }
    #expect(broken.parts.map(\.value) == [1])
    #expect(broken.error?.kind == .unclosedQuote)
    #expect(throws: CSVError.self) { try CSVReader.fold(.file(path: "/nowhere"), into: { 0 }) { _, _ in true } }
  }

  @Test("what was read of a batch beyond a record can be handed back")
  func rewinding() throws {
    for blockSize in [4, 20, 1000] {
      var options = CSVOptions()
      options.blockSize = blockSize
      var reader = try CSVReader(.text("a,b\n\n1,\"x\"\"\"\n2,y\n3,\"z\"?"), options: options)
      #expect(try reader.next())
      var passed = 0
      while reader.batch.recordCount == passed { #expect(try reader.next()) }
      passed = reader.batch.recordCount
      if passed > 1 { reader.rewind(to: 1) }
      var rows: [[String?]] = []
      var lines: [Int] = []
      do {
        while try reader.next() {
          for record in 0..<reader.batch.recordCount {
            rows.append([reader.batch.string(record, 0), reader.batch.string(record, 1)])
            lines.append(reader.batch.line(of: record))
          }
        }
      } catch {
        #expect(error.kind == .textAfterQuote)
        #expect(error.record == 4)
        #expect(error.position == CSVPosition(byteOffset: 22, line: 5, column: 6))
      }
      #expect(rows == [["1", "x\""], ["2", "y"]])
      #expect(lines == [3, 4])
    }
  }
}
