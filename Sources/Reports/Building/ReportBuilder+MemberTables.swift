import Aggregation
import Catalogue
import Datasets
import Findings
import Language
import Trends
import Values

extension ReportBuilder {
  /// One row a member of a dimension, one column a reporting year.
  func memberTable(_ definition: TableDefinition, by dimension: String) throws(Failure) -> ReportTable {
    let indicator = try indicator(definition.indicators[0])
    try requireSums(definition, indicator)
    guard let whole = try trend(indicator), let years = try years(of: indicator) else {
      throw .refused(Messages.noData(indicator.names))
    }
    let selections = try members(of: indicator, dimension, years)
    var rows: [ReportRow] = []
    for (index, member) in selections.enumerated() {
      guard let trend = try trend(indicator, member.selection) else { continue }
      rows.append(
        ReportRow(
          cells: [.text("\(index + 1)"), .text(member.name)] + (try numberCells(definition, indicator, trend))))
    }
    var total: [ReportCell] = [.empty, .text(Messages.total[language].uppercased())]
    total += try numberCells(definition, indicator, whole)
    for column in 2..<total.count where column - 2 < whole.points.count {
      total[column] = try sumCell(
        whole.points[column - 2], indicator, of: rows.map { $0.cells[column] }, expression: .columnSum)
    }
    rows.append(ReportRow(role: .total, cells: total))
    let columns = memberColumns(definition, indicator, whole, dimension)
    var charts: [ReportChart] = []
    if definition.hasChart { charts.append(wholeLine(definition, indicator, whole, row: rows.count - 1)) }
    return frame(
      definition,
      title:
        "\(indicator.names[language]) \(Messages.by(dimension)[language]), \(title(of: years))",
      unitLine: unitLine(indicator), columns: columns, rows: rows, charts: charts,
      notes: indicatorNotes([indicator]) + (try roundingNote(indicator, rows)))
  }

  /// A stock has neither a total nor an average over years.
  private func requireSums(_ definition: TableDefinition, _ indicator: Indicator) throws(Failure) {
    let reference = definition.indicators[0]
    guard !definition.extras.isDisjoint(with: [.total, .average]), let reason = evaluator.refusalOverTime(indicator)
    else {
      return
    }
    throw .invalid([
      Finding(
        code: "stock-not-summed", position: reference.position, value: indicator.code,
        message: reason, remedy: Messages.stockInTableRemedy)
    ])
  }

  /// Names and selections of the rows, in the order of the dimension's file.
  func members(
    of indicator: Indicator, _ dimension: String, _ years: ClosedRange<Int>
  ) throws(Failure) -> [(name: String, selection: Selection)] {
    let codes: [String]
    if dimension == DimensionDeclaration.unit {
      codes = try evaluator.units(of: indicator, years: years)
    } else {
      guard let found = try evaluator.members(of: indicator, dimension: dimension) else {
        throw .refused(Messages.notBrokenDown(indicator.names, by: dimension))
      }
      codes = found
    }
    let last = calendarPeriod(years.upperBound).end
    return codes.map { code in
      let name = dataset.dimensions[dimension]?.member(code, on: last)?.names[language] ?? code
      let selection =
        dimension == DimensionDeclaration.unit
        ? Selection(units: [code]) : Selection(members: [dimension: [code]])
      return (name, selection)
    }
  }

  private func numberCells(
    _ definition: TableDefinition, _ indicator: Indicator, _ trend: Trend
  ) throws(Failure) -> [ReportCell] {
    var cells: [ReportCell] = []
    for point in trend.points { cells.append(try cell(point, indicator)) }
    if definition.extras.contains(.total) { cells.append(try periodTotal(indicator, trend)) }
    if definition.extras.contains(.average) {
      cells.append(try averageCell(try total(indicator, trend.selection), indicator))
    }
    if definition.extras.contains(.change) {
      if let ends = ends(of: trend) {
        cells.append(try changeCell(from: ends.from, to: ends.to, indicator))
      } else {
        cells.append(.absent(.notApplicable))
      }
    }
    return cells
  }

