import Datasets
import Findings
import TestSupport
import Testing
import Values

/// The types, formats and constraints of Table Schema v2, each with texts that fit and texts that do not.
@Suite struct SchemaTypeTests {
  struct Kind: Sendable, CustomTestStringConvertible {
    var field: String
    var right: [String]
    var wrong: [String]
    var code = "type-error"
    var testDescription: String { field }

    init(_ field: String, right: [String], wrong: [String], code: String = "type-error") {
      self.field = field
      self.right = right
      self.wrong = wrong
      self.code = code
    }
  }

  static let uuid = "123e4567-e89b-12d3-a456-426614174000"

  private static func codes(_ field: String, _ values: [String]) throws -> [[String]] {
    try values.map { value in
      let csv = "value,end\n\"\(value.replacing("\"", with: "\"\""))\",.\n"
      let field = #"{"name": "value", \#(field)}"#
      return try ScanSketch(.figures(csv, fields: [field, "end"], schema: [])).scan().outcome.findings.map(\.code)
    }
  }

  @Test(arguments: [
    Kind(
      #""type": "string", "format": "email""#, right: ["a@b.vn", "lan.anh@so.tinh.gov.vn"],
      wrong: ["a@b", "@b.vn", "a b@c.vn", "a"]),
    Kind(
      #""type": "string", "format": "uri""#, right: ["https://b.vn/", "urn:a:b", "mailto:a@b.vn"],
      wrong: ["b.vn", "https:", ":a", "a b:c", "1a:b"]),
    Kind(#""type": "string", "format": "binary""#, right: ["TWFu", "TWE=", "TQ=="], wrong: ["TWF", "T===", "TW!u"]),
    Kind(#""type": "string", "format": "uuid""#, right: [uuid], wrong: [String(uuid.dropLast()), uuid + "0", "x"]),
    Kind(
      #""type": "number", "bareNumber": false"#, right: ["95%", "€ 12", "12 đồng", "-5%", "+5 điểm", "7"],
      wrong: ["-€ 5", "(5)", "−5", "đồng"]),
    Kind(
      #""type": "number", "bareNumber": false, "decimalChar": ",", "groupChar": ".""#,
      right: ["1.234,5 tỷ", "~12,5%"], wrong: ["1.23,5 tỷ"], code: "number-format"),
    Kind(
      #""type": "integer", "groupChar": ",""#, right: ["1,234", "12", "1,234,567"], wrong: ["1,23"],
      code: "number-format"),
    Kind(#""type": "integer", "bareNumber": false"#, right: ["215 lượt"], wrong: ["1.5 lượt"]),
    Kind(
      #""type": "boolean", "trueValues": ["có"], "falseValues": ["không"]"#, right: ["có", "không"],
      wrong: ["true", "Có"]),
    Kind(
      #""type": "date", "format": "%d/%m/%Y""#, right: ["30/09/2023", "1/2/2023", "29/02/2024"],
      wrong: ["2023-09-30", "30/09/23", "29/02/2023", "30/13/2023", "30/09/2023 "]),
    Kind(#""type": "date", "format": "%d %B %y""#, right: ["30 September 23", "1 may 99"], wrong: ["30 Thg9 23"]),
    Kind(#""type": "date", "format": "%Y%j""#, right: ["2023001", "2024366"], wrong: ["2023366", "2023000"]),
    Kind(
      #""type": "datetime""#,
      right: ["2023-09-30T08:30:00", "2023-09-30T08:30:00Z", "2023-09-30T08:30:00.125+07:00"],
      wrong: [
        "2023-09-30", "2023-09-30 08:30:00", "2023-09-30T24:00:00", "2023-02-30T08:30:00", "2023-09-30T08:30:00+7",
      ]),
    Kind(
      #""type": "datetime", "format": "%d/%m/%Y %H:%M""#, right: ["30/09/2023 08:30", "30/9/2023 8:30"],
      wrong: ["30/09/2023", "30/09/2023 25:00"]),
    Kind(#""type": "time""#, right: ["08:30:00", "23:59:59.5"], wrong: ["8:30:00", "08:30", "08:60:00"]),
    Kind(#""type": "time", "format": "%I:%M %p""#, right: ["08:30 PM", "8:30 am"], wrong: ["13:00 PM", "08:30"]),
    Kind(#""type": "year""#, right: ["2023"], wrong: ["23", "20233"]),
    Kind(#""type": "yearmonth""#, right: ["2023-09"], wrong: ["2023-13", "2023-9", "09/2023", "2023-00"]),
    Kind(
      #""type": "duration""#, right: ["P1Y", "P1Y2M3DT4H5M6S", "PT0.5S", "-P1D", "P2W"],
      wrong: ["P", "1Y", "PT", "P1S", "P1M1Y", "P1YT", "PT5", "P1.5Y"]),
    Kind(#""type": "list""#, right: ["a,b", "", "a"], wrong: []),
    Kind(
      #""type": "list", "delimiter": ";", "itemType": "integer""#, right: ["1;2", "3"], wrong: ["1;x", "1,2", "1;"]),
    Kind(#""type": "list", "itemType": "date""#, right: ["2023-09-30,2023-10-01"], wrong: ["2023-09-30,1/10/2023"]),
    Kind(
      #""type": "object""#, right: [#"{"a": [1, -2.5e3, null], "b": {"c": "\u1ec7\n"}}"#, "{}"],
      wrong: ["[]", "{a: 1}", #"{"a": 01}"#, #"{"a": 1,}"#, "{", #"{"a" 1}"#, #"{"a": "\x"}"#]),
    Kind(#""type": "array""#, right: ["[]", #"[1, "a", true]"#], wrong: ["{}", "[1,]", "[1] 2", "1"]),
    Kind(#""type": "any""#, right: ["x", "1", "[", "1.234"], wrong: []),
  ]) func typesAreRead(kind: Kind) throws {
    for (value, codes) in zip(kind.right, try Self.codes(kind.field, kind.right)) { #expect(codes == [], "\(value)") }
    for (value, codes) in zip(kind.wrong, try Self.codes(kind.field, kind.wrong)) {
      #expect(codes.count == 1, "\(value): \(codes)")
      if kind.field.contains("bareNumber") { continue }
      #expect(codes == [kind.code], "\(value)")
    }
  }

  @Test func whatStandsAroundANumberIsPassedOver() throws {
    let field = #"{"name": "value", "type": "number", "bareNumber": false, "decimalChar": ",", "groupChar": "."}"#
    let csv = "value;end\n-5%;.\n€ 1.234,5;.\n+7 điểm;.\n"
    let sketch = try ScanSketch(
      .figures(csv, fields: [field, "end"], schema: [], properties: [#""dialect": {"delimiter": ";"}"#]))
    #expect(try sketch.scan().rows.map { $0[0] } == ["-5", "1234.5", "7"])
  }

  @Test(arguments: [
    Kind(
      #""type": "number", "constraints": {"exclusiveMinimum": 0, "exclusiveMaximum": 1}"#, right: ["0.1", "0.99"],
      wrong: ["0", "1", "-1"]),
    Kind(#""type": "year", "constraints": {"exclusiveMaximum": 2023}"#, right: ["2022"], wrong: ["2023"]),
    Kind(
      #""type": "date", "constraints": {"minimum": "2013-01-01", "exclusiveMaximum": "2023-10-01"}"#,
      right: ["2013-01-01", "2023-09-30"], wrong: ["2012-12-31", "2023-10-01"]),
    Kind(
      #""type": "date", "format": "%d/%m/%Y", "constraints": {"minimum": "01/01/2013", "enum": ["30/09/2023", "01/01/2012"]}"#,
      right: ["30/09/2023"], wrong: ["01/01/2012", "02/01/2013"]),
    Kind(
      #""type": "datetime", "constraints": {"maximum": "2023-09-30T00:00:00Z"}"#,
      right: ["2023-09-30T06:59:59+07:00", "2023-09-30T00:00:00"],
      wrong: ["2023-09-30T00:00:01", "2023-09-30T00:00:00.5Z"]),
    Kind(#""type": "time", "constraints": {"exclusiveMinimum": "07:00:00"}"#, right: ["07:00:01"], wrong: ["07:00:00"]),
    Kind(
      #""type": "yearmonth", "constraints": {"minimum": "2022-12"}"#, right: ["2022-12", "2023-01"], wrong: ["2022-11"]),
    Kind(
      #""type": "duration", "constraints": {"maximum": "P1Y"}"#, right: ["P12M", "P360D"], wrong: ["P13M", "P53W"]),
    Kind(#""type": "boolean", "constraints": {"enum": ["true"]}"#, right: ["true", "1"], wrong: ["false"]),
    Kind(
      #""type": "string", "constraints": {"minLength": 2, "maxLength": 4}"#, right: ["ếệ", "abcd"],
      wrong: ["ế", "abcde"]),
    Kind(#""type": "list", "constraints": {"minLength": 2}"#, right: ["a,b"], wrong: ["a"]),
    Kind(#""type": "array", "constraints": {"maxLength": 1}"#, right: ["[]", "[[1, 2]]"], wrong: ["[1, 2]"]),
    Kind(#""type": "object", "constraints": {"minLength": 1}"#, right: [#"{"a": {}}"#], wrong: ["{}"]),
    Kind(#""type": "any", "constraints": {"enum": ["a"]}"#, right: ["a"], wrong: ["b"]),
  ]) func constraintsAreChecked(kind: Kind) throws {
    let (right, wrong) = (try Self.codes(kind.field, kind.right), try Self.codes(kind.field, kind.wrong))
    #expect(right == kind.right.map { _ in [] }, "\(kind.right)")
    #expect(wrong == kind.wrong.map { _ in ["constraint-error"] }, "\(kind.wrong)")
  }

  /// Whether a point groups thousands or begins decimals is never guessed.
  @Test(arguments: [
    ("number", "1.234", true), ("number", "412.500", true), ("number", "-1.000", true), ("integer", "1.234", true),
    ("number", "0.125", false), ("number", "56.30", false), ("number", "52.1", false), ("number", "1.2345", false),
    ("number", "1234.567", false), ("number", "134901.900", false), ("number", "0.000", false),
    ("integer", "1234", false),
  ]) func aPointBeforeThreeDigitsIsAmbiguous(type: String, value: String, isAmbiguous: Bool) throws {
    #expect(try Self.codes(#""type": "\#(type)""#, [value]) == [isAmbiguous ? ["ambiguous-number"] : []])
    #expect(try Self.codes(#""type": "number", "decimalChar": ".""#, [value]) == [[]])
    #expect(
      try Self.codes(#""type": "integer", "groupChar": ".", "decimalChar": ",""#, ["1.234"]) == [[]])
  }

  @Test func daysOfSpreadsheetsAreNamed() throws {
    let csv = "value,end\n45199,.\n25569,.\n"
    let findings = try ScanSketch(.figures(csv, fields: ["value:date", "end"], schema: [])).scan().outcome.findings
    #expect(findings.map(\.code) == ["date-serial", "date-serial"])
    #expect(findings.map { $0.remedy.english.contains("2023-09-30") } == [true, false])
    #expect(findings.last?.remedy.english.contains("1970-01-01") == true)
  }

  @Test func missingValuesMayHaveLabels() throws {
    let schema = [##""missingValues": [{"value": "", "label": "none"}, {"value": "-", "label": "no occurrence"}]"##]
    let fields = ["a:integer", #"{"name": "b", "type": "integer", "missingValues": ["x"]}"#]
    let (outcome, rows) = try ScanSketch(.figures("a,b\n-,x\n1,2\n", fields: fields, schema: schema)).scan()
    #expect(outcome.findings == [] && rows == [[nil, nil], ["1", "2"]])
    #expect(try ScanSketch.summaries(.figures("a,b\nx,-\n", fields: fields, schema: schema)).count == 2)
  }

  @Test(arguments: [
    ("exact", "year,unit,count", []), ("exact", "unit,year,count", ["column-order"]),
    ("exact", "year,unit,count,more", ["extra-column"]), ("equal", "unit,year,count", []),
    ("equal", "year,unit", ["missing-column"]), ("subset", "more,year,unit,count", []),
    ("subset", "year,unit,more", ["missing-column"]), ("superset", "count,year", []),
    ("superset", "year,more", ["extra-column"]), ("superset", "unit,count", ["missing-column"]),
    ("partial", "more,year", []), ("partial", "more", ["missing-column"]),
  ]) func fieldsMatchAsDeclared(match: String, header: String, codes: [String]) throws {
    let fields = [#"{"name": "year", "type": "year", "constraints": {"required": true}}"#, "unit", "count:integer"]
    let cells = ["year": "2023", "unit": "A", "count": "5", "more": "?"]
    let row = header.split(separator: ",").map { cells[String($0)] ?? "" }.joined(separator: ",")
    for form in ["\"\(match)\"", "[\"\(match)\"]"] {
      let table = PackageSketch.Table.figures(
        "\(header)\n\(row)\n", fields: fields, schema: [#""fieldsMatch": \#(form)"#])
      let (outcome, rows) = try ScanSketch(table).scan()
      #expect(outcome.findings.map(\.code) == codes)
      #expect(rows.allSatisfy { $0[0] == "2023" } && rows.isEmpty != codes.isEmpty)
    }
  }

  @Test func uniqueKeysAreOfAllTheirColumns() throws {
    let csv = "year,unit,count\n2022,A,1\n2022,B,1\n2023,A,1\n2022,A,2\n2024,,1\n2024,,1\n"
    #expect(
      try ScanSketch.summaries(.figures(csv, schema: [#""uniqueKeys": [["year", "unit"]]"#])) == [
        "figures.csv:5:1 duplicate-key '2022'"
      ])
  }

  @Test func keysOfSeveralColumnsReferToWholeRows() throws {
    let plan = PackageSketch.Table("plan", fields: ["year:year", "unit"], csv: "year,unit\n2022,A\n2023,B\n")
    let reference =
      #""foreignKeys": [{"fields": ["year", "unit"], "reference": {"resource": "plan", "fields": ["year", "unit"]}}]"#
    let csv = "year,unit,count\n2022,A,1\n2022,B,1\n2023,C,1\n"
    let findings = try ScanSketch(.figures(csv, schema: [reference]), plan).scan().outcome.findings
    #expect(
      findings.map(\.summary) == ["figures.csv:3:1 unknown-reference '2022'", "figures.csv:4:6 unknown-reference 'C'"])
  }
}
