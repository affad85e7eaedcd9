import CSVCore
import TestSupport
import Testing

@testable import Datasets

/// Compressed files that are read while they are decompressed.
@Suite struct GzipStreamTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Everything that comes, in reads of random sizes, and how it ended.
  private func drain(_ file: [UInt8], _ generator: inout SeededGenerator) throws -> ([UInt8], CSVReadFailure?) {
    try folder.write(bytes: file, to: "rows.csv.gz")
    let stream = try GzipStream(path: folder.path(of: "rows.csv.gz"))
    var buffer = [UInt8](repeating: 0, count: 5000)
    var output: [UInt8] = []
    do throws(CSVReadFailure) {
      while true {
        let start = Int.random(in: 0..<2000, using: &generator)
        let end = start + Int.random(in: 1...3000, using: &generator)
        let count = try stream.read(into: &buffer, start..<end)
        if count == 0 { return (output, nil) }
        output += buffer[start..<start + count]
      }
    } catch { return (output, error) }
  }

  private func randomText(_ generator: inout SeededGenerator) -> [UInt8] {
    let spread = UInt64.random(in: 1...250, using: &generator)
    return (0..<Int.random(in: 0...20_000, using: &generator)).map { _ in UInt8(generator.next() % spread) }
  }

  @Test func membersOfAnyLengthAreJoined() throws {
    var generator = SeededGenerator(seed: 1952)
    for _ in 0..<40 {
      let texts = (0..<Int.random(in: 1...4, using: &generator)).map { _ in randomText(&generator) }
      let (output, failure) = try drain(texts.flatMap(Deflated.gzip), &generator)
      #expect(output == texts.flatMap(\.self) && failure == nil)
    }
    // More compressed bytes than one block holds.
    let noise = (0..<300_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    let (output, failure) = try drain(Deflated.gzip(noise) + Deflated.gzip([]) + Deflated.gzip([7]), &generator)
    #expect(output == noise + [7] && failure == nil)
  }

  @Test func everyCutIsNoticedAndWhatComesBeforeIsRight() throws {
    var generator = SeededGenerator(seed: 1996)
    let text = Array("year,unit\n2022,904\n".utf8)
    let file = Deflated.gzip(text) + Deflated.gzip(text)
    let whole = Deflated.gzip(text).count
    for length in 0..<file.count {
      let (output, failure) = try drain(Array(file[..<length]), &generator)
      #expect((text + text).starts(with: output))
      #expect(failure == (length == whole ? nil : .damaged), "\(length)")
    }
    let (output, failure) = try drain(file + [0], &generator)
    #expect(output == text + text && failure == .damaged)
  }

  /// The same findings and rows as from the plain file.
  @Test func aResourceReadsAsItsPlainFileDoes() throws {
    let rows = (0..<60_000).map { "\(2000 + $0 % 24),N\($0),\($0 % 7 == 3 ? "x" : "\($0)")\n" }
    let plain = try ScanSketch(.figures("year,unit,count\n" + rows.joined())).scan()
    #expect(plain.outcome.list.errors == 60_000 / 7 && plain.rows.count == 60_000)

    let compressed = Deflated.gzip(Array(("year,unit,count\n" + rows.joined()).utf8))
    let found = try scanCompressed(compressed)
    #expect(found.rows == plain.rows)
    #expect(found.outcome.list.errors == plain.outcome.list.errors)
    #expect(found.outcome.findings.map(\.position.line) == plain.outcome.findings.map(\.position.line))
  }

  @Test func aDamagedResourceSaysWhereItBreaksOff() throws {
    let rows = (0..<60_000).map { ["\(2000 + $0 % 24)", "N\($0)", "\($0)"] }
    let text = "year,unit,count\n" + rows.map { $0.joined(separator: ",") + "\n" }.joined()
    let compressed = Deflated.gzip(Array(text.utf8))
    let broken = try scanCompressed(Array(compressed.dropLast(compressed.count / 2)))
    #expect(broken.rows.count > 10_000 && broken.rows.count < 60_000)
    #expect(zip(broken.rows, rows).allSatisfy { $0 == $1 })
    #expect(broken.outcome.findings.map(\.code) == ["damaged-archive"])
    #expect(broken.outcome.findings.map(\.position.line) == [broken.rows.count + 2])
  }

  private func scanCompressed(_ bytes: [UInt8]) throws -> (outcome: ScanOutcome, rows: [[String?]]) {
    let folder = try PackageSketch([.figures("")]).write()
    let descriptor = try String(decoding: folder.bytes(of: "datapackage.json"), as: UTF8.self)
    try folder.write(descriptor.replacing("figures.csv", with: "figures.csv.gz"), to: "datapackage.json")
    try folder.write(bytes: bytes, to: "figures.csv.gz")
    return try ScanSketch(folder).scan()
  }
}
