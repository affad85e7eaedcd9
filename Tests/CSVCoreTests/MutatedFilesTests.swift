import TestSupport
import Testing

@testable import CSVCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Damaged files of the other tests' fixtures: the reader agrees with the reference in blocks of every size.
@Suite struct MutatedFilesTests {
  private static let files: [[UInt8]] = {
    let folders = ["Tests/DatasetsTests/Fixtures/dirty", "Tests/Packages/tiny-province", "datasets/kien-giang"]
    return folders.flatMap { folder in
      let path = Repository.path(of: folder)
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { $0.hasSuffix(".csv") }
      return names.sorted().compactMap { try? Array(Data(contentsOf: URL(filePath: "\(path)/\($0)")).prefix(120)) }
    }
  }()

  private static let rounds = FuzzingEffort.rounds(from: ProcessInfo.processInfo.environment)

  @Test(arguments: 0..<(16 * rounds)) func theReaderAgreesWithTheReference(batch: Int) {
    #expect(Self.files.count > 60)
    var generator = CSVCoreTests.SeededGenerator(seed: 7_000_000 + UInt64(batch))
    let mutator = Mutator(splicing: Self.files)
    var failed = 0
    for _ in 0..<1000 {
      let file = Self.files.randomElement(using: &generator) ?? []
      let bytes = mutator.damaged(file, using: &generator)
      let dialect = PropertyTests.dialects.randomElement(using: &generator) ?? .commas
      let expected = ReferenceParser.parse(bytes, dialect: dialect)
      let blockSize = Int.random(in: 1...300, using: &generator)
      let found = read(.bytes(bytes), dialect: dialect, blockSize: blockSize)
      if expected.error != nil { failed += 1 }
      if found != expected {
        Issue.record("\(bytes) as \(dialect) in blocks of \(blockSize)\nfound \(found)\nexpected \(expected)")
      }
    }
    // Neither all well-formed nor all broken.
    #expect(failed > 50 && failed < 950, "\(failed)")
  }
}
