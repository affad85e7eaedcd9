import FoundationEssentials
import Testing

/// The ledger of the sample is what its JSON Schema says.
@Suite struct LedgerSchemaTests {
  static let schema = "notebooks-docs/ledger.schema.json"
  static let sample = "reports/samples/decade/decade.ledger.json"

  @Test(.enabled(if: Repository.exists(sample)))
  func theSampleFollowsTheSchema() throws {
    let schema = try JSONSchema(Repository.text(of: Self.schema))
    let ledger = try JSONTree(parsing: Repository.text(of: Self.sample))
    #expect(ledger["entries"]?.items.isEmpty == false)
    #expect(schema.problems(with: ledger).prefix(10) == [])
  }

  @Test func everyKeywordOfTheSchemaIsKnown() throws {
    #expect(try JSONSchema(Repository.text(of: Self.schema)).unknownKeywords == [])
  }

  @Test(arguments: [
    (#"{"a": 1}"#, true), (#"{"a": 1, "b": null}"#, true), (#"{}"#, false), (#"{"a": 1.5}"#, false),
    (#"{"a": -1}"#, false), (#"{"a": 1, "c": 2}"#, false), (#"{"a": 1, "b": "x1"}"#, true),
    (#"{"a": 1, "b": "1x"}"#, false), (#"{"a": 1, "d": ["P", "P"]}"#, true), (#"{"a": 1, "d": ["Q"]}"#, false),
  ])
  func plantedDefectsAreFound(document: String, isValid: Bool) throws {
    let schema = try JSONSchema(
      """
      {"type": "object", "required": ["a"], "additionalProperties": false,
       "properties": {"a": {"$ref": "#/$defs/count"}, "b": {"anyOf": [{"type": "string", "pattern": "^[a-z]"}, {"type": "null"}]},
                      "d": {"type": "array", "items": {"enum": ["P"]}}},
       "$defs": {"count": {"type": "integer", "minimum": 0}}}
      """)
    #expect(schema.problems(with: try JSONTree(parsing: document)).isEmpty == isValid)
  }
}
