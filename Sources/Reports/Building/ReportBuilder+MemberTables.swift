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
    let (nested, isNested) = try memberRows(
      [indicator], dimension, years,
      cells: { selection throws(Failure) in
        try self.trend(indicator, selection).map { trend throws(Failure) in
          try self.numberCells(definition, indicator, trend)
        }
      },
      sum: { position, selection, parts throws(Failure) in
        guard let points = try self.trend(indicator, selection).map({ self.shown($0, definition) }),
          position < points.count
        else { return nil }
        return try self.sumCell(points[position], indicator, of: parts, expression: .sum(Self.names(parts)))
      })
    var rows = nested
    var total: [ReportCell] = [.empty, .text(Messages.total[language].uppercased())]
    total += try numberCells(definition, indicator, whole)
    for (position, point) in shown(whole, definition).enumerated() {
      // A column with units and the units above them is no sum of its cells.
      let parts = rows.filter { $0.level == 0 }.map { $0.cells[position + 2] }
      total[position + 2] = try sumCell(
        point, indicator, of: parts, expression: isNested ? .sum(Self.names(parts)) : .columnSum)
    }
    rows.append(ReportRow(role: .total, cells: total))
    let members = rows.count - 1
    if definition.extras.contains(.target) { rows += try targetRows(indicator, whole, width: total.count) }
    let columns = memberColumns(definition, indicator, whole, dimension)
    let charts = MemberCharts(
      builder: self, definition: definition, indicator: indicator, whole: whole, rows: rows, members: members
    ).charts(isByUnit: dimension == DimensionDeclaration.unit)
    return frame(
      definition,
      title:
        "\(indicator.names[language]) \(by(dimension)), \(title(of: years))",
      unitLine: unitLine(indicator), columns: columns, rows: rows, charts: charts,
      notes: indicatorNotes([indicator]) + roundingNote(rows))
  }

  /// A row for each member, units below the units they belong to where there are several of those.
  ///
  /// - Parameters:
  ///   - cells: the numbers of a row; nil for a row that is left out.
  ///   - sum: the number at a position of a row with rows below it, from theirs; nil where it stays what it is.
  func memberRows(
    _ indicators: [Indicator], _ dimension: String, _ years: ClosedRange<Int>,
    cells: (Selection) throws(Failure) -> [ReportCell]?,
    sum: (_ position: Int, _ selection: Selection, _ parts: [ReportCell]) throws(Failure) -> ReportCell?
  ) throws(Failure) -> (rows: [ReportRow], isNested: Bool) {
    var members: [(code: String, name: String, selection: Selection)] = []
    for indicator in indicators {
      members += try self.members(of: indicator, dimension, years).filter { member in
        !members.contains { $0.code == member.code }
      }
    }
    let isUnit = dimension == DimensionDeclaration.unit
    let tree = MemberTree(members.map(\.code)) { code in
      isUnit ? self.dataset.units?.ancestors(of: code) ?? [] : []
    }
    let selections = Dictionary(members.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [(code: String, row: ReportRow)] = []
    for node in tree.nodes {
      let selection = selections[node.code]?.selection ?? Selection(units: [node.code])
      guard let numbers = try cells(selection) else { continue }
      let name = selections[node.code]?.name ?? memberName(node.code, dimension, years)
      rows.append((node.code, ReportRow(level: node.level, cells: [.text(node.ordinal), .text(name)] + numbers)))
    }
    let known = Dictionary(rows.map { ($0.code, $0.row.cells) }, uniquingKeysWith: { first, _ in first })
    for node in tree.nodes where !node.children.isEmpty {
      guard let index = rows.firstIndex(where: { $0.code == node.code }) else { continue }
      for column in rows[index].row.cells.indices.dropFirst(2) {
        let parts = node.children.compactMap { known[$0]?[column] }
        if let cell = try sum(column - 2, Selection(units: [node.code]), parts) { rows[index].row.cells[column] = cell }
      }
    }
    return (rows.map(\.row), tree.isNested)
  }

  static func names(_ cells: [ReportCell]) -> [FigureID] {
    cells.compactMap { if case .figure(let figure) = $0 { figure.id } else { nil } }
  }

  func memberName(_ code: String, _ dimension: String, _ years: ClosedRange<Int>) -> String {
    let last = ReportingYear.calendar.year(years.upperBound).end
    return dataset.dimensions[dimension]?.member(code, on: last)?.names[language] ?? code
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
  ) throws(Failure) -> [(code: String, name: String, selection: Selection)] {
    let codes: [String]
    if dimension == DimensionDeclaration.unit {
      codes = try evaluator.units(of: indicator, years: years)
    } else {
      guard let found = try evaluator.members(of: indicator, dimension: dimension) else {
        throw .refused(Messages.notBrokenDown(indicator.names, by: dimension))
      }
      codes = found
    }
    return codes.map { code in
      let name = memberName(code, dimension, years)
      let selection =
        dimension == DimensionDeclaration.unit
        ? Selection(units: [code]) : Selection(members: [dimension: [code]])
      return (code, name, selection)
    }
  }

  private func numberCells(
    _ definition: TableDefinition, _ indicator: Indicator, _ trend: Trend
  ) throws(Failure) -> [ReportCell] {
    let points = shown(trend, definition)
    var cells: [ReportCell] = []
    for point in points { cells.append(try cell(point, indicator)) }
    if case .milestones = definition.columns {
      return try cells + milestoneChanges(definition, trend, points.map(\.period.year))
    }
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
      ReportColumn(role: .label, heading: capitalised(dimensionTitle(dimension)[language])),
    ]
    let points = shown(trend, definition)
    for point in points {
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
    if case .milestones = definition.columns {
      return columns + milestoneHeadings(definition, points.map(\.period.year)).map(derived)
    }
    if definition.extras.contains(.total) {
      var total = derived(Messages.wholePeriod[language])
      total.hasBars = indicator.isComparable
      columns.append(total)
    }
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

  /// What was planned for the whole, and how far it was reached; nothing where there is no plan.
  private func targetRows(_ indicator: Indicator, _ trend: Trend, width: Int) throws(Failure) -> [ReportRow] {
    let points = indicator.unit.isPercent ? Messages.points[language] : indicator.unitNames[language]
    let measured = isMeasuredByGap(indicator) ? points.isEmpty ? "" : " (\(points))" : " (%)"
    var planned: [ReportCell] = [.empty, .text(Messages.target[language])]
    var reached: [ReportCell] = [.empty, .text(Messages.againstTarget[language] + measured)]
    for point in trend.points {
      guard let target = target(indicator, year: point.period.year) else {
        planned.append(.empty)
        reached.append(.empty)
        continue
      }
      let figure = try targetFigure(target, indicator)
      planned.append(.figure(figure))
      // A part of a year is not measured by the plan of the whole year.
      let isPart = evaluator.isFlow(indicator) && (periods.isPartOfYear || point.period.isPartial)
      reached.append(
        try (isPart ? nil : completionFigure(point, figure, indicator)).map { .figure($0) } ?? .absent(.notApplicable))
    }
    // The other years have none, which is not the same as one that was not reported.
    let years = trend.points.map(\.period.year).filter { target(indicator, year: $0) != nil }
    if years.count < trend.points.count {
      planned[1] = .text("\(Messages.target[language]) (\(years.map { "\($0)" }.joined(separator: ", ")))")
    }
    let empty = Array(repeating: ReportCell.empty, count: max(width - planned.count, 0))
    let rows = [planned, reached].filter { row in row.contains { if case .figure = $0 { true } else { false } } }
    return rows.map { ReportRow(role: .summary, cells: $0 + empty) }
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
  func roundingNote(_ rows: [ReportRow]) -> [ReportSentence] {
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
