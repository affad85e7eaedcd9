import Datasets
import Findings
import TestSupport
import Testing
import Values

/// Writes tables into a package and scans one of them.
struct ScanSketch {
  let folder: ScratchFolder
  let package: DataPackage

  init(_ tables: PackageSketch.Table...) throws {
    folder = try PackageSketch(tables).write()
    package = try DataPackage.open(folder.path)
  }

  /// A package that has been written already.
  init(_ folder: ScratchFolder) throws {
    self.folder = folder
    package = try DataPackage.open(folder.path)
  }

  /// Rows as their cells' texts, `nil` where there is no value.
  ///
  /// - Parameter use: of the columns; unless given, what the package says.
  func scan(
    _ name: String = "figures", use: ResourceUse? = nil
  ) throws -> (outcome: ScanOutcome, rows: [[String?]]) {
    let resource = try #require(package.resource(named: name))
    var scanner = try ResourceScanner(resource, of: package, use: use)
    var rows: [[String?]] = []
    let outcome = try scanner.scan { row, scanner in
      rows.append(row.cells.enumerated().map { scanner.text(of: $1, field: $0) })
      return []
    }
    return (outcome, rows)
  }

  /// What is wrong with a table of a package of its own.
  static func summaries(_ table: PackageSketch.Table) throws -> [String] {
    try ScanSketch(table).scan(table.name).outcome.findings.map(\.summary)
  }
}

extension PackageSketch.Table {
  /// Year, unit and a count: the table that most tests spoil.
  static func figures(
    _ csv: String, fields: [String]? = nil, schema: [String] = [#""primaryKey": ["year", "unit"]"#],
    properties: [String] = []
  ) -> PackageSketch.Table {
    let ordinary = [
      "year:year", "unit", #"{"name": "count", "type": "integer", "constraints": {"minimum": 0}}"#,
    ]
    return PackageSketch.Table(
      "figures", fields: fields ?? ordinary, schema: schema, properties: properties, csv: csv)
  }
}
