import Language
import Values

/// Writes one table as a workbook: its rows on one sheet, or on numbered ones where Excel's rows run out, then notes and
/// sources.
///
/// A small table is an Excel table with live sums; a large one is written row by row in constant memory, with a filter
/// and a frozen heading. Equal tables give equal bytes.
public enum TableWorkbook {
  /// Tables of more cells are written in constant memory.
  static let mostCellsInMemory = 100_000

  /// - Parameters:
  ///   - path: written directly; a caller that must never leave half a file gives a temporary path and renames.
  ///   - row: fills the cells of a row, from 0; the array comes empty. Called once a row, in order.
  /// - Throws: `WorkbookError`; nothing of the file is left behind then.
  /// - Complexity: O(cells), and memory for one row when the table is large.
  public static func write(
    _ document: TableDocument, to path: String, row: (Int, inout [TableCell]) -> Void
  ) throws(WorkbookError) {
    try write(document, to: path, memory: nil, rowsPerSheet: CellAddress.rows, row: row)
  }

  static func write(
    _ document: TableDocument, to path: String, memory: Workbook.Memory?, rowsPerSheet: Int,
    row: (Int, inout [TableCell]) -> Void
  ) throws(WorkbookError) {
    guard document.columns.count <= CellAddress.columns else { throw .columnOutOfRange(document.columns.count) }
    let layout = TableLayout(document, rowsPerSheet: rowsPerSheet)
    let isSmall = document.rowCount * document.columns.count <= mostCellsInMemory
    let memory = memory ?? (isSmall && !layout.parts.isDivided ? .whole : .constant)
    try Workbook.write(
      to: path,
      properties: Workbook.Properties(
        title: document.title, subject: "", company: "", language: document.language.tag,
        comments: document.notices.joined(separator: " "), date: document.date),
      memory: memory
    ) { (book) throws(WorkbookError) in
      var writer = try TableWriter(document, layout, into: &book)
      try writer.write(into: &book, row: row)
    }
  }
}

/// Where everything stands.
struct TableLayout: Sendable {
  let parts: TableParts
  let headerRow: Int
  /// Lines of the notices, under the title.
  let notices: [String]
  let notesSheet: String
  let contentsSheet: String

  init(_ document: TableDocument, rowsPerSheet: Int) {
    // Title, notices, the line that leads to the notes.
    notices = document.notices.flatMap { TableLook.lines($0, style: TableLook.notice) }
    headerRow = notices.count + 2
    let room = rowsPerSheet - headerRow - 1 - document.totals.count
    parts = TableParts(rowCount: document.rowCount, room: room, name: Messages.tableSheet[document.language])
    notesSheet = Messages.notesSheet[document.language]
    contentsSheet = Messages.contentsSheet[document.language]
  }

  func items(_ part: TableParts.Part, column: Int) -> CellRange {
    CellRange(
      CellAddress(row: headerRow + 1, column: column),
      CellAddress(row: headerRow + max(1, part.rows.count), column: column))
  }
}
