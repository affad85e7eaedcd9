import Language
import Values

/// A grid as people read it: every cell in their language, numbers taken apart so that decimals can stand under each
/// other.
struct PrintedGrid {
  struct Column {
    var heading: String
    var isNumeric: Bool
    var isLabel: Bool
    var good = 0
    var rows: [PrintedCell]
    var totals: [PrintedCell]
    /// Columns of the widest part after the decimal separator, which is counted with it.
    var fractionWidth = 0
    /// Columns of the widest flags, with the space before them.
    var marksWidth = 0

    var cells: [PrintedCell] { rows + totals }

    /// Columns that the widest cell takes.
    var cellWidth: Int {
      let numbers = cells.map { DisplayWidth.of($0.whole) + ($0.isNumber ? fractionWidth : 0) }.max() ?? 0
      return numbers + marksWidth
    }

    /// A cell of a number column with its decimals and flags in their places.
    func aligned(_ cell: PrintedCell) -> String {
      let number = cell.whole + (cell.isNumber ? DisplayWidth.padded(cell.fraction, to: fractionWidth) : "")
      return number + DisplayWidth.padded(cell.marks, to: marksWidth)
    }
  }

  var columns: [Column]
  /// Notes of the grid itself, then what the symbols and flags in it say.
  var footnotes: [String]

  init(_ grid: Grid, language: OutputLanguage) {
    let form = NumberForm(language)
    let indices = grid.columns(for: .people)
    let firstText = indices.first { !grid.columns[$0].isNumeric }
    let hasLabels = indices.contains { grid.columns[$0].isLabel }
    columns = indices.map { index in
      let column = grid.columns[index]
      func printed(_ rows: [[GridCell]]) -> [PrintedCell] {
        rows.map { PrintedCell(Grid.cell($0, index), in: column, form) }
      }
      var result = Column(
        heading: PrintedCell.printable(column.heading), isNumeric: column.isNumeric,
        isLabel: hasLabels ? column.isLabel : index == firstText, good: column.good, rows: printed(grid.rows),
        totals: printed(grid.totals))
      if column.isNumeric {
        result.fractionWidth = result.cells.map { DisplayWidth.of($0.fraction) }.max() ?? 0
        result.marksWidth = result.cells.map { DisplayWidth.of($0.marks) }.max() ?? 0
      }
      return result
    }
    footnotes = grid.footnotes + Self.legend(grid, indices, form)
  }

  /// Only what occurs is explained.
  private static func legend(_ grid: Grid, _ indices: [Int], _ form: NumberForm) -> [String] {
    var flags: StatusFlags = []
    var hasDash = false
    var absences: Set<Absence> = []
    for row in grid.rows + grid.totals {
      for index in indices {
        let cell = Grid.cell(row, index)
        flags.formUnion(cell.flags)
        if case .absent(let absence) = cell { absences.insert(absence) }
        if PrintedCell(cell, in: grid.columns[index], form).isDash { hasDash = true }
      }
    }
    var symbols: [LocalizedText] = hasDash ? [Messages.nothingOccurred] : []
    if absences.contains(.notCollected) { symbols.append(Messages.notCollected) }
    if absences.contains(.notApplicable) { symbols.append(Messages.notApplicable) }
    if absences.contains(.missing) { symbols.append(Messages.blankMissing) }
    let meanings = flags.flags.map { flag in
      LocalizedText(vi: "\(flag.rawValue): \(flag.name.vietnamese)", en: "\(flag.rawValue): \(flag.name.english)")
    }
    return [symbols, meanings].filter { !$0.isEmpty }.map { Messages.joined($0)[form.language] + "." }
  }
}

/// One cell as people read it.
struct PrintedCell: Equatable {
  /// Everything, or of a number what stands before the decimal separator.
  var whole = ""
  /// `,22`.
  var fraction = ""
  /// ` P`.
  var marks = ""
  var isNumber = false
  /// The dash of a zero.
  var isDash = false

  var text: String { whole + fraction + marks }

  /// Of a signed number that is not zero once rounded.
  var sign: Int { isNumber ? (whole.hasPrefix("+") ? 1 : whole.hasPrefix("-") ? -1 : 0) : 0 }

  init(_ cell: GridCell, in column: Grid.Column, _ form: NumberForm) {
    let style: NumberForm.Style = if case .number(let style) = column.kind { style } else { .plain }
    switch cell {
    case .empty: break
    case .text(let text): whole = Self.printable(text)
    case .truth(let value): whole = (value ? Messages.yes : Messages.no)[form.language]
    case .absent(let absence): whole = form.cell(absence)
    case .number(let value, _, let unrounded):
      split(form.cell(value, style: style, unrounded: unrounded), form)
      isDash = whole == NumberForm.nothingOccurred
      isNumber = !isDash
    case .atLeast(let value, _):
      split(form.lowerBound(value), form)
      isNumber = true
    }
    let codes = cell.flags.codes
    if !codes.isEmpty { marks = " " + codes.joined() }
  }

  private mutating func split(_ number: String, _ form: NumberForm) {
    let parts = number.split(separator: form.decimalSeparator, maxSplits: 1)
    whole = String(parts.first ?? "")
    fraction = parts.count > 1 ? form.decimalSeparator + parts[1] : ""
  }

  /// What comes from a file must not move the cursor, change colours or turn the direction of writing.
  static func printable(_ text: String) -> String { PrintableText.of(text) }
}
