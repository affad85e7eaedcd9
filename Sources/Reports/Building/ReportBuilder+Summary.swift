import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

extension ReportBuilder {
  func summary(_ tables: [ReportTable]) throws(Failure) -> ReportSummary {
    ReportSummary(
      headline: try headline(),
      tables: periods.isSingle ? try singlePeriodTables() : [try levelsTable(), try totalsTable()],
      charts: try summaryCharts(tables),
      attention: try attention(), source: sourceLine())
  }

  /// "Tỷ lệ tập hợp … đạt 59,22%, tăng 2,92 điểm phần trăm so với cuối năm 2013."
  private func headline() throws(Failure) -> ReportSentence {
    let indicator = try indicator(definition.summary.headline)
    guard let trend = try trend(indicator), let last = current(trend), let value = try prose(last, indicator) else {
      throw .refused(Messages.noData(indicator.names))
    }
    var parts: [ReportSentence.Part] = [.text("\(indicator.names[language]) \(Messages.stands[language]) ")]
    parts += value.parts
    if let first = ends(of: trend)?.from, let phrase = try changePhrase(trend, indicator) {
      parts.append(.text(", "))
      parts += phrase.parts
      parts.append(.text(" \(Messages.comparedWith[language]) \(comparedPoint(first, indicator))"))
    }
    return ReportSentence(parts + [.text(".")])
  }

  func summaryTable(_ name: String, title: String, columns: [ReportColumn], rows: [ReportRow]) -> ReportTable {
    ReportTable(
      id: name, sheetName: "", definedName: name, title: title, unitLine: "", columns: columns, rows: rows)
  }

  /// Cells of the summary point to the same figure in a numbered table, where there is one.
  func referring(_ cell: ReportCell) -> ReportCell {
    guard case .figure(var figure) = cell else { return cell }
    figure.expression = .figure(figure.id)
    return .figure(figure)
  }

  private func levelsTable() throws(Failure) -> ReportTable {
    var rows: [ReportRow] = []
    var ends: (first: Observation, last: Observation)?
    for reference in definition.summary.levels {
      let indicator = try indicator(reference)
      guard let trend = try trend(indicator), let newest = trend.comparable.last else { continue }
      // Every row stands under the same two headings: those of the first.
      let known = ends ?? (trend.comparable.first ?? newest, newest)
      ends = known
      let first = trend.points.first { $0.period.year == known.first.period.year }
      let last = trend.points.first { $0.period.year == known.last.period.year }
      let change = try changeCell(of: trend, from: known.first.period.year, to: known.last.period.year)
      rows.append(
        ReportRow(
          cells: [
            .text(indicator.names[language]), .text(indicator.unitNames[language]),
            referring(try cellOrEmpty(first, indicator)), referring(try cellOrEmpty(last, indicator)), change,
          ] + (try targetCells(indicator, last))))
    }
    let columns = [
      ReportColumn(role: .label, heading: Messages.indicator[language]),
      ReportColumn(role: .text, heading: Messages.unitOfMeasureShort[language]),
      ReportColumn(role: .number, heading: ends.map { pointHeading($0.first) } ?? ""),
      ReportColumn(role: .number, heading: ends.map { pointHeading($0.last) } ?? ""),
      ReportColumn(role: .number, heading: Messages.change[language], isDerived: true),
      ReportColumn(role: .number, heading: Messages.target[language], isDerived: true),
      ReportColumn(role: .number, heading: Messages.againstTarget[language], isDerived: true),
    ]
    return summaryTable(
      "TomTat_1", title: Messages.levelsAndChanges[language], columns: marking(columns, rows), rows: rows)
  }

  /// The change between two years of a trend; `x` where one of them may not be compared.
  func changeCell(of trend: Trend, from first: Int, to last: Int) throws(Failure) -> ReportCell {
    guard trend.refusal == nil, first < last, let start = trend.comparable.first(where: { $0.period.year == first }),
      let end = trend.comparable.first(where: { $0.period.year == last })
    else { return .absent(.notApplicable) }
    return try changeCell(from: start, to: end, trend.indicator)
  }

  func targetCells(_ indicator: Indicator, _ last: Observation?) throws(Failure) -> [ReportCell] {
    guard let last, let target = target(indicator, year: last.period.year) else { return [.empty, .empty] }
    let figure = try targetFigure(target, indicator)
    let completion = try completionFigure(last, figure, indicator).map { ReportCell.figure($0) }
    return [.figure(figure), completion ?? .absent(.notApplicable)]
  }

  /// "Cuối 2013", "30/9/2023".
  private func pointHeading(_ observation: Observation) -> String {
    let period = observation.period
    if period.isPartial { return dates.short(period.cutOff) }
    return Messages.endOf(dates.short(period))[language]
  }

