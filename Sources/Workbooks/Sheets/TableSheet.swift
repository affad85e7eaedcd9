import Language
import Reports
import Values

/// One table on one sheet: title, unit, notice, the table with its totals, its notes and its charts.
struct TableSheet {
  let table: ReportTable
  let name: String
  let frame: PageFrame
  /// "Biểu 01. Tỷ lệ …", or the bare title.
  let title: String
  let tab: Colour

  private var document: ReportDocument { frame.document }
  /// Those with a page of their own stand on a sheet of their own.
  private var charts: [ReportChart] { table.charts.filter { $0.kind != .multiples } }
  private var language: OutputLanguage { document.language }

  /// - Returns: what did not find room on the page, too, and needs one of its own.
  func plan() -> (plan: SheetPlan, placement: TablePlacement, moved: [ReportChart]) {
    let shape = TableShape(
      table, forms: NumberForms(language: language), measure: frame.measure, fontSize: frame.theme.sizes.text,
      hasFilters: true)
    let measured = TableWidths(shape: shape)
    let isLandscape = measured.natural().reduce(0, +) > PageFrame.portraitWidth + 50
    let room = isLandscape ? PageFrame.landscapeWidth : PageFrame.portraitWidth
    var widths = measured.filling(room).widths
    let tableWidths = widths
    // A narrow table leaves room at the right, so that title, notes and charts have the page's full width.
    if widths.reduce(0, +) < room - 8 { widths.append(room - widths.reduce(0, +)) }
    var builder = PlanBuilder(name: name, widths: widths, theme: frame.theme)

    back(&builder)
    let top = builder.row
    builder.line(.text(title), style: builder.texts.title, padding: 8)
    if !shape.unitLine.isEmpty { builder.line(.text(shape.unitLine), style: builder.texts.unitLine) }
    builder.notices(document.notices)
    builder.skip(8)
    let pen = TablePen(
      shape: shape, kind: .table, columns: tableWidths.indices.map { $0...$0 }, widths: tableWidths)
    let placement = pen.draw(into: &builder)
    notes(&builder)
    let layout = Layout(isLandscape: isLandscape, top: top, width: builder.plan.width)
    let moved = draw(&builder, layout: layout) ? [] : charts
    finish(&builder, layout: layout, placement: placement)
    return (builder.plan, placement, moved)
  }

  private func back(_ builder: inout PlanBuilder) {
    let last = min(table.columns.firstIndex { $0.role == .label } ?? 0, builder.columns.upperBound)
    builder.put(
      .link(Messages.backToContents[language], sheet: Messages.contentsSheet[language]), in: 0...last, row: builder.row,
      style: builder.texts.back)
    builder.skip(18)
  }

  private func notes(_ builder: inout PlanBuilder) {
    guard !table.notes.isEmpty else { return }
    builder.skip(8)
    builder.line(
      .text(Messages.tableNotes[language] + ":"), style: builder.texts.note.with { $0.isBold = true }, padding: 4)
    for (number, note) in table.notes.enumerated() {
      let prefix = table.notes.count > 1 ? "\(number + 1). " : ""
      builder.line(.sentence(note, prefix: prefix), style: builder.texts.note, padding: 4)
    }
  }

