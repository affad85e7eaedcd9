import Foundation
import Language
import Reports
import TestSupport
import Testing
import Values

@testable import Workbooks

@Suite struct WriterTests {
  @Test func goldenParts() throws {
    let archive = try WrittenWorkbook(SmallDocument.make()).read().archive
    let parts = [
      "workbook", "styles", "sharedStrings", "worksheets/sheet1", "worksheets/sheet2", "worksheets/sheet3",
      "worksheets/sheet4", "worksheets/sheet5", "worksheets/sheet6", "worksheets/sheet8", "tables/table1",
      "charts/chart1",
      "drawings/drawing1",
    ]
    for part in parts {
      try Golden.check(try archive.text("xl/\(part).xml"), named: "small-\(part.split(separator: "/").last ?? "").xml")
    }
    try Golden.check(try archive.text("docProps/core.xml"), named: "small-core.xml")
  }

  @Test(arguments: OutputLanguage.allCases) func sheetsStandInOrder(_ language: OutputLanguage) throws {
    let book = try WrittenWorkbook(SampleDocument.make(language), named: "sample-\(language.rawValue).xlsx").read()
    let expected =
      switch language {
      case .vietnamese:
        [
          "Bìa", "Mục lục", "Tóm tắt", "Biểu 01", "Biểu 02", "Biểu 03", "Biểu 04", "Biểu 05", "Ghi chú",
          "Chất lượng số liệu", "Nguồn số liệu", "Dữ liệu biểu đồ",
        ]
      case .english:
        [
          "Cover", "Contents", "Summary", "Table 01", "Table 02", "Table 03", "Table 04", "Table 05", "Notes",
          "Data quality", "Sources", "Chart data",
        ]
      }
    #expect(book.sheetNames == expected)
    for name in book.archive.names where name.hasSuffix(".xml") || name.hasSuffix(".rels") {
      #expect(Elements(try book.archive.text(name)).isNested, "\(name)")
    }
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    let document = SampleDocument.make()
    let first = try WrittenWorkbook(document, named: "first.xlsx")
    let second = try WrittenWorkbook(document, named: "second.xlsx")
    #expect(try first.bytes == second.bytes)
    #expect(first.places.map(\.spot) == second.places.map(\.spot))
  }

  @Test(arguments: OutputLanguage.allCases) func everyPlaceHoldsItsFigure(_ language: OutputLanguage) throws {
    let written = try WrittenWorkbook(SampleDocument.make(language), named: "places-\(language.rawValue).xlsx")
    let book = try written.read()
    #expect(written.places.count > 700)
    for place in written.places {
      guard case .cell(let sheet, let reference) = place.spot else {
        Issue.record("\(place.figure) is not in a cell")
        continue
      }
      let cell = try #require(book.cell(sheet, reference), "\(sheet)!\(reference)")
      if let text = cell.text {
        #expect(text.contains(place.printed), "\(sheet)!\(reference)")
      } else {
        #expect(Self.number(in: place.printed, language) == cell.number, "\(sheet)!\(reference): \(place.printed)")
      }
    }
    let numbers = book.sheetNames.reduce(0) { $0 + (book.cells[$1] ?? [:]).values.count { $0.number != nil } }
    let cells = Set(written.places.map(\.spot)).count
    let sentences = Set(written.places.filter { Self.text(of: $0, in: book) != nil }.map(\.spot)).count
    #expect(numbers == cells - sentences, "every number is a figure")
  }

  private static func text(of place: FigurePlace, in book: ReadWorkbook) -> String? {
    guard case .cell(let sheet, let reference) = place.spot else { return nil }
    return book.cell(sheet, reference)?.text
  }

  private static func number(in printed: String, _ language: OutputLanguage) -> Double? {
    let marks = [Messages.illustrativeMark[language], Messages.statusMark[language], Messages.moreThan[language]]
    var digits = printed
    for mark in marks { digits = digits.replacingOccurrences(of: mark, with: "") }
    digits = digits.replacingOccurrences(of: " ", with: "")
    let (group, point) = language == .vietnamese ? (".", ",") : (",", ".")
    digits = digits.replacingOccurrences(of: group, with: "").replacingOccurrences(of: point, with: ".")
    return digits == "-" ? 0 : Double(digits)
  }

