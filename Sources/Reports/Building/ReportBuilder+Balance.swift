import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

/// What a stock was, what came in, what went out, and what it is: a table in which every row closes.
extension ReportBuilder {
  /// One row of a balance, and whether anything is known to be missing in it.
  private struct Balance {
    let opening: Observation?
    let inflows: [Observation?]
    let outflows: [Observation?]
    let closing: Observation?

    var all: [Observation?] { [opening] + inflows + outflows + [closing] }
    /// Every number is there, and made of all that should report.
    var isComplete: Bool {
      all.allSatisfy { $0?.value != nil && $0?.coverage?.isComplete ?? true }
    }

    /// What opening, in and out come to; nil while a number is missing.
    func expected() throws(Failure) -> Rational? {
      guard var sum = opening?.value else { return nil }
      do {
        for flow in inflows {
          guard let value = flow?.value else { return nil }
          sum = try sum.adding(value)
        }
        for flow in outflows {
          guard let value = flow?.value else { return nil }
          sum = try sum.subtracting(value)
        }
      } catch { throw .refused(Messages.overflow) }
      return sum
    }
  }

  private struct BalanceIndicators {
    let stock: Indicator
    let inflows: [Indicator]
    let outflows: [Indicator]
    /// In the order of the columns.
    var all: [Indicator] { [stock] + inflows + outflows + [stock] }
  }

  func balanceTable(
    _ definition: TableDefinition, _ balance: BalanceDefinition
  ) throws(Failure) -> ReportTable {
    let indicators = try balanceIndicators(balance)
    var findings: [Finding] = []
    var items: [ReportRow] = []
    var isNested = false
    func row(_ name: String, _ selection: Selection, _ year: Int?) throws(Failure) -> [ReportCell] {
      let found = try self.balance(indicators, selection, year: year)
      if let finding = try unclosed(found, indicators, name, definition) { findings.append(finding) }
      return try cells(found, indicators, definition)
    }
    if case .dimension(let dimension) = definition.rows {
      let years = flowYears.lowerBound...flowYears.upperBound
      (items, isNested) = try memberRows(
        [indicators.stock], dimension, try self.years(of: indicators.stock) ?? years,
        cells: { selection throws(Failure) in
          try row(self.name(of: selection, dimension, years), selection, nil)
        },
        sum: { position, selection, parts throws(Failure) in
          let cells = try self.cells(try self.balance(indicators, selection, year: nil), indicators, definition)
          return position < cells.count ? self.summing(cells[position], parts, .sum(Self.names(parts))) : nil
        })
    } else {
      items = try Array(flowYears).mapped { year throws(Failure) in
        let name = dates.short(calendarPeriod(year))
        return ReportRow(cells: [.empty, .text(name)] + (try row(name, .whole, year)))
      }
    }
    // Years side by side are no whole.
    let hasTotal = !(periods.isSingle && definition.rows == .period)
    let total = hasTotal ? try row(Messages.total[language], .whole, nil) : []
    if !findings.isEmpty { throw .invalid(findings) }
    if hasTotal {
      items.append(ReportRow(role: .total, cells: totalCells(total, items, definition, isNested: isNested)))
    }
    return try balanceFrame(definition, indicators, items)
  }

  /// - Throws: `Failure.invalid` for what is no stock or no flow.
  private func balanceIndicators(_ balance: BalanceDefinition) throws(Failure) -> BalanceIndicators {
    var findings: [Finding] = []
    let stock = try indicator(balance.stock)
    let kinds = dataset.catalogue.measures(of: stock).map(\.kind)
    guard case .measure = stock.definition, kinds == [.stock] else {
      throw .invalid([
        Finding(
          code: "not-a-stock", position: balance.stock.position, value: stock.code,
          message: Messages.notAStock(stock.names), remedy: Messages.notAStockRemedy)
      ])
    }
    func flows(_ references: [IndicatorReference]) throws(Failure) -> [Indicator] {
      try references.mapped { reference throws(Failure) in
        let flow = try indicator(reference)
        if case .measure = flow.definition, evaluator.isFlow(flow), flow.unit == stock.unit { return flow }
        findings.append(
          Finding(
            code: "not-a-flow", position: reference.position, value: flow.code,
            message: Messages.notAFlowOf(flow.names, stock.names), remedy: Messages.notAFlowRemedy))
        return flow
      }
    }
    let (inflows, outflows) = (try flows(balance.inflows), try flows(balance.outflows))
    if !findings.isEmpty { throw .invalid(findings) }
    return BalanceIndicators(stock: stock, inflows: inflows, outflows: outflows)
  }

  /// - Parameter year: of one year; nil for the whole report.
  private func balance(
    _ indicators: BalanceIndicators, _ selection: Selection, year: Int?
  ) throws(Failure) -> Balance {
    let first = year ?? (periods.isSingle ? flowYears.upperBound : flowYears.lowerBound)
    let opening = PeriodSlot.year(first - 1)
    let last = periods.slot(year ?? flowYears.upperBound)
    let span = year.map { PeriodSpan.slot(periods.slot($0)) } ?? periods.covered
    func flows(_ indicators: [Indicator]) throws(Failure) -> [Observation?] {
      try indicators.mapped { indicator throws(Failure) in
        guard let known = try years(of: indicator), known.contains(first), known.contains(last.year) else { return nil }
        return try evaluator.observe(indicator, in: span, of: selection)
      }
    }
    return Balance(
      opening: try evaluator.observe(indicators.stock, in: .slot(opening), of: selection),
      inflows: try flows(indicators.inflows), outflows: try flows(indicators.outflows),
      closing: try evaluator.observe(indicators.stock, in: .slot(last), of: selection))
  }

