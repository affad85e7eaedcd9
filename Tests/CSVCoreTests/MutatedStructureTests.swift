import TestSupport
import Testing

@testable import CSVCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Files scanned by their structure, in every way that this processor has, in blocks and ranges of all sizes, whole and
/// damaged: they read as the byte-at-a-time reference reads them.
@Suite struct MutatedStructureTests {
  private static let rounds = FuzzingEffort.rounds(from: ProcessInfo.processInfo.environment)
  private static let dialects: [CSVDialect] = [
    .commas, .semicolons, .commas, CSVDialect(quote: nil), CSVDialect(quote: UInt8(ascii: "'"), doubleQuote: false),
  ]
  /// A run of `make fuzz` (fifty rounds) makes more than a million files.
  private static let files = 1300
  private static let batches = rounds == 1 ? 6 : 16 * rounds

  @Test(arguments: 0..<batches) func everyPathAgreesWithTheReference(batch: Int) {
    var generator = SeededGenerator(seed: 9_000_000 + UInt64(batch))
    var failed = 0
    var indexed = 0
    for file in 0..<Self.files {
      let dialect = Self.dialects[file % Self.dialects.count]
      var bytes = randomPlainFile(&generator, dialect: dialect)
      if file % 3 == 0 { damage(&bytes, &generator, dialect: dialect) }
      let expected = ReferenceParser.parse(bytes, dialect: dialect)
      if expected.error != nil { failed += 1 }
      let path = ScanPath.available[file / 5 % ScanPath.available.count]
      let blockSize = 1 + Int(generator.next() % (file & 1 == 0 ? 70 : 600))
      let ranges = [1, 1, 2, 3, 5, 8][Int(generator.next() % 6)]
      let found = readRanges(.bytes(bytes), dialect: dialect, ranges: ranges, blockSize: blockSize, path: path)
      if path != .bytewise { indexed += found.indexed.count }
      if found != expected {
        Issue.record(
          "\(bytes) as \(dialect), \(path), \(ranges) ranges, blocks of \(blockSize)\nfound \(found)\nexpected \(expected)"
        )
      }
    }
    // Neither all well-formed nor all broken, and most of it really scanned by structure.
    #expect(failed > Self.files / 20 && failed < Self.files / 2, "\(failed)")
    #expect(indexed > Self.files, "\(indexed)")
  }
}
