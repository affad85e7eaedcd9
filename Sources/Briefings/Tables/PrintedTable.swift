import Language
import Reports

/// A table of the report as text: what stands in each cell.
struct PrintedTable {
  struct Cell: Hashable {
    var text: String
    /// Nil for words, and for a sign in the place of a number.
    var figure: FigureID?
    /// Of a column of numbers: aligned by its decimals.
    var isNumber = false
    /// Behind the number: that it is illustrative, or has a status.
    var sign = ""
  }

  struct Column: Hashable {
    var heading: String
    var isNumber: Bool
    /// Stands in every part of a table that is too wide: what the rows are about.
    var isLead: Bool
    /// Only the running number of the rows.
    var isOrdinal = false
  }

  struct Row: Hashable {
    var cells: [Cell]
    /// A rule above it.
    var isClosing = false
  }

  var columns: [Column]
  var rows: [Row]

  init(columns: [Column], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }

  init(_ table: ReportTable, _ language: OutputLanguage) {
    let firstNumber = table.columns.firstIndex { $0.role == .number } ?? table.columns.count
    columns = table.columns.enumerated().map { index, column in
      Column(
        heading: column.heading, isNumber: column.role == .number, isLead: index < firstNumber,
        isOrdinal: column.role == .ordinal)
    }
    var isAfterItems = false
    rows = table.rows.map { row in
      let cells = zip(table.columns, row.cells).map { Self.cell($1, in: $0, level: row.level, language) }
      let isFirstOfSums = row.role != .item && !isAfterItems
      isAfterItems = isAfterItems || row.role != .item
      return Row(cells: cells, isClosing: isFirstOfSums)
    }
  }

  private static func cell(
    _ cell: ReportCell, in column: ReportColumn, level: Int, _ language: OutputLanguage
  ) -> Cell {
    let isNumber = column.role == .number
    switch cell {
    case .empty: return Cell(text: "", isNumber: isNumber)
    case .text(let text):
      let indent = column.role == .label ? String(repeating: "\u{A0}", count: 2 * level) : ""
      return Cell(text: indent + text, isNumber: isNumber)
    case .absent(let absence): return Cell(text: NumberForm(language).cell(absence), isNumber: isNumber)
    case .figure(let figure):
      let isMarked = figure.isIllustrative && !column.isIllustrative
      return Cell(
        text: printed(figure, language), figure: figure.value.isZero && figure.style == .plain ? nil : figure.id,
        isNumber: isNumber, sign: isMarked ? " \(Messages.illustrativeMark[language])" : "")
    }
  }

  private static func printed(_ figure: ReportFigure, _ language: OutputLanguage) -> String {
    let form = NumberForm(language)
    let number =
      switch figure.style {
      case .plain: form.cell(figure.value)
      case .rounded: form.string(figure.value)
      case .signed: form.string(figure.value, style: .signed)
      case .ungrouped: form.string(figure.value, style: .ungrouped)
      }
    let isBound = figure.isLowerBound && figure.style != .signed && !figure.value.isZero
    return (isBound ? "\(Messages.moreThan[language]) " : "") + number
  }

  /// Rows as columns: for a table that is wider than the page and has few rows.
  var turned: PrintedTable {
    guard let label = columns.firstIndex(where: { $0.isLead && !$0.isOrdinal }) else { return self }
    let kept = columns.indices.filter { !columns[$0].isLead }
    // What stands beside a label is the same kind of word for each row, and becomes a line of words.
    let beside = columns.indices.filter { $0 != label && columns[$0].isLead && !columns[$0].isOrdinal }
    let heads =
      [Column(heading: columns[label].heading, isNumber: false, isLead: true)]
      + rows.map { Column(heading: $0.cells[label].text, isNumber: true, isLead: false) }
    let lines = (beside + kept).map { column in
      Row(cells: [Cell(text: columns[column].heading)] + rows.map { $0.cells[column] })
    }
    return PrintedTable(columns: heads, rows: lines)
  }
}
