import Aggregation
import Catalogue
import Datasets
import Findings
import Language
import Trends
import Values

/// Tables whose columns are terms, members of a dimension or indicators, over the whole report.
extension ReportBuilder {
  func pivotTable(_ definition: TableDefinition) throws(Failure) -> ReportTable {
    let indicators = try definition.indicators.mapped { reference throws(Failure) in try indicator(reference) }
    try requireAnswers(definition, indicators)
    let years = try shownYears(of: indicators)
    let columns = try pivotColumns(definition, indicators, years)
    let title = pivotTitle(definition, indicators)
    guard case .dimension(let dimension) = definition.rows else {
      return try indicatorPivot(definition, indicators, columns, title: title)
    }
    func cells(_ selection: Selection) throws(Failure) -> [ReportCell] {
      try columns.mapped { column throws(Failure) in try cell(indicators[0], column, selection) }
    }
    let (items, isNested) = try memberRows(
      indicators, dimension, years,
      cells: { selection throws(Failure) in self.totalled(try cells(selection), columns) },
      sum: { position, selection, parts throws(Failure) in
        try self.sumCell(indicators[0], columns[position], selection, of: parts, isNested: true)
      })
    var total: [ReportCell] = [.empty, .text(Messages.total[language].uppercased())]
    for (position, column) in columns.enumerated() {
      let parts = items.filter { $0.level == 0 }.map { $0.cells[position + 2] }
      total.append(try sumCell(indicators[0], column, .whole, of: parts, isNested: isNested))
    }
    let rows = items + [ReportRow(role: .total, cells: total)]
    let headings = [
      ReportColumn(role: .ordinal, heading: Messages.ordinal[language]),
      ReportColumn(role: .label, heading: capitalised(dimensionTitle(dimension)[language])),
    ]
    return frame(
      definition, title: title, unitLine: pivotUnitLine(definition, indicators),
      columns: marking(headings + columns.map(column), rows), rows: rows, notes: indicatorNotes(indicators))
  }

  /// One row an indicator: nothing is added up down a column.
  private func indicatorPivot(
    _ definition: TableDefinition, _ indicators: [Indicator], _ columns: [PivotLine], title: String
  ) throws(Failure) -> ReportTable {
    var rows: [ReportRow] = []
    for (index, indicator) in indicators.enumerated() {
      let cells = try columns.mapped { column throws(Failure) in try cell(indicator, column, .whole) }
      rows.append(
        ReportRow(
          cells: [
            .text("\(index + 1)"), .text(indicator.names[language]), .text(indicator.unitNames[language]),
          ] + totalled(cells, columns)))
    }
    let headings = [
      ReportColumn(role: .ordinal, heading: Messages.ordinal[language]),
      ReportColumn(role: .label, heading: Messages.indicator[language]),
      ReportColumn(role: .text, heading: Messages.unitOfMeasure[language]),
    ]
    return frame(
      definition, title: title, unitLine: unitLine(ofMany: indicators, hasChanges: false),
      columns: marking(headings + columns.map(column), rows), rows: rows, notes: indicatorNotes(indicators))
  }

  // MARK: Cells

  private func cell(
    _ indicator: Indicator, _ column: PivotLine, _ selection: Selection
  ) throws(Failure) -> ReportCell {
    let indicator = column.indicator ?? indicator
    let observation = try observe(indicator, column, column.narrowed(selection))
    if column.isAverage { return try averageCell(observation, indicator) }
    guard let observation else { return .absent(.missing) }
    return try cell(observation, indicator)
  }

  /// Over the line's years, or all of the report; nil where the indicator is not known for all of the years.
  private func observe(
    _ indicator: Indicator, _ line: PivotLine, _ selection: Selection
  ) throws(Failure) -> Observation? {
    guard let span = line.years else {
      if let whole = try total(indicator, selection) { return whole }
      return current(try trend(indicator, selection))
    }
    guard let known = try years(of: indicator) else { return nil }
    guard accumulates(indicator) else {
      return try trend(indicator, selection)?.points.first { $0.period.year == span.upperBound }
    }
    guard known.contains(span.lowerBound), known.contains(span.upperBound) else { return nil }
    return try evaluator.observe(indicator, years: span, of: selection)
  }

  /// A total of members with a live sum where their printed numbers make it.
  private func sumCell(
    _ indicator: Indicator, _ column: PivotLine, _ selection: Selection, of parts: [ReportCell], isNested: Bool
  ) throws(Failure) -> ReportCell {
    let indicator = column.indicator ?? indicator
    guard !column.isAverage else { return try cell(indicator, column, selection) }
    guard let observation = try observe(indicator, column, column.narrowed(selection)) else { return .absent(.missing) }
    return try sumCell(
      observation, indicator, of: parts, expression: isNested ? .sum(Self.names(parts)) : .columnSum)
  }

  /// The column of totals as a live sum of the row's other numbers, where those make it.
  private func totalled(_ cells: [ReportCell], _ columns: [PivotLine]) -> [ReportCell] {
    guard let last = columns.indices.last, columns[last].isTotal, case .figure(var figure) = cells[last],
      figure.expression == nil
    else { return cells }
    let parts = zip(columns, cells).filter { !$0.0.isTotal && !$0.0.isAverage }.map(\.1)
    var sum = Rational.zero
    for case .figure(let part) in parts {
      guard let grown = try? sum.adding(Rational(part.value)) else { return cells }
      sum = grown
    }
    guard sum == Rational(figure.value) else { return cells }
    figure.expression = .sum(Self.names(parts))
    return cells.dropLast() + [.figure(figure)]
  }

