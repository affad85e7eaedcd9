import Rendering
import Reports
import TestSupport
import Testing
import Values

/// The tidy CSV files beside a report.
@Suite struct TidyTableTests {
  private func files(_ delivery: Delivery) -> [(name: String, text: String)] {
    TidyTables(delivery.document, ledger: delivery.ledger).files
  }

  @Test(arguments: Sample.allCases)
  func everyFigureOfATableIsARow(sample: Sample) throws {
    let delivery = try sample.delivery
    let files = files(delivery)
    #expect(files.count == delivery.document.tables.count + 1)
    for (table, file) in zip(delivery.document.tables, files) {
      let rows = try CSVText(file.text).rows
      #expect(rows.map { $0["figure"] } == table.figuresByRow.map(\.id.name), "\(file.name)")
      #expect(rows.map { $0["value"] } == table.figuresByRow.map(\.value.description), "\(file.name)")
    }
  }

  /// The descriptor says that table, row and column are the key.
  @Test(arguments: Sample.allCases)
  func theDeclaredKeyIsOne(sample: Sample) throws {
    for file in files(try sample.delivery) where file.name.hasSuffix(".csv") {
      let keys = try CSVText(file.text).rows.map { [$0["table"], $0["row"], $0["column"]] }
      #expect(Set(keys).count == keys.count, "\(file.name)")
    }
  }

  @Test func theTinyTablesAreAsRecorded() throws {
    let text = files(try Sample.tiny.delivery).map { "== \($0.name)\n\($0.text)" }.joined()
    #expect(try Golden("Tests/ReportsTests/Goldens/tiny.tables.txt").difference(from: text) == nil)
  }
}

/// CSV without line breaks in its fields.
private struct CSVText {
  let rows: [[String: String]]

  init(_ text: String) throws {
    let records = text.split(whereSeparator: \.isNewline).map { CSVRows.fields($0, ",") }
    let header = try #require(records.first)
    rows = records.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }
}

extension ReportTable {
  fileprivate var figuresByRow: [ReportFigure] {
    rows.flatMap { row in
      row.cells.compactMap { cell in if case .figure(let figure) = cell { figure } else { nil } }
    }
  }
}
