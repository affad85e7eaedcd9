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

  @Test func numbersThatAreNotComputedAnyMoreAreNamed() throws {
    let delivered = try Sample.tiny.delivered
    let entry = try #require(delivered.ledger.entries.first)
    var entries = delivered.built.entries
    entries[entry.id] = nil
    let found = try delivered.audit(delivered.write(), entries: entries).differences
    #expect(found.map(\.kind) == [.notComputed] && found.first?.figure == entry.id)
  }
}
