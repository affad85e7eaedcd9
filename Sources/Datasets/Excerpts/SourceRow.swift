public import Findings

/// A row of a file, copied for those who mend it.
public struct SourceRow: Sendable, Hashable {
  public struct Cell: Sendable, Hashable {
    /// As it stands in the file, without the quotes around it; cut after `longestText` characters.
    public let text: String
    public let isQuoted: Bool
    /// It may be about a person: its text is not here.
    public let isWithheld: Bool
    fileprivate let line: Int
    fileprivate let column: Int

    init(text: String, isQuoted: Bool, isWithheld: Bool, line: Int, column: Int) {
      self.text = isWithheld ? "•••" : text
      self.isQuoted = isQuoted
      self.isWithheld = isWithheld
      self.line = line
      self.column = column
    }
  }

  /// Characters of a cell.
  static let longestText = 1000
  /// Cells of a row; those behind are left out.
  static let mostCells = 256

  /// The physical line on which the row begins, from 1.
  public let line: Int
  public let cells: [Cell]
  /// Whether the row has more cells than are here.
  public let isCut: Bool

  /// The cell that begins at a position; nil when none does.
  public func index(at position: Position) -> Int? {
    cells.firstIndex { $0.line == position.line && $0.column == position.column }
  }
}
