import Aggregation
import Catalogue
import Language
import Trends
import Values

/// The charts of a table that has a row for each member of a dimension.
struct MemberCharts {
  let builder: ReportBuilder
  let definition: TableDefinition
  let indicator: Indicator
  let whole: Trend
  /// Of the table: members, their total, the rows of the plan.
  let rows: [ReportRow]
  let members: Int

  /// More lines than these are no longer told apart, and more small charts do not fit on a page.
  private static let mostLines = 12
  private static let mostPanels = 36

  private var language: OutputLanguage { builder.language }
  /// The rows of members that stand below no other.
  private var shown: [Int] { (0..<members).filter { rows[$0].level == 0 } }
  private var columns: Range<Int> { 2..<(2 + whole.points.count) }

  func charts(isByUnit: Bool) -> [ReportChart] {
    definition.charts.compactMap { kind in
      switch kind {
      case .trend: trend()
      case .slope: slope(isByUnit: isByUnit)
      case .multiples: multiples()
      }
    }
  }

  private func trend() -> ReportChart {
    let isFlow = builder.evaluator.isFlow(indicator)
    var chart = builder.chart(
      isFlow ? .bars : .line, indicator, whole,
      source: .row(table: definition.id, row: members, columns: columns))
    guard let planned = figures(inRow: members + 1), definition.extras.contains(.target) else { return chart }
    chart.series[0].name = Messages.reached[language]
    chart.series.append(
      ReportChart.Series(
        name: Messages.target[language], source: .row(table: definition.id, row: members + 1, columns: columns),
        isTarget: true))
    if !isFlow {
      chart.axis = ReportBuilder.axis((figures(inRow: members) ?? []).map(\.value) + planned.map(\.value))
    }
    let texts = planned.map { builder.numbers.string($0.value) }.joined(separator: "; ")
    chart.alternativeText += " \(Messages.target[language]): \(texts)."
    return chart
  }

  /// From the first to the last year that may be compared; nil for what may not, and where it would show real units
  /// above and below each other on illustrative figures.
  private func slope(isByUnit: Bool) -> ReportChart? {
    let ends = whole.comparable
    guard whole.refusal == nil, let first = ends.first, let last = ends.last, shown.count <= Self.mostLines,
      first.period.year < last.period.year, !(isByUnit && whole.isIllustrative),
      let start = whole.points.firstIndex(where: { $0.period.year == first.period.year }),
      let end = whole.points.firstIndex(where: { $0.period.year == last.period.year })
    else { return nil }
    // The whole of a number is of another size than its parts.
    let compared = shown + (builder.isScore(indicator) ? [members] : [])
    let series = compared.map { row in
      ReportChart.Series(
        name: label(row), source: .cells(table: definition.id, row: row, columns: [2 + start, 2 + end]),
        isAccent: row == members)
    }
    let title = self.title(Messages.beforeAndAfter(first.period.year, last.period.year)[language])
    return ReportChart(
      kind: .slope, title: title, series: series, decimals: indicator.decimals,
      alternativeText: "\(title). "
        + compared.map { "\(label($0)): \(printed($0, 2 + start)) → \(printed($0, 2 + end))" }.joined(
          separator: "; ")
        + ".")
  }

  private func multiples() -> ReportChart? {
    guard shown.count > 1, shown.count <= Self.mostPanels, !indicator.isLowerBound, indicator.implausible == nil else {
      return nil
    }
    // The whole of a flow or a number is of another size than its parts.
    let isRate = builder.isScore(indicator)
    let own = shown.compactMap { figures(inRow: $0) }.flatMap { $0 }
    let compared = own + (isRate ? figures(inRow: members) ?? [] : [])
    let title = self.title(
      builder.dates.years(whole.points.first?.period.year ?? 0, whole.points.last?.period.year ?? 0))
    var chart = ReportChart(
      kind: .multiples, title: title,
      series: shown.map { row in
        ReportChart.Series(name: label(row), source: .row(table: definition.id, row: row, columns: columns))
      }, decimals: indicator.decimals, axis: ReportBuilder.axis(compared.map(\.value)), alternativeText: title)
    if isRate {
      chart.reference = ReportChart.Series(
        name: Messages.theWhole[language], source: .row(table: definition.id, row: members, columns: columns))
    }
    return chart
  }

  private func title(_ words: String) -> String {
    let unit = indicator.unitNames[language]
    return builder.marked(
      "\(indicator.shortNames[language])\(unit.isEmpty ? "" : " (\(unit))"), \(words)", whole.isIllustrative)
  }

  private func label(_ row: Int) -> String {
    if case .text(let text) = rows[row].cells[1] { text } else { "" }
  }

  private func figures(inRow row: Int) -> [ReportFigure]? {
    guard rows.indices.contains(row) else { return nil }
    let found = columns.compactMap { column -> ReportFigure? in
      if case .figure(let figure) = rows[row].cells[column] { figure } else { nil }
    }
    return found.isEmpty ? nil : found
  }

  private func printed(_ row: Int, _ column: Int) -> String {
    if case .figure(let figure) = rows[row].cells[column] { builder.numbers.string(figure.value) } else { "x" }
  }
}
