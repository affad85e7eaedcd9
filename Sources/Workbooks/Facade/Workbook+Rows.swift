import CXLSXWriter
import Values

/// Rows by the hundred thousand: styles are found once, and a cell costs little more than the library's own work.
extension Workbook {
  /// A style that was found beforehand.
  struct StyleID: Sendable, Hashable { fileprivate var index: Int }

  mutating func styleID(_ style: CellStyle) throws(WorkbookError) -> StyleID {
    styles.append(try format(style))
    return StyleID(index: styles.count - 1)
  }

  /// Says that cells of a row are going to be written.
  ///
  /// - Throws: `.rowPassed` in constant memory, where an earlier row is already in the file.
  mutating func begin(row: Int, on sheet: SheetID) throws(WorkbookError) {
    guard (0..<CellAddress.rows).contains(row) else { throw .rowOutOfRange(row + 1) }
    guard memory == .constant else { return }
    guard row >= sheets[sheet.index].row else { throw .rowPassed(sheet: sheets[sheet.index].name, row: row + 1) }
    sheets[sheet.index].row = row
  }

  /// A number into a row that has begun.
  func put(_ number: Double, row: Int, column: Int, on sheet: SheetID, style: StyleID) throws(WorkbookError) {
    guard column >= 0, column < CellAddress.columns else { throw .columnOutOfRange(column + 1) }
    guard number.isFinite else { throw .numberNotFinite(cell: CellAddress(row: row, column: column).description) }
    let code = worksheet_write_number(
      sheets[sheet.index].pointer, UInt32(row), UInt16(column), number, styles[style.index])
    guard code == LXW_NO_ERROR else { return try Self.check(code, "writing a number") }
  }

  /// A text into a row that has begun.
  func put(_ text: String, row: Int, column: Int, on sheet: SheetID, style: StyleID) throws(WorkbookError) {
    guard column >= 0, column < CellAddress.columns else { throw .columnOutOfRange(column + 1) }
    let text = try ExcelLimits.checked(text: text, row: row, column: column)
    let code = worksheet_write_string(
      sheets[sheet.index].pointer, UInt32(row), UInt16(column), text, styles[style.index])
    guard code == LXW_NO_ERROR else { return try Self.check(code, "writing a text") }
  }

  /// Filter buttons on a heading row, for a range that is no Excel table.
  mutating func filter(_ range: CellRange, on sheet: SheetID) throws(WorkbookError) {
    try ExcelLimits.check(range)
    guard sheets[sheet.index].tables.isEmpty else {
      throw .tableRangeInvalid(table: sheets[sheet.index].name, range: range.description)
    }
    let code = worksheet_autofilter(
      sheets[sheet.index].pointer, UInt32(range.first.row), UInt16(range.first.column), UInt32(range.last.row),
      UInt16(range.last.column))
    try Self.check(code, "adding a filter")
  }
}
