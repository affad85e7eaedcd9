import CXLSXWriter
import Values

/// How a sheet looks on paper and on the screen. Paper is A4.
struct PageSetup: Sendable {
  /// In inches.
  struct Margins: Sendable {
    var left = 0.6
    var right = 0.6
    var top = 0.75
    var bottom = 0.7
  }

  var isLandscape = false
  /// Everything on one page; otherwise one page wide and as many as needed long.
  var isOnePage = false
  var margins = Margins()
  /// What is printed.
  var area: CellRange?
  /// Rows printed again on top of every page.
  var repeatedRows: ClosedRange<Int>?
  /// Rows that begin a new page.
  var breaks: [Int] = []
  /// With the spreadsheet's codes: `&P`, `&N`, `&L`, …
  var header = ""
  var footer = ""
  var tabColour: Colour?
  var isCentred = true
}

extension Workbook {
  func set(_ page: PageSetup, on sheet: SheetID) throws(WorkbookError) {
    let worksheet = sheets[sheet.index].pointer
    let paperA4: UInt8 = 9
    worksheet_set_paper(worksheet, paperA4)
    if page.isLandscape { worksheet_set_landscape(worksheet) }
    let margins = page.margins
    worksheet_set_margins(worksheet, margins.left, margins.right, margins.top, margins.bottom)
    worksheet_fit_to_pages(worksheet, 1, page.isOnePage ? 1 : 0)
    worksheet_gridlines(worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    if page.isCentred { worksheet_center_horizontally(worksheet) }
    if let colour = page.tabColour { worksheet_set_tab_color(worksheet, look.library(colour)) }
    if let area = page.area {
      try ExcelLimits.check(area)
      let code = worksheet_print_area(
        worksheet, UInt32(area.first.row), UInt16(area.first.column), UInt32(area.last.row),
        UInt16(area.last.column))
      try Self.check(code, "setting the print area")
    }
    if let rows = page.repeatedRows {
      try ExcelLimits.check(CellAddress(row: rows.upperBound, column: 0))
      try Self.check(
        worksheet_repeat_rows(worksheet, UInt32(rows.lowerBound), UInt32(rows.upperBound)), "repeating rows")
    }
    if !page.breaks.isEmpty {
      var breaks = page.breaks.filter { $0 > 0 && $0 < CellAddress.rows }.map { UInt32($0) } + [0]
      try Self.check(worksheet_set_h_pagebreaks(worksheet, &breaks), "setting page breaks")
    }
    for text in [page.header, page.footer] where text.utf16.count > ExcelLimits.headerFooterLength {
      throw .headerFooterTooLong(length: text.utf16.count)
    }
    if !page.header.isEmpty { try Self.check(worksheet_set_header(worksheet, page.header), "setting the header") }
    if !page.footer.isEmpty { try Self.check(worksheet_set_footer(worksheet, page.footer), "setting the footer") }
  }

  /// A row that is folded away with those of its level and deeper ones, by a sign beside the row above them.
  func setOutline(_ level: Int, height: Int, ofRow row: Int, on sheet: SheetID) throws(WorkbookError) {
    try ExcelLimits.check(CellAddress(row: row, column: 0))
    let worksheet = sheets[sheet.index].pointer
    worksheet_outline_settings(worksheet, 1, 0, 0, 0)
    var options = lxw_row_col_options()
    options.level = UInt8(min(max(level, 0), 7))
    let pixels = UInt32(min(max(height, 0), ExcelLimits.rowPixels))
    try Self.check(worksheet_set_row_pixels_opt(worksheet, UInt32(row), pixels, nil, &options), "grouping rows")
  }

  /// Keeps Excel from marking texts that look like numbers (ordinals, years as headings) and sums that stop at a
  /// column's edge on purpose.
  func withoutWarnings(_ range: CellRange, on sheet: SheetID) throws(WorkbookError) {
    try ExcelLimits.check(range)
    for kind in [LXW_IGNORE_NUMBER_STORED_AS_TEXT, LXW_IGNORE_FORMULA_RANGE, LXW_IGNORE_FORMULA_DIFFERS] {
      try Self.check(
        worksheet_ignore_errors(sheets[sheet.index].pointer, UInt8(kind.rawValue), range.description),
        "ignoring warnings")
    }
  }

  /// The sheet that is shown when the workbook is opened.
  func activate(_ sheet: SheetID) { worksheet_activate(sheets[sheet.index].pointer) }
}
