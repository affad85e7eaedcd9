import Language
import Reports
import TestSupport
import Testing
import Values

@testable import Workbooks

/// Tables of a report that are longer than a sheet.
@Suite struct DividedTableTests {
  private static let units = 25

  private func document() -> ReportDocument {
    let items = (0..<Self.units).map { unit in
      ReportRow(cells: [
        .text("Xã \(unit + 1)"), SmallDocument.figure("a\(unit)", "\(unit + 1)"),
        SmallDocument.figure("b\(unit)", "\(2 * unit)"), .empty,
      ])
    }
    let total = ReportRow(
      role: .total,
      cells: [
        .text("TỔNG CỘNG"), SmallDocument.figure("a", "325") { $0.expression = .columnSum },
        SmallDocument.figure("b", "600") { $0.expression = .columnSum }, .empty,
      ])
    var table = SmallDocument.table(rows: items + [total])
    table.charts = [
      chart("Tổng", .row(table: "01", row: Self.units, columns: 1..<3)),
      chart("Từng xã", .column(table: "01", column: 1, rows: 0..<Self.units)),
    ]
    return SmallDocument.make(tables: [table, SmallDocument.table("02")], charts: [table.charts[0]])
  }

  private func chart(_ title: String, _ source: ReportChart.Source) -> ReportChart {
    ReportChart(
      kind: .bars, title: title, series: [.init(name: title, source: source)], decimals: 0, alternativeText: title)
  }

  private func write(_ profile: WorkbookLook.Profile, rows: Int) throws -> (book: ReadWorkbook, places: [FigurePlace]) {
    let folder = try ScratchFolder()
    let path = folder.path(of: "x.xlsx")
    let places = try WorkbookWriter.write(
      document(), to: path, look: WorkbookLook(profile: profile), rowsPerSheet: rows)
    return (try ReadWorkbook(path: path), places.figures)
  }

  @Test(arguments: WorkbookLook.Profile.allCases)
  func rowsContinueOnNumberedSheets(_ profile: WorkbookLook.Profile) throws {
    // 40 rows around, one note, one total: ten items a sheet.
    let (book, places) = try write(profile, rows: 52)
    let parts = book.sheetNames.filter { $0.hasPrefix("Biểu 01") }
    #expect(parts == ["Biểu 01", "Biểu 01 (2)", "Biểu 01 (3)"])
    let labels = parts.map { sheet in
      (book.cells[sheet] ?? [:]).values.compactMap(\.text).count { $0.hasPrefix("Xã ") }
    }
    #expect(labels == [10, 10, 5])
    let contents = try #require(book.cells["Mục lục"]).values.compactMap(\.text)
    #expect(contents.contains("Biểu 01 (2)") && contents.contains("Số mô hình – phần 2/3"))
    let sums = book.formulas.filter { $0.sheet == "Biểu 01 (3)" && $0.formula.hasPrefix("SUM(") }
    #expect(sums.count == 2)
    #expect(sums.allSatisfy { $0.formula.contains("'Biểu 01'!") && $0.formula.contains("'Biểu 01 (2)'!") })
    #expect(!parts.dropLast().contains { sheet in book.formulas.contains { $0.sheet == sheet } })
    let charts = book.archive.names.count { $0.hasPrefix("xl/charts/chart") }
    #expect(charts == (profile == .leaders ? 2 : 0), "the one over all sheets cannot be drawn")
    for name in ["a0", "a24", "b"] { #expect(places.contains { $0.figure == FigureID(name) }) }
  }

  @Test func tablesThatFitStayWhole() throws {
    let (book, _) = try write(.leaders, rows: 67)
    #expect(book.sheetNames.filter { $0.hasPrefix("Biểu 01") } == ["Biểu 01"])
    #expect(book.formulas.contains { $0.formula == "SUM(Bieu_01[2021])" })
  }
}
