import Foundation
import Language
import Reports
import TestSupport
import Testing
import Values
import WorkbookReader

@testable import Workbooks

/// Texts and tables that nobody means well with: written as they are, or refused, for leaders and for publication.
@Suite struct HostileDocumentTests {
  static let texts = TableWorkbookTests.nasty.filter { $0.utf16.count < 200 } + ["e\u{302}\u{301}\u{323}", "🏳️‍🌈🇻🇳"]

  private func rows() -> [ReportRow] {
    Self.texts.enumerated().map { index, text in
      ReportRow(cells: [.text(text), SmallDocument.figure("v\(index)", "1"), .empty, .empty])
    }
  }

  private func written(_ document: ReportDocument, _ profile: WorkbookLook.Profile) throws -> WrittenWorkbook {
    try WrittenWorkbook(document, named: "hostile-\(profile.rawValue).xlsx", look: WorkbookLook(profile: profile))
  }

  @Test(arguments: WorkbookLook.Profile.allCases) func textsStandAsTheyAre(_ profile: WorkbookLook.Profile) throws {
    var table = SmallDocument.table(rows: rows())
    table.title = "=TIÊU ĐỀ & <b> '; DROP TABLE"
    table.unitLine = "@Đơn vị tính: '; DROP"
    table.columns[1].heading = "=2021 👩‍👩‍👧 _x0041_"
    table.notes = Self.texts.map { ReportSentence($0) }
    var document = SmallDocument.make(tables: [table], notices: ["-1+1 '; DROP & <i>"])
    document.title = "+TÊN \u{202E}BÁO CÁO"
    document.notes = Self.texts.map { ReportSentence($0).about("01") }
    document.issuer = ["=CƠ QUAN &P &G"]
    let written = try written(document, profile)
    let book = try WorkbookFile.read(written.path, wholly: true)
    let sheet = try #require(book.sheets.first { $0.name == "Biểu 01" })
    let shown = Set(sheet.cells.compactMap { if case .text(let text) = $0.value { text } else { nil } })
    #expect(Set(Self.texts.map { $0.replacing("\r\n", with: "\n") }).isSubset(of: shown))
    let everything = book.sheets.flatMap(\.cells)
    #expect(
      everything.allSatisfy { $0.formula.map { "\($0)" }.map { !$0.contains("DROP") && !$0.contains("calc") } ?? true })
    #expect(everything.contains { $0.value == .text("+TÊN \u{202E}BÁO CÁO") })
  }

  static let refused: [(String, WorkbookError)] = {
    let name = String(repeating: "ă", count: 40)
    return [
      ("a colon in a sheet's name", .sheetNameCharacter("Biểu a:b", ":")),
      ("a sheet's name of 40 characters", .sheetNameTooLong(name)),
      ("two sheets of one name", .sheetNameTaken("Biểu 01")),
    ]
  }()

  @Test(arguments: WorkbookLook.Profile.allCases, refused)
  func namesThatExcelDoesNotAllowAreRefused(_ profile: WorkbookLook.Profile, _ example: (String, WorkbookError)) throws
  {
    var tables = [SmallDocument.table()]
    switch example.1 {
    case .sheetNameCharacter(let name, _), .sheetNameTooLong(let name): tables[0].sheetName = name
    default:
      var other = SmallDocument.table("02")
      other.sheetName = "Biểu 01"
      tables.append(other)
    }
    try expect(example.1, SmallDocument.make(tables: tables), profile)
  }

  @Test(arguments: WorkbookLook.Profile.allCases) func whatIsTooLongIsRefused(_ profile: WorkbookLook.Profile) throws {
    var document = SmallDocument.make()
    document.notes = [ReportSentence(String(repeating: "ă", count: 40_000))]
    let error = try error(of: document, profile)
    guard case .textTooLong(_, 40_000)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    var table = SmallDocument.table(rows: [ReportRow(cells: [.text("A")])])
    table.columns = (0..<16_385).map { ReportColumn(role: $0 == 0 ? .label : .number, heading: "c\($0)") }
    try expect(.columnOutOfRange(16_385), SmallDocument.make(tables: [table]), profile)
  }

  @Test(arguments: WorkbookLook.Profile.allCases) func tablesOfOneTitleStandBesideEachOther(
    _ profile: WorkbookLook.Profile
  ) throws {
    let written = try written(SmallDocument.make(tables: [SmallDocument.table(), SmallDocument.table("02")]), profile)
    let names = try WorkbookFile.read(written.path, wholly: true).sheets.map(\.name)
    #expect(names.contains("Biểu 01") && names.contains("Biểu 02"))
  }

  private func expect(_ error: WorkbookError, _ document: ReportDocument, _ profile: WorkbookLook.Profile) throws {
    let found = try self.error(of: document, profile)
    #expect(found == error)
  }

  /// Nothing is left of a file that was refused.
  private func error(of document: ReportDocument, _ profile: WorkbookLook.Profile) throws -> WorkbookError? {
    let folder = try ScratchFolder()
    let path = folder.path(of: "x.xlsx")
    do {
      try WorkbookWriter.write(document, to: path, look: WorkbookLook(profile: profile))
      return nil
    } catch {
      #expect(!FileManager.default.fileExists(atPath: path))
      return error
    }
  }
}

extension ReportSentence {
  fileprivate func about(_ table: String) -> ReportSentence { ReportSentence(parts, tableID: table) }
}
