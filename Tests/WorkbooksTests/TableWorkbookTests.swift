import Foundation
import Language
import Reports
import TestSupport
import Testing
import Values
import WorkbookReader

@testable import Workbooks

/// A table as a workbook of its own, small and large.
@Suite struct TableWorkbookTests {
  static let columns: [TableDocument.Column] = [
    .init(heading: "Đơn vị", kind: .label), .init(heading: "2022 (mh)", kind: .number),
    .init(heading: "Tỷ lệ", kind: .number),
  ]

  static func document(_ count: Int, total: String = "0") -> TableDocument {
    var document = TableDocument(
      language: .vietnamese, title: "Số mô hình", columns: columns, rowCount: count, date: .lastDay(of: 2022))
    document.notices = ["SỐ LIỆU MINH HỌA"]
    document.notes = ["Một ghi chú."]
    document.sources = ["Tệp: a.csv (A)"]
    document.totals = [[.text("Tổng cộng"), .number(ExactDecimal(total) ?? .zero), .number(ExactDecimal(50))]]
    return document
  }

  static func fill(_ row: Int, _ cells: inout [TableCell]) {
    cells.append(.text(row == 0 ? "=1+1" : "Xã \(row)"))
    cells.append(row == 1 ? .absent(.notCollected) : .number(ExactDecimal(coefficient: Int128(row * 25), scale: 2)))
    cells.append(.number(ExactDecimal(row), flags: row == 2 ? StatusFlags(.provisional) : []))
  }

  static func write(
    _ document: TableDocument, memory: Workbook.Memory? = nil, rowsPerSheet: Int = CellAddress.rows
  ) throws -> InlineWorkbook {
    let folder = try ScratchFolder()
    let path = folder.path(of: "t.xlsx")
    try TableWorkbook.write(document, to: path, memory: memory, rowsPerSheet: rowsPerSheet, row: fill)
    return try InlineWorkbook(path: path)
  }

