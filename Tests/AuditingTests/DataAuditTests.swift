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
  private func differences(
    _ file: String, ending: String = "\n", ledger: Ledger? = nil, _ change: ([String]) -> [String]
  ) throws -> [AuditDifference] {
    let delivered = try Sample.tiny.delivered
    let folder = try ScratchFolder()
    let copy = folder.path(of: "package")
    try FileManager.default.copyItem(atPath: Self.package, toPath: copy)
    let text = try TextFile.read("\(copy)/\(file)", called: file)
    let lines = change(text.split(separator: "\n").map(String.init))
    try folder.write(lines.joined(separator: ending) + ending, to: "package/\(file)")
    let today = try Delivered(report: "\(copy)/reports/review", package: copy, language: .vietnamese)
    return try delivered.audit(
      delivered.write(ledger: ledger), package: today.dataset.package, entries: today.built.entries,
      files: today.built.files
    ).differences
  }

  /// By the checks of the lines, and without them by the values that moved and those that did not.
  @Test(arguments: [true, false])
  func anEditedValueIsNamedByFileAndRow(hasChecks: Bool) throws {
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
    var edited = ""
    let found = try differences(input.file, ledger: hasChecks ? nil : withoutChecks(delivered.ledger)) { lines in
      var lines = lines
      var fields = lines[line - 1].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      let separator = fields.count > 1 ? ";" : ","
      if fields.count == 1 {
        fields = lines[line - 1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      if let index = fields.lastIndex(where: { $0 == spelled || $0 == value.description }) {
        fields[index] = "9" + fields[index]
      }
      edited = fields.joined(separator: separator)
      lines[line - 1] = edited
      return lines
    }
    let file = try #require(found.first { $0.kind == .fileChanged })
    #expect(file.file == input.file && file.place == (hasChecks ? nil : "\(line)"), "\(file)")
    let moved = try #require(found.first { $0.kind == .valueChanged && $0.figure == entry.id })
    #expect(moved.stands == delivered.ledger.places[entry.id])
    let row = found.first { $0.kind == .lineChanged }
    #expect((row != nil) == hasChecks)
    if let row {
      #expect(row.place == "\(line)" && row.found == edited && row.moved.contains(entry.id))
      #expect(moved.place == "\(line)" && moved.file == input.file)
      // Every number that moved rests on the line, and no other does.
      #expect(row.moved == found.filter { $0.kind == .valueChanged }.compactMap(\.figure))
    }
    #expect(found.allSatisfy { $0.side == .data })
  }

  private func withoutChecks(_ ledger: Ledger) throws -> Ledger {
    let text = JSONWriter(.pretty).string(ledger.json)
    let read = try LedgerReader.read(
      text: text.replacing("\"line_checks\": \"", with: "\"other\": \""), called: "l.json")
    #expect(read.files.allSatisfy { $0.lineChecks == nil } && ledger.files.allSatisfy { $0.lineChecks != nil })
    return read
  }

  private static let file = "membership.csv"
  private static let kinds: Set<AuditDifference.Kind> = [.lineChanged, .lineInserted, .lineRemoved, .lineMoved]

  /// A line that is put in moves all that follow it, and is the only one that is named.
  @Test func aLineThatIsPutInIsNamed() throws {
    let found = try differences(Self.file) { lines in Array(lines.prefix(2) + [""] + lines.dropFirst(2)) }
    // Numbers from rows that only have other numbers are no news.
    #expect(found.map(\.kind) == [.fileChanged, .lineInserted])
    #expect(found.last?.place == "3" && found.last?.moved == [])
  }

  @Test func aRowThatIsTakenOutIsNamedByTheNumberItHad() throws {
    let found = try differences(Self.file) { lines in Array(lines.prefix(2) + lines.dropFirst(3)) }
    let rows = found.filter { Self.kinds.contains($0.kind) }
    #expect(rows.map(\.kind) == [.lineRemoved] && rows.first?.place == "3" && rows.first?.found == nil)
    let moved = try #require(rows.first).moved
    #expect(!moved.isEmpty)
    #expect(found.filter { moved.contains($0.figure ?? FigureID("")) }.allSatisfy { $0.place == "3" })
  }

  @Test func rowsInAnotherOrderAreSaidToHaveMoved() throws {
    let found = try differences(Self.file) { lines in [lines[0]] + lines.dropFirst(2) + [lines[1]] }
    let count = try TextFile.read("\(Self.package)/\(Self.file)", called: "").split(separator: "\n").count
    #expect(found.map(\.kind) == [.fileChanged, .lineMoved] && found.last?.place == "\(count)")
  }

  @Test func otherLineEndsAreNoOtherRows() throws {
    let found = try differences(Self.file, ending: "\r\n") { $0 }
    #expect(found.map(\.kind) == [.fileChanged])
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
    let rows = try folder.text(of: "package/membership.2.csv").split(separator: "\n").map(String.init)
    var fields = rows[0].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    let number = try #require(fields.firstIndex { Int($0) ?? 0 > 0 && Int($0) ?? 0 < 2000 })
    fields[number] = "\((Int(fields[number]) ?? 0) - 1)"
    let edited = ([fields.joined(separator: ";")] + rows.dropFirst()).joined(separator: "\n") + "\n"
    try folder.write(edited, to: "package/membership.2.csv")
    let today = try Delivered(report: "\(copy)/reports/review", package: copy, language: .vietnamese)
    let found = try delivered.audit(delivered.write(), entries: today.built.entries, files: today.built.files)
      .differences
    #expect(found.filter { $0.kind == .fileChanged }.map(\.file) == ["membership.2.csv"])
    let lines = found.filter { $0.kind == .lineChanged }
    #expect(lines.map(\.file) == ["membership.2.csv"] && lines.first?.place == "1", "\(lines)")
    let values = found.filter { $0.kind == .valueChanged }
    #expect(!values.isEmpty && values.allSatisfy { $0.file == "membership.2.csv" }, "\(values)")
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
