import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

/// The summary of a report on one period: the year before, the period, the change, the target.
extension ReportBuilder {
  func singlePeriodTables() throws(Failure) -> [ReportTable] {
    [
      try singlePeriodTable("TomTat_1", definition.summary.levels, title: Messages.levelsAndChanges[language]),
      try singlePeriodTable(
        "TomTat_2", definition.summary.totals,
        title: Messages.inPeriod(Messages.results, dates.label(calendarPeriod(flowYears.upperBound)))[language]),
    ]
  }

  private func singlePeriodTable(
    _ name: String, _ references: [IndicatorReference], title: String
  ) throws(Failure) -> ReportTable {
    var rows: [ReportRow] = []
    var hasTargets = false
    for reference in references {
      let indicator = try indicator(reference)
      guard let trend = try trend(indicator) else { continue }
      let last = trend.points.first { $0.period.year == flowYears.upperBound }
      let before = trend.points.first { $0.period.year == flowYears.upperBound - 1 }
      let change: ReportCell =
        if let ends = ends(of: trend) { try changeCell(from: ends.from, to: ends.to, indicator) } else {
          .absent(.notApplicable)
        }
      let percent = try ends(of: trend).flatMap { ends throws(Failure) in
        try relativeFigure(from: ends.from, to: ends.to, indicator)
      }
      let targets = try targetCells(indicator, last)
      hasTargets = hasTargets || targets.first != .empty
      rows.append(
        ReportRow(
          cells: [
            .text(indicator.names[language]), .text(indicator.unitNames[language]),
            referring(try cellOrEmpty(before, indicator)), referring(try cellOrEmpty(last, indicator)), change,
            percent.map { .figure($0) } ?? .absent(.notApplicable),
          ] + targets))
    }
    let now = calendarPeriod(flowYears.upperBound)
    var columns = [
      ReportColumn(role: .label, heading: Messages.indicator[language]),
      ReportColumn(role: .text, heading: Messages.unitOfMeasureShort[language]),
      ReportColumn(role: .number, heading: dates.short(calendarPeriod(flowYears.upperBound - 1))),
      ReportColumn(role: .number, heading: heading(now, isProvisional: isProvisional(rows), isIllustrative: false)),
      ReportColumn(role: .number, heading: Messages.change[language], isDerived: true),
      ReportColumn(role: .number, heading: Messages.changeInPercent[language], isDerived: true),
      ReportColumn(
        role: .number, heading: Messages.target(ofYear: periods.isPartOfYear)[language], isDerived: true),
      ReportColumn(role: .number, heading: Messages.againstTarget[language], isDerived: true),
    ]
    if !hasTargets {
      columns.removeLast(2)
      rows = rows.map { ReportRow(role: $0.role, level: $0.level, cells: $0.cells.dropLast(2)) }
    }
    return summaryTable(name, title: title, columns: marking(columns, rows), rows: rows)
  }

  private func isProvisional(_ rows: [ReportRow]) -> Bool {
    rows.contains { row in
      if case .figure(let figure) = row.cells[3] { figure.flags.contains(.provisional) } else { false }
    }
  }

  /// The change in percent of the first value; nil for rates and scores, and where the first value is not positive.
  func relativeFigure(
    from first: Observation, to last: Observation, _ indicator: Indicator
  ) throws(Failure) -> ReportFigure? {
    guard !isScore(indicator), let change = try changeFigure(from: first, to: last, indicator),
      let relative = try TrendBuilder.change(from: first, to: last, of: indicator)?.relative,
      let start = try book.record(first, of: indicator)
    else { return nil }
    let published = try LedgerBook.rounded(relative, 1)
    let id = FigureID("\(change.id.name)-percent")
    book.add(
      LedgerEntry(
        id: id, indicator: indicator.code, period: last.period, selection: last.selection, value: relative,
        published: published, unitOfMeasure: UnitOfMeasure.percent.code, flags: change.flags,
        isIllustrative: change.isIllustrative, formula: "100 * \(change.id.name) / \(start.name)",
        origin: .derived(from: [change.id, start])))
    let before = try expression(first, indicator) ?? .figure(start)
    return ReportFigure(
      id: id, value: published, style: .signed, flags: change.flags, isIllustrative: change.isIllustrative,
      direction: direction(indicator),
      expression: .rounding(
        .multiplying(.constant(ExactDecimal(100)), .dividing(.figure(change.id), before)), decimals: 1))
  }

  /// "7,2% (mh)" without a sign, for a sentence whose verb says the direction; false where there is none.
  func relativeChange(
    from first: Observation, to last: Observation, _ change: ReportFigure, _ indicator: Indicator
  ) throws(Failure) -> BriefingValue {
    guard !change.value.isZero, let figure = try relativeFigure(from: first, to: last, indicator),
      !figure.value.isZero
    else { return .flag(false) }
    let mark = figure.isIllustrative ? "\u{A0}\(Messages.illustrativeMark[language])" : ""
    return .object([
      "value": .sentence(
        ReportSentence([.figure(figure.id, printed: numbers.percent(figure.value.magnitude)), .text(mark)]))
    ])
  }
}