  @Test func totalsRatesAndReferencesAreLive() throws {
    let book = try WrittenWorkbook(SampleDocument.make()).read()
    #expect(book.cell("Biểu 02", "C22")?.formula == "SUM(Bieu_02[[2013 (mh)]])")
    #expect(book.cell("Biểu 04", "C7")?.formula == "ROUND(100*'Biểu 02'!C7/'Biểu 03'!C7,2)")
    #expect(book.cell("Biểu 04", "N7")?.formula == "M7-C7")
    #expect(book.cell("Biểu 05", "N7")?.formula == "SUM(C7:J7,L7:M7)", "signs stand in K")
    #expect(book.cell("Biểu 05", "N11")?.formula == "SUM(C11:I11,L11:M11)", "a missing year is left out")
    #expect(book.cell("Biểu 05", "J11") == nil || book.cell("Biểu 05", "J11")?.text == nil)
    #expect(book.cell("Biểu 05", "K11")?.text == "...")
    #expect(book.cell("Biểu 05", "C23")?.formula == "ROUND('Biểu 01'!C7/15,1)")
    #expect(book.formulas.allSatisfy { !$0.formula.contains("SUBTOTAL") })
    let summary = book.formulas.filter { $0.sheet == "Tóm tắt" }
    #expect(summary.contains { $0.formula == "'Biểu 04'!M22" })
    #expect(summary.count > 20)
  }

  /// No text stands among the numbers of a marked-up table.
  @Test(arguments: OutputLanguage.allCases, WorkbookLook.Profile.allCases)
  func columnsOfNumbersHoldNothingElse(_ language: OutputLanguage, _ profile: WorkbookLook.Profile) throws {
    let document = SampleDocument.make(language)
    let book = try WrittenWorkbook(
      document, named: "numbers-\(language.rawValue)-\(profile.rawValue).xlsx", look: WorkbookLook(profile: profile)
    ).read()
    for table in document.tables {
      let cells = try #require(book.cells[table.sheetName])
      let numbers = Set(cells.filter { $0.value.number != nil }.map { $0.key.prefix { $0.isLetter } })
      let numbered = Set(cells.filter { $0.value.number != nil }.map { $0.key.drop { $0.isLetter } })
      // For leaders, totals stand below the marked-up table and its numbered rows.
      let rows = numbered.filter { profile == .publication || Int(cells["A\($0)"]?.text ?? "") != nil }
      let texts = cells.filter { cell in
        cell.value.text.map { !$0.isEmpty } ?? false && rows.contains(cell.key.drop { $0.isLetter })
          && numbers.contains(cell.key.prefix { $0.isLetter })
      }
      #expect(texts.isEmpty, "\(table.id): \(texts)")
    }
  }

  @Test func textsStayTexts() throws {
    let texts = ["=1+1", "+84", "-5", "@sum", "'; DROP TABLE", "=cmd|' /C calc'!A0", "👩‍👩‍👧 ê̂ 𝕬", "<&>\"'", "a\nb"]
    let rows = texts.enumerated().map { index, text in
      ReportRow(cells: [.text(text), SmallDocument.figure("v\(index)", "1"), .empty, .empty])
    }
    let book = try WrittenWorkbook(SmallDocument.make(tables: [SmallDocument.table(rows: rows)])).read()
    for (index, text) in texts.enumerated() {
      let cell = try #require(book.cell("Biểu 01", "A\(index + 7)"))
      #expect(cell.text == text)
      #expect(cell.formula == nil)
    }
  }

  @Test func everyPageSaysThatDataAreIllustrative() throws {
    let book = try WrittenWorkbook(SmallDocument.make()).read()
    for (index, sheet) in book.sheetNames.enumerated() {
      let isInCell = (book.cells[sheet] ?? [:]).values.contains { $0.text?.contains("SỐ LIỆU MINH HỌA") ?? false }
      let xml = Elements(try book.archive.text("xl/worksheets/sheet\(index + 1).xml"))
      let isInHeader = xml.all("oddHeader").contains { $0.text.contains("SỐ LIỆU MINH HỌA") }
      #expect(isInCell || isInHeader, "\(sheet)")
    }
    let plain = try WrittenWorkbook(SmallDocument.make(notices: [])).read()
    let words = plain.cells.values.flatMap(\.values).compactMap(\.text)
    #expect(!words.contains { $0.contains("MINH HỌA") })
  }

  @Test func linksLeadToSheetsThatAreThere() throws {
    let book = try WrittenWorkbook(SampleDocument.make()).read()
    var targets: Set<String> = []
    for index in book.sheetNames.indices {
      for link in Elements(try book.archive.text("xl/worksheets/sheet\(index + 1).xml")).all("hyperlink") {
        let location = try #require(link.attributes["location"])
        let sheet = try #require(location.split(separator: "!").first).dropFirst().dropLast()
        #expect(book.sheetNames.contains(String(sheet)))
        targets.insert(String(sheet))
      }
    }
    #expect(targets == Set(book.sheetNames).subtracting(["Bìa", "Mục lục"]).union(["Mục lục", "Bìa"]))
  }

  @Test func anEmptyTableSaysSo() throws {
    let book = try WrittenWorkbook(SmallDocument.make()).read()
    let texts = try #require(book.cells["Chất lượng số liệu"]).values.compactMap(\.text)
    #expect(texts.contains(Messages.noRows.vietnamese))
  }
}
