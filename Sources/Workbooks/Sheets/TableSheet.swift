import Language
import Reports

/// One table on one sheet: title, unit, notice, the table with its totals, its notes and its charts.
struct TableSheet {
  let table: ReportTable
  let name: String
  let frame: PageFrame
  /// "Biểu 01. Tỷ lệ …", or the bare title.
  let title: String
  let tab: Colour

  private var document: ReportDocument { frame.document }
  private var language: OutputLanguage { document.language }

  func plan() -> (plan: SheetPlan, placement: TablePlacement) {
    let shape = TableShape(table, forms: NumberForms(language: language), fontSize: 11, hasFilters: true)
    let natural = shape.naturalWidths().reduce(0, +)
    let isLandscape = natural > PageFrame.portraitWidth + 50
    let room = isLandscape ? PageFrame.landscapeWidth : PageFrame.portraitWidth
    var widths = shape.widths(filling: room)
    let tableWidths = widths
    // A narrow table leaves room at the right, so that title, notes and charts have the page's full width.
    if widths.reduce(0, +) < room - 8 { widths.append(room - widths.reduce(0, +)) }
    var builder = PlanBuilder(name: name, widths: widths)

    back(&builder)
    let top = builder.row
    builder.line(.text(title), style: TextStyles.title, padding: 8)
    if !table.unitLine.isEmpty { builder.line(.text(table.unitLine), style: TextStyles.unitLine) }
    for notice in document.notices { builder.line(.text(notice), style: TextStyles.notice(10), padding: 8) }
    builder.skip(8)
    let pen = TablePen(
      shape: shape, kind: .table, columns: tableWidths.indices.map { $0...$0 }, widths: tableWidths)
    let placement = pen.draw(into: &builder)
    notes(&builder)
    charts(&builder, isLandscape: isLandscape, top: top)

    finish(&builder, top: top, placement: placement, isLandscape: isLandscape)
    return (builder.plan, placement)
  }

  private func back(_ builder: inout PlanBuilder) {
    let last = min(table.columns.firstIndex { $0.role == .label } ?? 0, builder.columns.upperBound)
    builder.put(
      .link(Messages.backToContents[language], sheet: Messages.contentsSheet[language]), in: 0...last, row: builder.row,
      style: TextStyles.back)
    builder.skip(18)
  }

  private func notes(_ builder: inout PlanBuilder) {
    guard !table.notes.isEmpty else { return }
    builder.skip(8)
    builder.line(
      .text(Messages.tableNotes[language] + ":"), style: TextStyles.note.with { $0.isBold = true }, padding: 4)
    for (number, note) in table.notes.enumerated() {
      let prefix = table.notes.count > 1 ? "\(number + 1). " : ""
      builder.line(.sentence(note, prefix: prefix), style: TextStyles.note, padding: 4)
    }
  }

  private func charts(_ builder: inout PlanBuilder, isLandscape: Bool, top: Int) {
    guard !table.charts.isEmpty else { return }
    builder.skip(14)
    let width = builder.plan.width
    let perRow = table.charts.count > 1 ? 2 : 1
    let gap = 16
    let chartWidth = perRow == 1 ? min(width, isLandscape ? 760 : width) : (width - gap) / 2
    var position = 0
    while position < table.charts.count {
      let charts = table.charts[position..<min(position + perRow, table.charts.count)]
      let height = charts.map { Self.height(of: $0, table: table) }.max() ?? 240
      keepTogether(&builder, height: height, top: top, isLandscape: isLandscape)
      for (index, chart) in charts.enumerated() {
        let place = ChartPlace(
          cell: CellAddress(row: builder.row, column: 0), horizontalOffset: index * (chartWidth + gap),
          width: chartWidth, height: height)
        builder.plan.charts.append(PlannedChart(chart: chart, place: place, fontSize: 9.5))
      }
      for _ in 0..<(height / SheetPlan.usualHeight + 1) { builder.skip(SheetPlan.usualHeight) }
      position += perRow
    }
  }

  /// Ranked bars need a line each; other charts keep the proportions of a landscape page.
  static func height(of chart: ReportChart, table: ReportTable) -> Int {
    guard chart.kind == .rankedBars else { return 250 }
    let bars = chart.series.map { series in
      switch series.source {
      case .row(_, _, let columns): columns.count
      case .column(_, _, let rows), .summaryColumn(_, _, let rows): rows.count
      }
    }
    return max(180, 56 + 20 * (bars.max() ?? 0))
  }

  /// Moves a chart that would be cut by the end of a page to the next one.
  private func keepTogether(_ builder: inout PlanBuilder, height: Int, top: Int, isLandscape: Bool) {
    let page = Self.pageHeight(isLandscape: isLandscape, width: builder.plan.width)
    let used = builder.plan.height(ofRows: top..<builder.row)
    // What fits on one page with a little scaling is put there as a whole.
    guard used + height > page * 11 / 10, used % page + height > page else { return }
    builder.skip(min(page - used % page, ExcelLimits.rowPixels))
  }

  private static func pageHeight(isLandscape: Bool, width: Int) -> Int {
    let height = isLandscape ? PageFrame.landscapeHeight : PageFrame.portraitHeight
    let room = isLandscape ? PageFrame.landscapeWidth : PageFrame.portraitWidth
    return max(height, height * width / room)
  }

  private func finish(_ builder: inout PlanBuilder, top: Int, placement: TablePlacement, isLandscape: Bool) {
    var page = frame.page(isLandscape: isLandscape, tab: tab)
    page.area = CellRange(
      CellAddress(row: top, column: 0), CellAddress(row: builder.row - 1, column: builder.columns.upperBound))
    page.repeatedRows = placement.headerRow...placement.headerRow
    page.isOnePage =
      builder.plan.height(ofRows: top..<builder.row)
      <= Self.pageHeight(isLandscape: isLandscape, width: builder.plan.width) * 11 / 10
    builder.plan.page = page
    let label = table.columns.firstIndex { $0.role == .label } ?? 0
    builder.plan.frozen = CellAddress(row: placement.headerRow + 1, column: label + 1)
  }
}
