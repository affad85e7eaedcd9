/// The name of one published number in the ledger: `membership-rate@2023/unit=904`,
/// `membership-rate@2013..2023#change`. The same observation has the same name wherever it is printed.
public struct FigureID: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let name: String

  public init(_ name: String) { self.name = name }

  public var description: String { name }
  public static func < (left: Self, right: Self) -> Bool { left.name < right.name }
}

/// Where a published number stands in what was delivered.
public struct FigurePlace: Sendable, Hashable {
  public enum Spot: Sendable, Hashable, Comparable {
    /// A cell in A1 notation, for instance `D7`.
    case cell(sheet: String, reference: String)
    /// A line of a text file, from 1.
    case line(Int)
  }

  public let figure: FigureID
  /// The file's name, without a folder.
  public let file: String
  public let spot: Spot
  /// As the reader sees it there: `59,22`.
  public let printed: String
  /// The character of the line or of the cell's text with which it begins, from 1; nil where it is the cell's number.
  public let column: Int?
  /// The formula of the cell, without the sign of equality; nil where it has none.
  public let formula: String?

  public init(
    figure: FigureID, file: String, spot: Spot, printed: String, column: Int? = nil, formula: String? = nil
  ) {
    self.figure = figure
    self.file = file
    self.spot = spot
    self.printed = printed
    self.column = column
    self.formula = formula
  }
}
