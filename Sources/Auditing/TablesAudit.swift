import Datasets
import Findings
import Language
import Reports
import Values

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Compares the tidy tables of a delivered report with its ledger.
struct TablesAudit {
  let folder: String
  let entries: [FigureID: LedgerEntry]
  /// What stands in each table; nil where the ledger does not say.
  let tables: [TableFigures]?
  let numbers: NumberForm

  static let name = "tables"

  /// - Returns: how many numbers were compared.
  /// - Throws: `.invalid` when the tables are no data package any more.
  func run() throws(Failure) -> (count: Int, differences: [AuditDifference]) {
    guard TextFile.exists("\(folder)/\(DataPackage.descriptorName)") else {
      return (0, [AuditDifference(.tables, .fileMissing, file: "\(Self.name)/\(DataPackage.descriptorName)")])
    }
    let package = try DataPackage.open(folder)
    var differences: [AuditDifference] = []
    var count = 0
    for resource in package.resources {
      guard TextFile.exists(package.path(of: resource.path)) else {
        differences.append(AuditDifference(.tables, .fileMissing, file: "\(Self.name)/\(resource.path)"))
        continue
      }
      let file = "\(Self.name)/\(resource.path)"
      let records = try RecordList.read(resource, of: package).records
      count += records.count
      for record in records { differences += self.differences(of: record, in: file) }
      if let table = tables?.first(where: { $0.file == resource.path }) {
        differences += rowDifferences(records, table, in: file)
      }
    }
    // A table that is gone from the descriptor, too.
    for table in tables ?? [] where !package.resources.contains(where: { $0.path == table.file }) {
      differences.append(AuditDifference(.tables, .fileMissing, file: "\(Self.name)/\(table.file)"))
    }
    let known = Set(package.resources.map(\.path) + [DataPackage.descriptorName])
    for name in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    where !known.contains(name) {
      differences.append(AuditDifference(.tables, .fileExtra, file: "\(Self.name)/\(name)"))
    }
    return (count, differences)
  }

  /// Rows that are gone, by the line that each had, and rows that stand there once too often.
  private func rowDifferences(
    _ records: [RecordList.Record], _ table: TableFigures, in file: String
  ) -> [AuditDifference] {
    let found = records.map { FigureID($0["figure"] ?? "") }
    return Alignment(table.figures, found).gaps.flatMap { gap -> [AuditDifference] in
      gap.old.map { row in
        let id = table.figures[row]
        return AuditDifference(
          .tables, .rowMissing, file: file, place: "\(row + 2)", figure: id,
          expected: entries[id]?.published.description)
      }
        + gap.new.compactMap { row in
          // One that the ledger does not know at all was named already.
          guard entries[found[row]] != nil else { return nil }
          return AuditDifference(
            .tables, .rowExtra, file: file, place: "\(records[row].line)", figure: found[row],
            found: records[row]["value"])
        }
    }
  }

  private func differences(of record: RecordList.Record, in file: String) -> [AuditDifference] {
    let id = FigureID(record["figure"] ?? "")
    let value = record["value"]
    guard let entry = entries[id] else {
      return [
        AuditDifference(.tables, .notInLedger, file: file, place: "\(record.line)", figure: id, found: value)
      ]
    }
    var differences: [AuditDifference] = []
    func compare(_ kind: AuditDifference.Kind, _ expected: String, _ found: String?) {
      guard expected != found ?? "" else { return }
      differences.append(
        AuditDifference(
          .tables, kind, file: file, place: "\(record.line)", figure: id, expected: expected, found: found ?? ""))
    }
    if value.flatMap({ ExactDecimal($0) }) != entry.published {
      compare(.numberChanged, entry.published.description, value)
    }
    compare(.labelChanged, entry.indicator ?? "", record["indicator"])
    compare(.labelChanged, entry.period?.code ?? "", record["period"])
    compare(.labelChanged, entry.selection.unit ?? "", record["unit"])
    compare(.labelChanged, entry.unitOfMeasure, record["unit_of_measure"])
    compare(.statusChanged, entry.flags.codes.joined(separator: " "), record["flags"])
    return differences
  }
}
