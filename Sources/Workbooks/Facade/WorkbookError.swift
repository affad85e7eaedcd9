public import Findings
public import Language

/// Why a workbook could not be written: one case for each limit of Excel, and the ways in which a file can fail.
public enum WorkbookError: Error, Sendable, Hashable {
  case sheetNameEmpty
  /// More than 31 characters.
  case sheetNameTooLong(String)
  /// One of `[ ] : * ? / \`, or a control character.
  case sheetNameCharacter(String, Character)
  /// Begins or ends with an apostrophe, is "History", or reads as a cell.
  case sheetNameReserved(String)
  /// Two sheets with one name; upper and lower case are the same.
  case sheetNameTaken(String)
  /// From 1; Excel has 1,048,576.
  case rowOutOfRange(Int)
  /// From 1; Excel has 16,384.
  case columnOutOfRange(Int)
  /// More than 32,767 characters in a cell.
  case textTooLong(cell: String, length: Int)
  /// A text with a zero byte, U+FFFE or U+FFFF.
  case textNotAllowed(cell: String)
  /// More than 8,192 characters.
  case formulaTooLong(cell: String, length: Int)
  /// Infinite, or not a number.
  case numberNotFinite(cell: String)
  /// A number format or an alternative text that the file cannot hold.
  case attributeTooLong(String)
  /// A table without rows, or over another table or merged cells.
  case tableRangeInvalid(table: String, range: String)
  case tableNameInvalid(String)
  case tableNameTaken(String)
  case headingEmpty(table: String)
  case headingTooLong(table: String, heading: String)
  case headingTaken(table: String, heading: String)
  case headingNotAllowed(table: String, heading: String)
  /// Merged cells over other merged cells or over a table.
  case mergeInvalid(range: String)
  /// More than 255 characters.
  case headerFooterTooLong(length: Int)
  /// More than 65,530 links on a sheet.
  case tooManyLinks(sheet: String)
  /// More than 64,000 looks of cells.
  case tooManyStyles
  /// A row before one that is already in the file, in constant memory; from 1.
  case rowPassed(sheet: String, row: Int)
  /// An Excel table, or cells merged over several rows, in constant memory.
  case constantMemory(range: String)
  /// A chart without a series, or with more than 255.
  case chartSeriesInvalid(title: String)
  /// A chart that draws cells which are not in the document.
  case chartSourceInvalid(title: String)
  /// A figure that depends on itself, by its expressions.
  case circular(figure: String)
  /// The file cannot be created; the reason is the operating system's.
  case cannotCreate(path: String, reason: String)
  /// Writing failed half-way; nothing is left behind.
  case writeFailed(path: String, reason: String)
  /// A part lacks its end: the folder for temporary files was full.
  case partCut(path: String)
  case outOfMemory
  /// The library is not there; the reason is the system's.
  case noLibrary(String)
  /// The library that runs is another one than this program was built with.
  case otherLibrary(built: Int, running: Int)
  /// The library refused something that was checked: a defect of ours. The code is the library's.
  case library(code: Int, step: String)
}

extension WorkbookError {
  /// What went wrong, for the reader.
  public var reason: LocalizedText {
    switch self {
    case .sheetNameEmpty: Messages.workbookSheetNameEmpty
    case .sheetNameTooLong(let name): Messages.workbookSheetNameTooLong(name)
    case .sheetNameCharacter(let name, let character): Messages.workbookSheetNameCharacter(name, character)
    case .sheetNameReserved(let name): Messages.workbookSheetNameReserved(name)
    case .sheetNameTaken(let name): Messages.workbookSheetNameTaken(name)
    case .rowOutOfRange(let row): Messages.workbookRowOutOfRange(row)
    case .columnOutOfRange(let column): Messages.workbookColumnOutOfRange(column)
    case .textTooLong(let cell, let length): Messages.workbookTextTooLong(cell: cell, length: length)
    case .textNotAllowed(let cell): Messages.workbookTextNotAllowed(cell: cell)
    case .formulaTooLong(let cell, let length): Messages.workbookFormulaTooLong(cell: cell, length: length)
    case .numberNotFinite(let cell): Messages.workbookNumberNotFinite(cell: cell)
    case .attributeTooLong(let text): Messages.workbookAttributeTooLong(text)
    case .tableRangeInvalid(let table, let range): Messages.workbookTableRange(table: table, range: range)
    case .tableNameInvalid(let name): Messages.workbookTableName(name)
    case .tableNameTaken(let name): Messages.workbookTableNameTaken(name)
    case .headingEmpty(let table): Messages.workbookHeadingEmpty(table: table)
    case .headingTooLong(let table, let heading): Messages.workbookHeadingTooLong(table: table, heading: heading)
    case .headingTaken(let table, let heading): Messages.workbookHeadingTaken(table: table, heading: heading)
    case .headingNotAllowed(let table, let heading): Messages.workbookHeadingNotAllowed(table: table, heading: heading)
    case .tooManyStyles: Messages.workbookTooManyStyles
    case .rowPassed(let sheet, let row): Messages.workbookRowPassed(sheet: sheet, row: row)
    case .constantMemory(let range): Messages.workbookConstantMemory(range: range)
    case .mergeInvalid(let range): Messages.workbookMerge(range: range)
    case .headerFooterTooLong(let length): Messages.workbookHeaderFooter(length: length)
    case .tooManyLinks(let sheet): Messages.workbookTooManyLinks(sheet: sheet)
    case .chartSeriesInvalid(let title): Messages.workbookChartSeries(title: title)
    case .chartSourceInvalid(let title): Messages.workbookChartSource(title: title)
    case .circular(let figure): Messages.workbookCircular(figure: figure)
    case .cannotCreate(_, let reason), .writeFailed(_, let reason): Messages.workbookNotWritten(reason)
    case .noLibrary(let reason): Messages.workbookNoLibrary(reason)
    case .otherLibrary(let built, let running): Messages.workbookOtherLibrary(built: built, running: running)
    case .partCut: Messages.workbookPartCut
    case .outOfMemory: Messages.workbookOutOfMemory
    case .library(let code, let step): Messages.workbookLibrary(code: code, step: step)
    }
  }

  /// As the command line reports it.
  public var failure: Failure {
    switch self {
    case .cannotCreate(let path, _): .cannotCreate(path: path, reason: reason)
    case .writeFailed(let path, _), .partCut(let path): .inputOutput(path: path, reason: reason)
    case .noLibrary: .inputOutput(path: "libxlsxwriter", reason: reason)
    case .circular, .library, .chartSourceInvalid, .rowPassed, .constantMemory: .defect(reason.english)
    default: .refused(reason)
    }
  }
}
