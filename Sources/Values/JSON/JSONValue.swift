/// A JSON document whose keys keep the order in which they were given and whose numbers are exact decimals.
public enum JSONValue: Sendable, Hashable {
  public struct Member: Sendable, Hashable {
    public var key: String
    public var value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  case null
  case bool(Bool)
  /// Printed with all the decimals it carries: `56.30`.
  case number(ExactDecimal)
  case string(String)
  case array([JSONValue])
  case object([Member])

  public static func integer(_ value: Int) -> JSONValue { .number(ExactDecimal(value)) }

  /// Rounds half away from zero.
  ///
  /// - Throws: `.overflow` when the rounded number needs more than 127 bits.
  public static func number(_ value: Rational, decimals: Int) throws(ArithmeticFailure) -> JSONValue {
    .number(try value.rounded(to: decimals))
  }

  public static func string(orNull text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  public static func strings(_ texts: some Sequence<String>) -> JSONValue { .array(texts.map { .string($0) }) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
