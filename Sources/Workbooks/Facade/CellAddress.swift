/// A cell by row and column, from 0.
struct CellAddress: Sendable, Hashable {
  var row: Int
  var column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

extension CellAddress: CustomStringConvertible {
  /// `D7`.
  var description: String { Self.letters(column) + String(row + 1) }

  /// `$D$7`.
  var absolute: String { "$\(Self.letters(column))$\(row + 1)" }

  static func letters(_ column: Int) -> String {
    var rest = max(0, column) + 1
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

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
  "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}
