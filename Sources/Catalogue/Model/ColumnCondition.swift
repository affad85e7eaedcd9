/// A condition on rows by the text of a column: one of some texts, or none of them. An empty field fulfils neither.
public struct ColumnCondition: Sendable, Hashable {
  public let column: String
  public let values: [String]
  /// Whether the texts are those that do not count.
  public let isExcluded: Bool

  public init(column: String, values: [String], isExcluded: Bool = false) {
    self.column = column
    self.values = values
    self.isExcluded = isExcluded
  }
}

extension ColumnCondition: CustomStringConvertible {
  /// "body = council", "body in council, committee", "body != council".
  public var description: String {
    let list = values.joined(separator: ", ")
    if values.count == 1 { return "\(column) \(isExcluded ? "!=" : "=") \(list)" }
    return "\(column) \(isExcluded ? "not in" : "in") \(list)"
  }
}
