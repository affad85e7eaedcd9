import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

/// Tables with a row an indicator and a column a reporting year, or only every so many years.
extension ReportBuilder {
  func indicatorTable(_ definition: TableDefinition) throws(Failure) -> ReportTable {
    var trends: [(Indicator, Trend)] = []
    for reference in definition.indicators {
      let indicator = try indicator(reference)
      if let trend = try trend(indicator) { trends.append((indicator, trend)) }
    }
    let years = shown(Set(trends.flatMap { $0.1.points.map(\.period.year) }), definition)
    let hasTarget = definition.extras.contains(.target)
    var rows: [ReportRow] = []
    for (index, (indicator, trend)) in trends.enumerated() {
      var cells: [ReportCell] = [
        .text("\(index + 1)"), .text(indicator.names[language]), .text(indicator.unitNames[language]),
      ]
      let planned = hasTarget ? try targetCells(of: indicator, trend) : nil
      if let planned { cells.append(planned.target) }
      for year in years {
        // A year that is none of the indicator's is no year that was not reported.
        cells.append(try cell(trend.points.first { $0.period.year == year }, indicator))
      }
      if definition.extras.contains(.total) { cells.append(try periodTotal(indicator, trend)) }
      cells += try milestoneChanges(definition, trend, years)
      if let planned { cells += [planned.reached, planned.unit] }
      rows.append(ReportRow(cells: cells))
    }
    let isByMilestones = if case .milestones(.every) = definition.columns { true } else { false }
    return frame(
      definition,
      title: isByMilestones ? Messages.atMilestones(years)[language] : Messages.allIndicators[language],
      unitLine: unitLine(ofMany: trends.map(\.0), hasChanges: definition.extras.contains(.change)),
      columns: marking(indicatorColumns(definition, trends.map(\.1), years), rows), rows: rows,
      notes: indicatorNotes(trends.map(\.0)) + roundingNote(rows))
  }

  private func indicatorColumns(
    _ definition: TableDefinition, _ trends: [Trend], _ years: [Int]
  ) -> [ReportColumn] {
    let hasTarget = definition.extras.contains(.target)
    var columns = [
      ReportColumn(role: .ordinal, heading: Messages.ordinal[language]),
      ReportColumn(role: .label, heading: Messages.indicator[language]),
      ReportColumn(role: .text, heading: Messages.unitOfMeasure[language]),
    ]
    if hasTarget {
      columns.append(
        ReportColumn(role: .number, heading: "\(Messages.target[language]) \(flowYears.upperBound)", isDerived: true))
    }
    for year in years {
      let points = trends.compactMap { $0.points.first { $0.period.year == year } }
      let provisional = points.contains { $0.flags.contains(.provisional) }
      columns.append(
        ReportColumn(
          role: .number,
          heading: heading(calendarPeriod(year), isProvisional: provisional, isIllustrative: false)))
    }
    if definition.extras.contains(.total) {
      columns.append(ReportColumn(role: .number, heading: Messages.wholePeriod[language], isDerived: true))
    }
    columns += milestoneHeadings(definition, years).map {
      ReportColumn(role: .number, heading: $0, isDerived: true)
    }
    if hasTarget {
      columns.append(ReportColumn(role: .number, heading: Messages.againstTarget[language], isDerived: true))
      columns.append(ReportColumn(role: .text, heading: Messages.measuredIn[language]))
    }
    return columns
  }

  /// Units stand in a column of their own; what a change of a rate is measured in is said once.
  func unitLine(ofMany indicators: [Indicator], hasChanges: Bool) -> String {
    let legend = Messages.symbolsLegend[language] + "."
    guard hasChanges, indicators.contains(where: { $0.unit.isPercent }) else { return legend }
    return "\(Messages.ratesChangeInPoints[language]) \(legend)"
  }

  /// What was planned for the report's last year, how far it was reached, and what that is measured in; empty where
  /// there is no plan, `x` while a flow's year is not over.
  private func targetCells(
    of indicator: Indicator, _ trend: Trend
  ) throws(Failure) -> (target: ReportCell, reached: ReportCell, unit: ReportCell) {
    guard let target = target(indicator, year: flowYears.upperBound) else { return (.empty, .empty, .empty) }
    let figure = try targetFigure(target, indicator)
    let point = trend.points.first { $0.period.year == target.year }
    let isPart = evaluator.isFlow(indicator) && (periods.isPartOfYear || point?.period.isPartial ?? false)
    guard !isPart, let point, let completion = try completionFigure(point, figure, indicator) else {
      return (.figure(figure), .absent(.notApplicable), .empty)
    }
    let unit =
      isMeasuredByGap(indicator)
      ? indicator.unit.isPercent ? Messages.points[language] : indicator.unitNames[language] : "%"
    return (.figure(figure), .figure(completion), .text(unit))
  }

  // MARK: Every so many years

  /// The years that a table shows: all, or those that it is to show side by side.
  func shown(_ years: Set<Int>, _ definition: TableDefinition) -> [Int] {
    guard case .milestones(let milestones) = definition.columns else { return years.sorted() }
    return milestones.shown(of: years, until: flowYears.upperBound)
  }

  func shown(_ trend: Trend, _ definition: TableDefinition) -> [Observation] {
    let years = Set(shown(Set(trend.points.map(\.period.year)), definition))
    return trend.points.filter { years.contains($0.period.year) }
  }

  /// From each to the next, and from the first to the last.
  private func milestonePairs(_ definition: TableDefinition, _ years: [Int]) -> [(from: Int, to: Int)] {
    guard case .milestones = definition.columns, definition.extras.contains(.change) else { return [] }
    var pairs = zip(years, years.dropFirst()).map { (from: $0, to: $1) }
    if let first = years.first, let last = years.last, years.count > 2 { pairs.append((first, last)) }
    return pairs
  }

  func milestoneHeadings(_ definition: TableDefinition, _ years: [Int]) -> [String] {
    milestonePairs(definition, years).map { pair in
      Messages.changeBetween(dates.short(calendarPeriod(pair.from)), dates.short(calendarPeriod(pair.to)))[language]
    }
  }

  func milestoneChanges(
    _ definition: TableDefinition, _ trend: Trend, _ years: [Int]
  ) throws(Failure) -> [ReportCell] {
    try milestonePairs(definition, years).mapped { pair throws(Failure) in
      try changeCell(of: trend, from: pair.from, to: pair.to)
    }
  }

  // MARK: Dimensions

  /// What a dimension is called above its members.
  func dimensionTitle(_ name: String) -> LocalizedText {
    dataset.catalogue.dimension(name)?.title ?? Messages.heading(name)
  }

  /// "theo lĩnh vực".
  func by(_ name: String) -> String { Messages.by(dimensionTitle(name))[language] }
}
