public import Findings
public import Language
public import Values

/// A column as the Table Schema (https://datapackage.org/standard/table-schema/) declares it.
public struct FieldDescriptor: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case string, integer, number, boolean, date, year
  }

  public struct Constraints: Sendable {
    public var isRequired = false
    public var isUnique = false
    public var minimum: ExactDecimal?
    public var maximum: ExactDecimal?
    public var allowed: [String]?
    public var pattern: String?

    public init() {}
  }

  public let name: String
  public let kind: Kind
  public let title: LocalizedText?
  public let position: Position
  /// The decimal separator of a number field.
  public let decimalCharacter: UInt8
  /// The grouping separator, when the field declares one.
  public let groupCharacter: UInt8?
  /// Texts that stand for no value.
  public let missingValues: [String]
  public let constraints: Constraints
}
