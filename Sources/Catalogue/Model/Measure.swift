public import Findings

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

/// One number aggregated from one resource.
public struct Measure: Sendable {
  public let name: String
  public let resource: String
  public let column: String
  public let kind: MeasureKind
  /// Only rows whose column has this text count; all conditions must hold.
  public let filter: [(column: String, value: String)]
  /// Only rows in which these comparisons of two columns hold; an empty field holds none.
  public let comparisons: [ColumnComparison]
  public let position: Position

  /// "body = council", "received <= due", for each condition on the rows.
  public var conditions: [String] { filter.map { "\($0.column) = \($0.value)" } + comparisons.map(\.description) }
}
