import Language
import Reports
import TestSupport
import Testing

@testable import Workbooks

@Suite struct ChartTests {
  @Test func aChartHasTitleAlternativeTextAndItsValues() throws {
    let book = try WrittenWorkbook(SampleDocument.make()).read()
    let charts = book.archive.names.filter { $0.hasPrefix("xl/charts/chart") }
    #expect(charts.count == 6)
    for name in charts {
      let chart = Elements(try book.archive.text(name))
      #expect(chart.all("c:title").count == 1)
      #expect(chart.all("c:legend").isEmpty, "one series needs no legend")
      let values = try #require(chart.all("c:val").first)
      #expect(!values.text.contains("nan"))
      // Cached from the formula cells too: no bar is drawn as zero by a previewer.
      let points = chart.all("c:numCache").flatMap { _ in chart.all("c:v") }.compactMap { Double($0.text) }
      #expect(!points.contains(0))
    }
    let drawings = try book.archive.names.filter { $0.hasPrefix("xl/drawings/drawing") }
      .flatMap { Elements(try book.archive.text($0)).all("xdr:cNvPr") }
    #expect(drawings.count == 6)
    #expect(drawings.allSatisfy { !($0.attributes["descr"] ?? "").isEmpty })
  }

  @Test func aMissingValueIsAGapAndNotZero() throws {
    var table = SmallDocument.table()
    table.charts = [
      ReportChart(
        kind: .line, title: "Mô hình", series: [.init(name: "B", source: .row(table: "01", row: 1, columns: 1..<3))],
        decimals: 0, alternativeText: "Một điểm và một khoảng trống.")
    ]
    let book = try WrittenWorkbook(SmallDocument.make(tables: [table])).read()
    let data = try #require(book.cells["Dữ liệu biểu đồ"])
    let numbers = data.filter { $0.value.number != nil }
    #expect(numbers.map(\.value) == [ReadWorkbook.Cell(formula: "'Biểu 01'!B8", text: nil, number: 34)])
    let chart = Elements(try book.archive.text("xl/charts/chart1.xml"))
    let values = try #require(chart.all("c:val").first)
    #expect(values.text.hasSuffix("General34"), "two points, of which one is there")
    #expect(chart.all("c:ptCount").map { $0.attributes["val"] } == ["2", "2"])
    #expect(chart.all("c:dispBlanksAs").isEmpty, "gaps, which is what nothing means in files of this version")
  }

  @Test func rankedBarsStandInOrder() throws {
    let book = try WrittenWorkbook(SampleDocument.make()).read()
    let chart = try book.archive.names.filter { $0.hasPrefix("xl/charts/chart") }
      .map { Elements(try book.archive.text($0)) }.first { $0.all("c:barDir").first?.attributes["val"] == "bar" }
    let cache = try #require(chart?.all("c:numCache").first)
    #expect(cache.text.hasPrefix("General65.0"))
    let data = try #require(book.cells["Dữ liệu biểu đồ"])
    let formulas = data.filter {
      $0.value.formula?.hasPrefix("'Biểu 04'!M") ?? false && $0.value.formula != "'Biểu 04'!M22"
    }
    let ranked = formulas.sorted { (Int($0.key.dropFirst()) ?? 0) < (Int($1.key.dropFirst()) ?? 0) }.compactMap(
      \.value.number)
    #expect(ranked.count == 15)
    #expect(ranked == ranked.sorted(by: >))
  }

  @Test(arguments: [
    ReportChart.Source.row(table: "99", row: 0, columns: 1..<3), .row(table: "01", row: 9, columns: 1..<3),
    .row(table: "01", row: 0, columns: 1..<9), .row(table: "01", row: 0, columns: 1..<1),
    .column(table: "01", column: 1, rows: 0..<8), .column(table: "01", column: 7, rows: 0..<2),
    .summaryColumn(tableIndex: 4, column: 0, rows: 0..<1),
  ])
  func aSourceThatIsNotThereIsADefect(_ source: ReportChart.Source) throws {
    var table = SmallDocument.table()
    let chart = ReportChart(
      kind: .bars, title: "Sai", series: [.init(name: "", source: source)], decimals: 0, alternativeText: "Sai.")
    table.charts = [chart]
    #expect(throws: WorkbookError.chartSourceInvalid(title: "Sai")) {
      try WrittenWorkbook(SmallDocument.make(tables: [table]))
    }
  }

  @Test(arguments: [
    (56.3, 59.45, 56.0...60.0, 1.0), (0, 2_549, 0...3_000, 1_000), (0.1, 0.32, 0.1...0.35, 0.05), (7, 7, 6...8, 2),
    (-3.2, 4.1, -4...6, 2),
  ])
  func axesRunBetweenRoundNumbers(_ low: Double, _ high: Double, _ range: ClosedRange<Double>, _ step: Double) {
    let axis = AxisScale.around(low, high)
    #expect(abs(axis.range.lowerBound - range.lowerBound) < 1e-9)
    #expect(abs(axis.range.upperBound - range.upperBound) < 1e-9)
    #expect(abs((axis.step ?? 0) - step) < 1e-9)
  }

  @Test func anyAxisHoldsItsNumbersInFewSteps() {
    var generator = SeededGenerator(seed: 20_231_003)
    for _ in 0..<2_000 {
      let low = Double.random(in: -1e6...1e6, using: &generator)
      let high = low + Double.random(in: 1e-3...1e6, using: &generator)
      let axis = AxisScale.around(low, high)
      let steps = (axis.range.upperBound - axis.range.lowerBound) / (axis.step ?? 1)
      #expect(axis.range.lowerBound <= low && axis.range.upperBound >= high)
      #expect((1...7.01).contains(steps), "\(low) to \(high)")
    }
  }
}
