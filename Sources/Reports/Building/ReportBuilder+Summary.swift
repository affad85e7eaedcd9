import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

extension ReportBuilder {
  func summary(_ tables: [ReportTable]) throws(Failure) -> ReportSummary {
    ReportSummary(
      headline: try headline(), tables: [try levelsTable(), try totalsTable()], charts: try summaryCharts(tables),
      attention: try attention(), source: sourceLine())
  }

  /// "Tỷ lệ tập hợp … đạt 59,22%, tăng 2,92 điểm phần trăm so với cuối năm 2013."
  private func headline() throws(Failure) -> ReportSentence {
    let indicator = try indicator(definition.summary.headline)
    guard let trend = try trend(indicator), let last = trend.last, let value = try prose(last, indicator) else {
      throw .refused(Messages.noData(indicator.names))
    }
    var parts: [ReportSentence.Part] = [.text("\(indicator.names[language]) \(Messages.stands[language]) ")]
    parts += value.parts
    if let first = trend.comparable.first, let phrase = try changePhrase(trend, indicator) {
      parts.append(.text(", "))
      parts += phrase.parts
      parts.append(.text(" \(Messages.comparedWith[language]) \(pointInTime(first, indicator))"))
    }
    return ReportSentence(parts + [.text(".")])
  }

  private func summaryTable(_ name: String, title: String, columns: [ReportColumn], rows: [ReportRow]) -> ReportTable {
    ReportTable(
      id: name, sheetName: "", definedName: name, title: title, unitLine: "", columns: columns, rows: rows)
  }

  /// Cells of the summary point to the same figure in a numbered table, where there is one.
  private func referring(_ cell: ReportCell) -> ReportCell {
    guard case .figure(var figure) = cell else { return cell }
    figure.expression = .figure(figure.id)
    return .figure(figure)
  }

  private func levelsTable() throws(Failure) -> ReportTable {
    var rows: [ReportRow] = []
    var ends: (first: Observation, last: Observation)?
    var illustrative = false
    for reference in definition.summary.levels {
      let indicator = try indicator(reference)
      guard let trend = try trend(indicator), let last = trend.comparable.last else { continue }
      let first = trend.comparable.first ?? last
      if ends == nil { ends = (first, last) }
      illustrative = illustrative || trend.isIllustrative
      var cells: [ReportCell] = [
        .text(indicator.names[language]), .text(indicator.unitNames[language]),
        referring(try cell(first, indicator)), referring(try cell(last, indicator)),
        trend.refusal == nil ? try changeCell(from: first, to: last, indicator) : .absent(.notApplicable),
      ]
      if let target = target(indicator, year: last.period.year) {
        let figure = try targetFigure(target, indicator, last.period)
        cells.append(.figure(figure))
        cells.append(try completionFigure(last, figure, indicator).map { .figure($0) } ?? .absent(.notApplicable))
        illustrative = illustrative || target.isIllustrative
      } else {
        cells += [.empty, .empty]
      }
      rows.append(ReportRow(cells: cells))
    }
    func number(_ text: String, derived: Bool = true) -> ReportColumn {
      ReportColumn(
        role: .number, heading: marked(text, illustrative), isIllustrative: illustrative, isDerived: derived)
    }
    let first = ends.map { pointHeading($0.first) } ?? ""
    let last = ends.map { pointHeading($0.last) } ?? ""
    return summaryTable(
      "TomTat_1", title: Messages.levelsAndChanges[language],
      columns: unique([
        ReportColumn(role: .label, heading: Messages.indicator[language]),
        ReportColumn(role: .text, heading: Messages.unitOfMeasureShort[language]), number(first, derived: false),
        number(last, derived: false), number(Messages.change[language]), number(Messages.target[language]),
        number(Messages.againstTarget[language]),
      ]), rows: rows)
  }

  /// "Cuối 2013", "30/9/2023".
  private func pointHeading(_ observation: Observation) -> String {
    let period = observation.period
    if period.isPartial { return dates.short(period.cutOff) }
    return Messages.endOf(dates.short(period))[language]
  }

  private func totalsTable() throws(Failure) -> ReportTable {
    var rows: [ReportRow] = []
    var illustrative = false
    var lastFull: Int?
    for reference in definition.summary.totals {
      let indicator = try indicator(reference)
      guard let trend = try trend(indicator), let whole = try total(indicator) else { continue }
      illustrative = illustrative || whole.isIllustrative
      let published = claim(indicator, whole).map { ReportCell.text($0.printed) } ?? .empty
      if let claim = claim(indicator, whole) { _ = claimFigure(claim, indicator) }
      let points = trend.comparable
      let isCount = evaluator.isFlow(indicator)
      lastFull = lastFull ?? (isCount ? points.last?.period.year : nil)
      var cells: [ReportCell] = [
        .text(indicator.names[language]), .text(indicator.unitNames[language]), published,
        referring(try cell(whole, indicator)),
        indicator.isComparable ? try averageCell(whole, indicator) : .absent(.notApplicable),
      ]
      if isCount, indicator.isComparable, points.count > 1, let last = points.last {
        cells.append(referring(try cell(last, indicator)))
        cells.append(try changeCell(from: points[points.count - 2], to: last, indicator))
      } else {
        cells += [.absent(.notApplicable), .absent(.notApplicable)]
      }
      rows.append(ReportRow(cells: cells))
    }
    func number(_ text: String, derived: Bool = true) -> ReportColumn {
      ReportColumn(
        role: .number, heading: marked(text, illustrative), isIllustrative: illustrative, isDerived: derived)
    }
    let year = lastFull ?? flowYears.upperBound
    return summaryTable(
      "TomTat_2",
      title: "\(Messages.wholePeriodResults[language]) \(dates.years(flowYears.lowerBound, flowYears.upperBound))",
      columns: unique([
        ReportColumn(role: .label, heading: Messages.indicator[language]),
        ReportColumn(role: .text, heading: Messages.unitOfMeasureShort[language]),
        ReportColumn(role: .text, heading: Messages.publishedFigure[language]),
        number(Messages.computedFigure[language], derived: false), number(Messages.averageShort[language]),
        number("\(Messages.year[language]) \(year)"), number(Messages.comparedWithYear(year - 1)[language]),
      ]), rows: rows)
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
        charts.append(chart(definition.kind == .line ? .line : .bars, indicator, trend, source: source))
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
