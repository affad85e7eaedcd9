import Language
import Reports
import Values

/// Charts of a table on a page of their own: small ones of all members, or those that did not fit below the table.
struct ChartSheet {
  let name: String
  let table: ReportTable
  let charts: [ReportChart]
  let frame: PageFrame

  /// In pixels, of charts that have a page to themselves; a slope stands on an upright one.
  private static let highest = 540
  static let highestSlope = 780
  static let slopeFontSize = 9.0

  private var language: OutputLanguage { frame.document.language }

  /// One sheet for each page of small charts, one for the others: `Hình 02`, `Hình 02 (2)`.
  static func sheets(of table: ReportTable, moved: [ReportChart], frame: PageFrame) -> [ChartSheet] {
    var pages = table.charts.filter { $0.kind == .multiples }.map { [$0] }
    if !moved.isEmpty { pages.insert(moved, at: 0) }
    return pages.enumerated().map { index, charts in
      let name = "\(Messages.chartTitle[frame.document.language]) \(table.id)"
      return ChartSheet(
        name: index == 0 ? name : "\(name) (\(index + 1))", table: table, charts: charts, frame: frame)
    }
  }

  var title: String { charts.first?.title ?? table.title }

  func plan() -> SheetPlan {
    let panels = charts.first.flatMap { $0.kind == .multiples ? $0 : nil }
    let count = panels?.series.count ?? charts.count
    let columns = panels == nil ? 1 : Self.columns(for: count)
    let rows = (count + columns - 1) / columns
    let isLandscape = !charts.contains { $0.kind == .slope }
    let width = (isLandscape ? PageFrame.landscapeWidth : PageFrame.portraitWidth) / columns
    let room = isLandscape ? PageFrame.landscapeHeight + 30 : PageFrame.portraitHeight
    var builder = PlanBuilder(
      name: name, widths: Array(repeating: width, count: columns), theme: frame.theme)
    builder.put(
      .link(table.sheetName, sheet: table.sheetName), in: 0...0, row: builder.row, style: builder.texts.back)
    builder.skip(18)
    let top = builder.row
    builder.line(.text("\(name). \(title)"), style: builder.texts.title, padding: 8)
    if let panels {
      builder.line(
        .text(Messages.multiplesLine(whole: panels.reference?.name)[language]), style: builder.texts.unitLine)
    }
    builder.notices(frame.document.notices)
    builder.skip(8)
    let used = builder.plan.height(ofRows: top..<builder.row)
    let height = min(max((room - used) / rows, 96), (isLandscape ? Self.highest : Self.highestSlope) + 6)
    for row in 0..<rows {
      for column in 0..<columns where row * columns + column < count {
        let index = row * columns + column
        builder.plan.charts.append(
          PlannedChart(
            chart: panels ?? charts[index], panel: panels == nil ? nil : index,
            place: ChartPlace(
              cell: CellAddress(row: builder.row, column: column), width: width - 6, height: height - 6),
            fontSize: panels != nil ? 8 : charts[index].kind == .slope ? Self.slopeFontSize : 9.5))
      }
      // A row of a sheet is not as high as a page.
      for start in stride(from: 0, to: height, by: 400) { builder.skip(min(400, height - start)) }
    }
    var page = frame.page(isLandscape: isLandscape, tab: .data)
    page.isOnePage = true
    page.area = CellRange(
      CellAddress(row: top, column: 0), CellAddress(row: builder.row - 1, column: columns - 1))
    builder.plan.page = page
    return builder.plan
  }

  /// About as many beside each other as below each other.
  private static func columns(for count: Int) -> Int {
    var columns = 1
    while columns * columns < count { columns += 1 }
    return columns
  }
}
