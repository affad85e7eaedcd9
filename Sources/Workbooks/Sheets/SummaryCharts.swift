import Reports
import Values

/// Charts of the summary page: two beside each other, with a tall ranking at the right of the others where there is one.
struct SummaryCharts {
  let charts: [ReportChart]
  /// Of the page, in pixels.
  let width: Int

  private static let gap = 17
  private static let heights = 150...300

  /// - Parameter room: the pixels that are left on the page.
  func draw(into builder: inout PlanBuilder, room: Int) {
    guard !charts.isEmpty else { return }
    builder.skip(10)
    let places = places(room: room - 10)
    let top = builder.row
    for (chart, place) in zip(order, places) {
      var place = place
      place.cell = CellAddress(row: top, column: 0)
      builder.plan.charts.append(PlannedChart(chart: chart, place: place, fontSize: 8.5))
    }
    let bottom = places.map { $0.verticalOffset + $0.height }.max() ?? 0
    for _ in 0..<((bottom + SheetPlan.usualHeight - 1) / SheetPlan.usualHeight) {
      builder.skip(SheetPlan.usualHeight)
    }
  }

  private var tallRanking: Int? {
    guard charts.count == 3 else { return nil }
    let rankings = charts.indices.filter { charts[$0].kind == .rankedBars }
    return rankings.count == 1 ? rankings.first : nil
  }

  /// The ranking last, where it stands beside the others.
  private var order: [ReportChart] {
    guard let tallRanking else { return charts }
    return charts.indices.filter { $0 != tallRanking }.map { charts[$0] } + [charts[tallRanking]]
  }

  private func places(room: Int) -> [ChartPlace] {
    let half = (width - Self.gap) / 2
    let start = CellAddress(row: 0, column: 0)
    let rows = tallRanking != nil ? 2 : (charts.count + 1) / 2
    let height = min(max(room / max(rows, 1) - 6, Self.heights.lowerBound), Self.heights.upperBound)
    if tallRanking != nil {
      return [
        ChartPlace(cell: start, width: half, height: height),
        ChartPlace(cell: start, verticalOffset: height + 6, width: half, height: height),
        ChartPlace(cell: start, horizontalOffset: half + Self.gap, width: half, height: 2 * height + 6),
      ]
    }
    return charts.indices.map { index in
      let isAlone = index == charts.count - 1 && charts.count % 2 == 1
      return ChartPlace(
        cell: start, horizontalOffset: index % 2 * (half + Self.gap), verticalOffset: index / 2 * (height + 6),
        width: isAlone ? width : half, height: height)
    }
  }
}
