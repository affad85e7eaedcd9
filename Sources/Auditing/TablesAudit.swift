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
      for record in try RecordList.read(resource, of: package).records {
        count += 1
        differences += self.differences(of: record, in: "\(Self.name)/\(resource.path)")
      }
    }
    let known = Set(package.resources.map(\.path) + [DataPackage.descriptorName])
    for name in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    where !known.contains(name) {
      differences.append(AuditDifference(.tables, .fileExtra, file: "\(Self.name)/\(name)"))
    }
    return (count, differences)
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