  /// Charts stand below the table, on its page.
  ///
  /// - Returns: whether there was room for them, with a little scaling.
  private func draw(_ builder: inout PlanBuilder, layout: Layout) -> Bool {
    guard !charts.isEmpty else { return true }
    let used = builder.plan.height(ofRows: layout.top..<builder.row) + 14
    let perRow = charts.count > 1 ? 2 : 1
    let rows = (charts.count + perRow - 1) / perRow
    let smallest = charts.map { heights(of: $0, layout).lowerBound }.max() ?? 0
    let largest = charts.map { heights(of: $0, layout).upperBound }.max() ?? 0
    func room(_ page: Int) -> Int { (page - used) / rows - SheetPlan.usualHeight }
    guard room(layout.onePage) >= smallest else { return false }
    builder.skip(14)
    // A chart gives way before the letters become small.
    let preferred = max(smallest, min(220, largest))
    let height = min(max(room(layout.page), min(preferred, room(layout.onePage))), largest)
    let width = builder.plan.width
    let gap = 16
    let chartWidth = perRow == 2 ? (width - gap) / 2 : width
    for (position, chart) in charts.enumerated() {
      let place = ChartPlace(
        cell: CellAddress(row: builder.row, column: 0), horizontalOffset: position % perRow * (chartWidth + gap),
        width: chart.kind == .slope ? min(chartWidth, 760) : chartWidth, height: height)
      builder.plan.charts.append(
        PlannedChart(chart: chart, place: place, fontSize: chart.kind == .slope ? ChartSheet.slopeFontSize : 9.5))
      guard position % perRow == perRow - 1 || position == charts.count - 1 else { continue }
      for _ in 0..<(height / SheetPlan.usualHeight + 1) { builder.skip(SheetPlan.usualHeight) }
    }
    return true
  }

  private func ends(of chart: ReportChart) -> [[Double?]] {
    chart.series.map { series in
      guard case .cells(_, let row, let columns) = series.source, table.rows.indices.contains(row) else { return [] }
      return columns.map { column in
        if case .figure(let figure) = MarkedTable.cell(table, row, column) { figure.value.approximation } else { nil }
      }
    }
  }

  /// Ranked bars need a line each; other charts keep the proportions of a landscape page.
  private func heights(of chart: ReportChart, _ layout: Layout) -> ClosedRange<Int> {
    if chart.kind == .slope {
      let needed = ChartDesigner.heightForEnds(ends(of: chart), fontSize: ChartSheet.slopeFontSize) ?? 0
      // More than a page has: it becomes pairs of bars.
      let least = needed <= ChartSheet.highestSlope ? max(needed + 6, 300) : 300
      return least...max(least, 480)
    }
    guard chart.kind == .rankedBars else { return (layout.isLandscape ? 135 : 170)...300 }
    let bars = chart.series.map { series in
      switch series.source {
      case .row(_, _, let columns): columns.count
      case .cells(_, _, let columns): columns.count
      case .column(_, _, let rows), .summaryColumn(_, _, let rows): rows.count
      }
    }
    let count = bars.max() ?? 0
    return max(170, 46 + 15 * count)...max(300, 56 + 20 * count)
  }

  /// The sheet's measures on paper, in pixels of its own rows.
  private struct Layout {
    var isLandscape: Bool
    var top: Int
    /// What one page holds when the sheet is as wide as the page.
    var page: Int
    /// What is put on one page, with letters about three quarters of their size.
    var onePage: Int { page * 27 / 20 }

    init(isLandscape: Bool, top: Int, width: Int) {
      self.isLandscape = isLandscape
      self.top = top
      let height = isLandscape ? PageFrame.landscapeHeight : PageFrame.portraitHeight
      let room = isLandscape ? PageFrame.landscapeWidth : PageFrame.portraitWidth
      page = max(height, height * width / room)
    }
  }

  private func finish(_ builder: inout PlanBuilder, layout: Layout, placement: TablePlacement) {
    var page = frame.page(isLandscape: layout.isLandscape, tab: tab)
    page.area = CellRange(
      CellAddress(row: layout.top, column: 0),
      CellAddress(row: builder.row - 1, column: builder.columns.upperBound))
    page.isOnePage = builder.plan.height(ofRows: layout.top..<builder.row) <= layout.onePage
    if !page.isOnePage { page.repeatedRows = placement.headerRow...placement.headerRow }
    builder.plan.page = page
    let label = table.columns.firstIndex { $0.role == .label } ?? 0
    builder.plan.frozen = CellAddress(row: placement.headerRow + 1, column: label + 1)
  }
}
