import Language
import Reports
import Values

/// One series as it will be drawn, and what it is.
struct DrawnSeries {
  var series: ChartDescription.Series
  /// Of the chart's series.
  var index: Int
  /// Of the parts into which breaks cut it.
  var segment = 0
}

/// Turns planned charts into native ones: finds the cells that they draw, or copies them where they do not stand as a
/// chart needs them.
struct ChartDrawer {
  let language: OutputLanguage
  let tables: PlacedTables
  let designer: ChartDesigner
  private(set) var data: ChartDataSheet

  mutating func describe(_ planned: PlannedChart) throws(WorkbookError) -> ChartDescription {
    switch planned.chart.kind {
    case .line, .bars, .rankedBars: try plain(planned)
    case .slope: try slope(planned)
    case .multiples: try panel(planned)
    }
  }

  private mutating func plain(_ planned: PlannedChart) throws(WorkbookError) -> ChartDescription {
    let chart = planned.chart
    var lines: [(source: ReportChart.Series, index: Int, segment: Int, points: ChartPoints)] = []
    for (index, source) in chart.series.enumerated() {
      var points = try points(source, of: chart)
      if chart.kind == .rankedBars, chart.series.count == 1 {
        if let whole = chart.reference { points.add(try self.points(whole, of: chart), named: whole.name) }
        points.rank()
      }
      let parts = chart.kind == .line && !source.isTarget ? points.segments : [points]
      for (segment, part) in parts.enumerated() { lines.append((source, index, segment, part)) }
    }
    let block = try copies(
      lines.map { ($0.source.name.isEmpty ? chart.title : $0.source.name, $0.points) }, of: chart)
    var drawn: [DrawnSeries] = []
    for (row, line) in lines.enumerated() {
      var own =
        block.map { series(line.source.name, $0.row(row), $0.heads, line.points) }
        ?? place(line.points, line.source, chart)
      if chart.kind == .bars { own.pale = line.points.unfinished }
      own.strong = line.points.added
      drawn.append(DrawnSeries(series: own, index: line.index, segment: line.segment))
    }
    return designer.describe(planned, drawn, breakWord: StatusFlag.breakInSeries.name[language])
  }

  /// Lines that cannot be drawn where they stand, copied under the same headings; nil where no copy is needed, or where
  /// they do not stand beside each other.
  private mutating func copies(
    _ lines: [(name: String, points: ChartPoints)], of chart: ReportChart
  ) throws(WorkbookError) -> ChartDataSheet.Block? {
    guard chart.kind != .rankedBars, let first = lines.first, !lines.allSatisfy(\.points.isDirect),
      ChartDataSheet.canHold(first.points.points.count),
      lines.allSatisfy({ $0.points.points.map(\.category) == first.points.points.map(\.category) })
    else { return nil }
    return data.block(chart.title, lines)
  }

  private mutating func place(_ points: ChartPoints, _ source: ReportChart.Series, _ chart: ReportChart)
    -> ChartDescription.Series
  {
    var (sheet, ranges) = (points.sheet, points.ranges)
    if !points.isDirect {
      ranges = data.add(points, series: source, of: chart)
      sheet = data.builder.plan.name
    }
    return ChartDescription.Series(
      name: source.name, sheet: sheet, categories: ranges.categories, values: ranges.values,
      categoryTexts: points.points.map(\.category), numbers: points.numbers, colour: .data, width: 2, isDashed: false,
      labels: .none)
  }

  private mutating func slope(_ planned: PlannedChart) throws(WorkbookError) -> ChartDescription {
    let (block, lines) = try block(of: planned.chart)
    let numbers = lines.map(\.points.numbers)
    if designer.hasRoomForEnds(planned, numbers) {
      let drawn = lines.indices.map { line in
        series(lines[line].name, block.row(line), block.heads, lines[line].points)
      }
      return designer.slope(planned, drawn)
    }
    let ends = (0..<2).map { end in
      ChartDescription.Series(
        name: block.texts[end], sheet: block.sheet, categories: block.names, values: block.column(end),
        categoryTexts: lines.map(\.name), numbers: numbers.map { $0[end] }, colour: .data, width: 2, isDashed: false,
        labels: .all)
    }
    return designer.pairs(planned, ends)
  }

  private mutating func panel(_ planned: PlannedChart) throws(WorkbookError) -> ChartDescription {
    let chart = planned.chart
    guard let panel = planned.panel, chart.series.indices.contains(panel) else {
      throw .chartSourceInvalid(title: chart.title)
    }
    let (block, lines) = try block(of: chart, padding: ChartDataSheet.panelPadding)
    let own = series(lines[panel].name, block.row(panel), block.heads, lines[panel].points, block.padding)
    let whole = chart.reference.map { reference in
      series(reference.name, block.row(lines.count - 1), block.heads, lines[lines.count - 1].points, block.padding)
    }
    return designer.panel(planned, own, whole: whole, lines[panel].points)
  }

  private func series(
    _ name: String, _ values: CellRange, _ heads: CellRange, _ points: ChartPoints, _ padding: Int = 0
  ) -> ChartDescription.Series {
    let numbers = Array(repeating: Double?.none, count: padding)
    let texts = Array(repeating: "", count: padding)
    return ChartDescription.Series(
      name: name, sheet: data.builder.plan.name, categories: heads, values: values,
      categoryTexts: texts + points.points.map(\.category) + texts, numbers: numbers + points.numbers + numbers,
      colour: .data, width: 2, isDashed: false, labels: .none)
  }

  /// The cells of all series, a row each, the reference last.
  private mutating func block(of chart: ReportChart, padding: Int = 0) throws(WorkbookError) -> (
    ChartDataSheet.Block, [(name: String, points: ChartPoints)]
  ) {
    var lines: [(name: String, points: ChartPoints)] = []
    for source in chart.series + [chart.reference].compactMap({ $0 }) {
      lines.append((source.name, try points(source, of: chart)))
    }
    return (data.block(chart.title, lines, padding: padding), lines)
  }

  private func points(_ source: ReportChart.Series, of chart: ReportChart) throws(WorkbookError) -> ChartPoints {
    try ChartPoints(source, of: chart, in: tables, language: language)
  }
}

extension ChartPoints {
  /// The points up to each break in the series, and from it on: no line joins what may not be compared.
  var segments: [ChartPoints] {
    let breaks = points.indices.filter { index in
      guard index > 0, case .figure(let figure) = points[index].cell else { return false }
      return figure.flags.contains(.breakInSeries) && !brokenBefore(index)
    }
    guard !breaks.isEmpty else { return [self] }
    let starts = [0] + breaks
    return starts.indices.map { part in
      let own = starts[part]..<(part + 1 < starts.count ? starts[part + 1] : points.count)
      var segment = self
      segment.isPart = true
      for index in points.indices where !own.contains(index) { segment.points[index].cell = .empty }
      return segment
    }
  }

  private func brokenBefore(_ index: Int) -> Bool {
    if case .figure(let before) = points[index - 1].cell { return before.flags.contains(.breakInSeries) }
    return false
  }
}
