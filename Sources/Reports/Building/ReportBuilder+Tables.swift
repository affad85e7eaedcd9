import Aggregation
import Catalogue
import Datasets
import Findings
import Language
import Trends
import Values

extension ReportBuilder {
  func table(_ definition: TableDefinition) throws(Failure) -> ReportTable {
    if let balance = definition.balance { return try balanceTable(definition, balance) }
    switch definition.columns {
    case .terms, .dimension, .indicator: return try pivotTable(definition)
    case .period, .milestones: break
    }
    return switch definition.rows {
    case .period: try periodTable(definition)
    case .indicator: try indicatorTable(definition)
    case .dimension(let name): try memberTable(definition, by: name)
    case .ranking: try rankingTable(definition)
    case .claims: try claimsTable(definition)
    case .submissions(let submitter): try submissionsTable(definition, by: submitter)
    }
  }

  /// A table with its names filled in.
  func frame(
    _ definition: TableDefinition, title: String, unitLine: String, columns: [ReportColumn], rows: [ReportRow],
    charts: [ReportChart] = [], notes: [ReportSentence] = []
  ) -> ReportTable {
    ReportTable(
      id: definition.id, sheetName: "\(Messages.tableTitle[language]) \(definition.id)",
      definedName: "\(language == .vietnamese ? "Bieu" : "Table")_\(definition.id)",
      title: definition.title?[language] ?? title, unitLine: unitLine, columns: columns, rows: rows, charts: charts,
      notes: notes)
  }

  /// "2023", "Sơ bộ 2023", each with "(mh)" when its figures are illustrative.
  func heading(_ period: Period, isProvisional: Bool, isIllustrative: Bool) -> String {
    marked(
      isProvisional ? "\(Messages.provisional[language]) \(dates.short(period))" : dates.short(period), isIllustrative)
  }

  func marked(_ text: String, _ isIllustrative: Bool) -> String {
    isIllustrative ? "\(text) \(Messages.illustrativeMark[language])" : text
  }

  func unitLine(_ indicator: Indicator) -> String {
    let unit = indicator.unitNames[language]
    return "\(Messages.unitOfMeasure[language]): \(unit). \(Messages.symbolsLegend[language])."
  }

  /// Columns of numbers marked as illustrative where every figure in them is; where only some are, each bears its own
  /// mark. Headings stay unique.
  func marking(_ columns: [ReportColumn], _ rows: [ReportRow]) -> [ReportColumn] {
    var marked = columns
    for (index, column) in columns.enumerated() where column.role == .number {
      let figures = rows.compactMap { row -> ReportFigure? in
        if case .figure(let figure) = row.cells[index] { figure } else { nil }
      }
      guard !figures.isEmpty, figures.allSatisfy(\.isIllustrative) else { continue }
      marked[index].isIllustrative = true
      marked[index].heading = self.marked(column.heading, true)
    }
    return unique(marked)
  }

  // MARK: One row a year

  private func periodTable(_ definition: TableDefinition) throws(Failure) -> ReportTable {
    var trends: [(Indicator, Trend)] = []
    for reference in definition.indicators {
      let indicator = try indicator(reference)
      if let trend = try trend(indicator) { trends.append((indicator, trend)) }
    }
    let periods = Set(trends.flatMap { $0.1.points.map(\.period.year) }).sorted()
    var columns = [ReportColumn(role: .label, heading: Messages.year[language])]
    for (indicator, trend) in trends {
      let unit = indicator.unitNames[language]
      let name = indicator.shortNames[language] + (unit.isEmpty ? "" : " (\(unit))")
      columns.append(
        ReportColumn(
          role: .number, heading: marked(name, trend.isIllustrative), isIllustrative: trend.isIllustrative))
    }
    columns.append(ReportColumn(role: .text, heading: Messages.note[language]))
    var rows: [ReportRow] = []
    for year in periods {
      var cells: [ReportCell] = [.text(dates.short(calendarPeriod(year)))]
      var notes: [String] = []
      for (indicator, trend) in trends {
        let point = trend.points.first { $0.period.year == year }
        cells.append(try cellOrEmpty(point, indicator))
        if let point { addNotes(of: point, to: &notes) }
      }
      rows.append(ReportRow(cells: cells + [.text(notes.joined(separator: "; "))]))
    }
    rows += try closingRows(definition, trends, rows)
    return frame(
      definition, title: Messages.byYear(definition.title ?? trends.first?.0.names ?? LocalizedText(""))[language],
      unitLine: Messages.symbolsLegend[language] + ".", columns: unique(columns), rows: rows,
      notes: indicatorNotes(trends.map(\.0)))
  }

