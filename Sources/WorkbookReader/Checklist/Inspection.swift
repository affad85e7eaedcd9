import Language
import Values

/// A workbook with what the items of the checklist ask of it more than once.
struct Inspection {
  /// A table of a sheet.
  struct Table {
    /// An Excel table; nil where only a filter says where it is.
    var marked: ReadTable?
    /// The heading row included.
    var area: CellArea
    /// With the rows that follow without a gap, such as totals.
    var whole: CellArea

    var hasHeading: Bool { marked?.hasHeader ?? true }
    var headingRow: Int? { hasHeading ? area.first.row : nil }
    /// Rows of data, without a table's own totals.
    var rows: Range<Int> {
      let first = area.first.row + (hasHeading ? 1 : 0)
      return first..<max(first, area.last.row + 1 - (marked?.totalRows ?? 0))
    }
  }

  struct Sheet {
    var sheet: ReadSheet
    var tables: [Table] = []
    /// Numbers in rows and columns that no table marks; nil where there are none.
    var unmarked: CellArea?
    /// Most of those numbers are read from other sheets: a summary or what a chart draws, no table of its own.
    var isCopied = false

    var name: String { sheet.name }
    var isVisible: Bool { sheet.visibility == .visible }
    var areas: [CellArea] { tables.map(\.area) }
    func cells(in area: CellArea) -> [ReadCell] {
      sheet.cells.filter { area.contains($0.address) && $0.value != .empty }
    }
  }

  let book: ReadBook
  /// Those with cells.
  let sheets: [Sheet]

  init(_ book: ReadBook) {
    self.book = book
    sheets = book.sheets.filter { $0.isWorksheet && !$0.cells.isEmpty }.map { Self.inspect($0) }
  }

  var visible: [Sheet] { sheets.filter(\.isVisible) }

  /// A place of each sheet to which something applies.
  func places(_ find: (Sheet) -> [ChecklistResult.Place]) -> [ChecklistResult.Place] { visible.flatMap(find) }

  static func place(_ sheet: Sheet, _ cell: String?, _ reason: LocalizedText) -> ChecklistResult.Place {
    ChecklistResult.Place(sheet: sheet.name, cell: cell, reason: reason)
  }

  // MARK: tables

  private static func inspect(_ sheet: ReadSheet) -> Sheet {
    var inspected = Sheet(sheet: sheet)
    let filled = Dictionary(grouping: sheet.cells.filter { $0.value != .empty }, by: \.address.row)
    for table in sheet.tables {
      guard let area = CellArea(table.range) else { continue }
      inspected.tables.append(Table(marked: table, area: area, whole: grown(area, filled)))
    }
    if let filter = sheet.layout.filter, !inspected.areas.contains(where: filter.overlaps) {
      inspected.tables.append(Table(marked: nil, area: filter, whole: grown(filter, filled)))
    }
    findUnmarked(&inspected, filled)
    return inspected
  }

  private static func grown(_ area: CellArea, _ filled: [Int: [ReadCell]]) -> CellArea {
    var last = area.last
    while let row = filled[last.row + 1], row.count(where: { area.columns.contains($0.address.column) }) > 1 {
      last.row += 1
    }
    return CellArea(area.first, last)
  }

  /// At least three rows with two numbers each.
  private static func findUnmarked(_ sheet: inout Sheet, _ filled: [Int: [ReadCell]]) {
    var numbers: [ReadCell] = []
    var rows = 0
    for row in filled.keys.sorted() {
      let found = (filled[row] ?? []).filter { cell in
        guard case .number = cell.value else { return false }
        return !sheet.tables.contains { $0.whole.contains(cell.address) }
      }
      guard found.count > 1 else { continue }
      rows += 1
      numbers += found
    }
    guard rows >= 3, let top = numbers.map(\.address.row).min(), let bottom = numbers.map(\.address.row).max(),
      let left = numbers.map(\.address.column).min(), let right = numbers.map(\.address.column).max()
    else { return }
    sheet.unmarked = CellArea(CellAddress(row: top, column: left), CellAddress(row: bottom, column: right))
    let copied = numbers.count { cell in
      switch cell.formula {
      case .text(let text): text.contains("!")
      case .shared: true
      case nil: false
      }
    }
    sheet.isCopied = copied * 2 >= numbers.count
  }
}
