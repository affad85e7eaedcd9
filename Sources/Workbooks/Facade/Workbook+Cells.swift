import CXLSXWriter
import Values

/// What is written into a cell.
enum CellValue: Sendable, Hashable {
  case blank
  /// Always text, also when it begins with `=`.
  case text(String)
  case number(Double)
  /// With the value that is shown until somebody recalculates.
  case formula(Formula, cached: Double)
  /// The same as its text, without the leading `=`.
  case equation(String, cached: Double)
  /// Text that leads to a cell of another sheet.
  case link(String, sheet: String, cell: CellAddress)
}

extension Workbook {
  mutating func write(_ value: CellValue, at cell: CellAddress, on sheet: SheetID, style: CellStyle)
    throws(WorkbookError)
  {
    try ExcelLimits.check(cell)
    try begin(row: cell.row, on: sheet)
    let format = try format(style)
    let worksheet = sheets[sheet.index].pointer
    let (row, column) = (UInt32(cell.row), UInt16(cell.column))
    switch value {
    case .blank:
      try Self.check(worksheet_write_blank(worksheet, row, column, format), "writing an empty cell")
    case .text(let text):
      let text = try ExcelLimits.checked(text: text, at: cell)
      try Self.check(worksheet_write_string(worksheet, row, column, text, format), "writing a text")
    case .number(let number):
      guard number.isFinite else { throw .numberNotFinite(cell: cell.description) }
      try Self.check(worksheet_write_number(worksheet, row, column, number, format), "writing a number")
    case .formula(let formula, let cached):
      try write(.equation(formula.text, cached: cached), at: cell, on: sheet, style: style)
    case .equation(let equation, let cached):
      guard cached.isFinite else { throw .numberNotFinite(cell: cell.description) }
      let text = "=" + equation
      guard text.utf16.count <= ExcelLimits.formulaLength else {
        throw .formulaTooLong(cell: cell.description, length: text.utf16.count)
      }
      try Self.check(
        worksheet_write_formula_num(worksheet, row, column, text, format, cached), "writing a formula")
    case .link(let text, let target, let targetCell):
      let text = try ExcelLimits.checked(text: text, at: cell)
      try link(
        text, to: "internal:" + Formula.cell(sheet: target, targetCell).text, at: cell, on: sheet, format: format)
    }
  }

  private mutating func link(
    _ text: String, to location: String, at cell: CellAddress, on sheet: SheetID,
    format: UnsafeMutablePointer<lxw_format>
  ) throws(WorkbookError) {
    // The library cuts a location at the sign; such a sheet is named without a link.
    guard !location.contains("#") else {
      let code = worksheet_write_string(
        sheets[sheet.index].pointer, UInt32(cell.row), UInt16(cell.column), text, format)
      return try Self.check(code, "writing a text")
    }
    guard sheets[sheet.index].links < ExcelLimits.linksPerSheet else {
      throw .tooManyLinks(sheet: sheets[sheet.index].name)
    }
    guard location.utf8.count <= ExcelLimits.attributeBytes else { throw .attributeTooLong(location) }
    sheets[sheet.index].links += 1
    let code = worksheet_write_url_opt(
      sheets[sheet.index].pointer, UInt32(cell.row), UInt16(cell.column), location, format, text, nil)
    try Self.check(code, "writing a link")
  }

  /// Merges the cells, all in the style; what stands in the first is written afterwards.
  mutating func merge(_ range: CellRange, on sheet: SheetID, style: CellStyle) throws(WorkbookError) {
    try ExcelLimits.check(range)
    let rows = range.first.row...range.last.row
    guard memory == .whole || range.first.row == range.last.row else { throw .constantMemory(range: range.description) }
    try begin(row: range.first.row, on: sheet)
    guard !range.isSingle,
      !rows.contains(where: { row in (sheets[sheet.index].merges[row] ?? []).contains { $0.overlaps(range) } }),
      !sheets[sheet.index].tables.contains(where: { $0.overlaps(range) })
    else { throw .mergeInvalid(range: range.description) }
    for row in rows { sheets[sheet.index].merges[row, default: []].append(range) }
    let format = try format(style)
    let code = worksheet_merge_range(
      sheets[sheet.index].pointer, UInt32(range.first.row), UInt16(range.first.column), UInt32(range.last.row),
      UInt16(range.last.column), "", format)
    try Self.check(code, "merging cells")
  }

  /// - Parameter pixels: of 1/96 inch.
  mutating func setWidth(_ pixels: Int, ofColumn column: Int, on sheet: SheetID) throws(WorkbookError) {
    try ExcelLimits.check(CellAddress(row: 0, column: column))
    sheets[sheet.index].widths[column] = pixels
    let stored = Double(min(max(pixels, 0), ExcelLimits.columnPixels)) / look.digitPixels
    let whole = stored - 5 / Self.libraryDigitPixels
    // Below one character, the library takes the margin for a part of it.
    let characters = whole >= 1 ? whole : stored * Self.libraryDigitPixels / (Self.libraryDigitPixels + 5)
    try Self.check(
      worksheet_set_column(sheets[sheet.index].pointer, UInt16(column), UInt16(column), characters, nil),
      "setting a column's width")
  }

  /// - Parameter pixels: of 1/96 inch.
  func setHeight(_ pixels: Int, ofRow row: Int, on sheet: SheetID) throws(WorkbookError) {
    try ExcelLimits.check(CellAddress(row: row, column: 0))
    let height = UInt32(min(max(pixels, 0), ExcelLimits.rowPixels))
    try Self.check(
      worksheet_set_row_pixels(sheets[sheet.index].pointer, UInt32(row), height, nil), "setting a row's height")
  }

  func freeze(at cell: CellAddress, on sheet: SheetID) throws(WorkbookError) {
    try ExcelLimits.check(cell)
    worksheet_freeze_panes(sheets[sheet.index].pointer, UInt32(cell.row), UInt16(cell.column))
  }

  /// A name for a range, for the whole workbook.
  mutating func define(_ name: String, as range: CellRange, on sheet: SheetID) throws(WorkbookError) {
    try ExcelLimits.check(definedName: name)
    try ExcelLimits.check(range)
    guard takenNames.insert(name.lowercased()).inserted else { throw .tableNameTaken(name) }
    let formula = Formula.fixed(sheet: sheets[sheet.index].name, range)
    try Self.check(workbook_define_name(pointer, name, formula.equation), "defining a name")
  }
}
