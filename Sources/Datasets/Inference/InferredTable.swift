public import Language

/// What a CSV file seems to be: the first schema for it, and what could not be told.
public struct InferredTable: Sendable {
  /// For the descriptor: lower case, ASCII.
  public var name: String
  /// The file as it was named, without its folder.
  public let file: String
  public internal(set) var columns: [InferredColumn]
  /// Empty where no columns identify a row.
  public internal(set) var primaryKey: [String] = []
  /// Data rows.
  public internal(set) var rows = 0
  /// What a person has to decide or to know, in the order of the columns.
  public internal(set) var doubts: [Doubt] = []
  let layout: TableLayout

  public func column(named name: String?) -> InferredColumn? { columns.first { $0.name == name } }
  func column(playing part: InferredColumn.Part) -> InferredColumn? { columns.first { $0.part == part } }

  /// One column for each year: figures cannot be taken from it before it is made long.
  public var isWide: Bool { columns.count { $0.part == .yearHeading } > 1 }
}

/// A column and what its values are.
public struct InferredColumn: Sendable {
  /// The part it plays in the rows, as its name and its values say.
  public enum Part: Sendable, Hashable {
    case year, unit, unitName, organisation, flags, measure
    /// Tells rows apart, beside year, unit and organisation.
    case breakdown
    /// A column for one year, of a table in wide form.
    case yearHeading
    case none
  }

  public let name: String
  public internal(set) var kind = FieldDescriptor.Kind.string
  public internal(set) var part = Part.none
  /// Nil where the numbers are written without separators, and where there are none.
  var convention: NumberConvention?
  /// Decimals of the longest number.
  var decimals = 0
  /// The pattern of days that are not written `2023-09-30`.
  var pattern: String?
  var isPercentage = false
  /// Texts that stand for no value, the empty one among them.
  var missingValues: [String] = [""]
  var hasMissing = false
  /// Left as text because its values have several readings: no key, and no breakdown.
  var isUndecided = false
  /// The different texts in order of appearance; nil where there are too many to be members of anything.
  var members: [String]?
}

/// Something that was left open, or taken in one of several ways.
public struct Doubt: Sendable, Hashable {
  public let file: String
  public let column: String?
  public let message: LocalizedText

  init(_ file: String, _ column: String? = nil, _ message: LocalizedText) {
    self.file = file
    self.column = column
    self.message = message
  }
}
