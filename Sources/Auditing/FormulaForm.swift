import Values
import WorkbookReader

/// Formulas in one spelling, so that those that say the same are the same whichever program wrote the file:
/// `SUM(Bieu_01[[Năm]])` is `SUM(B7:B16)`, `'Biểu 01'!$D$7` is `Biểu 01!D7`.
struct FormulaForm {
  let sheet: String
  let book: ReadBook

  /// Nil where the cell has none. A shared formula is known by the cell that has its text.
  func text(of cell: ReadCell, in sheet: ReadSheet) -> String? {
    switch cell.formula {
    case nil: nil
    case .text(let text): text
    case .shared(let master):
      if case .text(let text) = sheet[master]?.formula { "\(text) @\(master)" } else { "" }
    }
  }

  func isChanged(from expected: String?, to found: String?) -> Bool {
    if expected == found { return false }
    guard let expected, let found else { return true }
    return normal(expected) != normal(found)
  }

  func normal(_ formula: String) -> String {
    var text = ranges(formula)
    for name in book.sheets.map(\.name) {
      text = text.replacing("'\(name.replacing("'", with: "''"))'!", with: "\(name)!")
    }
    text = text.replacing("\(sheet)!", with: "")
    return String(text.filter { $0 != "$" && $0 != " " })
  }

  /// Columns of tables as the cells they are.
  private func ranges(_ formula: String) -> String {
    var text = formula
    for sheet in book.sheets {
      for table in sheet.tables {
        let ends = table.range.split(separator: ":").compactMap { CellAddress($0) }
        guard ends.count == 2, text.contains(table.name) else { continue }
        for (offset, column) in table.columns.enumerated() {
          let escaped = column.reduce(into: "") { $0 += "[]#'@".contains($1) ? "'\($1)" : "\($1)" }
          let first = CellAddress(row: ends[0].row + (table.hasHeader ? 1 : 0), column: ends[0].column + offset)
          let last = CellAddress(row: ends[1].row - table.totalRows, column: ends[0].column + offset)
          let cells = "'\(sheet.name.replacing("'", with: "''"))'!\(first):\(last)"
          for spelling in ["[[\(escaped)]]", "[\(escaped)]", "[[#Data],[\(escaped)]]"] {
            text = text.replacing(table.name + spelling, with: cells)
          }
        }
      }
    }
    return text
  }
}
