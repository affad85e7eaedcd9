import Aggregation
import Datasets
import Findings
import Language
import Reports
import TestSupport
import Testing
import Workbooks

/// The workbook that goes back to a district: read again from its XML.
@Suite struct FindingsWorkbookTests {
  private static let csv =
    "year,unit,count\n2022,=1+1,x\n2023,@N,+5x\n2023,091203004567,-\n2024,\"hai\ndòng\",9\n2024,N,9\n2024,N,8\n"

  private static func write(limit: Int = 1000, language: OutputLanguage = .vietnamese) throws -> (
    folder: ScratchFolder, book: ReadWorkbook
  ) {
    let table = PackageSketch.Table(
      "a[b]'c", fields: ["year:year", "unit", "count:integer"], schema: [#""primaryKey": ["year", "unit"]"#], csv: csv)
    let folder = try PackageSketch([table]).write()
    let package = try DataPackage.open(folder.path)
    let result = try PackageCheck.run(folder.path, limit: limit)
    let excerpts = SourceExcerpts.read(
      result.findings, counted: result.list.counts.keys, in: folder.path, package: package)
    let document = FindingsDocument(result, title: package.title, excerpts: excerpts, language: language)
    try FindingsWorkbook.write(document, to: folder.path(of: "findings.xlsx"))
    return (folder, try ReadWorkbook(path: folder.path(of: "findings.xlsx")))
  }

  @Test(arguments: OutputLanguage.allCases)
  func findingsAndRowsAreThere(language: OutputLanguage) throws {
    let book = try Self.write(language: language).book
    let findings = Messages.findingsSheet[language]
    let rows = "1. a-b--c.csv"
    #expect(book.sheetNames == [Messages.findingsSummarySheet[language], findings, rows])
    #expect(book.cell(findings, "C5")?.text == "type-error" && book.cell(findings, "G5")?.text == "x")
    #expect(book.cell(findings, "G6")?.text == "+5x" && book.cell(findings, "E6")?.text == "3")
    #expect(
      ["A4", "B4", "C4", "D4", "E4", "F4"].map { book.cell(rows, $0)?.text ?? "" }.suffix(3) == [
        "year", "unit", "count",
      ])
    // Text that begins like a formula is text, in its own cell and in its copy.
    #expect(book.cell(rows, "E5") == ReadWorkbook.Cell(text: "=1+1") && book.cell(rows, "E6")?.text == "@N")
    #expect(book.formulas.isEmpty)
    #expect(book.cell(rows, "C5")?.text == "count (F5)")
  }

  @Test func personalTextsAreNotCopied() throws {
    let (folder, book) = try Self.write()
    let shown = book.cells.values.flatMap { $0.values.compactMap(\.text) }.joined(separator: " ")
    #expect(shown.contains("•••") && !shown.contains("091203004567"))
    withExtendedLifetime(folder) {}
  }

  @Test func linksLeadToTheCopyAndBack() throws {
    let book = try Self.write().book
    let findings = try book.archive.text("xl/worksheets/sheet2.xml")
    let rows = try book.archive.text("xl/worksheets/sheet3.xml")
    #expect(findings.contains(#"<hyperlink ref="E5" location="'1. a-b--c.csv'!A5""#))
    #expect(rows.contains(#"<hyperlink ref="B5" location="'Phát hiện'!A5""#))
    for sheet in [findings, rows] {
      #expect(sheet.contains(#"paperSize="9""#) && sheet.contains(#"orientation="landscape""#))
      #expect(sheet.contains(#"fitToHeight="0""#) && sheet.contains(#"state="frozen""#))
    }
    #expect(try book.archive.text("xl/workbook.xml").contains("_xlnm.Print_Titles"))
  }

  @Test func whatIsLeftOutIsSaid() throws {
    let book = try Self.write(limit: 1).book
    let summary = Messages.findingsSummarySheet.vietnamese
    let texts = (book.cells[summary] ?? [:]).values.compactMap(\.text)
    #expect(texts.contains { $0.hasPrefix("Còn 3 phát hiện") }, "\(texts)")
    #expect(book.cell(Messages.findingsSheet.vietnamese, "A6") == nil)
  }

  @Test func theSameFindingsGiveTheSameBytes() throws {
    let (first, _) = try Self.write()
    let (second, _) = try Self.write()
    #expect(try first.bytes(of: "findings.xlsx") == second.bytes(of: "findings.xlsx"))
  }
}
