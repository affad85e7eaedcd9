import Language
public import Reports
import Values

/// The tables of a report as tidy CSV, one row a figure, with a descriptor (Data Package v2) beside them.
public struct TidyTables {
  private let document: ReportDocument
  private let entries: [FigureID: LedgerEntry]

  public init(_ document: ReportDocument, ledger: Ledger) {
    self.document = document
    entries = Dictionary(ledger.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static let fields: [(name: String, type: String)] = [
    ("table", "string"), ("row", "string"), ("column", "string"), ("figure", "string"), ("indicator", "string"),
    ("period", "string"), ("unit", "string"), ("value", "number"), ("unit_of_measure", "string"), ("flags", "string"),
    ("reporting", "integer"), ("expected", "integer"), ("illustrative", "boolean"),
  ]

  /// File names and contents, `datapackage.json` last.
  public var files: [(name: String, text: String)] {
    var files = document.tables.map { (name: $0.tidyFile, text: CSVTable().string(grid(of: $0))) }
    files.append(("datapackage.json", JSONWriter(.pretty).string(descriptor) + "\n"))
    return files
  }

  private func grid(of table: ReportTable) -> Grid {
    var grid = Grid(
      columns: Self.fields.map {
        Grid.Column(key: $0.name, heading: $0.name, kind: $0.type == "number" ? .number(.plain) : .text)
      })
    for (row, label) in zip(table.rows, labels(of: table)) {
      for (column, cell) in zip(table.columns, row.cells) {
        guard case .figure(let figure) = cell, let entry = entries[figure.id] else { continue }
        grid.rows.append([
          .text(table.id), .text(label), .text(column.heading), .text(figure.id.name),
          .text(entry.indicator ?? ""), .text(entry.period?.code ?? ""), .text(entry.selection.unit ?? ""),
          .number(figure.value), .text(entry.unitOfMeasure), .text(entry.flags.codes.joined(separator: " ")),
          .text(entry.coverage.map { "\($0.reporting)" } ?? ""), .text(entry.coverage.map { "\($0.expected)" } ?? ""),
          .text(entry.isIllustrative ? "true" : "false"),
        ])
      }
    }
    return grid
  }

  /// The name of each row, unique within the table: a repeated one has its number before it.
  private func labels(of table: ReportTable) -> [String] {
    let names = table.rows.map { text(of: $0, in: table, .label) }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(table.rows, names).map { row, name in
      counts[name, default: 0] > 1 ? "\(text(of: row, in: table, .ordinal)) \(name)" : name
    }
  }

  private func text(of row: ReportRow, in table: ReportTable, _ role: ReportColumn.Role) -> String {
    for (column, cell) in zip(table.columns, row.cells) where column.role == role {
      if case .text(let text) = cell { return text }
    }
    return ""
  }

  private var descriptor: JSONValue {
    let isIllustrative = !document.notices.isEmpty
    return [
      "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": .string("\(document.name)-tables"),
      "title": .string("\(document.title). \(document.subtitle)"), "illustrative": .bool(isIllustrative),
      "description": .string(document.notices.joined(separator: " ")),
      "resources": .array(
        document.tables.map { table in
          [
            "name": .string("table-\(table.id)"), "path": .string(table.tidyFile), "title": .string(table.title),
            "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "illustrative": .bool(isIllustrative),
            "schema": [
              "fields": .array(Self.fields.map { ["name": .string($0.name), "type": .string($0.type)] }),
              "primaryKey": ["table", "row", "column"],
            ],
          ]
        }),
    ]
  }
}
