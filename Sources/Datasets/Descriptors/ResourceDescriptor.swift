public import CSVCore
public import Findings

/// One CSV file of a data package and its schema.
public struct ResourceDescriptor: Sendable {
  public struct ForeignKey: Sendable {
    public let fields: [String]
    /// The resource referred to.
    public let resource: String
    public let referredFields: [String]
    public let position: Position
  }

  public let name: String
  /// Relative to the package, inside it.
  public let path: String
  public let title: String?
  public let position: Position
  /// The figures are made up for illustration; every output made from them says so.
  public let isIllustrative: Bool
  public let dialect: CSVDialect
  public let fields: [FieldDescriptor]
  public let primaryKey: [String]
  public let foreignKeys: [ForeignKey]

  public func field(named name: String) -> FieldDescriptor? { fields.first { $0.name == name } }
  public func index(of field: String) -> Int? { fields.firstIndex { $0.name == field } }
}
