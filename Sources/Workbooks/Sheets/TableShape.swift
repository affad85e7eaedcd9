import Language
import Reports
import Values

/// The proportions of a table: the order of its rows on the sheet and how wide its columns want to be.
struct TableShape: Sendable {
  let table: ReportTable
  let forms: NumberForms
  let fontSize: Double
  /// Whether its headings carry filter buttons.
  let hasFilters: Bool
  /// Rows of the document in the order of the sheet: items first, then totals, then what follows them.
  let order: [Int]
  let itemCount: Int
  /// The widest mark behind a number of each column, such as " (mh)".
  let widestMarks: [String]

  init(_ table: ReportTable, forms: NumberForms, fontSize: Double, hasFilters: Bool) {
    self.table = table
    self.forms = forms
    self.fontSize = fontSize
    self.hasFilters = hasFilters
    let rows = table.rows.indices
    let items = rows.filter { table.rows[$0].role == .item }
    order = items + rows.filter { table.rows[$0].role == .total } + rows.filter { table.rows[$0].role == .summary }
    itemCount = items.count
    var widest = [String](repeating: "", count: table.columns.count)
    for row in table.rows {
      for (index, cell) in row.cells.enumerated() where index < widest.count {
        guard case .figure(let figure) = cell else { continue }
        let suffix = forms.suffix(Self.marks(of: figure, in: row, column: index, of: table, forms.language))
        if suffix.count > widest[index].count { widest[index] = suffix }
      }
    }
    widestMarks = widest
  }

  var headerSize: Double { fontSize - 0.5 }
  var columns: [ReportColumn] { table.columns }

  func cell(_ row: Int, _ column: Int) -> ReportCell {
    let cells = table.rows[row].cells
    return column < cells.count ? cells[column] : .empty
  }

  func marks(_ row: Int, _ column: Int) -> NumberForms.Marks {
    guard case .figure(let figure) = cell(row, column) else { return .init() }
    return Self.marks(of: figure, in: table.rows[row], column: column, of: table, forms.language)
  }

  /// What is said behind a number because neither its column's heading nor its row's texts say it.
  private static func marks(
    of figure: ReportFigure, in row: ReportRow, column: Int, of table: ReportTable, _ language: OutputLanguage
  ) -> NumberForms.Marks {
    let mayNeedMark = figure.isIllustrative && !table.columns[column].isIllustrative
    guard mayNeedMark || !figure.flags.isEmpty else { return NumberForms.Marks() }
    let heading = table.columns[column].heading
    let around = [heading] + row.cells.compactMap { if case .text(let text) = $0 { text } else { nil } }
    let needsMark = mayNeedMark && !around.contains { $0.hasSuffix(Messages.illustrativeMark[language]) }
    let unsaid = figure.flags.flags.filter { flag in
      let name = flag.name[language].lowercased()
      return !around.contains { $0.contains(Messages.statusMark[language]) || $0.lowercased().contains(name) }
    }
    return NumberForms.Marks(isIllustrative: needsMark, hasStatus: !unsaid.isEmpty)
  }

  /// The unit line, with what the mark of a status says where it is used and not yet explained.
  var unitLine: String {
    let mark = Messages.statusMark[forms.language]
    var flags: StatusFlags = []
    for row in table.rows.indices {
      for column in columns.indices where marks(row, column).hasStatus {
        if case .figure(let figure) = cell(row, column) { flags.formUnion(figure.flags) }
      }
    }
    guard !flags.isEmpty, !table.unitLine.contains(mark) else { return table.unitLine }
    let legend = Messages.statusLegend(flags.flags.map(\.name))[forms.language]
    guard let last = table.unitLine.last else { return legend }
    return table.unitLine + (".;:".contains(last) ? " " : "; ") + legend
  }

  /// A cell's text as it is printed.
  func text(_ row: Int, _ column: Int) -> String {
    switch cell(row, column) {
    case .empty: ""
    case .text(let text): text
    case .figure(let figure): forms.printed(figure, marks: marks(row, column))
    case .absent(let absence): forms.printed(absence)
    }
  }

  func isBold(_ row: Int) -> Bool { table.rows[row].role == .total || isParent(row) }

  /// A row with deeper rows below it.
  func isParent(_ row: Int) -> Bool {
    let rows = table.rows
    return rows.indices.contains(row + 1) && rows[row + 1].level > rows[row].level && rows[row].role == .item
  }
}

/// Texts as they need room.
extension TableShape {
  /// How far a label moves to the right, in pixels.
  func indent(_ row: Int, _ column: Int) -> Double {
    guard columns[column].role == .label else { return 0 }
    return Double(table.rows[row].level + (column == 0 ? 1 : 0)) * 12
  }

  /// A number with the space that its format keeps for the marks of other rows.
  func paddedText(_ row: Int, _ column: Int) -> String {
    guard case .figure = cell(row, column) else { return text(row, column) }
    let own = forms.suffix(marks(row, column)).count
    return text(row, column) + String(widestMarks[column].dropFirst(own)) + " "
  }

  /// The mark of illustrative columns on a line of its own; an Excel table allows no line break in a heading.
  func brokenBeforeMark(_ heading: String) -> String {
    let mark = Messages.illustrativeMark[forms.language]
    guard !hasFilters, heading.hasSuffix(" " + mark) else { return heading }
    return heading.dropLast(mark.count + 1) + "\n" + mark
  }

  /// The height of the heading row for these widths.
  func headerHeight(_ widths: [Int]) -> Int {
    var lines = 1
    for (column, width) in zip(columns, widths) {
      let room = (Double(width) - 10) / 1.03
      lines = max(
        lines, TextMeasure.lines(brokenBeforeMark(column.heading), within: room, size: headerSize, isBold: true))
    }
    return Int((Double(lines) * TextMeasure.lineHeight(size: headerSize)).rounded(.up)) + 12
  }

  /// The height of a row for these widths.
  func height(of row: Int, _ widths: [Int]) -> Int {
    var lines = 1
    for (column, width) in zip(columns.indices, widths) where columns[column].role != .number {
      let room = (Double(width) - 9 - indent(row, column)) / 1.03
      lines = max(lines, TextMeasure.lines(text(row, column), within: room, size: fontSize, isBold: isBold(row)))
    }
    return Int((Double(lines) * TextMeasure.lineHeight(size: fontSize)).rounded(.up)) + 4
  }
}
