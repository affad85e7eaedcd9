import Values

@testable import WorkbookReader

extension ReadSheet {
  /// As a spreadsheet leaves it when a row is deleted, but for the formulas.
  func without(row: Int) -> ReadSheet {
    var sheet = self
    sheet.cells = cells.filter { $0.address.row != row }.map { cell in
      guard cell.address.row > row else { return cell }
      var moved = cell
      moved.address = CellAddress(row: cell.address.row - 1, column: cell.address.column)
      return moved
    }
    return sheet
  }
}
