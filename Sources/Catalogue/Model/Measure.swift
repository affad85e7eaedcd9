public import Findings
public import Values

/// How a measure behaves over time and over parts.
public enum MeasureKind: String, Sendable, Hashable, CaseIterable {
  /// Summed over time, units and organisations.
  case flow
  /// Taken at the end of the period; summed over units and organisations, never over time.
  case stock
  /// Rows counted.
  case count
  /// Different values counted; never summed from parts, counted again on the whole.
  case distinct
  /// A score given by someone else: shown and compared, never summed or averaged.
  case published
}

/// What a stock is of a period that has finer ones, or of several periods. Over units it is always summed.
public enum StockTake: String, Sendable, Hashable, CaseIterable {
  /// What there is at the end of the last one.
  case last
  /// What there is at the end of the first one.
  case first
  /// The sum of the finest periods divided by how many of them have a value.
  case average
}

/// One number aggregated from one resource.
public struct Measure: Sendable {
  public let name: String
  public let resource: String
  public let column: String
  public let kind: MeasureKind
  /// Of a stock: what it is of several periods.
  public let take: StockTake
  /// The unit in which the column is written, when it is not the indicator's.
  public let scale: UnitOfMeasure?
  /// Only rows whose columns have such texts count; all conditions must hold.
  public let filter: [ColumnCondition]
  /// Only rows in which these comparisons hold; an empty field holds none.
  public let comparisons: [ColumnComparison]
  /// Of a distinct count: only values that so many members of a dimension have; nil for all.
  public let foundIn: FoundIn?
  public let position: Position

  /// "body = council", "received <= due", for each condition on the rows.
  public var rowConditions: [String] { filter.map(\.description) + comparisons.map(\.description) }
  /// Those, and the one on the values: "found-in organisation: 3 or more".
  public var conditions: [String] { rowConditions + [foundIn?.description].compactMap { $0 } }
}

/// In how many members of a dimension a value has to be found, over all rows of the periods asked about: persons who
/// belong to exactly two organisations, wherever they live.
public struct FoundIn: Sendable, Hashable, CustomStringConvertible {
  public let dimension: String
  public let members: ClosedRange<Int>

  public init(dimension: String, members: ClosedRange<Int>) {
    self.dimension = dimension
    self.members = members
  }

  /// `2`, or `3+` for three or more; nil for any other text, and below 1.
  static func members(_ text: String) -> ClosedRange<Int>? {
    let isOpen = text.hasSuffix("+")
    let digits = isOpen ? text.dropLast() : text[...]
    // `+3` is neither of them.
    guard digits.first?.isNumber ?? false, let count = Int(digits), count > 0 else { return nil }
    return isOpen ? count...Int.max : count...count
  }

  public var description: String {
    "found-in \(dimension): \(members.lowerBound)\(members.upperBound == .max ? " or more" : "")"
  }
}
