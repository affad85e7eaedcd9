import Values
import WorkbookReader

/// Formulas in one spelling, so that those that say the same are the same whichever program wrote the file:
/// `SUM(Bieu_01[[Năm]])` is `SUM(B7:B16)`, `'Biểu 01'!$D$7` is `Biểu 01!D7`.
struct FormulaForm {
  private let book: ReadBook
  /// How the name of a sheet stands in a formula, and the name that the ledger has for it.
  private let names: [(spelled: String, name: String)]
  /// Rows were taken out or put in: the numbers of rows say nothing.
  private let isWithoutRows: Bool
  /// How columns of tables stand in a formula, and the cells that they are.
  private let columns: [(table: String, spelled: String, cells: String)]

  init(book: ReadBook, renamed: [String: String], isWithoutRows: Bool) {
    self.book = book
    self.isWithoutRows = isWithoutRows
    func spelled(_ name: String) -> String { "'\(name.replacing("'", with: "''"))'!" }
    names =
      book.sheets.map { (spelled($0.name), renamed[$0.name] ?? $0.name) }
      + renamed.values.sorted().map { (spelled($0), $0) }
    columns = book.sheets.flatMap { sheet in
      sheet.tables.flatMap { Self.columns(of: $0, in: spelled(sheet.name)) }
    }
  }

  /// Nil where the cell has none. A shared formula is known by the cell that has its text.
  func text(of cell: ReadCell, in sheet: ReadSheet) -> String? {
    switch cell.formula {
    case nil: nil
    case .text(let text): text
    case .shared(let master):
      if case .text(let text) = sheet[master]?.formula { "\(text) @\(master)" } else { "" }
    }
  }

  /// - Parameter sheet: on which the formula stands.
  func isChanged(from expected: String?, to found: String?, in sheet: String) -> Bool {
    if expected == found { return false }
    guard let expected, let found else { return true }
    return normal(expected, in: sheet) != normal(found, in: sheet)
  }

  private func normal(_ formula: String, in sheet: String) -> String {
    var text = formula
    for column in columns where text.contains(column.table) {
      text = text.replacing(column.spelled, with: column.cells)
    }
    let own = names.first { $0.spelled == "'\(sheet.replacing("'", with: "''"))'!" }?.name ?? sheet
    for (spelled, name) in names { text = text.replacing(spelled, with: "\(name)!") }
    text = text.replacing("\(sheet)!", with: "").replacing("\(own)!", with: "")
    text = String(text.filter { $0 != "$" && $0 != " " })
    return isWithoutRows ? Self.withoutRows(text) : text
  }

  /// `SUM(B7:B16)*100` as `SUM(B:B)*100`.
  private static func withoutRows(_ text: String) -> String {
    var result = ""
    var isInReference = false
    for letter in text {
      if letter.isASCII, letter.isNumber, isInReference { continue }
      isInReference = letter.isASCII && letter.isUppercase
      result.append(letter)
    }
    return result
  }

  private static func columns(
    of table: ReadTable, in sheet: String
  ) -> [(table: String, spelled: String, cells: String)] {
    let ends = table.range.split(separator: ":").compactMap { CellAddress($0) }
    guard ends.count == 2 else { return [] }
    return table.columns.enumerated().flatMap { offset, column in
      let escaped = column.reduce(into: "") { $0 += "[]#'@".contains($1) ? "'\($1)" : "\($1)" }
      let first = CellAddress(row: ends[0].row + (table.hasHeader ? 1 : 0), column: ends[0].column + offset)
      let last = CellAddress(row: ends[1].row - table.totalRows, column: ends[0].column + offset)
      return ["[[\(escaped)]]", "[\(escaped)]", "[[#Data],[\(escaped)]]"].map {
        (table.name, table.name + $0, "\(sheet)\(first):\(last)")
      }
    }
  }
}
