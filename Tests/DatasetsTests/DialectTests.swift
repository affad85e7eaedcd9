import Datasets
import Findings
import TestSupport
import Testing

/// Dialects, several files, rows in the descriptor, encodings: the same table however it comes.
@Suite struct DialectTests {
  private static let rows: [[String?]] = [["2022", "N1", "5"], ["2023", "N2", "6"]]

  @Test(arguments: [
    ("\"header\": false", "2022,N1,5\n2023,N2,6\n"),
    ("\"headerRows\": [3]", "A title\n\nyear,unit,count\n2022,N1,5\n2023,N2,6\n"),
    ("\"headerRows\": [1, 2], \"headerJoin\": \"\"", "ye,u,\nar,nit,count\n2022,N1,5\n2023,N2,6\n"),
    ("\"headerRows\": [2], \"commentRows\": [3, 5]", "Title\nyear,unit,count\na,b,c\n2022,N1,5\nx\n2023,N2,6\n"),
    ("\"commentRows\": [1]", "Title\nyear,unit,count\n2022,N1,5\n2023,N2,6\n"),
    ("\"commentChar\": \"#\"", "# a\nyear,unit,count\n2022,N1,5\n# b\n2023,N2,6\n"),
    (
      "\"skipInitialSpace\": true, \"lineTerminator\": \"\\r\\n\"",
      "year, unit, count\r\n2022, N1, 5\r\n2023, N2, 6\r\n"
    ),
    ("\"delimiter\": \"\\t\", \"quoteChar\": null", "year\tunit\tcount\n2022\tN1\t5\n2023\tN2\t6\n"),
    ("\"delimiter\": \";\"", "year;unit;count;;\n2022;N1;5;;\n;;;;\n2023;N2;6\n".replacing("6\n", with: "6;;;\n")),
  ]) func layoutsAreFollowed(dialect: String, csv: String) throws {
    let table = PackageSketch.Table.figures(csv, properties: ["\"dialect\": {\(dialect)}"])
    let (outcome, rows) = try ScanSketch(table).scan()
    #expect(outcome.findings.filter { $0.severity == .error } == [])
    #expect(rows == Self.rows)
  }

  @Test func linesAreThoseOfTheFile() throws {
    let dialect = [#""dialect": {"headerRows": [3], "commentRows": [4]}"#]
    let csv = "Title\n\nyear,unit,count\n(1),(2),(3)\n2022,N1,x\n"
    #expect(
      try ScanSketch.summaries(.figures(csv, properties: dialect)) == ["figures.csv:5:9 type-error 'x'"])
  }

  @Test func aHeaderThatIsNotThereIsMissing() throws {
    let dialect = [#""dialect": {"headerRows": [2]}"#]
    let csv = "Title,\n\nyear,unit,count\n"
    #expect(
      try ScanSketch.summaries(.figures(csv, properties: dialect)) == ["figures.csv:1:1 missing-header ''"])
  }

