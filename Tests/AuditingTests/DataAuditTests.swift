import Aggregation
import Auditing
import Datasets
import Language
import Reports
import TestSupport
import Testing
import Values

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The data are edited after the report was made.
@Suite struct DataAuditTests {
  private static let package = Repository.path(of: "Tests/Packages/tiny-province")

  /// The differences when one file of the package is changed.
  private func differences(_ file: String, _ change: ([String]) -> [String]) throws -> [AuditDifference] {
    let delivered = try Sample.tiny.delivered
    let folder = try ScratchFolder()
    let copy = folder.path(of: "package")
    try FileManager.default.copyItem(atPath: Self.package, toPath: copy)
    let text = try TextFile.read("\(copy)/\(file)", called: file)
    let lines = change(text.split(separator: "\n").map(String.init))
    try folder.write(lines.joined(separator: "\n") + "\n", to: "package/\(file)")
    let today = try Delivered(report: "\(copy)/reports/review", package: copy, language: .vietnamese)
    return try delivered.audit(delivered.write(), entries: today.built.entries, files: today.built.files).differences
  }

  /// Each row of a file in turn: the file is named, and the row is among those that are suspected.
  @Test func anEditedValueIsNamedByFileAndRow() throws {
    let delivered = try Sample.tiny.delivered
    let entry = try #require(
      delivered.ledger.entries.first { entry in
        guard case .observation(let inputs) = entry.origin, let input = inputs.first else { return false }
        return inputs.count == 1 && input.lines.count == 1 && entry.formula.hasPrefix("sum")
      })
    guard case .observation(let inputs) = entry.origin, let input = inputs.first,
      let line = input.lines.ranges.first?.lowerBound,
      let value = input.value?.decimal
    else { return #expect(Bool(false)) }
    let spelled = NumberForm(.vietnamese).string(value, style: .ungrouped)
    let found = try differences(input.file) { lines in
      var lines = lines
      var fields = lines[line - 1].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      let separator = fields.count > 1 ? ";" : ","
      if fields.count == 1 {
        fields = lines[line - 1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      if let index = fields.lastIndex(where: { $0 == spelled || $0 == value.description }) {
        fields[index] = "9" + fields[index]
      }
      lines[line - 1] = fields.joined(separator: separator)
      return lines
    }
    let file = try #require(found.first { $0.kind == .fileChanged })
    #expect(file.file == input.file && file.place == "\(line)", "\(file)")
    #expect(found.contains { $0.kind == .valueChanged && $0.figure == entry.id })
    #expect(found.allSatisfy { $0.side == .data })
  }

  @Test func aFileWithOtherBytesAndTheSameValuesIsNamed() throws {
    let delivered = try Sample.tiny.delivered
    let path = try #require(delivered.ledger.files.first { $0.path.hasSuffix(".csv") }).path
    let file = delivered.built.files.map { file in
      file.path == path
        ? SourceFile(resource: file.resource, path: path, sha256: "0", bytes: 1, isIllustrative: file.isIllustrative)
        : file
    }
    let found = try delivered.audit(delivered.write(), files: file).differences
    #expect(found.map(\.kind) == [.fileChanged] && found.first?.file == path && found.first?.place == nil)
    let less = try delivered.audit(delivered.write(), files: delivered.built.files.filter { $0.path != path })
      .differences
    #expect(less.map(\.kind) == [.fileMissing])
  }

  /// The same package with its membership in three files, one of them compressed.
  private func split(_ copy: String, _ folder: ScratchFolder) throws {
    try FileManager.default.copyItem(atPath: Self.package, toPath: copy)
    let rows = try folder.text(of: "package/membership.csv").split(separator: "\n").map { "\($0)\n" }
    let (first, second) = (rows.count / 3, rows.count / 3 * 2)
    try folder.write(rows[..<first].joined(), to: "package/membership.csv")
    try folder.write(rows[first..<second].joined(), to: "package/membership.2.csv")
    try folder.write(
      bytes: Deflated.gzip(Array((rows[0] + rows[second...].joined()).utf8)), to: "package/membership.3.csv.gz")
    let files = #"["membership.csv", "membership.2.csv", "membership.3.csv.gz"]"#
    let descriptor = try folder.text(of: "package/datapackage.json")
    try folder.write(
      descriptor.replacing(#""path": "membership.csv""#, with: #""path": \#(files)"#), to: "package/datapackage.json")
  }

  /// A report over a table of three files says what it says over one, and is proved file by file.
  @Test func aTableOfSeveralFilesIsAudited() throws {
    let folder = try ScratchFolder()
    let copy = folder.path(of: "package")
    try split(copy, folder)
    let delivered = try Delivered(report: "\(copy)/reports/review", package: copy, language: .vietnamese)
    #expect(try delivered.audit(delivered.write()).differences.isEmpty)
    let plain = try Sample.tiny.delivered
    #expect(delivered.ledger.entries.map(\.id) == plain.ledger.entries.map(\.id))
    for (one, other) in zip(delivered.ledger.entries, plain.ledger.entries) {
      #expect(one.value == other.value && one.flags == other.flags && one.coverage == other.coverage)
    }
    let pieces = ["membership.2.csv", "membership.3.csv.gz", "membership.csv"]
    #expect(delivered.ledger.files.map(\.path).filter { $0.hasPrefix("membership") } == pieces)
    #expect(Set(delivered.ledger.files.map(\.sha256)).count == delivered.ledger.files.count)
    // What is written can be read.
    let written = try delivered.write()
    #expect(try DeliveredReport.open(written.path).ledger == delivered.ledger)

    // A row of the second file is another: its file is named, and only that.
    let lines = try folder.text(of: "package/membership.2.csv").split(separator: "\n").map(String.init)
    var fields = lines[0].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    let number = try #require(fields.firstIndex { Int($0) ?? 0 > 0 && Int($0) ?? 0 < 2000 })
    fields[number] = "\((Int(fields[number]) ?? 0) - 1)"
    let edited = ([fields.joined(separator: ";")] + lines.dropFirst()).joined(separator: "\n") + "\n"
    try folder.write(edited, to: "package/membership.2.csv")
    let today = try Delivered(report: "\(copy)/reports/review", package: copy, language: .vietnamese)
    let found = try delivered.audit(delivered.write(), entries: today.built.entries, files: today.built.files)
      .differences
    let changed = found.filter { $0.kind == .fileChanged }
    #expect(changed.map(\.file) == ["membership.2.csv"] && changed.first?.place == "1", "\(changed)")
    #expect(found.contains { $0.kind == .valueChanged })
    #expect(
      found.contains {
        $0.place?.contains("membership.csv: ") == true && $0.place?.contains("membership.2.csv: 1") == true
      })
  }

  @Test func numbersThatAreNotComputedAnyMoreAreNamed() throws {
    let delivered = try Sample.tiny.delivered
    let entry = try #require(delivered.ledger.entries.first)
    var entries = delivered.built.entries
    entries[entry.id] = nil
    let found = try delivered.audit(delivered.write(), entries: entries).differences
    #expect(found.map(\.kind) == [.notComputed] && found.first?.figure == entry.id)
  }
}