  private func closingRows(
    _ definition: TableDefinition, _ trends: [(Indicator, Trend)], _ items: [ReportRow]
  ) throws(Failure) -> [ReportRow] {
    var total: [ReportCell] = [.text(Messages.total[language].uppercased())]
    var average: [ReportCell] = [.text(Messages.averagePerYear[language])]
    for (index, (indicator, _)) in trends.enumerated() {
      let whole = try self.total(indicator)
      total.append(try sumCell(whole, indicator, of: items.map { $0.cells[index + 1] }, expression: .columnSum))
      average.append(try averageCell(whole, indicator))
    }
    var rows: [ReportRow] = []
    if definition.extras.contains(.total) { rows.append(ReportRow(role: .total, cells: total + [.empty])) }
    if definition.extras.contains(.average) { rows.append(ReportRow(role: .summary, cells: average + [.empty])) }
    return rows
  }

  /// A total with a live sum where the printed parts add up to it exactly; a recount (distinct) or a sum of rounded
  /// parts that does not close is written as a value.
  func sumCell(
    _ whole: Observation?, _ indicator: Indicator, of parts: [ReportCell], expression: FigureExpression
  ) throws(Failure) -> ReportCell {
    let cell = try cell(whole, indicator)
    guard case .figure(var figure) = cell else { return cell }
    guard case .measure(let name) = indicator.definition, dataset.catalogue.measures[name]?.kind != .distinct else {
      return .figure(figure)
    }
    var sum = Rational.zero
    for case .figure(let part) in parts {
      guard let grown = try? sum.adding(Rational(part.value)) else { return .figure(figure) }
      sum = grown
    }
    if sum == Rational(figure.value) { figure.expression = expression }
    return .figure(figure)
  }

  private func addNotes(of point: Observation, to notes: inout [String]) {
    if point.flags.contains(.provisional) {
      let text = Messages.provisionalTo(point.period.cutOff)[language]
      if !notes.contains(text) { notes.append(text) }
    }
    if point.flags.contains(.breakInSeries), !notes.contains(StatusFlag.breakInSeries.name[language]) {
      notes.append(StatusFlag.breakInSeries.name[language])
    }
    if let coverage = point.coverage, !coverage.isComplete {
      let text = Messages.incompleteCoverage(coverage)[language]
      if !notes.contains(text) { notes.append(text) }
    }
  }

  /// The value over all years, as a live sum of the year cells where it is one.
  func periodTotal(_ indicator: Indicator, _ trend: Trend) throws(Failure) -> ReportCell {
    var parts: [ReportCell] = []
    var names: [FigureID] = []
    for point in trend.points {
      let part = try cell(point, indicator)
      parts.append(part)
      if case .figure(let figure) = part { names.append(figure.id) }
    }
    return try sumCell(
      try total(indicator, trend.selection), indicator, of: parts, expression: .sum(names))
  }

  /// Column headings are unique within a table: a repeated one gets a number.
  func unique(_ columns: [ReportColumn]) -> [ReportColumn] {
    var seen: [String: Int] = [:]
    return columns.map { column in
      var column = column
      let count = seen[column.heading.lowercased(), default: 0] + 1
      seen[column.heading.lowercased()] = count
      if count > 1 { column.heading += " \(count)" }
      return column
    }
  }

  func indicatorNotes(_ indicators: [Indicator]) -> [ReportSentence] {
    indicators.compactMap { indicator in
      if let reason = indicator.implausible {
        return ReportSentence("\(indicator.names[language]): \(Messages.notComparedImplausible(reason)[language])")
      }
      if indicator.isLowerBound {
        return ReportSentence("\(indicator.names[language]): \(Messages.notComparedLowerBound[language])")
      }
      return indicator.note.map { ReportSentence("\(indicator.names[language]): \($0[language])") }
    }
  }
}
