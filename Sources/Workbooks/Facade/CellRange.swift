import Values

/// A rectangle of cells, both ends included.
struct CellRange: Sendable, Hashable {
  var first: CellAddress
  var last: CellAddress

  init(_ first: CellAddress, _ last: CellAddress) {
    self.first = CellAddress(row: min(first.row, last.row), column: min(first.column, last.column))
    self.last = CellAddress(row: max(first.row, last.row), column: max(first.column, last.column))
  }

  init(_ cell: CellAddress) { self.init(cell, cell) }

  var isSingle: Bool { first == last }

  func overlaps(_ other: CellRange) -> Bool {
    first.row <= other.last.row && other.first.row <= last.row && first.column <= other.last.column
      && other.first.column <= last.column
  }
}

extension CellRange: CustomStringConvertible {
  /// `D7:D21`.
  var description: String { isSingle ? first.description : "\(first):\(last)" }
  var absolute: String { isSingle ? first.absolute : "\(first.absolute):\(last.absolute)" }
}

/// The name of a sheet as formulas and links write it: always in quotes, which is always allowed.
func quotedSheetName(_ name: String) -> String {
  guard name.utf8.contains(UInt8(ascii: "'")) else { return "'\(name)'" }
  return "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}