  // MARK: Columns

  private func pivotColumns(
    _ definition: TableDefinition, _ indicators: [Indicator], _ years: ClosedRange<Int>
  ) throws(Failure) -> [PivotLine] {
    var columns: [PivotLine] = []
    switch definition.columns {
    case .period, .milestones: break
    case .indicator:
      let isOne = Set(indicators.map { $0.unitNames[language] }).count == 1
      columns = indicators.map { indicator in
        let unit = isOne ? "" : indicator.unitNames[language]
        return PivotLine(
          heading: indicator.shortNames[language] + (unit.isEmpty ? "" : " (\(unit))"), indicator: indicator)
      }
    case .dimension(let name):
      var known: Set<String> = []
      for indicator in indicators {
        for member in try members(of: indicator, name, years) where known.insert(member.code).inserted {
          columns.append(PivotLine(heading: member.name, member: (name, member.code)))
        }
      }
    case .terms:
      let hasAverages = definition.extras.contains(.average)
      for term in try terms(of: definition) {
        columns.append(PivotLine(heading: term.name, years: term.years))
        guard hasAverages, !term.years.isEmpty else { continue }
        columns.append(
          PivotLine(
            heading: "\(Messages.averageShort[language]) \(dates.years(term.years.lowerBound, term.years.upperBound))",
            years: term.years, isAverage: true))
      }
    }
    if definition.extras.contains(.total) {
      columns.append(PivotLine(heading: Messages.total[language], isTotal: true))
    }
    return columns
  }

  private func column(_ line: PivotLine) -> ReportColumn {
    ReportColumn(role: .number, heading: capitalised(line.heading), isDerived: line.isTotal || line.isAverage)
  }

  /// The declared terms that the report reaches, with the years of each that lie in it.
  private func terms(of definition: TableDefinition) throws(Failure) -> [(name: String, years: ClosedRange<Int>)] {
    guard case .terms(let codes) = definition.columns else { return [] }
    var found: [(name: String, years: ClosedRange<Int>)] = []
    for declaration in dataset.catalogue.periods
    where declaration.period.kind == .term && (codes.isEmpty || codes.contains(declaration.period.code)) {
      guard let own = declaration.period.years else {
        throw .invalid([
          Finding(
            code: "term-of-days", position: definition.position, value: declaration.period.code,
            message: Messages.termOfDays(declaration.period.code), remedy: Messages.termOfDaysRemedy)
        ])
      }
      guard own.overlaps(flowYears) else { continue }
      let years = own.clamped(to: flowYears)
      let name = declaration.names[language]
      found.append(
        (years == own ? name : "\(name) (\(dates.years(years.lowerBound, years.upperBound)))", years))
    }
    guard !found.isEmpty else {
      throw .invalid([
        Finding(
          code: "no-term", position: definition.position, message: Messages.noTermInPeriod,
          remedy: Messages.noTermInPeriodRemedy)
      ])
    }
    return found
  }

  // MARK: Words

  private func pivotTitle(_ definition: TableDefinition, _ indicators: [Indicator]) -> String {
    let period = title(of: ReportingYear.calendar.period(of: periods.covered))
    let what = indicators.count == 1 ? indicators[0].names[language] : Messages.results[language]
    var words: [String] = []
    if case .dimension(let name) = definition.rows { words.append(by(name)) }
    switch definition.columns {
    case .dimension(let name): words.append(by(name))
    case .terms: words.append(Messages.byTerm[language])
    case .period, .milestones, .indicator: break
    }
    return "\(what) \(words.joined(separator: " \(Messages.and[language]) ")), \(period)"
  }

  private func pivotUnitLine(_ definition: TableDefinition, _ indicators: [Indicator]) -> String {
    Set(indicators.map { $0.unitNames[language] }).count == 1
      ? unitLine(indicators[0]) : unitLine(ofMany: indicators, hasChanges: false)
  }

  /// All years that any of the indicators is shown for.
  private func shownYears(of indicators: [Indicator]) throws(Failure) -> ClosedRange<Int> {
    var range: ClosedRange<Int>?
    for indicator in indicators {
      guard let own = try years(of: indicator) else { throw .refused(Messages.noData(indicator.names)) }
      range = range.map { min($0.lowerBound, own.lowerBound)...max($0.upperBound, own.upperBound) } ?? own
    }
    return range ?? flowYears
  }

  /// Every dimension of the table is one by which each indicator is known.
  private func requireAnswers(_ definition: TableDefinition, _ indicators: [Indicator]) throws(Failure) {
    var wanted: [String] = []
    if case .dimension(let name) = definition.rows { wanted.append(name) }
    if case .dimension(let name) = definition.columns { wanted.append(name) }
    var findings: [Finding] = []
    for (reference, indicator) in zip(definition.indicators, indicators) {
      for name in wanted where name != DimensionDeclaration.unit {
        guard try evaluator.members(of: indicator, dimension: name) == nil else { continue }
        findings.append(
          Finding(
            code: "not-broken-down", position: reference.position, value: indicator.code,
            message: Messages.notBrokenDown(indicator.names, by: name), remedy: Messages.notBrokenDownRemedy))
      }
    }
    if !findings.isEmpty { throw .invalid(findings) }
  }
}