  private func totalsTable() throws(Failure) -> ReportTable {
    var rows: [ReportRow] = []
    let year = try lastFullYear()
    for reference in definition.summary.totals {
      let indicator = try indicator(reference)
      guard let trend = try trend(indicator), let whole = try total(indicator) else { continue }
      let claim = claim(indicator, whole)
      var source = ReportCell.empty
      if let claim {
        _ = claimFigure(claim, indicator)
        source = .text(try published(claim, indicator))
      }
      var cells: [ReportCell] = [
        .text(indicator.names[language]), .text(indicator.unitNames[language]),
        source, referring(try cell(whole, indicator)),
        try averageCell(whole, indicator),
      ]
      if evaluator.isFlow(indicator), indicator.isComparable {
        let points = trend.comparable
        let last = points.first { $0.period.year == year }
        let before = points.first { $0.period.year == year - 1 }
        cells.append(referring(try cellOrEmpty(last, indicator)))
        if let last {
          cells.append(try changeCell(from: before, to: last, indicator))
        } else {
          cells.append(.empty)
        }
      } else {
        cells += [.absent(.notApplicable), .absent(.notApplicable)]
      }
      rows.append(ReportRow(cells: cells))
    }
    let columns = [
      ReportColumn(role: .label, heading: Messages.indicator[language]),
      ReportColumn(role: .text, heading: Messages.unitOfMeasureShort[language]),
      ReportColumn(role: .text, heading: Messages.publishedFigure[language]),
      ReportColumn(role: .number, heading: Messages.computedFigure[language]),
      ReportColumn(role: .number, heading: Messages.averageShort[language], isDerived: true),
      ReportColumn(role: .number, heading: "\(Messages.year[language]) \(year)", isDerived: true),
      ReportColumn(role: .number, heading: Messages.comparedWithYear(year - 1)[language], isDerived: true),
    ]
    return summaryTable(
      "TomTat_2",
      title: "\(Messages.wholePeriodResults[language]) \(dates.years(flowYears.lowerBound, flowYears.upperBound))",
      columns: marking(columns, rows), rows: rows)
  }

  /// The last full year of the first flow among the totals, which all rows then stand under.
  private func lastFullYear() throws(Failure) -> Int {
    for reference in definition.summary.totals {
      let indicator = try indicator(reference)
      guard evaluator.isFlow(indicator), indicator.isComparable, let last = try trend(indicator)?.comparable.last else {
        continue
      }
      return last.period.year
    }
    return flowYears.upperBound
  }

  private func summaryCharts(_ tables: [ReportTable]) throws(Failure) -> [ReportChart] {
    var charts: [ReportChart] = []
    for definition in definition.summary.charts {
      let indicator = try indicator(definition.indicator)
      guard let trend = try trend(indicator) else { continue }
      switch definition.kind {
      case .ranked:
        let own = self.definition.tables.first {
          $0.rows == .ranking && $0.indicators.first?.code == indicator.code
        }
        if let chart = tables.first(where: { $0.id == own?.id })?.charts.first { charts.append(chart) }
      case .line, .bars:
        guard let source = source(of: indicator, trend, in: tables) else { continue }
        let kind: ReportChart.Kind = definition.kind == .line ? .line : .bars
        // A table's own chart of the same cells has the plan in it, too.
        let own = tables.flatMap(\.charts).first { $0.kind == kind && $0.series.first?.source == source }
        charts.append(own ?? chart(kind, indicator, trend, source: source))
      }
    }
    return charts
  }

  /// The cells of a table that hold the whole's value of every year in a row or a column.
  private func source(of indicator: Indicator, _ trend: Trend, in tables: [ReportTable]) -> ReportChart.Source? {
    let names = trend.points.map { LedgerBook.name(indicator.code, $0.period) }
    func holds(_ cell: ReportCell, _ name: FigureID, _ point: Observation) -> Bool {
      if case .figure(let figure) = cell { return figure.id == name }
      return point.value == nil
    }
    for table in tables {
      for (index, row) in table.rows.enumerated() {
        for start in row.cells.indices where start + names.count <= row.cells.count {
          let cells = row.cells[start..<(start + names.count)]
          if zip(cells, zip(names, trend.points)).allSatisfy({ holds($0, $1.0, $1.1) }) {
            return .row(table: table.id, row: index, columns: start..<(start + names.count))
          }
        }
      }
      for column in table.columns.indices where table.columns[column].role == .number {
        for start in table.rows.indices where start + names.count <= table.rows.count {
          let cells = table.rows[start..<(start + names.count)].map { $0.cells[column] }
          if zip(cells, zip(names, trend.points)).allSatisfy({ holds($0, $1.0, $1.1) }) {
            return .column(table: table.id, column: column, rows: start..<(start + names.count))
          }
        }
      }
    }
    return nil
  }

  private func sourceLine() -> String {
    let title = dataset.package.title
    return "\(Messages.source[language]): \(title). \(Messages.detailsInSources[language])"
  }
}
