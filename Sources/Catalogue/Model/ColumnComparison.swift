public import Datasets
import Values

/// A condition on rows that compares a column with another, or with a value: `received <= due`, `age >= 18`.
public struct ColumnComparison: Sendable, Hashable {
  public typealias Relation = RuleComparison.Relation

  public let column: String
  public let relation: Relation
  /// The other column, or the value.
  public let other: String
  public let isLiteral: Bool

  public init(column: String, relation: Relation, other: String, isLiteral: Bool = false) {
    self.column = column
    self.relation = relation
    self.other = other
    self.isLiteral = isLiteral
  }

  /// A number, a year or a day, as a column of the kind holds it; nil where it is none.
  public static func literal(_ text: String, _ kind: FieldDescriptor.Kind) -> Cell? {
    switch kind {
    case .integer, .number: ExactDecimal(text).map { .number($0) }
    case .year: text.utf8.count == 4 ? Int(text).map { .year($0) } : nil
    case .date: CalendarDate(iso: text).map { .date($0) }
    default: nil
    }
  }
}

extension ColumnComparison: CustomStringConvertible {
  public var description: String { "\(column) \(relation.rawValue) \(other)" }
}
