import Language
import Reports

/// Tables that are longer than a sheet, continued on numbered ones: `Biểu 02`, `Biểu 02 (2)`, …
extension ReportDocument {
  /// Rows of a sheet that a table needs beside its items: title, notices, heading, what stands below.
  private static let around = 40

  func divided(rowsPerSheet: Int) -> ReportDocument {
    var document = self
    var parts: [String: TablePartition] = [:]
    document.tables = tables.flatMap { table -> [ReportTable] in
      let room = rowsPerSheet - Self.around - table.notes.count - table.rows.count { $0.role != .item }
      guard let partition = TablePartition(table, room: max(room, 1), language) else { return [table] }
      parts[table.id] = partition
      return partition.tables
    }
    guard !parts.isEmpty else { return self }
    func follow(_ charts: [ReportChart]) -> [ReportChart] { charts.compactMap { TablePartition.follow($0, parts) } }
    for index in document.tables.indices { document.tables[index].charts = follow(document.tables[index].charts) }
    document.summary.charts = follow(summary.charts)
    return document
  }
}

/// The parts of one long table: items in order, what stands below them on the last one.
private struct TablePartition {
  private(set) var tables: [ReportTable]
  /// For each row of the table, its part and its row there.
  private var places: [(part: Int, row: Int)]

  /// Nil where the table fits on one sheet.
  init?(_ table: ReportTable, room: Int, _ language: OutputLanguage) {
    let items = table.rows.indices.filter { table.rows[$0].role == .item }
    guard items.count > room else { return nil }
    let count = (items.count + room - 1) / room
    tables = (0..<count).map { part in
      var own = table
      own.rows = []
      own.title = "\(table.title) – \(Messages.tablePart(part + 1, of: count)[language])"
      if part > 0 {
        own.id = "\(table.id)-\(part + 1)"
        own.sheetName = "\(table.sheetName) (\(part + 1))"
        own.definedName = "\(table.definedName)_\(part + 1)"
      }
      own.charts = part == count - 1 ? table.charts : []
      return own
    }
    places = Array(repeating: (0, 0), count: table.rows.count)
    for (position, row) in items.enumerated() { put(table.rows[row], row, position / room) }
    let figures = Self.items(of: table, items)
    for row in table.rows.indices where table.rows[row].role != .item {
      put(Self.adding(figures, to: table.rows[row]), row, count - 1)
    }
  }

  private mutating func put(_ content: ReportRow, _ row: Int, _ part: Int) {
    places[row] = (part, tables[part].rows.count)
    tables[part].rows.append(content)
  }

  /// For each column, the figures that a total adds up.
  private static func items(of table: ReportTable, _ items: [Int]) -> [[FigureID]] {
    table.columns.indices.map { column in
      items.compactMap { row in
        guard case .figure(let figure) = MarkedTable.cell(table, row, column) else { return nil }
        return figure.id
      }
    }
  }

  /// A column's sum runs over several sheets, and names its cells.
  private static func adding(_ figures: [[FigureID]], to row: ReportRow) -> ReportRow {
    var row = row
    for column in row.cells.indices where column < figures.count {
      guard case .figure(var figure) = row.cells[column], figure.expression == .columnSum else { continue }
      figure.expression = .sum(figures[column])
      row.cells[column] = .figure(figure)
    }
    return row
  }

  /// The chart with the parts in which its cells stand; nil where they stand on several sheets.
  static func follow(_ chart: ReportChart, _ partitions: [String: TablePartition]) -> ReportChart? {
    var chart = chart
    var found: [ReportChart.Series] = []
    for series in chart.series + [chart.reference].compactMap({ $0 }) {
      guard let source = follow(series.source, partitions) else { return nil }
      var series = series
      series.source = source
      found.append(series)
    }
    if chart.reference != nil { chart.reference = found.popLast() }
    chart.series = found
    return chart
  }

  private static func follow(
    _ source: ReportChart.Source, _ partitions: [String: TablePartition]
  ) -> ReportChart.Source? {
    switch source {
    case .row(let table, let row, let columns):
      guard let partition = partitions[table] else { return source }
      return partition.place(row).map { .row(table: $0.table, row: $0.row, columns: columns) }
    case .cells(let table, let row, let columns):
      guard let partition = partitions[table] else { return source }
      return partition.place(row).map { .cells(table: $0.table, row: $0.row, columns: columns) }
    case .column(let table, _, _): return partitions[table] == nil ? source : nil
    case .summaryColumn: return source
    }
  }

  private func place(_ row: Int) -> (table: String, row: Int)? {
    places.indices.contains(row) ? (tables[places[row].part].id, places[row].row) : nil
  }
}
