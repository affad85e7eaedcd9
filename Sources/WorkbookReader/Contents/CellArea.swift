public import Values

/// A rectangle of cells, both ends included.
public struct CellArea: Sendable, Hashable {
  public var first: CellAddress
  public var last: CellAddress

  public init(_ first: CellAddress, _ last: CellAddress) {
    self.first = CellAddress(row: min(first.row, last.row), column: min(first.column, last.column))
    self.last = CellAddress(row: max(first.row, last.row), column: max(first.column, last.column))
  }

  /// Reads `A6:G16`, `$A$6:$G$16` or `A6`; nil for anything else.
  public init?(_ text: String) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(ends.count), let first = CellAddress(ends[0]), let last = CellAddress(ends[ends.count - 1])
    else { return nil }
    self.init(first, last)
  }

  public var rows: ClosedRange<Int> { first.row...last.row }
  public var columns: ClosedRange<Int> { first.column...last.column }

  public func contains(_ cell: CellAddress) -> Bool { rows.contains(cell.row) && columns.contains(cell.column) }

  public func overlaps(_ other: CellArea) -> Bool {
    rows.overlaps(other.rows) && columns.overlaps(other.columns)
  }
}

extension CellArea: CustomStringConvertible {
  public var description: String { first == last ? first.description : "\(first):\(last)" }
}
