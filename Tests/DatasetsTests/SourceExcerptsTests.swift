import Findings
import Language
import TestSupport
import Testing

@testable import Datasets

/// Copies of rows: the right row, the right cell, and nothing about persons.
@Suite struct SourceExcerptsTests {
  private static func excerpts(_ sketch: ScanSketch) throws -> (findings: [Finding], excerpts: SourceExcerpts) {
    let list = try sketch.scan().outcome.list
    let excerpts = SourceExcerpts.read(
      list.findings, counted: list.counts.keys, in: sketch.folder.path, package: sketch.package)
    return (list.findings, excerpts)
  }

  @Test(arguments: [
    ("year,unit,count\n2022,N1,x\n", ["2022", "N1", "x"], 2),
    ("year,unit,count\r\n2022,\"N\r\n1\",x\r\n2023,N1,1\r\n", ["2022", "N\r\n1", "x"], 2),
    ("\u{FEFF}year,unit,count\n\n2021,A,1\n2022,\"N,\"\"1\",-x\n", ["2022", "N,\"1", "-x"], 2),
    ("count,year,unit\nx,2022,N1\n", ["x", "2022", "N1"], 0),
  ])
  func theRowAndItsCellAreFound(csv: String, cells: [String], index: Int) throws {
    let (findings, excerpts) = try Self.excerpts(try ScanSketch(.figures(csv)))
    let finding = try #require(findings.first)
    let row = try #require(excerpts.row(at: finding.position))
    #expect(row.cells.map(\.text) == cells)
    #expect(row.index(at: finding.position) == index)
    #expect(excerpts.header(of: "figures.csv")?.cells.map(\.text).sorted() == ["count", "unit", "year"])
  }

  @Test func rowsFarApartAreFoundInOnePass() throws {
    let rows = (0..<30_000).map { $0 % 9999 == 0 ? "2022,N\($0),x" : "2022,N\($0),1" }
    let (findings, excerpts) = try Self.excerpts(
      try ScanSketch(.figures("year,unit,count\n" + rows.joined(separator: "\n") + "\n")))
    #expect(findings.count == 4)
    for finding in findings {
      #expect(excerpts.row(at: finding.position)?.cells[1].text == "N\((finding.position.line ?? 0) - 2)")
    }
  }

  @Test func aLineIsShownWhereTheRowIsBroken() throws {
    let (findings, excerpts) = try Self.excerpts(try ScanSketch(.figures("year,unit,count\n2022,N \"1\",3\n")))
    let finding = try #require(findings.first)
    #expect(finding.code == "stray-quote")
    #expect(excerpts.row(at: finding.position) == nil)
    #expect(excerpts.line(at: finding.position) == "2022,N \"1\",3")
  }

  @Test(arguments: [
    // By what stands in the column, by its heading, and after a row that ends the reading.
    "year,unit,count\n2022,091203004567,x\n2023,091203004568,1\n",
    "year,unit,count\n2022,091203004567,x\n2023,091203004568,1\n2024,\"a\"b,1\n",
  ])
  func identityNumbersAreNeverCopied(csv: String) throws {
    let (findings, excerpts) = try Self.excerpts(try ScanSketch(.figures(csv)))
    #expect(findings.contains { $0.code == "personal-data" })
    #expect(!findings.contains { $0.value?.contains("0912030") ?? false })
    let shown = "\(findings) \(excerpts)"
    #expect(shown.contains("type-error") && !shown.contains("0912030"))
  }

  @Test func aSingleIdentityNumberIsNotCopiedEither() throws {
    let rows = (1...20).map { "2022,N\($0),1\n" }.joined()
    let (findings, excerpts) = try Self.excerpts(
      try ScanSketch(.figures("year,unit,count\n\(rows)2023,091203004567,x\n")))
    #expect(findings.map(\.code) == ["type-error"])
    #expect(excerpts.row(at: findings[0].position)?.cells.map(\.text) == ["2023", "•••", "x"])
  }

  @Test func longTextsAreCut() throws {
    let long = String(repeating: "ă", count: 5000)
    let (findings, excerpts) = try Self.excerpts(try ScanSketch(.figures("year,unit,count\n2022,\(long),\(long)\n")))
    let finding = try #require(findings.first)
    #expect(finding.value?.count == 1001 && finding.message.english.count < 1200)
    #expect(excerpts.row(at: finding.position)?.cells[1].text.count == 1001)
  }
}
