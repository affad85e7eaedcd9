import Language
import Reports
import TestSupport
import Testing
import Values

@testable import Workbooks

/// Charts by the question that they answer.
@Suite struct ChartKindTests {
  private let designer = ChartDesigner(forms: NumberForms(language: .vietnamese), measure: .serif)

  private func series(_ name: String, _ numbers: [Double?]) -> ChartDescription.Series {
    let row = CellRange(CellAddress(row: 1, column: 1), CellAddress(row: 1, column: numbers.count))
    return ChartDescription.Series(
      name: name, sheet: "S", categories: row, values: row, categoryTexts: numbers.map { _ in "" }, numbers: numbers,
      colour: .data, width: 2, isDashed: false, labels: .none)
  }

  private func planned(_ kind: ReportChart.Kind, _ series: [ReportChart.Series], height: Int = 400) -> PlannedChart {
    PlannedChart(
      chart: ReportChart(kind: kind, title: "Biểu đồ", series: series, decimals: 1, alternativeText: "Thử."),
      place: ChartPlace(cell: CellAddress(row: 0, column: 0), width: 600, height: height), fontSize: 9)
  }

  private func source(_ name: String, isTarget: Bool = false, isAccent: Bool = false) -> ReportChart.Series {
    ReportChart.Series(
      name: name, source: .row(table: "01", row: 0, columns: 1..<3), isAccent: isAccent, isTarget: isTarget)
  }

  @Test func aSlopeNamesItsEndsAndDashesWhatFalls() {
    let sources = [source("A"), source("B"), source("Tất cả", isAccent: true)]
    let chart = designer.slope(
      planned(.slope, sources), [series("A", [50, 60]), series("B", [70, 65]), series("Tất cả", [55, 58])])
    #expect(chart.series.map(\.labels) == [.start, .namedEnd, .start, .namedEnd, .start, .namedEnd])
    #expect(chart.series.filter(\.hasLine).map(\.isDashed) == [false, true, false])
    #expect(chart.series.filter { !$0.hasLine }.map(\.name) == ["\u{A0}A", "\u{A0}B", "\u{A0}Tất cả"])
    #expect(chart.axis.map { $0.lowerBound < 50 && $0.upperBound > 70 } == true)
    #expect(chart.hidesValueAxis && !chart.hasLegend)
  }

  @Test func endsNeedRoom() {
    let plan = planned(.slope, [source("A"), source("B")])
    #expect(designer.hasRoomForEnds(plan, [[50, 60], [55, 70]]))
    #expect(!designer.hasRoomForEnds(plan, [[50, 60], [55, 60.1]]), "on each other at the right")
    #expect(!designer.hasRoomForEnds(plan, [[50, nil], [55, 70]]), "an end is missing")
    #expect(!designer.hasRoomForEnds(plan, [[50, 50], [50, 50]]), "nothing moves")
    let many = (0..<13).map { [Double?(Double($0) * 10), Double($0) * 10 + 1] }
    #expect(!designer.hasRoomForEnds(plan, many), "more than a reader can tell apart")
  }

  @Test func pairsBeginAtZero() {
    let chart = designer.pairs(planned(.slope, [source("A")]), [series("2013", [5, 6]), series("2023", [7, 4])])
    #expect(chart.kind == .bars && chart.hasLegend)
    #expect(chart.axis?.lowerBound == 0)
    #expect(chart.series.map(\.colour) == [.dataLight, .data])
  }

  @Test func aPlanIsAMarkThatIsNamed() {
    let plan = planned(.line, [source("Thực hiện"), source("Kế hoạch", isTarget: true)])
    let drawn = [
      DrawnSeries(series: series("Thực hiện", [56.3, 59.2]), index: 0),
      DrawnSeries(series: series("Kế hoạch", [nil, 59.5]), index: 1),
    ]
    let chart = designer.describe(plan, drawn, breakWord: "đứt")
    #expect(chart.series.map(\.labels) == [.endsBelow, .namedLast], "the plan stands where the label would")
    #expect(chart.series[1].marker == .diamond)
    #expect(!chart.hasLegend)
    let bars = designer.describe(
      planned(.bars, plan.chart.series), drawn, breakWord: "đứt")
    #expect(bars.series.map(\.isOutline) == [false, true])
    #expect(bars.hasLegend)
  }

