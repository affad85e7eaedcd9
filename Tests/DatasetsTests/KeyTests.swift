import Datasets
import Findings
import TestSupport
import Testing

@Suite struct KeyTests {
  /// Two rows of the same unit are two rows, whatever bytes the unit's name is written in.
  @Test func keysAreComparedAsText() throws {
    let composed = "Gi\u{1ED3}ng"
    let decomposed = "Gio\u{302}\u{300}ng"
    let csv = "year,unit,count\n2022,\(composed),5\n2022,\(decomposed),6\n2023,\(decomposed),7\n"
    let findings = try ScanSketch(.figures(csv)).scan().outcome.findings
    #expect(
      findings.filter { $0.severity == .error }.map(\.summary) == ["figures.csv:3:1 duplicate-key '2022'"])
    #expect(findings.map(\.code) == ["decomposed-text", "duplicate-key"])
  }

  @Test func anEmptyPartIsPartOfAPrimaryKey() throws {
    let csv = "year,unit,count\n2022,,5\n2022,N1,5\n2022,,6\n"
    #expect(try ScanSketch.summaries(.figures(csv)) == ["figures.csv:4:1 duplicate-key '2022'"])
  }

  @Test func keysOfNumbersAreComparedByValue() throws {
    let table = PackageSketch.Table.figures(
      "a,b\n1,2\n1.0,2\n12,\n1,22\n,12\n", fields: ["a:number", "b:number"], schema: [#""primaryKey": ["a", "b"]"#])
    #expect(try ScanSketch.summaries(table) == ["figures.csv:3:1 duplicate-key '1.0'"])
  }

  @Test(arguments: 0..<20) func duplicatesAreThoseOfASet(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var seen: Set<[String]> = []
    var expected: [Int] = []
    var csv = "year,unit,count\n"
    for line in 2..<80 {
      let key = ["\(Int.random(in: 2013...2016, using: &generator))", generator.choice("A", "B", "AB", "Ủ", "ủ")]
      csv += key.joined(separator: ",") + ",1\n"
      if !seen.insert(key).inserted { expected.append(line) }
    }
    let findings = try ScanSketch(.figures(csv)).scan().outcome.findings
    #expect(findings.compactMap(\.position.line) == expected)
  }

  private static let units = PackageSketch.Table(
    "units", fields: ["code", "parent"],
    schema: [#""foreignKeys": [{"fields": "parent", "reference": {"fields": "code"}}]"#],
    csv: "code,parent\nP,\nNorth,P\nSouth,P\n")
  private static let reference =
    #""foreignKeys": [{"fields": ["unit"], "reference": {"resource": "units", "fields": ["code"]}}]"#

  @Test func referencesAreCheckedWithTheNearestWord() throws {
    let csv = "year,unit,count\n2022,North,5\n2022,Nort,6\n2022,,7\n2023,Nort,7\n"
    let outcome = try ScanSketch(.figures(csv, schema: [Self.reference]), Self.units).scan().outcome
    #expect(
      outcome.findings.map(\.summary) == [
        "figures.csv:3:6 unknown-reference 'Nort'", "figures.csv:5:6 unknown-reference 'Nort'",
      ])
    #expect(Set(outcome.findings.map(\.remedy.english)) == ["Did you mean: North?"])
  }

  @Test func zerosThatASpreadsheetDroppedAreNamed() throws {
    let codes = PackageSketch.Table("units", fields: ["code"], csv: "code\n00904\n910\n")
    let csv = "year,unit,count\n2022,904,5\n2022,10,5\n"
    let findings = try ScanSketch(.figures(csv, schema: [Self.reference]), codes).scan().outcome.findings
    #expect(findings.map(\.code) == ["unknown-reference", "unknown-reference"])
    #expect(findings.first?.remedy.english.contains("write 00904") == true)
    #expect(findings.last?.remedy.english.contains("zeros") == false)
  }

  @Test func aTableMayReferToItself() throws {
    var units = Self.units
    units.csv += "East,Q\n"
    #expect(try ScanSketch.summaries(units) == ["units.csv:5:6 unknown-reference 'Q'"])
    #expect(try ScanSketch.summaries(Self.units) == [])
  }

  @Test func referencesOfNumbersAreComparedByValue() throws {
    let years = PackageSketch.Table("years", fields: ["year:integer"], csv: "year\n2021\n2022\n")
    let figures = PackageSketch.Table.figures(
      "year,count\n2022,5\n2023,5\n", fields: ["year:number", "count:integer"],
      schema: [#""foreignKeys": [{"fields": "year", "reference": {"resource": "years", "fields": "year"}}]"#])
    #expect(
      try ScanSketch(figures, years).scan().outcome.findings.map(\.summary) == [
        "figures.csv:3:1 unknown-reference '2023'"
      ])
  }

  @Test func aReferredTableThatIsNotThereIsNoInput() throws {
    let sketch = try ScanSketch(.figures("year,unit,count\n", schema: [Self.reference]), Self.units)
    try sketch.folder.remove("units.csv")
    let failure = failure { try sketch.scan() }
    guard case .noInput(let path, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(path == "units.csv")
  }
}
