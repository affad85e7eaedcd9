import Datasets
import Findings
import TestSupport
import Testing
import Values

/// How the text of a field becomes a value of its declared type.
@Suite struct FieldTests {
  /// One column of one type: what becomes of each field, `nil` where there is no value, and the findings' codes.
  private static func read(_ field: String, _ values: [String]) throws -> (values: [String?], codes: [String]) {
    // A quoted field keeps an empty one from being an empty line.
    let csv = "value,end\n" + values.map { "\"\($0)\",.\n" }.joined()
    let (outcome, rows) = try ScanSketch(.figures(csv, fields: [field, "end"], schema: [])).scan()
    return (rows.map { $0[0] }, outcome.findings.map(\.code))
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("007", "7"), ("+5", "5"), ("2731", "2731"), ("-17", "-17"), ("2.50", "2.50"),
    ("0.1", "0.1"),
    ("1000000000000000000.000000000000000001", "1000000000000000000.000000000000000001"),
  ]) func readsNumbers(text: String, value: String) throws {
    #expect(try Self.read("value:number", [text]).values == [value])
  }

  @Test(arguments: [
    ("1.234.567,89", "1234567.89"), ("1234567,89", "1234567.89"), ("1,5", "1.5"), ("0,10", "0.10"), ("-1.000", "-1000"),
    ("999", "999"), ("12.345", "12345"),
  ]) func readsNumbersAsDeclared(text: String, value: String) throws {
    let field = #"{"name": "value", "type": "number", "decimalChar": ",", "groupChar": "."}"#
    let (values, codes) = try Self.read(field, [text])
    #expect(values == [value] && codes == [])
  }

  @Test(arguments: [
    "1..5", "1.2.3,4,5", "1,2.345", ",5", "5,", ".5", "1e5", "abc", "-", "--1", "1-", "1.23", "1234.567,8", "1.2345",
    "NaN", "∞", "½",
    "１２", "0x10", "1_000", "12%", "ước 215", "hơn 200", "0 (chưa có BC)", "Không",
  ]) func refusesWhatIsNoNumber(text: String) throws {
    let field = #"{"name": "value", "type": "number", "decimalChar": ",", "groupChar": "."}"#
    let (values, codes) = try Self.read(field, [text])
    #expect(values == [nil] && codes.count == 1, "\(codes)")
  }

  @Test func anIntegerHasNoDecimals() throws {
    let (values, codes) = try Self.read("value:integer", ["5", "5.0", "5.5"])
    #expect(values == ["5", nil, nil] && codes == ["type-error", "type-error"])
  }

  @Test func readsDaysYearsAndTruthValues() throws {
    #expect(try Self.read("value:date", ["2023-09-30"]).values == ["2023-09-30"])
    #expect(try Self.read("value:date", ["30/09/2023", "2023-02-30"]).codes == ["type-error", "type-error"])
    #expect(try Self.read("value:year", ["2023", "1000", "9999"]).values == ["2023", "1000", "9999"])
    #expect(try Self.read("value:year", ["0999", "+202", "20 23", "2023.0"]).codes.count == 4)
    #expect(try Self.read("value:boolean", ["true", "0", "FALSE"]).values == ["true", "false", "false"])
    #expect(try Self.read("value:boolean", ["yes"]).codes == ["type-error"])
  }

  @Test func missingIsWhatTheSchemaSays() throws {
    let field = #"{"name": "value", "type": "integer", "missingValues": ["", "-", "..."]}"#
    let (values, codes) = try Self.read(field, ["", "-", "...", "0", "n/a"])
    #expect(values == [nil, nil, nil, "0", nil] && codes == ["word-for-number"])
    let required = #"{"name": "value", "type": "integer", "constraints": {"required": true}}"#
    #expect(try Self.read(required, ["", "1"]).codes == ["required-missing"])
  }

  @Test(arguments: [
    (#""minimum": 0"#, "integer", ["-1", "0", "1"], [true, false, false]),
    (#""minimum": 0.5, "maximum": "100"#, "number", ["0.49", "0.50", "100", "100.01"], [true, false, false, true]),
    (#""minimum": 2013, "maximum": 2023"#, "year", ["2012", "2013", "2024"], [true, false, true]),
    (#""enum": ["province", "district"]"#, "string", ["district", "commune"], [false, true]),
    (#""enum": [1, 2]"#, "integer", ["1", "3"], [false, true]),
    (#""enum": ["2013", 2014]"#, "year", ["2014", "2015"], [false, true]),
    (#""pattern": "[A-Z]+""#, "string", ["AB", "aB", "ABc"], [false, true, true]),
    (#""unique": true"#, "string", ["a", "b", "a", "", ""], [false, false, true, false, false]),
    (#""unique": true"#, "number", ["1", "1.0", "2"], [false, true, false]),
  ]) func constraintsAreChecked(constraint: String, type: String, values: [String], wrong: [Bool]) throws {
    let constraint = constraint.filter { $0 == "\"" }.count.isMultiple(of: 2) ? constraint : constraint + "\""
    let field = #"{"name": "value", "type": "\#(type)", "constraints": {\#(constraint)}}"#
    for (value, isWrong) in zip(values, wrong) where !constraint.contains("unique") {
      #expect(try Self.read(field, [value]).codes.isEmpty == !isWrong, "\(value)")
    }
    #expect(try Self.read(field, values).codes.count == wrong.filter { $0 }.count)
  }

  @Test func aWordOutsideTheListIsAnsweredWithTheNearest() throws {
    let field = #"{"name": "value", "type": "string", "constraints": {"enum": ["province", "district"]}}"#
    let csv = "value,end\ndistict,.\n"
    let findings = try ScanSketch(.figures(csv, fields: [field, "end"], schema: [])).scan().outcome.findings
    #expect(findings.map(\.remedy.english) == ["Did you mean: district?"])
  }

  @Test func dialectsAreFollowed() throws {
    let properties = [
      ##""dialect": {"delimiter": "|", "quoteChar": "'", "commentChar": "#", "skipInitialSpace": true}"##
    ]
    let csv = "year| unit|count\n# a remark\n2022| 'N|1'|5\n"
    let (outcome, rows) = try ScanSketch(.figures(csv, properties: properties)).scan()
    #expect(outcome.findings == [] && rows == [["2022", "N|1", "5"]])
    let escaped = [##""dialect": {"escapeChar": "\\", "doubleQuote": false}"##]
    #expect(
      try ScanSketch(.figures("year,unit,count\n2022,N\\,1,5\n", properties: escaped)).scan().rows == [
        ["2022", "N,1", "5"]
      ])
    let unsound = [#""dialect": {"delimiter": "\""}"#]
    #expect(try ScanSketch.summaries(.figures("a\n", properties: unsound)) == ["figures.csv:1:1 wrong-dialect ''"])
  }
}
