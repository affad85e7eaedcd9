import Language
import Reports
import Values

/// A table of the document as the publication profile shows it: totals within the marked-up table, statuses in words in
/// columns of their own, no running numbers.
struct PublicationTable {
  let document: ReportTable
  let kind: FigureContext.Kind
  let forms: NumberForms

  private var language: OutputLanguage { forms.language }
  private let shown: ReportTable
  private let order: [Int]
  private let itemCount: Int

  init(_ document: ReportTable, kind: FigureContext.Kind, forms: NumberForms) {
    self.document = document
    self.kind = kind
    self.forms = forms
    shown = MarkedTable(Self.withoutOrdinals(document, forms.language), forms: forms).table
    let rows = document.rows.indices
    let items = rows.filter { document.rows[$0].role == .item }
    order =
      items + rows.filter { document.rows[$0].role == .total } + rows.filter { document.rows[$0].role == .summary }
    itemCount = items.count
  }

  /// Whether numbers are missing, which the columns of statuses explain.
  var hasGaps: Bool {
    document.columns.indices.contains { column in
      document.columns[column].role == .number
        && document.rows.indices.contains { row in
          if case .figure = MarkedTable.cell(document, row, column) { false } else { true }
        }
    }
  }

  /// - Parameter first: the row of the sheet on which the items begin.
  func table(itemsFrom first: Int) -> PlainTable? {
    guard !order.isEmpty else { return nil }
    let columns = shown.columns.map { PlainTable.Column(heading: $0.heading, isNumber: $0.role == .number) }
    let rows = order.map { row in
      PlainTable.Row(
        cells: shown.columns.indices.map { cell(row, $0, first: first) },
        isBold: shown.rows[row].role == .total, level: shown.rows[row].level)
    }
    return PlainTable(name: document.definedName, columns: columns, rows: rows)
  }

  private func cell(_ row: Int, _ column: Int, first: Int) -> PlainTable.Cell {
    switch MarkedTable.cell(shown, row, column) {
    case .empty: return PlainTable.Cell("")
    case .text(let text): return PlainTable.Cell(text)
    case .absent(let absence): return PlainTable.Cell(forms.printed(absence))
    case .figure(let figure):
      return PlainTable.Cell(
        .figure(figure, context(row, column, first: first)), text: forms.printed(figure),
        numberFormat: forms.format(of: figure, isFlush: true))
    }
  }

  private func context(_ row: Int, _ column: Int, first: Int) -> FigureContext {
    var context = FigureContext(kind: kind)
    guard shown.rows[row].role != .item, itemCount > 0 else { return context }
    context.items = CellRange(
      CellAddress(row: first, column: column), CellAddress(row: first + itemCount - 1, column: column))
    context.itemFigures = order.prefix(itemCount).compactMap {
      if case .figure(let figure) = MarkedTable.cell(shown, $0, column) { figure } else { nil }
    }
    return context
  }

  /// The first column says what a row is about; a running number would be read out before each.
  private static func withoutOrdinals(_ table: ReportTable, _ language: OutputLanguage) -> ReportTable {
    guard let first = table.columns.first, first.role == .ordinal, first.heading == Messages.ordinal[language] else {
      return table
    }
    var shown = table
    shown.columns.removeFirst()
    for row in shown.rows.indices where !shown.rows[row].cells.isEmpty { shown.rows[row].cells.removeFirst() }
    return shown
  }
}
