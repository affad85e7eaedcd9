import Findings
import Foundation
import Language
import Reports
import TestSupport
import Testing
import Values

@testable import Workbooks

/// Everything that Excel does not allow is refused before the library sees it, and leaves nothing behind.
@Suite struct LimitTests {
  static let day = CalendarDate.lastDay(of: 2023)

  /// Tries something on a workbook with one sheet, which is dropped afterwards.
  static func attempt(_ work: (inout Workbook, Workbook.SheetID) throws -> Void) throws {
    let folder = try ScratchFolder()
    var book = try Workbook(
      path: folder.path(of: "x.xlsx"), properties: .init(title: "T", subject: "S", company: "", date: day))
    let sheet = try book.addSheet(named: "Tờ 1")
    try work(&book, sheet)
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "x.xlsx")))
  }

  @Test(arguments: [
    ("", WorkbookError.sheetNameEmpty),
    (String(repeating: "ă", count: 32), .sheetNameTooLong(String(repeating: "ă", count: 32))),
    (String(repeating: "👩", count: 16), .sheetNameTooLong(String(repeating: "👩", count: 16))),
    ("a:b", .sheetNameCharacter("a:b", ":")), ("a/b", .sheetNameCharacter("a/b", "/")),
    ("a\\b", .sheetNameCharacter("a\\b", "\\")), ("a?", .sheetNameCharacter("a?", "?")),
    ("*", .sheetNameCharacter("*", "*")), ("[a", .sheetNameCharacter("[a", "[")),
    ("a]", .sheetNameCharacter("a]", "]")),
    ("a\u{1}", .sheetNameCharacter("a\u{1}", "\u{1}")), ("'a", .sheetNameReserved("'a")),
    ("a'", .sheetNameReserved("a'")),
    ("History", .sheetNameReserved("History")), ("BC2023", .sheetNameReserved("BC2023")),
    ("2023", .sheetNameReserved("2023")),
    ("TỜ 1", .sheetNameTaken("TỜ 1")),
  ])
  func sheetNames(_ name: String, _ error: WorkbookError) throws {
    try Self.attempt { book, _ in
      #expect(throws: error) { try book.addSheet(named: name) }
    }
  }

  @Test(arguments: [String(repeating: "ă", count: 31), "Biểu 01", "D'Arc", "Tên_dài", "; DROP", "BC2023 "])
  func sheetNamesThatAreAllowed(_ name: String) throws {
    try Self.attempt { book, _ in _ = try book.addSheet(named: name) }
  }

  static let corner = CellAddress(row: 0, column: 0)

  struct CellCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var value: CellValue
    var cell = corner
    var error: WorkbookError
  }

  static let cellCases = [
    CellCase(
      testDescription: "a long text", value: .text(String(repeating: "a", count: 32_768)),
      error: .textTooLong(cell: "A1", length: 32_768)),
    CellCase(testDescription: "a zero byte", value: .text("a\0b"), error: .textNotAllowed(cell: "A1")),
    CellCase(
      testDescription: "below the last row", value: .text("a"), cell: CellAddress(row: 1_048_576, column: 0),
      error: .rowOutOfRange(1_048_577)),
    CellCase(
      testDescription: "right of the last column", value: .text("a"), cell: CellAddress(row: 0, column: 16_384),
      error: .columnOutOfRange(16_385)),
    CellCase(
      testDescription: "above the first row", value: .blank, cell: CellAddress(row: -1, column: 0),
      error: .rowOutOfRange(0)),
    CellCase(testDescription: "not a number", value: .number(.nan), error: .numberNotFinite(cell: "A1")),
    CellCase(testDescription: "infinity", value: .number(.infinity), error: .numberNotFinite(cell: "A1")),
    CellCase(
      testDescription: "a cached value that is no number", value: .formula(.sum([]), cached: .nan),
      error: .numberNotFinite(cell: "A1")),
    CellCase(
      testDescription: "a long formula",
      value: .formula(.sum(Array(repeating: .cell(sheet: nil, corner), count: 2_800)), cached: 0),
      error: .formulaTooLong(cell: "A1", length: 8_460)),
  ]

  @Test(arguments: cellCases) func cells(_ example: CellCase) throws {
    try Self.attempt { book, sheet in
      #expect(throws: example.error) {
        try book.write(example.value, at: example.cell, on: sheet, style: CellStyle())
      }
    }
  }

  @Test func theLargestTextAndTheLastCellAreAllowed() throws {
    try Self.attempt { book, sheet in
      try book.write(.text(String(repeating: "ế", count: 32_767)), at: Self.corner, on: sheet, style: CellStyle())
      try book.write(.number(1), at: CellAddress(row: 1_048_575, column: 16_383), on: sheet, style: CellStyle())
    }
  }

  struct TableCase: Sendable, CustomTestStringConvertible {
    var name = "T"
    var row = 0
    var rows = 2
    var headings = ["A", "B"]
    var error: WorkbookError

    var testDescription: String { "\(name.prefix(20)) at \(row), \(rows) rows, \(headings.map { $0.prefix(20) })" }

    var table: TableDescription { LimitTests.table(name, row: row, rows: rows, headings: headings) }
  }

  static func table(_ name: String, row: Int, rows: Int = 2, headings: [String] = ["A", "B"]) -> TableDescription {
    TableDescription(
      name: name, range: CellRange(CellAddress(row: row, column: 0), CellAddress(row: row + rows, column: 1)),
      headings: headings, headerStyles: [CellStyle(), CellStyle()])
  }

  static let long = String(repeating: "n", count: 256)

  static let tableCases = [
    TableCase(name: "Bảng", error: .tableNameInvalid("Bảng")), TableCase(name: "1a", error: .tableNameInvalid("1a")),
    TableCase(name: "a b", error: .tableNameInvalid("a b")), TableCase(name: "AB12", error: .tableNameInvalid("AB12")),
    TableCase(name: "R1C1", error: .tableNameInvalid("R1C1")), TableCase(name: "c", error: .tableNameInvalid("c")),
    TableCase(name: "", error: .tableNameInvalid("")), TableCase(name: long, error: .tableNameInvalid(long)),
    TableCase(name: "SAN_CO", row: 20, error: .tableNameTaken("SAN_CO")),
    TableCase(rows: 0, error: .tableRangeInvalid(table: "T", range: "A1:B1")),
    TableCase(row: 11, error: .tableRangeInvalid(table: "T", range: "A12:B14")),
    TableCase(row: 29, error: .tableRangeInvalid(table: "T", range: "A30:B32")),
    TableCase(headings: ["A"], error: .tableRangeInvalid(table: "T", range: "A1:B3")),
    TableCase(headings: ["A", ""], error: .headingEmpty(table: "T")),
    TableCase(headings: ["Năm", "NĂM"], error: .headingTaken(table: "T", heading: "NĂM")),
    TableCase(headings: ["A", long], error: .headingTooLong(table: "T", heading: long)),
  ]

  @Test(arguments: tableCases) func tables(_ example: TableCase) throws {
    try Self.attempt { book, sheet in
      try book.add(Self.table("San_co", row: 10), on: sheet)
      try book.merge(
        CellRange(CellAddress(row: 30, column: 0), CellAddress(row: 30, column: 1)), on: sheet, style: CellStyle())
      #expect(throws: example.error) { try book.add(example.table, on: sheet) }
    }
  }

  @Test(arguments: ["A1", "A1:B2", "B2:C3", "A11:A12"])
  func merges(_ range: String) throws {
    let cells = ["A1": (0, 0, 0, 0), "A1:B2": (0, 0, 1, 1), "B2:C3": (1, 1, 2, 2), "A11:A12": (10, 0, 11, 0)]
    let (top, left, bottom, right) = try #require(cells[range])
    let merged = CellRange(CellAddress(row: top, column: left), CellAddress(row: bottom, column: right))
    try Self.attempt { book, sheet in
      try book.add(Self.table("T", row: 10), on: sheet)
      try book.merge(
        CellRange(CellAddress(row: 1, column: 1), CellAddress(row: 1, column: 2)), on: sheet, style: CellStyle())
      #expect(throws: WorkbookError.mergeInvalid(range: range)) {
        try book.merge(merged, on: sheet, style: CellStyle())
      }
    }
  }

  @Test func namesPagesChartsAndFormats() throws {
    try Self.attempt { book, sheet in
      let range = CellRange(Self.corner)
      try book.define("Ten", as: range, on: sheet)
      #expect(throws: WorkbookError.tableNameTaken("TEN")) { try book.define("TEN", as: range, on: sheet) }
      #expect(throws: WorkbookError.tableNameInvalid("tên")) { try book.define("tên", as: range, on: sheet) }
      var page = PageSetup()
      page.footer = String(repeating: "x", count: 256)
      #expect(throws: WorkbookError.headerFooterTooLong(length: 256)) { try book.set(page, on: sheet) }
      let format = String(repeating: "0", count: 128)
      #expect(throws: WorkbookError.attributeTooLong(format)) {
        try book.write(.number(1), at: Self.corner, on: sheet, style: CellStyle(numberFormat: format))
      }
      let chart = ChartDescription(
        kind: .line, title: "Trống", series: [], numberFormat: "0", axisFormat: "0", axis: nil, axisStep: nil,
        hidesValueAxis: false, alternativeText: "", fontSize: 9)
      #expect(throws: WorkbookError.chartSeriesInvalid(title: "Trống")) {
        try book.add(chart, at: ChartPlace(cell: Self.corner, width: 100, height: 100), on: sheet)
      }
    }
  }

  @Test func linksEnd() throws {
    try Self.attempt { book, sheet in
      for row in 0..<65_530 {
        try book.write(
          .link("x", sheet: "Tờ 1", cell: Self.corner), at: CellAddress(row: row, column: 0), on: sheet,
          style: CellStyle())
      }
      #expect(throws: WorkbookError.tooManyLinks(sheet: "Tờ 1")) {
        try book.write(
          .link("x", sheet: "Tờ 1", cell: Self.corner), at: CellAddress(row: 0, column: 1), on: sheet,
          style: CellStyle())
      }
    }
  }

  // MARK: files

  @Test func aFolderThatIsNotThereIsSaidBeforeAnythingIsWritten() throws {
    let folder = try ScratchFolder()
    let path = folder.path(of: "nowhere/x.xlsx")
    let error = #expect(throws: WorkbookError.self) { try WorkbookWriter.write(SmallDocument.make(), to: path) }
    guard case .cannotCreate(path, let reason)? = error, !reason.isEmpty else {
      Issue.record("\(String(describing: error))")
      return
    }
    guard case .cannotCreate(path, _)? = error?.failure else {
      Issue.record("\(String(describing: error?.failure))")
      return
    }
  }

  @Test func namesThatTheLibraryWouldMisreadAreWritten() throws {
    var table = SmallDocument.table()
    table.sheetName = "Biểu #1"
    table.charts = [SmallDocument.chart]
    table.charts[0].title = "=Mô hình"
    table.charts[0].series[0].name = "=A"
    var document = SmallDocument.make(tables: [table], notices: ["R&G &[Picture]"])
    document.title = String(repeating: "ế", count: 300)
    let book = try WrittenWorkbook(document).read()
    #expect(book.sheetNames.contains("Biểu #1"))
    #expect(try book.archive.text("xl/charts/chart1.xml").contains("<a:t> =Mô hình</a:t>"))
  }

  @Test func aRefusalLeavesNoFile() throws {
    let folder = try ScratchFolder()
    let path = folder.path(of: "x.xlsx")
    let table = SmallDocument.table()
    #expect(throws: WorkbookError.sheetNameTaken("Biểu 01")) {
      try WorkbookWriter.write(SmallDocument.make(tables: [table, table]), to: path)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: [
    (WorkbookError.writeFailed(path: "p", reason: "r"), "p"), (.cannotCreate(path: "q", reason: "r"), "q"),
  ])
  func failuresOfFilesNameThem(_ error: WorkbookError, _ path: String) {
    switch error.failure {
    case .inputOutput(path, let reason), .cannotCreate(path, let reason): #expect(reason == error.reason)
    default: Issue.record("\(error.failure)")
    }
  }

  @Test func everyRefusalHasWordsInBothLanguages() {
    let errors: [WorkbookError] = [
      .sheetNameEmpty, .sheetNameTooLong("n"), .sheetNameCharacter("n", ":"), .sheetNameReserved("n"),
      .sheetNameTaken("n"),
      .rowOutOfRange(1), .columnOutOfRange(1), .textTooLong(cell: "A1", length: 1), .textNotAllowed(cell: "A1"),
      .formulaTooLong(cell: "A1", length: 1), .numberNotFinite(cell: "A1"), .attributeTooLong("t"),
      .tableRangeInvalid(table: "T", range: "A1"), .tableNameInvalid("T"), .tableNameTaken("T"),
      .headingEmpty(table: "T"),
      .headingTooLong(table: "T", heading: "h"), .headingTaken(table: "T", heading: "h"), .mergeInvalid(range: "A1"),
      .headerFooterTooLong(length: 1), .tooManyLinks(sheet: "S"), .chartSeriesInvalid(title: "t"),
      .chartSourceInvalid(title: "t"), .circular(figure: "f"), .cannotCreate(path: "p", reason: "r"),
      .writeFailed(path: "p", reason: "r"), .partCut(path: "p"), .otherLibrary(built: 1, running: 2),
      .headingNotAllowed(table: "T", heading: "h"),
      .tooManyStyles, .rowPassed(sheet: "S", row: 1), .constantMemory(range: "A1"), .outOfMemory,
      .library(code: 1, step: "s"),
    ]
    let texts = errors.map(\.reason)
    #expect(Set(texts.map(\.vietnamese)).count >= errors.count - 1, "each is said in its own words")
    #expect(
      texts.allSatisfy { $0.vietnamese.hasSuffix(".") && $0.english.hasSuffix(".") && $0.vietnamese != $0.english })
  }
}
