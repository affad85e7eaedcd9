import Aggregation
import Findings
import Reports
import TestSupport
import Testing
import Values

@Suite struct LedgerReaderTests {
  @Test(arguments: Sample.allCases)
  func whatIsWrittenIsReadAgain(sample: Sample) throws {
    let ledger = try sample.delivery.ledger
    let text = JSONWriter(.pretty).string(ledger.json) + "\n"
    #expect(ledger.written() == Array(text.utf8))
    let read = try LedgerReader.read(text: text, called: "l.json")
    #expect(read.entries.map(\.id) == ledger.entries.map(\.id))
    for (mine, theirs) in zip(read.entries, ledger.entries) { #expect(mine == theirs, "\(theirs.id)") }
    #expect(read == ledger)
    #expect(JSONWriter(.pretty).string(read.json) + "\n" == text)
  }

  /// Every key that has to be there is missed, and every value is read.
  @Test func nothingIsIgnored() throws {
    let text = JSONWriter(.compact).string(try Sample.tiny.delivery.ledger.json)
    for key in [
      "ledger", "report", "package", "language", "period", "engine", "files", "entries", "labels", "sha256", "bytes",
      "id",
      "value", "published", "unit_of_measure", "flags", "formula", "inputs", "places", "printed", "lines", "rows",
      "cut_off",
      "column", "reporting", "sheet",
    ] {
      let renamed = text.replacing("\"\(key)\":", with: "\"x-\(key)\":", maxReplacements: 1)
      #expect(renamed != text, "\(key)")
      let found = findings(of: { try LedgerReader.read(text: renamed, called: "l.json") })
      // A figure's column may be absent; then the next label's is missed, or nothing is.
      if key == "column" { continue }
      #expect(found?.first?.code == "wrong-ledger", "\(key)")
    }
  }

  @Test(arguments: [
    ("{", "syntax-error", 1, 2), ("[]", "wrong-ledger", 1, 1), ("{\"ledger\": 2}", "wrong-ledger", 1, 12),
    ("{\"ledger\": 1,\n\"files\": 3}", "wrong-ledger", 2, 10),
  ])
  func mistakesHaveTheirPlace(text: String, code: String, line: Int, column: Int) {
    let found = findings(of: { try LedgerReader.read(text: text, called: "l.json") })
    #expect(found?.map(\.code) == [code])
    #expect(found?.first?.position == Position(file: "l.json", line: line, column: column))
  }

  @Test func figuresThatAreNotThereAreNamed() throws {
    let text = JSONWriter(.compact).string(try Sample.tiny.delivery.ledger.json)
    let renamed = text.replacing("{\"figure\": \"", with: "{\"figure\": \"lost-", maxReplacements: 1)
    let found = findings(of: { try LedgerReader.read(text: renamed, called: "l.json") })
    #expect(found?.first?.message.english.contains("lost-") == true)
  }

  /// Bytes that are spoilt give a finding or a ledger, and never end the process.
  @Test func spoiltLedgersNeverCrash() throws {
    let bytes = Array(JSONWriter(.compact).string(try Sample.tiny.delivery.ledger.json).utf8.prefix(6_000))
    var random = SeededGenerator(seed: 21)
    for _ in 0..<200 {
      var spoilt = bytes
      spoilt[Int.random(in: 0..<spoilt.count, using: &random)] = UInt8.random(in: 0...127, using: &random)
      _ = try? LedgerReader.read(text: String(decoding: spoilt, as: UTF8.self), called: "l.json")
    }
  }

  @Test func lineRangesAreReadStrictly() {
    #expect(LineRanges("2-17,33")?.description == "2-17,33" && LineRanges("")?.isEmpty == true)
    for wrong in ["2-", "-2", "3-2", "0", "2,2", "2,3", "a", "1-2-3", "2,,4"] { #expect(LineRanges(wrong) == nil) }
  }
}