  @Test(arguments: [Workbook.Memory.whole, .constant]) func cellsStandWhereTheyShould(_ memory: Workbook.Memory) throws
  {
    let book = try Self.write(Self.document(5, total: "2.25"), memory: memory)
    #expect(book.sheetNames == ["Bảng số liệu", "Ghi chú"])
    #expect(book.text("Bảng số liệu", "A1") == "Số mô hình")
    #expect(book.text("Bảng số liệu", "A2") == "SỐ LIỆU MINH HỌA")
    #expect(["A4", "B4", "C4"].map { book.text("Bảng số liệu", $0) } == ["Đơn vị", "2022 (mh)", "Tỷ lệ"])
    #expect(book.text("Bảng số liệu", "A5") == "=1+1")
    #expect(book.formula("Bảng số liệu", "A5") == nil)
    #expect(book.text("Bảng số liệu", "B6") == "...")
    #expect(book.number("Bảng số liệu", "B9") == 1)
    #expect(book.text("Bảng số liệu", "A10") == "Tổng cộng")
    #expect(book.number("Bảng số liệu", "B10") == 2.25)
    let sum = memory == .whole ? "SUM(Bang_so_lieu[[2022 (mh)]])" : "SUM(B5:B9)"
    #expect(book.formula("Bảng số liệu", "B10") == sum)
    #expect(book.formula("Bảng số liệu", "C10") == nil, "50 is not the sum of the column, so it is no formula")
    let notes = book.texts("Ghi chú")
    for line in ["1. Một ghi chú.", "2. (*) sơ bộ.", "Tệp: a.csv (A)"] { #expect(notes.contains(line), "\(notes)") }
    #expect(try book.archive.text("xl/worksheets/sheet1.xml").contains("<pane ") == true)
    let hasFilter = try book.archive.text("xl/worksheets/sheet1.xml").contains("<autoFilter ref=\"A4:C9\"/>")
    #expect(hasFilter == (memory == .constant))
    #expect(book.archive.names.contains("xl/tables/table1.xml") == (memory == .whole))
  }

  @Test func rowsContinueOnNumberedSheets() throws {
    // Four rows above, one total below: six rows of data a sheet.
    let book = try Self.write(Self.document(20, total: "47.25"), rowsPerSheet: 11)
    #expect(
      book.sheetNames == [
        "Mục lục", "Bảng số liệu", "Bảng số liệu (2)", "Bảng số liệu (3)", "Bảng số liệu (4)", "Ghi chú",
      ])
    #expect(book.text("Bảng số liệu (2)", "A5") == "Xã 6")
    #expect(book.text("Bảng số liệu (2)", "A1") == "Số mô hình – phần 2/4")
    #expect(book.text("Bảng số liệu (2)", "A4") == "Đơn vị")
    #expect(book.text("Bảng số liệu (4)", "A6") == "Xã 19")
    #expect(book.text("Bảng số liệu (4)", "A7") == "Tổng cộng")
    #expect(
      book.formula("Bảng số liệu (4)", "B7")
        == "SUM('Bảng số liệu'!B5:B10,'Bảng số liệu (2)'!B5:B10,'Bảng số liệu (3)'!B5:B10,B5:B6)")
    let contents = book.texts("Mục lục")
    #expect(contents.contains("Dòng 7 đến 12 trong 20 dòng"), "\(contents)")
    #expect(book.texts("Ghi chú").contains { $0.contains("Bảng số liệu (4).") })
  }

  @Test func everyRowOfALargeTableIsThere() throws {
    let count = 40_000
    let book = try Self.write(Self.document(count, total: "7999800000"), rowsPerSheet: 30_000)
    let rows = book.sheetNames.filter { $0.hasPrefix("Bảng") }.map { sheet in
      book.texts(sheet).count { $0.hasPrefix("Xã ") }
    }
    #expect(rows.reduce(0, +) == count - 1)
    #expect(rows.count == 2)
  }

  @Test func equalTablesGiveEqualBytes() throws {
    for memory in [Workbook.Memory.whole, .constant] {
      let folder = try ScratchFolder()
      for name in ["a.xlsx", "b.xlsx"] {
        try TableWorkbook.write(
          Self.document(100), to: folder.path(of: name), memory: memory, rowsPerSheet: 60, row: Self.fill)
      }
      #expect(try folder.bytes(of: "a.xlsx") == folder.bytes(of: "b.xlsx"))
    }
  }

  @Test func whatExcelCannotHoldIsRefused() throws {
    var document = Self.document(1)
    document.columns = (0..<16_385).map { .init(heading: "c\($0)", kind: .number) }
    #expect(throws: WorkbookError.columnOutOfRange(16_385)) { try Self.write(document) }
    document = Self.document(1)
    document.columns[1].heading = "Đơn VỊ"
    #expect(throws: WorkbookError.headingTaken(table: "Bang_so_lieu", heading: "Đơn VỊ")) { try Self.write(document) }
    document = Self.document(3)
    document.notes = [String(repeating: "ă", count: 40_000)]
    #expect(throws: WorkbookError.textTooLong(cell: "A5", length: 40_003)) { try Self.write(document) }
  }

  static let nasty = [
    "=1+1", "+84", "-5", "@sum", "'; DROP TABLE units; --", "=cmd|' /C calc'!A0", "👩‍👩‍👧 e\u{302}\u{301} 𝕬", "<&>\"'",
    "a\nb", "a\rb",
    "_x0041_ _x005F_", "\u{1}\u{1F}", " trước và sau ", "\u{202E}đảo", String(repeating: "ế", count: 32_767),
  ]

  @Test(arguments: [Workbook.Memory.whole, .constant]) func nastyTextsStayTexts(_ memory: Workbook.Memory) throws {
    let folder = try ScratchFolder()
    var document = Self.document(Self.nasty.count)
    document.columns[0].heading = "=Đơn vị _x0041_ '[1]#"
    document.title = "=TIÊU ĐỀ & <b>"
    document.totals = []
    try TableWorkbook.write(
      document, to: folder.path(of: "t.xlsx"), memory: memory, rowsPerSheet: CellAddress.rows
    ) { row, cells in cells.append(.text(Self.nasty[row])) }
    let book = try WorkbookFile.read(folder.path(of: "t.xlsx"), wholly: true)
    let sheet = try #require(book.sheets.first)
    #expect(book.properties.title == document.title)
    let texts = sheet.cells.filter { $0.address.column == 0 && $0.address.row >= 4 }
    #expect(texts.map(\.value) == Self.nasty.map { .text($0.replacing("\r\n", with: "\n")) })
    #expect(sheet.cells.allSatisfy { $0.formula == nil })
    #expect(sheet[CellAddress(row: 3, column: 0)]?.value == .text(document.columns[0].heading))
    if memory == .whole { #expect(sheet.tables.first?.columns.first == document.columns[0].heading) }
  }

  @Test(arguments: ["a\0b", "a\u{FFFE}", "\u{FFFF}"]) func textsThatNoFileHoldsAreRefused(_ text: String) throws {
    let folder = try ScratchFolder()
    #expect(throws: WorkbookError.textNotAllowed(cell: "A5")) {
      try TableWorkbook.write(Self.document(1), to: folder.path(of: "t.xlsx")) { _, cells in cells.append(.text(text)) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func longNumbersAreSaidToBeCut() throws {
    let folder = try ScratchFolder()
    let path = folder.path(of: "t.xlsx")
    try TableWorkbook.write(Self.document(1), to: path) { _, cells in
      cells += [.text("a"), .number(ExactDecimal("1234567890123456.78") ?? .zero), .empty]
    }
    #expect(try InlineWorkbook(path: path).texts("Ghi chú").contains { $0.contains("15 chữ số") })
  }

  // MARK: constant memory

  @Test func whatIsPassedCannotBeWritten() throws {
    let folder = try ScratchFolder()
    var book = try Workbook(
      path: folder.path(of: "x.xlsx"),
      properties: .init(title: "T", subject: "", company: "", date: .lastDay(of: 2022)),
      memory: .constant)
    let sheet = try book.addSheet(named: "Tờ")
    try book.write(.number(1), at: CellAddress(row: 5, column: 0), on: sheet, style: CellStyle())
    #expect(throws: WorkbookError.rowPassed(sheet: "Tờ", row: 5)) {
      try book.write(.number(1), at: CellAddress(row: 4, column: 0), on: sheet, style: CellStyle())
    }
    #expect(throws: WorkbookError.constantMemory(range: "A1:B3")) {
      try book.add(LimitTests.table("T", row: 0), on: sheet)
    }
    let square = CellRange(CellAddress(row: 6, column: 0), CellAddress(row: 7, column: 1))
    #expect(throws: WorkbookError.constantMemory(range: "A7:B8")) {
      try book.merge(square, on: sheet, style: CellStyle())
    }
  }

  @Test func aBodyThatThrowsLeavesNothing() throws {
    let folder = try ScratchFolder()
    let path = folder.path(of: "x.xlsx")
    #expect(throws: WorkbookError.sheetNameEmpty) {
      try Workbook.write(
        to: path, properties: .init(title: "T", subject: "", company: "", date: .lastDay(of: 2022))
      ) { (book) throws(WorkbookError) in _ = try book.addSheet(named: "") }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }
}