  private func memberColumns(
    _ definition: TableDefinition, _ indicator: Indicator, _ trend: Trend, _ dimension: String
  ) -> [ReportColumn] {
    var columns = [
      ReportColumn(role: .ordinal, heading: Messages.ordinal[language]),
      ReportColumn(role: .label, heading: capitalised(Messages.heading(dimension)[language])),
    ]
    for point in trend.points {
      columns.append(
        ReportColumn(
          role: .number,
          heading: heading(
            point.period, isProvisional: point.flags.contains(.provisional), isIllustrative: point.isIllustrative),
          isIllustrative: point.isIllustrative))
    }
    let illustrative = trend.isIllustrative
    func derived(_ text: String) -> ReportColumn {
      ReportColumn(
        role: .number, heading: marked(text, illustrative), isIllustrative: illustrative, isDerived: true)
    }
    if definition.extras.contains(.total) { columns.append(derived(Messages.wholePeriod[language])) }
    if definition.extras.contains(.average) { columns.append(derived(Messages.averagePerYear[language])) }
    if definition.extras.contains(.change) {
      let unit = indicator.unit.isPercent ? " (\(Messages.points[language]))" : ""
      columns.append(derived("\(changeHeading(trend))\(unit)"))
    }
    return columns
  }

  /// "So sánh 2014 – 2022", in a report on one period "So với 6T/2021".
  func changeHeading(_ trend: Trend) -> String {
    if periods.isSingle {
      return "\(Messages.against[language]) \(dates.short(calendarPeriod(flowYears.upperBound - 1)))"
    }
    let ends = trend.comparable
    let years = dates.years(
      ends.first?.period.year ?? flowYears.lowerBound, ends.last?.period.year ?? flowYears.upperBound)
    return "\(Messages.compared[language]) \(years)"
  }

  private func wholeLine(
    _ definition: TableDefinition, _ indicator: Indicator, _ trend: Trend, row: Int
  ) -> ReportChart {
    let columns = 2..<(2 + trend.points.count)
    return chart(
      evaluator.isFlow(indicator) ? .bars : .line, indicator, trend,
      source: .row(table: definition.id, row: row, columns: columns))
  }

  /// A chart of the whole over the years, with an axis that shows its movement.
  func chart(
    _ kind: ReportChart.Kind, _ indicator: Indicator, _ trend: Trend, source: ReportChart.Source
  ) -> ReportChart {
    let unit = indicator.unitNames[language]
    let title = marked("\(indicator.shortNames[language])\(unit.isEmpty ? "" : " (\(unit))")", trend.isIllustrative)
    let printed = trend.points.compactMap { $0.printed(indicator) }
    let summary = zip(trend.points, trend.points.map { $0.printed(indicator) }).compactMap { point, value in
      value.map { "\(dates.short(point.period)): \(numbers.string($0))" }
    }
    return ReportChart(
      kind: kind, title: title,
      series: [ReportChart.Series(name: indicator.shortNames[language], source: source)],
      decimals: indicator.decimals, axis: kind == .line ? Self.axis(printed) : nil,
      alternativeText: "\(title). \(summary.joined(separator: "; ")).")
  }

  /// Round limits with the values well inside; nil without values.
  static func axis(_ values: [ExactDecimal]) -> ClosedRange<Double>? {
    let numbers = values.map(\.approximation)
    guard let low = numbers.min(), let high = numbers.max(), low.isFinite, high.isFinite else { return nil }
    let span = max(high - low, abs(high) * 0.001, 1e-6)
    var step = 1e-6
    // 1, 2, 5, 10, …: the first that gives at most six intervals.
    var factors = [2.0, 2.5, 2.0].makeIterator()
    while span / step > 5 {
      if let factor = factors.next() {
        step *= factor
      } else {
        factors = [2.0, 2.5, 2.0].makeIterator()
      }
    }
    let bottom = ((low - step / 4) / step).rounded(.down) * step
    let top = ((high + step / 4) / step).rounded(.up) * step
    return (low >= 0 ? max(0, bottom) : bottom)...top
  }

  /// Said where the printed figures do not subtract to the printed change.
  private func roundingNote(_ indicator: Indicator, _ rows: [ReportRow]) throws(Failure) -> [ReportSentence] {
    for row in rows {
      for case .figure(let change) in row.cells where change.style == .signed {
        guard let entry = book[change.id], case .derived(let terms) = entry.origin, terms.count == 2,
          let last = book[terms[0]], let first = book[terms[1]],
          let difference = try? Rational(last.published).subtracting(Rational(first.published))
        else { continue }
        if difference != Rational(change.value) { return [ReportSentence(Messages.changesFromUnrounded[language])] }
      }
    }
    return []
  }
}
