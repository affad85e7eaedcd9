public import Findings
public import Language
public import Values

/// A column as the Table Schema (https://datapackage.org/standard/table-schema/) declares it.
public struct FieldDescriptor: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case string, integer, number, boolean, date, datetime, time, year, yearmonth, duration, list, object, array, any

    /// Kinds of the standard that are refused: no table of figures needs them.
    static let refused = ["geopoint", "geojson"]
  }

  public struct Constraints: Sendable {
    public var isRequired = false
    public var isUnique = false
    public var minimum: ExactDecimal?
    public var maximum: ExactDecimal?
    public var exclusiveMinimum: ExactDecimal?
    public var exclusiveMaximum: ExactDecimal?
    /// The same for days, times and durations.
    var bounds: [TemporalBound] = []
    /// In characters of a text, items of a list or an array, members of an object.
    public var minLength: Int?
    public var maxLength: Int?
    public var allowed: [String]?
    public var pattern: String?

    public init() {}
  }

  /// The items of a `list`.
  public struct ListForm: Sendable {
    public let delimiter: String
    public let itemKind: Kind
  }

  public let name: String
  public let kind: Kind
  public let title: LocalizedText?
  public let position: Position
  /// How texts, days and times are written.
  let format: FieldFormat
  /// Whether a text may have any form.
  public var isFreeText: Bool {
    if case .standard = format { return kind == .string || kind == .any }
    return false
  }
  /// The decimal separator of a number field.
  public let decimalCharacter: UInt8
  /// The grouping separator, when the field declares one.
  public let groupCharacter: UInt8?
  /// Whether the field says what a point in a number means.
  public let declaresSeparators: Bool
  /// False where signs and words around a number are passed over: `95%`, `€ 12`.
  public let isBareNumber: Bool
  public let trueValues: [String]
  public let falseValues: [String]
  public let list: ListForm
  /// Texts that stand for no value.
  public let missingValues: [String]
  public let constraints: Constraints
}

/// One limit of a field that holds days, times or durations.
struct TemporalBound: Sendable {
  enum Side: String, Sendable, CaseIterable {
    case minimum, maximum, exclusiveMinimum, exclusiveMaximum
  }

  let side: Side
  let value: TemporalValue
  /// As the descriptor writes it.
  let text: String

  func allows(_ other: TemporalValue) -> Bool {
    switch side {
    case .minimum: other >= value
    case .maximum: other <= value
    case .exclusiveMinimum: other > value
    case .exclusiveMaximum: other < value
    }
  }
}
