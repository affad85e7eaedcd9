import Language
import Reports
import Values

/// The proportions of a table: the order of its rows on the sheet and how wide its columns want to be.
struct TableShape: Sendable {
  /// As the document has it.
  let document: ReportTable
  /// As it is shown, with the columns of signs.
  let table: ReportTable
  /// For each column of the document, the shown one.
  let places: [Int]
  let marks: Set<Int>
  private let status: StatusFlags
  private let shared: StatusFlags
  private let signed: Set<MarkedTable.Place>
  let forms: NumberForms
  let measure: TextMeasure
  let fontSize: Double
  /// Whether its headings carry filter buttons.
  let hasFilters: Bool
  /// Rows of the document in the order of the sheet: items first, then totals, then what follows them.
  let order: [Int]
  let itemCount: Int
  /// What is asked for again and again: the texts of the cells, and how wide they are with their padding.
  private var texts: [[String]] = []
  private var paddedWidths: [[Double]] = []

  init(_ table: ReportTable, forms: NumberForms, measure: TextMeasure = .serif, fontSize: Double, hasFilters: Bool) {
    let marked = MarkedTable(table, forms: forms)
    document = table
    self.table = marked.table
    places = marked.places
    marks = marked.marks
    status = marked.status
    shared = marked.shared
    signed = marked.signed
    self.forms = forms
    self.measure = measure
    self.fontSize = fontSize
    self.hasFilters = hasFilters
    let rows = table.rows.indices
    let items = rows.filter { table.rows[$0].role == .item }
    order = items + rows.filter { table.rows[$0].role == .total } + rows.filter { table.rows[$0].role == .summary }
    itemCount = items.count
    texts = rows.map { row in self.table.columns.indices.map { printed(row, $0) } }
    paddedWidths = rows.map { row in
      self.table.columns.indices.map { measure.width(paddedText(row, $0), size: fontSize, isBold: isBold(row)) }
    }
  }

  var headerSize: Double { fontSize - 0.5 }
  var columns: [ReportColumn] { table.columns }

  func cell(_ row: Int, _ column: Int) -> ReportCell { MarkedTable.cell(table, row, column) }

  /// Whether a number's format says that it has a status.
  func isSigned(_ row: Int, _ column: Int) -> Bool { signed.contains(MarkedTable.Place(row: row, column: column)) }

  /// Whether the column has its signs beside it.
  func isMarked(_ column: Int) -> Bool { marks.contains(column + 1) }

  /// The unit line, with what the mark of a status says where it is used and not yet explained.
  var unitLine: String {
    if !shared.isEmpty {
      let words = Messages.allFiguresAre(shared.flags.map(\.name))[forms.language]
      return document.unitLine + (document.unitLine.isEmpty ? "" : " ") + words
    }
    let mark = Messages.statusMark[forms.language]
    guard !status.isEmpty, !document.unitLine.contains(mark) else { return document.unitLine }
    let legend = Messages.statusLegend(status.flags.map(\.name))[forms.language]
    guard let last = document.unitLine.last else { return legend }
    return document.unitLine + (".;:".contains(last) ? " " : "; ") + legend
  }

  /// A cell's text as it is printed.
  func text(_ row: Int, _ column: Int) -> String { column < texts[row].count ? texts[row][column] : "" }

  private func printed(_ row: Int, _ column: Int) -> String {
    switch cell(row, column) {
    case .empty: ""
    case .text(let text): text
    case .figure(let figure): forms.printed(figure, hasStatus: isSigned(row, column))
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

  /// Of a cell's text, in pixels; of a number with the room that its format keeps at the edge.
  func paddedWidth(_ row: Int, _ column: Int) -> Double { paddedWidths[row][column] }

  func paddedText(_ row: Int, _ column: Int) -> String {
    guard case .figure(let figure) = cell(row, column) else { return text(row, column) }
    return NumberForms.arrowRoom(of: figure) + text(row, column) + (isMarked(column) ? "" : " ")
  }

  /// The mark of illustrative columns on a line of its own; an Excel table allows no line break in a heading.
  func brokenBeforeMark(_ heading: String) -> String {
    let mark = Messages.illustrativeMark[forms.language]
    guard !hasFilters, heading.hasSuffix(" " + mark) else { return heading }
    return heading.dropLast(mark.count + 1) + "\n" + mark
  }

  func hasClearHeading(_ column: Int, within width: Int, gap: Double) -> Bool {
    MeasuredText(brokenBeforeMark(columns[column].heading), by: measure, size: headerSize, isBold: true)
      .isClear(width, gap: gap)
  }

  /// The height of the heading row for these widths.
  func headerHeight(_ widths: [Int]) -> Int {
    var lines = 1
    for (index, column) in columns.enumerated() where hasFilters || !marks.contains(index) {
      let width = widths[index] + (!hasFilters && isMarked(index) ? widths[index + 1] : 0)
      let heading = MeasuredText(brokenBeforeMark(column.heading), by: measure, size: headerSize, isBold: true)
      // Where lines stay away from the edges, there is no doubt about them.
      let room = heading.isClear(width, gap: 6) ? Double(width) - 2 : (Double(width) - 10) / 1.03
      lines = max(lines, heading.lines(within: room))
    }
    return Int((Double(lines) * measure.lineHeight(size: headerSize)).rounded(.up)) + 12
  }

  /// The height of a row for these widths.
  func height(of row: Int, _ widths: [Int]) -> Int {
    var lines = 1
    for (column, width) in zip(columns.indices, widths) where columns[column].role != .number && !marks.contains(column)
    {
      let room = (Double(width) - 9 - indent(row, column)) / 1.03
      lines = max(lines, measure.lines(text(row, column), within: room, size: fontSize, isBold: isBold(row)))
    }
    return Int((Double(lines) * measure.lineHeight(size: fontSize)).rounded(.up)) + 4
  }
}
