import CXLSXWriter

/// An Excel table: a header row and at least one row below it.
struct TableDescription: Sendable {
  var name: String
  /// The header row included.
  var range: CellRange
  /// One a column.
  var headings: [String]
  var headerStyles: [CellStyle]
  /// Whether its headings carry filter buttons.
  var hasFilters = true
}

extension Workbook {
  /// Makes a range a table and writes its headings. The rows are written as ordinary cells.
  mutating func add(_ table: TableDescription, on sheet: SheetID) throws(WorkbookError) {
    try check(table, on: sheet)
    takenNames.insert(table.name.lowercased())
    sheets[sheet.index].tables.append(table.range)
    let worksheet = sheets[sheet.index].pointer
    var formats: [UnsafeMutablePointer<lxw_format>] = []
    for style in table.headerStyles { formats.append(try format(style)) }
    let (first, last) = (table.range.first, table.range.last)
    try CStrings.lend { strings throws(WorkbookError) in
      let columns = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: table.headings.count)
      let list = UnsafeMutablePointer<UnsafeMutablePointer<lxw_table_column>?>.allocate(
        capacity: table.headings.count + 1)
      defer {
        columns.deallocate()
        list.deallocate()
      }
      for (index, heading) in table.headings.enumerated() {
        var column = lxw_table_column()
        column.header = strings.copy(FileText.escaped(heading))
        column.header_format = formats[index]
        (columns + index).initialize(to: column)
        (list + index).initialize(to: columns + index)
      }
      (list + table.headings.count).initialize(to: nil)
      var options = lxw_table_options()
      options.name = strings.copy(table.name)
      options.no_banded_rows = 1
      options.no_autofilter = table.hasFilters ? 0 : 1
      options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
      options.style_type_number = 0
      options.columns = list
      let code = worksheet_add_table(
        worksheet, UInt32(first.row), UInt16(first.column), UInt32(last.row), UInt16(last.column), &options)
      try Self.check(code, "adding a table")
    }
  }

  private func check(_ table: TableDescription, on sheet: SheetID) throws(WorkbookError) {
    guard memory == .whole else { throw .constantMemory(range: table.range.description) }
    try ExcelLimits.check(table.range)
    try ExcelLimits.check(definedName: table.name)
    guard !takenNames.contains(table.name.lowercased()) else { throw .tableNameTaken(table.name) }
    try ExcelLimits.check(headings: table.headings, of: table.name)
    let width = table.range.last.column - table.range.first.column + 1
    let merges = sheets[sheet.index].merges
    guard table.range.last.row > table.range.first.row, table.headings.count == width,
      table.headerStyles.count == width,
      !sheets[sheet.index].tables.contains(where: { $0.overlaps(table.range) }),
      !merges.contains(where: { $0.value.contains { $0.overlaps(table.range) } })
    else { throw .tableRangeInvalid(table: table.name, range: table.range.description) }
  }
}
