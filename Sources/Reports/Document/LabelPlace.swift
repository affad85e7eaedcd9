/// A text with digits that is a name and not a number of the data (a year, a date, a document's number, a heading), and
/// where it stands in what was delivered.
public struct LabelPlace: Sendable, Hashable {
  public let label: String
  /// The file's name, without a folder.
  public let file: String
  public let spot: FigurePlace.Spot
  /// The character of the line or of the cell's text with which it begins, from 1.
  public let column: Int

  public init(label: String, file: String, spot: FigurePlace.Spot, column: Int) {
    self.label = label
    self.file = file
    self.spot = spot
    self.column = column
  }
}

extension LabelPlace: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    if left.label != right.label { return left.label < right.label }
    if left.file != right.file { return left.file < right.file }
    return (left.spot, left.column) < (right.spot, right.column)
  }
}