  @Test func aLineIsCutWhereItsSeriesBreaks() throws {
    let values = ["1200", "1300", "1500", "1600"]
    let table = ReportTable(
      id: "01", sheetName: "Biểu 01", definedName: "Bieu_01", title: "Số mô hình", unitLine: "",
      columns: [ReportColumn(role: .label, heading: "Đơn vị")]
        + (0..<4).map { ReportColumn(role: .number, heading: "\(2018 + $0)") },
      rows: [
        ReportRow(
          cells: [.text("A")]
            + values.enumerated().map { index, value in
              SmallDocument.figure("m\(index)", value) { if index >= 2 { $0.flags = StatusFlags(.breakInSeries) } }
            })
      ],
      charts: [
        ReportChart(
          kind: .line, title: "Mô hình", series: [.init(name: "A", source: .row(table: "01", row: 0, columns: 1..<5))],
          decimals: 0, alternativeText: "Bốn năm.")
      ])
    let book = try WrittenWorkbook(SmallDocument.make(tables: [table])).read()
    let chart = Elements(try book.archive.text("xl/charts/chart1.xml"))
    let caches = chart.all("c:val").map(\.text)
    #expect(caches.count == 3, "before, after, and the word over the first point after")
    #expect(caches[0].hasSuffix("General12001300"))
    #expect(caches[1].hasSuffix("General15001600"))
    #expect(try book.archive.text("xl/charts/chart1.xml").contains(StatusFlag.breakInSeries.name.vietnamese))
  }

  @Test func smallChartsStandOnOneSheetWithOneScale() throws {
    let members = 5
    let rows = (0..<members).map { unit in
      ReportRow(cells: [
        .text("Đơn vị \(unit + 1)"), SmallDocument.figure("a\(unit)", "\(50 + unit)"),
        SmallDocument.figure("b\(unit)", "\(60 - unit)"),
      ])
    }
    var table = ReportTable(
      id: "07", sheetName: "Biểu 07", definedName: "Bieu_07", title: "Tỷ lệ", unitLine: "",
      columns: [
        ReportColumn(role: .label, heading: "Đơn vị"), ReportColumn(role: .number, heading: "2021"),
        ReportColumn(role: .number, heading: "2022"),
      ], rows: rows)
    table.charts = [
      ReportChart(
        kind: .multiples, title: "Tỷ lệ (%)",
        series: (0..<members).map {
          .init(name: "Đơn vị \($0 + 1)", source: .row(table: "07", row: $0, columns: 1..<3))
        },
        decimals: 0, axis: 40...70, alternativeText: "Năm đơn vị.")
    ]
    let book = try WrittenWorkbook(SmallDocument.make(tables: [table])).read()
    #expect(book.sheetNames.contains("Hình 07"))
    let charts = book.archive.names.filter { $0.hasPrefix("xl/charts/chart") }
    #expect(charts.count == members)
    for name in charts {
      let chart = Elements(try book.archive.text(name))
      #expect(chart.all("c:max").first?.attributes["val"] == "70")
      #expect(chart.all("c:min").first?.attributes["val"] == "40")
    }
    let contents = try #require(book.cells["Mục lục"]).values.compactMap(\.text)
    #expect(contents.contains("Hình 07"))
  }

  @Test func deeperRowsCanBeFoldedAway() throws {
    let rows = [
      ReportRow(cells: [.text("Huyện A"), SmallDocument.figure("a", "3"), .empty, .empty]),
      ReportRow(level: 1, cells: [.text("Xã B"), SmallDocument.figure("b", "1"), .empty, .empty]),
      ReportRow(level: 1, cells: [.text("Xã C"), SmallDocument.figure("c", "2"), .empty, .empty]),
    ]
    let book = try WrittenWorkbook(SmallDocument.make(tables: [SmallDocument.table(rows: rows)])).read()
    let index = try #require(book.sheetNames.firstIndex(of: "Biểu 01"))
    let sheet = Elements(try book.archive.text("xl/worksheets/sheet\(index + 1).xml"))
    #expect(sheet.all("row").compactMap { $0.attributes["outlineLevel"] } == ["1", "1"])
    #expect(sheet.all("outlinePr").first?.attributes["summaryBelow"] == "0", "the sum stands above its parts")
  }
}