  private func unclosed(
    _ balance: Balance, _ indicators: BalanceIndicators, _ name: String, _ definition: TableDefinition
  ) throws(Failure) -> Finding? {
    guard balance.isComplete, let closing = balance.closing?.value, let expected = try balance.expected(),
      expected != closing
    else { return nil }
    func printed(_ value: Rational) -> String {
      (try? value.rounded(to: indicators.stock.decimals)).map { numbers.string($0) } ?? value.description
    }
    return Finding(
      code: "balance-not-closed", position: definition.position, value: name,
      message: Messages.balanceNotClosed(
        indicators.stock.names, name, expected: printed(expected), closing: printed(closing)),
      remedy: Messages.balanceNotClosedRemedy)
  }

  // MARK: Cells and columns

  private func cells(
    _ balance: Balance, _ indicators: BalanceIndicators, _ definition: TableDefinition
  ) throws(Failure) -> [ReportCell] {
    var cells: [ReportCell] = []
    for (observation, indicator) in zip(balance.all, indicators.all) {
      cells.append(try observation.map { found throws(Failure) in try cell(found, indicator) } ?? .absent(.missing))
    }
    if let last = cells.indices.last, case .figure(var closing) = cells[last], let sum = expression(cells, indicators),
      let expected = try balance.expected(), expected == balance.closing?.value
    {
      closing.expression = sum
      cells[last] = .figure(closing)
    }
    guard definition.extras.contains(.change), let closing = balance.closing else { return cells }
    return cells + [try changeCell(from: balance.opening, to: closing, indicators.stock)]
  }

  /// Opening plus what came in less what went out, as cells.
  private func expression(_ cells: [ReportCell], _ indicators: BalanceIndicators) -> FigureExpression? {
    let names = Self.names(Array(cells.dropLast()))
    guard names.count == cells.count - 1, let opening = names.first else { return nil }
    let firstOut = 1 + indicators.inflows.count
    return names.indices.dropFirst().reduce(.figure(opening)) { sum, index in
      index < firstOut ? .adding(sum, .figure(names[index])) : .subtracting(sum, .figure(names[index]))
    }
  }

  private func totalCells(
    _ whole: [ReportCell], _ items: [ReportRow], _ definition: TableDefinition, isNested: Bool
  ) -> [ReportCell] {
    let isByPeriod = definition.rows == .period
    let last = whole.count - (definition.extras.contains(.change) ? 2 : 1)
    let numbers = whole.enumerated().map { position, cell -> ReportCell in
      // What a stock is at the ends of years is no sum; what it moved is one.
      if isByPeriod, position == 0 || position >= last { return cell }
      let parts = items.filter { $0.level == 0 }.map { $0.cells[position + 2] }
      return summing(cell, parts, isNested ? .sum(Self.names(parts)) : .columnSum)
    }
    let name = isByPeriod ? Messages.wholePeriod : Messages.total
    return [.empty, .text(name[language].uppercased())] + numbers
  }

  /// A cell as the live sum of others, where their printed numbers make it.
  private func summing(_ cell: ReportCell, _ parts: [ReportCell], _ expression: FigureExpression) -> ReportCell {
    guard case .figure(var figure) = cell else { return cell }
    var sum = Rational.zero
    for case .figure(let part) in parts {
      guard let grown = try? sum.adding(Rational(part.value)) else { return cell }
      sum = grown
    }
    if sum == Rational(figure.value) { figure.expression = expression }
    return .figure(figure)
  }

  private func balanceFrame(
    _ definition: TableDefinition, _ indicators: BalanceIndicators, _ rows: [ReportRow]
  ) throws(Failure) -> ReportTable {
    let isByPeriod = definition.rows == .period
    var columns = [
      ReportColumn(role: .ordinal, heading: Messages.ordinal[language]),
      ReportColumn(role: .label, heading: isByPeriod ? Messages.year[language] : ""),
    ]
    if case .dimension(let name) = definition.rows {
      columns[1].heading = capitalised(dimensionTitle(name)[language])
    } else {
      columns.removeFirst()
    }
    let first = periods.isSingle ? flowYears.upperBound : flowYears.lowerBound
    let opening = Messages.atEndOf(dates.label(ReportingYear.calendar.year(first - 1)))[language]
    var headings = [isByPeriod ? Messages.opening[language] : "\(Messages.opening[language]) (\(opening))"]
    headings += (indicators.inflows + indicators.outflows).map { $0.shortNames[language] }
    let closing = current(try trend(indicators.stock)).map { pointInTime($0, indicators.stock) }
    headings.append(
      isByPeriod ? Messages.closing[language] : Messages.closing[language] + (closing.map { " (\($0))" } ?? ""))
    if definition.extras.contains(.change) { headings.append(Messages.change[language]) }
    columns += headings.enumerated().map { position, heading in
      ReportColumn(
        role: .number, heading: heading,
        isDerived: definition.extras.contains(.change) && position == headings.count - 1)
    }
    let shown = isByPeriod ? rows.map { ReportRow(role: $0.role, cells: Array($0.cells.dropFirst())) } : rows
    let by = if case .dimension(let name) = definition.rows { " \(self.by(name))" } else { "" }
    let period = ReportingYear.calendar.period(of: periods.covered)
    return frame(
      definition, title: "\(Messages.balanceOf(indicators.stock.names)[language])\(by), \(title(of: period))",
      unitLine: unitLine(indicators.stock), columns: marking(columns, shown), rows: shown,
      notes: indicatorNotes([indicators.stock] + indicators.inflows + indicators.outflows))
  }

  private func name(of selection: Selection, _ dimension: String, _ years: ClosedRange<Int>) -> String {
    let code = selection.unit ?? selection.member(of: dimension) ?? ""
    return memberName(code, dimension, years)
  }
}
