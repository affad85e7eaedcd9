import Language
import Reports
import Values

/// The last sheet: the cells of charts that cannot be drawn from the tables themselves, taken from them by formula.
struct ChartDataSheet {
  private(set) var builder: PlanBuilder
  private let forms: NumberForms
  private let frame: PageFrame

  init(frame: PageFrame) {
    self.frame = frame
    let language = frame.document.language
    forms = NumberForms(language: language)
    let charts = frame.document.summary.charts + frame.document.tables.flatMap(\.charts)
    let most = charts.map(Self.width(of:)).max() ?? 0
    builder = PlanBuilder(
      name: Messages.chartDataSheet[language],
      widths: [220] + Array(repeating: 84, count: min(max(most, 5), Self.mostColumns + 2 * Self.panelPadding)),
      theme: frame.theme)
    builder.put(
      .link(Messages.backToContents[language], sheet: Messages.contentsSheet[language]), in: 0...0, row: 0,
      style: builder.texts.back)
    builder.skip(18)
    builder.line(.text(Messages.chartDataSheet[language]), style: builder.texts.title, padding: 8)
    builder.line(.text(Messages.chartDataLine[language]), style: builder.texts.subtitle)
    builder.notices(frame.document.notices)
  }

  private(set) var isEmpty = true
  /// What is there already, so that a chart that stands on two sheets has its data once.
  private var known: [Key: (categories: CellRange, values: CellRange)] = [:]

  private struct Key: Hashable {
    var title: String
    var sheet: String
    var cells: [CellAddress]
    var categories: [String]
    var isDrawn: [Bool]
  }

  /// Rows of numbers under the names of their columns.
  struct Block {
    let sheet: String
    let top: Int
    let rows: Int
    /// Of the columns.
    let texts: [String]
    /// Empty columns at both ends, which a chart draws as room for the labels of its ends.
    let padding: Int

    var heads: CellRange { row(-1) }
    var names: CellRange {
      CellRange(CellAddress(row: top + 1, column: 0), CellAddress(row: top + rows, column: 0))
    }
    func row(_ index: Int) -> CellRange {
      CellRange(
        CellAddress(row: top + 1 + index, column: 1),
        CellAddress(row: top + 1 + index, column: texts.count + 2 * padding))
    }
    func column(_ index: Int) -> CellRange {
      CellRange(
        CellAddress(row: top + 1, column: 1 + padding + index),
        CellAddress(row: top + rows, column: 1 + padding + index))
    }
  }

  private struct BlockKey: Hashable {
    var title: String
    var cells: [[CellAddress]]
    var isDrawn: [[Bool]]
  }

  private var blocks: [BlockKey: Block] = [:]
  static let panelPadding = 2
  private static let mostColumns = 60

  static func canHold(_ columns: Int) -> Bool { columns <= mostColumns }

  private static func width(of chart: ReportChart) -> Int {
    guard chart.kind != .rankedBars else { return 0 }
    return switch chart.series.first?.source {
    case .row(_, _, let columns): columns.count + (chart.kind == .multiples ? 2 * panelPadding : 0)
    case .cells(_, _, let columns): columns.count
    case .column(_, _, let rows), .summaryColumn(_, _, let rows): rows.count
    case nil: 0
    }
  }

  /// Copies the points of several series, a row each.
  mutating func block(_ title: String, _ lines: [(name: String, points: ChartPoints)], padding: Int = 0) -> Block {
    let key = BlockKey(
      title: title, cells: lines.map { $0.points.points.map(\.address) },
      isDrawn: lines.map { $0.points.numbers.map { $0 != nil } })
    if let known = blocks[key] { return known }
    isEmpty = false
    builder.skip(12)
    let header = CellStyle(
      fontSize: 10.5, isBold: true, colour: .structure, horizontal: .left, bottom: .init(.thin, .rule))
    builder.put(.text(title), in: builder.columns, row: builder.row, style: header)
    builder.skip(22)
    let top = builder.row
    let texts = lines.first?.points.points.map(\.category) ?? []
    for (column, text) in texts.enumerated() {
      let column = column + 1 + padding
      builder.put(.text(text), in: column...column, row: top, style: header.with { $0.horizontal = .right })
    }
    builder.skip(20)
    for line in lines {
      let style = CellStyle(fontSize: 10.5, bottom: .init(.thin, .hairline))
      builder.put(.text(line.name), in: 0...0, row: builder.row, style: style.with { $0.horizontal = .left })
      for (column, point) in line.points.points.enumerated() { put(point, in: column + 1 + padding, style) }
      builder.skip(19)
    }
    let block = Block(sheet: builder.plan.name, top: top, rows: lines.count, texts: texts, padding: padding)
    blocks[key] = block
    return block
  }

  private mutating func put(_ point: ChartPoints.Point, in column: Int, _ style: CellStyle) {
    var content = PlannedCell.Content.blank
    var numberStyle = style.with { $0.horizontal = .right }
    if case .figure(let figure) = point.cell {
      content = .figure(figure, FigureContext(kind: .chartData))
      numberStyle.numberFormat = forms.format(of: figure)
    }
    builder.put(content, in: column...column, row: builder.row, style: numberStyle)
  }

  /// Copies the points of a series below what is there.
  ///
  /// - Returns: the cells of the categories and of the values.
  mutating func add(_ points: ChartPoints, series: ReportChart.Series, of chart: ReportChart)
    -> (categories: CellRange, values: CellRange)
  {
    let key = Key(
      title: chart.title, sheet: points.sheet, cells: points.points.map(\.address),
      categories: points.points.map(\.category), isDrawn: points.numbers.map { $0 != nil })
    if let ranges = known[key] { return ranges }
    isEmpty = false
    builder.skip(12)
    let header = CellStyle(
      fontSize: 10.5, isBold: true, colour: .structure, horizontal: .left, bottom: .init(.thin, .rule))
    builder.put(
      .text(series.name.isEmpty || chart.series.count == 1 ? chart.title : "\(chart.title) – \(series.name)"),
      in: builder.columns, row: builder.row, style: header)
    builder.skip(22)
    let first = builder.row
    for point in points.points {
      let style = CellStyle(fontSize: 10.5, bottom: .init(.thin, .hairline))
      builder.put(
        .text(point.category), in: 0...0, row: builder.row, style: style.with { $0.horizontal = .left })
      put(point, in: 1, style)
      builder.skip(19)
    }
    let rows = (first, builder.row - 1)
    let ranges = (
      categories: CellRange(CellAddress(row: rows.0, column: 0), CellAddress(row: rows.1, column: 0)),
      values: CellRange(CellAddress(row: rows.0, column: 1), CellAddress(row: rows.1, column: 1))
    )
    known[key] = ranges
    return ranges
  }

  func plan() -> SheetPlan {
    var plan = builder.plan
    plan.page = frame.page(isLandscape: true, tab: .quiet)
    let height =
      plan.height(ofRows: 1..<builder.row) * PageFrame.landscapeWidth / max(plan.width, PageFrame.landscapeWidth)
    plan.page.isOnePage = height <= PageFrame.landscapeHeight * 13 / 10
    plan.page.area = CellRange(
      CellAddress(row: 1, column: 0), CellAddress(row: builder.row - 1, column: builder.columns.upperBound))
    return plan
  }
}
