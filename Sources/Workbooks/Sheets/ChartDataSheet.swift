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
    builder = PlanBuilder(
      name: Messages.chartDataSheet[language], widths: [240, 110, 110, 110, 110], theme: frame.theme)
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
  }

  /// Copies the points of a series below what is there.
  ///
  /// - Returns: the cells of the categories and of the values.
  mutating func add(_ points: ChartPoints, series: ReportChart.Series, of chart: ReportChart)
    -> (categories: CellRange, values: CellRange)
  {
    let key = Key(
      title: chart.title, sheet: points.sheet, cells: points.points.map(\.address),
      categories: points.points.map(\.category))
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
      var content = PlannedCell.Content.blank
      var numberStyle = style.with { $0.horizontal = .right }
      if case .figure(let figure) = point.cell {
        content = .figure(figure, FigureContext(kind: .chartData))
        numberStyle.numberFormat = forms.format(of: figure)
      }
      builder.put(content, in: 1...1, row: builder.row, style: numberStyle)
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
    plan.page = frame.page(tab: .quiet)
    plan.page.area = CellRange(
      CellAddress(row: 1, column: 0), CellAddress(row: builder.row - 1, column: builder.columns.upperBound))
    return plan
  }
}
