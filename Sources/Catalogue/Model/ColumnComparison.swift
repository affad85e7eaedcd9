/// A condition on rows that compares two of their columns: `received <= due`.
public struct ColumnComparison: Sendable, Hashable {
  public typealias Relation = RuleComparison.Relation

  public let column: String
  public let relation: Relation
  public let other: String

  public init(column: String, relation: Relation, other: String) {
    self.column = column
    self.relation = relation
    self.other = other
  }
}

extension ColumnComparison: CustomStringConvertible {
  public var description: String { "\(column) \(relation.rawValue) \(other)" }
}
