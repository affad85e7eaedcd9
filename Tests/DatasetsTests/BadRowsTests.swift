import Datasets
import Findings
import Language
import TestSupport
import Testing
import Values

/// What districts send in: each mistake with its file, line, column, text and remedy.
@Suite struct BadRowsTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var name: String
    var csv: String
    var summaries: [String]
    /// Part of the English remedy.
    var remedy: String
    var fields: [String]?
    var properties: [String] = []
    var testDescription: String { name }
  }

  private static let amount = ["year:year", "unit", "amount:number"]
  private static let comma = ["year:year", "unit", #"{"name": "amount", "type": "number", "decimalChar": ","}"#]
  private static let grouped = [
    "year:year", "unit", #"{"name": "amount", "type": "number", "decimalChar": ",", "groupChar": "."}"#,
  ]
  private static let semicolons = [#""dialect": {"delimiter": ";"}"#]

  @Test(arguments: [
    Mistake(
      name: "a letter in a number column", csv: "year,unit,count\n2022,N1,5\n2022,N2,1O\n",
      summaries: ["figures.csv:3:9 type-error '1O'"], remedy: "Write a number only"),
    Mistake(
      name: "two numbers in a cell", csv: "year,unit,count\n2022,N1,14391/17086\n",
      summaries: ["figures.csv:2:9 two-numbers '14391/17086'"], remedy: "a column of its own"),
    Mistake(
      name: "a missing column", csv: "year,count\n2022,5\n",
      summaries: ["figures.csv:1:1 missing-column 'year, count'"], remedy: "Add the column 'unit'"),
    Mistake(
      name: "a column misspelt", csv: "year,unti,count\n2022,N1,5\n",
      summaries: ["figures.csv:1:6 extra-column 'unti'", "figures.csv:1:1 missing-column 'year, unti, count'"],
      remedy: "Did you mean: unit?"),
    Mistake(
      name: "a column twice", csv: "year,unit,count,unit\n2022,N1,5,N1\n",
      summaries: ["figures.csv:1:17 duplicate-column 'unit'"], remedy: "Remove or rename"),
    Mistake(
      name: "a duplicated key", csv: "year,unit,count\n2022,N1,5\n2022,N2,6\n2022,N1,7\n",
      summaries: ["figures.csv:4:1 duplicate-key '2022'"], remedy: "Remove one of the two rows"),
    Mistake(
      name: "a negative count", csv: "year,unit,count\n2022,N1,-5\n",
      summaries: ["figures.csv:2:9 constraint-error '-5'"], remedy: "Compare it with the sender's"),
    Mistake(
      name: "a decimal comma that nobody declared", csv: "year;unit;amount\n2022;N1;1,5\n",
      summaries: ["figures.csv:2:9 number-format '1,5'"], remedy: "decimalChar", fields: amount, properties: semicolons),
    Mistake(
      name: "a decimal comma between commas", csv: "year,unit,amount\n2022,N1,1,5\n",
      summaries: ["figures.csv:2:1 ragged-row '2022,N1,1,5'"], remedy: "put quotes", fields: amount),
    Mistake(
      name: "a point where the comma is declared", csv: "year;unit;amount\n2022;N1;1.250\n",
      summaries: ["figures.csv:2:9 number-format '1.250'"], remedy: "groupChar", fields: comma, properties: semicolons),
    Mistake(
      name: "thousands grouped wrongly", csv: "year;unit;amount\n2022;N1;1.25\n2022;N2;12.3456\n2022;N3;1234.567\n",
      summaries: [
        "figures.csv:2:9 number-format '1.25'", "figures.csv:3:9 number-format '12.3456'",
        "figures.csv:4:9 number-format '1234.567'",
      ], remedy: "exactly three digits", fields: grouped, properties: semicolons),
    Mistake(
      name: "grouped thousands in a count", csv: "year,unit,count\n2022,N1,1.250\n",
      summaries: ["figures.csv:2:9 ambiguous-number '1.250'"], remedy: "groupChar"),
    Mistake(
      name: "a space in a number", csv: "year,unit,count\n2022,N1,1 250\n2022,N2,1\u{A0}250\n",
      summaries: ["figures.csv:2:9 type-error '1 250'", "figures.csv:3:9 type-error '1\u{A0}250'"],
      remedy: "Remove the space"),
    Mistake(
      name: "a number too long", csv: "year,unit,count\n2022,N1,\(String(repeating: "9", count: 40))\n",
      summaries: ["figures.csv:2:9 number-too-long '\(String(repeating: "9", count: 40))'"],
      remedy: "Check the unit of measure"),
    Mistake(
      name: "a year as text", csv: "year,unit,count\n6T 2022,N1,5\n22,N1,5\n-022,N1,5\n",
      summaries: [
        "figures.csv:2:1 type-error '6T 2022'", "figures.csv:3:1 type-error '22'", "figures.csv:4:1 type-error '-022'",
      ], remedy: "Write four digits"),
    Mistake(
      name: "a field too few", csv: "year,unit,count\n2022,N1\n2022,N2,6\n",
      summaries: ["figures.csv:2:1 ragged-row '2022,N1'"], remedy: "delimiter too many or too few"),
    Mistake(
      name: "a quote left open", csv: "year,unit,count\n2022,\"N1,5\n2022,N2,6\n",
      summaries: ["figures.csv:2:6 unclosed-quote ''"], remedy: "Close the quote"),
    Mistake(
      name: "an empty file", csv: "", summaries: ["figures.csv:1:1 missing-header ''"],
      remedy: "Add a first line: year,unit,count"),
    Mistake(
      name: "an empty file between semicolons", csv: "\u{FEFF}\n", summaries: ["figures.csv:1:1 missing-header ''"],
      remedy: "Add a first line: year;unit;count", properties: semicolons),
    Mistake(
      name: "commas where semicolons are declared", csv: "year,unit,count\n2022,N1,5\n",
      summaries: ["figures.csv:1:1 wrong-delimiter 'year,unit,count'"], remedy: "\"delimiter\": \",\"",
      properties: semicolons),
    Mistake(
      name: "titles above the header", csv: "REPORT,,\n,,\nyear,unit,count\n2022,N1,5\n",
      summaries: ["figures.csv:1:1 header-not-first 'REPORT'"], remedy: "\"headerRows\": [3]"),
    Mistake(
      name: "a value in a column without a name", csv: "year,unit,count,,\n2022,N1,5,,\n2022,N2,5,,7\n",
      summaries: ["figures.csv:3:12 unnamed-column '7'"], remedy: "declare it"),
  ])
  func isFoundInItsPlace(mistake: Mistake) throws {
    let sketch = try ScanSketch(
      .figures(
        mistake.csv, fields: mistake.fields, schema: [#""primaryKey": ["year", "unit"]"#],
        properties: mistake.properties)
    )
    let outcome = try sketch.scan().outcome
    #expect(outcome.hasErrors)
    #expect(outcome.findings.map(\.summary) == mistake.summaries)
    let finding = try #require(outcome.findings.first)
    #expect(finding.resource == "figures")
    #expect(finding.remedy.english.contains(mistake.remedy), "\(finding.remedy.english)")
    for finding in outcome.findings {
      #expect(!finding.message.vietnamese.isEmpty && !finding.remedy.vietnamese.isEmpty)
      #expect(finding.message.vietnamese != finding.message.english)
    }
  }

  @Test func bytesThatAreNotUTF8AreFound() throws {
    let sketch = try ScanSketch(.figures("year,unit,count\n", schema: []))
    // A stray byte, in a text column and in the header.
    try sketch.folder.write(
      bytes: Array("year,unit,count\n2022,N".utf8) + [0xED] + Array(",5\n".utf8), to: "figures.csv")
    #expect(try sketch.scan().outcome.findings.map(\.summary) == ["figures.csv:2:6 encoding-error '\u{FFFD}'"])
    try sketch.folder.write(bytes: [0xED] + Array("year,unit,count\n".utf8), to: "figures.csv")
    #expect(try sketch.scan().outcome.findings.first?.summary == "figures.csv:1:1 encoding-error '\u{FFFD}'")
    // UTF-16 is read where it announces itself, and named where it does not.
    let utf16 = "year,unit,count\n2022,N1,5\n".utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
    try sketch.folder.write(bytes: utf16, to: "figures.csv")
    let findings = try sketch.scan().outcome.findings
    #expect(findings.map(\.code) == ["encoding-error"])
    #expect(findings.first?.message.english.contains("UTF-16") == true)
    try sketch.folder.write(bytes: [0xFF, 0xFE] + utf16, to: "figures.csv")
    #expect(try sketch.scan().rows == [["2022", "N1", "5"]])
  }

  @Test func columnsAreBoundByName() throws {
    let sketch = try ScanSketch(.figures("count,unit,year\n5,N1,2022\n"))
    let (outcome, rows) = try sketch.scan()
    #expect(outcome.findings == [])
    #expect(rows == [["2022", "N1", "5"]])
  }

  @Test func aHeaderAloneIsAnEmptyTable() throws {
    let (outcome, rows) = try ScanSketch(.figures("year,unit,count\n")).scan()
    #expect(outcome.findings == [] && outcome.rows == 0 && rows.isEmpty)
  }

  @Test func whatIsWrongInOneCellDoesNotHideTheOthers() throws {
    let csv = "year,unit,count\nx,N1,y\n2022,N1,-1\n2022,N1,z\n"
    #expect(
      try ScanSketch.summaries(.figures(csv)) == [
        "figures.csv:2:1 type-error 'x'", "figures.csv:2:6 type-error 'y'", "figures.csv:3:9 constraint-error '-1'",
        "figures.csv:4:9 type-error 'z'", "figures.csv:4:1 duplicate-key '2022'",
      ])
  }

  @Test func linesInQuotesCount() throws {
    let csv = "year,unit,count\n2022,\"N\n1\",5\n2022,N2,x\n"
    #expect(try ScanSketch.summaries(.figures(csv)) == ["figures.csv:4:9 type-error 'x'"])
  }

  @Test func findingsAreBounded() throws {
    let rows = String(repeating: "2022,N1,x\n", count: FindingList.standardLimit + 25)
    let outcome = try ScanSketch(.figures("year,unit,count\n" + rows, schema: [])).scan().outcome
    #expect(outcome.findings.count == FindingList.standardLimit)
    #expect(outcome.list.omitted.values.reduce(0, +) == 25)
    #expect(outcome.rows == FindingList.standardLimit + 25)
  }

  @Test func aHeaderOfTooManyColumnsIsRefused() throws {
    let header = (0..<200_000).map { "c\($0)" }.joined(separator: ",")
    let outcome = try ScanSketch(.figures(header + "\n")).scan().outcome
    #expect(outcome.findings.map(\.code) == ["too-many-fields"])
  }

  @Test func aFileThatIsNotThereIsNoInput() throws {
    let folder = try ScratchFolder()
    try folder.write(
      #"{"name": "p", "resources": [{"name": "gone", "path": "elsewhere/gone.csv", "schema": {"fields": []}}]}"#,
      to: "datapackage.json")
    let package = try DataPackage.open(folder.path)
    let resource = try #require(package.resource(named: "gone"))
    let missing = failure {
      var scanner = try ResourceScanner(resource, of: package)
      return try scanner.scan()
    }
    #expect(missing == .noInput(path: "elsewhere/gone.csv", reason: Messages.noSuchFile))
    try folder.makeFolder("elsewhere/gone.csv")
    let notAFile = failure {
      var scanner = try ResourceScanner(resource, of: package)
      return try scanner.scan()
    }
    #expect(notAFile == .noInput(path: "elsewhere/gone.csv", reason: Messages.isAFolder))
  }
}
