import Language
import Reports
import TestSupport
import Testing

@testable import Workbooks

/// The checklist of the Analysis Function for accessible spreadsheets, as far as a file can show it.
@Suite struct PublicationTests {
  private func sheets(_ language: OutputLanguage) throws -> [(name: String, xml: Elements, archive: ZipArchive)] {
    let book = try WrittenWorkbook(
      SampleDocument.make(language), named: "publication-\(language.rawValue).xlsx",
      look: WorkbookLook(profile: .publication)
    ).read()
    return try book.sheetNames.enumerated().map { index, name in
      (name, Elements(try book.archive.text("xl/worksheets/sheet\(index + 1).xml")), book.archive)
    }
  }

  @Test(arguments: OutputLanguage.allCases) func nothingIsMergedFrozenFilteredFilledOrInTheMargins(
    _ language: OutputLanguage
  ) throws {
    let sheets = try sheets(language)
    #expect(sheets.count > 10)
    for sheet in sheets {
      for name in ["mergeCell", "pane", "autoFilter", "oddHeader", "oddFooter", "drawing", "conditionalFormatting"] {
        #expect(sheet.xml.all(name).isEmpty, "\(sheet.name): \(name)")
      }
      #expect(sheet.xml.all("tablePart").count <= 1, "\(sheet.name)")
    }
    let archive = try #require(sheets.first).archive
    for name in archive.names where name.hasPrefix("xl/tables/") {
      let table = Elements(try archive.text(name))
      #expect(table.all("autoFilter").isEmpty)
      #expect(try #require(table.all("table").first?.attributes["ref"]).hasPrefix("A"), "from column A on")
    }
    let styles = Elements(try archive.text("xl/styles.xml"))
    #expect(styles.all("patternFill").allSatisfy { ["none", "gray125"].contains($0.attributes["patternType"] ?? "") })
    let sizes = styles.all("sz").compactMap { Double($0.attributes["val"] ?? "") }
    #expect(sizes.allSatisfy { $0 >= 12 }, "no letter is smaller than 12 points")
    #expect(try archive.text("docProps/custom.xml").contains(language.tag))
  }

  @Test(arguments: OutputLanguage.allCases) func everySheetSaysWhatItHolds(_ language: OutputLanguage) throws {
    let book = try WrittenWorkbook(
      SampleDocument.make(language), look: WorkbookLook(profile: .publication)
    ).read()
    for (index, name) in book.sheetNames.enumerated() where name != Messages.coverSheet[language] {
      let cells = try #require(book.cells[name])
      #expect(cells["A1"]?.text.map { $0.count > 3 } ?? false, "\(name) has a title")
      let tables = Elements(try book.archive.text("xl/worksheets/sheet\(index + 1).xml")).all("tablePart").count
      let words = tables == 1 ? Messages.containsOneTable : Messages.containsNoTable
      #expect(cells["A2"]?.text == words[language], "\(name)")
    }
    let contents = try #require(book.cells[Messages.contentsSheet[language]]).values.compactMap(\.text)
    for name in book.sheetNames.dropFirst(2) { #expect(contents.contains(name)) }
  }

  @Test func notesAreNumberedInTheOrderInWhichTablesCallForThem() {
    var document = SampleDocument.make()
    document.notes = [
      ReportSentence("Về bảng hai.").about("02"), ReportSentence("Chung."), ReportSentence("Về bảng một.").about("01"),
    ]
    for index in document.tables.indices { document.tables[index].notes = [] }
    document.tables[1].notes = [ReportSentence("Về bảng hai.")]
    let notes = PublicationNotes(document)
    #expect(notes.notes.map(\.sentence.text) == ["Chung.", "Về bảng một.", "Về bảng hai."])
    #expect(notes.numbers(ofTable: "01") == [1, 2])
    #expect(notes.numbers(ofTable: "02") == [1, 3])
  }

  @Test(arguments: [
    ([1], "1"), ([1, 2], "1, 2"), ([1, 2, 3], "1 đến 3"), ([1, 3, 4, 5, 9], "1, 3 đến 5, 9"), ([], ""),
  ])
  func listsOfNotes(_ numbers: [Int], _ text: String) {
    #expect(PublicationNotes.listed(numbers, .vietnamese) == text)
  }

  @Test func totalsAreSumsWithinTheTable() throws {
    let book = try WrittenWorkbook(SampleDocument.make(), look: WorkbookLook(profile: .publication)).read()
    let sums = book.formulas.filter { $0.sheet == "Biểu 02" && $0.formula.hasPrefix("SUM(") }
    #expect(sums.count == 11)
    #expect(sums.allSatisfy { !$0.formula.contains("[") && !$0.formula.contains("SUBTOTAL") })
  }
}

extension ReportSentence {
  fileprivate func about(_ table: String) -> ReportSentence { ReportSentence(parts, tableID: table) }
}