  @Test func personsAreRefusedWithoutAHeaderToo() throws {
    let fields = ["year:year", "ho_ten"]
    let table = PackageSketch.Table.figures(
      "2022,X\n", fields: fields, schema: [], properties: [#""dialect": {"header": false}"#])
    let (outcome, rows) = try ScanSketch(table).scan()
    #expect(outcome.findings.map(\.summary) == ["figures.csv:1:1 personal-data 'ho_ten'"] && rows.isEmpty)
  }

  @Test func aNullSequenceIsNoValue() throws {
    let dialect = [##""dialect": {"nullSequence": "\\N"}"##]
    let (outcome, rows) = try ScanSketch(.figures("year,unit,count\n2022,N1,\\N\n2023,,6\n", properties: dialect))
      .scan()
    #expect(outcome.findings == [] && rows == [["2022", "N1", nil], ["2023", nil, "6"]])
  }

  @Test func filesOfOneTableAreReadInOrder() throws {
    let folder = try ScratchFolder()
    try folder.write(
      #"{"name": "p", "resources": [{"name": "t", "path": ["a.csv", "b.csv", "c.csv"], "schema": "schemas/t.json"}]}"#,
      to: DataPackage.descriptorName)
    try folder.makeFolder("schemas")
    try folder.write(
      #"{"fields": [{"name": "year", "type": "year"}, {"name": "unit"}], "primaryKey": ["year", "unit"]}"#,
      to: "schemas/t.json")
    try folder.write("year,unit\n2022,A\n", to: "a.csv")
    // The second has its columns the other way round, the third no header.
    try folder.write("unit,year\nB,2022\n", to: "b.csv")
    try folder.write("C,2023\nA,2022\nD,x\n", to: "c.csv")
    let package = try DataPackage.open(folder.path)
    let resource = try #require(package.resources.first)
    #expect(resource.paths == ["a.csv", "b.csv", "c.csv"] && resource.path == "a.csv")
    var scanner = try ResourceScanner(resource, of: package)
    var rows: [String] = []
    let outcome = try scanner.scan { row, scanner in
      rows.append(
        "\(row.part):\(row.line) \(row.cells.indices.compactMap { scanner.text(of: row.cells[$0], field: $0) })")
      return []
    }
    #expect(
      rows == [
        #"0:2 ["2022", "A"]"#, #"1:2 ["2022", "B"]"#, #"2:1 ["2023", "C"]"#, #"2:2 ["2022", "A"]"#, #"2:3 ["D"]"#,
      ])
    #expect(outcome.findings.map(\.summary) == ["c.csv:2:3 duplicate-key '2022'", "c.csv:3:3 type-error 'x'"])
    #expect(outcome.findings.first?.message.english == "The key (year, unit) is that of line 2 of a.csv.")
  }

  @Test(arguments: [
    #"[["year", "unit", "count"], [2022, "N1", 5], ["2023", "N2", 6]]"#,
    #"[{"year": 2022, "unit": "N1", "count": 5}, {"unit": "N2", "year": 2023, "count": 6}]"#,
  ]) func rowsMayStandInTheDescriptor(data: String) throws {
    #expect(try Self.inline(data).rows == Self.rows)
  }

  @Test func rowsOfTheDescriptorHavePlaces() throws {
    let data = "[[\"year\", \"unit\", \"count\"],\n  [2022, \"N\\\"1\\n\", 5],\n  [2023, null, \"x\"], [1]]"
    let (outcome, rows) = try Self.inline(data)
    #expect(rows.first == ["2022", "N\"1\n", "5"])
    #expect(
      outcome.findings.map(\.summary) == [
        "datapackage.json:3:16 type-error 'x'", "datapackage.json:3:22 ragged-row '1'",
      ])
    for wrong in ["[1]", "[]", "[[]]", "[[\"year\"], []]", "[{}]", "[{\"year\": 2022}, 1]"] {
      #expect(findings { try Self.inline(wrong) }?.map(\.code) == ["wrong-type"], "\(wrong)")
    }
    #expect(findings { try Self.inline("\"a,b\"") }?.map(\.code) == ["wrong-type"])
  }

  private static func inline(_ data: String) throws -> (outcome: ScanOutcome, rows: [[String?]]) {
    let folder = try ScratchFolder()
    try folder.write(
      """
      {"name": "p", "resources": [{"name": "t", "schema": {"fields": [{"name": "year", "type": "year"}, {"name": "unit"}, {"name": "count", "type": "integer"}]}, "data": \(data)}]}
      """, to: DataPackage.descriptorName)
    let package = try DataPackage.open(folder.path)
    let resource = try #require(package.resources.first)
    var scanner = try ResourceScanner(resource, of: package)
    var rows: [[String?]] = []
    let outcome = try scanner.scan { row, scanner in
      rows.append(row.cells.enumerated().map { scanner.text(of: $1, field: $0) })
      return []
    }
    return (outcome, rows)
  }
}
