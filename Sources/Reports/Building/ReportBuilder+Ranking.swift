import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

/// A unit's place in a ranking.
struct RankedUnit {
  /// Shared by units that tie at the printed precision.
  let rank: Int
  /// A letter where the figures are illustrative: a real unit is never named first or last on made-up figures.
  let name: String
  let trend: Trend
  let last: Observation
  let printed: ExactDecimal
}

extension ReportBuilder {
  /// Units by their value in the last comparable year of the whole, highest first; a unit without one has no rank.
  /// Empty for what may not be ranked.
  func ranking(of indicator: Indicator) throws(Failure) -> [RankedUnit] {
    guard indicator.isComparable, let years = try years(of: indicator),
      let whole = try trend(indicator)?.comparable.last
    else { return [] }
    var found: [(name: String, trend: Trend, last: Observation, printed: ExactDecimal)] = []
    for member in try members(of: indicator, DimensionDeclaration.unit, years) {
      guard let trend = try trend(indicator, member.selection), let last = trend.comparable.last,
        last.period.year == whole.period.year, let printed = last.printed(indicator)
      else { continue }
      found.append((member.name, trend, last, printed))
    }
    let order = found.enumerated().sorted { left, right in
      left.element.printed == right.element.printed
        ? left.offset < right.offset : left.element.printed > right.element.printed
    }.map(\.element)
    let hidden = order.contains { $0.last.isIllustrative }
    var ranked: [RankedUnit] = []
    for (index, unit) in order.enumerated() {
      let tied = ranked.last.map { $0.printed == unit.printed } ?? false
      ranked.append(
        RankedUnit(
          rank: tied ? ranked[index - 1].rank : index + 1,
          name: hidden ? "\(Messages.unit[language]) \(Ranking.letters(index))" : unit.name, trend: unit.trend,
          last: unit.last, printed: unit.printed))
    }
    return ranked
  }

  func rankingTable(_ definition: TableDefinition) throws(Failure) -> ReportTable {
    let indicator = try indicator(definition.indicators[0])
    let ranked = try ranking(of: indicator)
    guard let whole = try trend(indicator)?.comparable.last, !ranked.isEmpty else {
      throw .refused(Messages.notRanked(indicator.names))
    }
    let illustrative = ranked.contains { $0.last.isIllustrative }
    func number(_ text: String, derived: Bool = true) -> ReportColumn {
      ReportColumn(
        role: .number, heading: marked(text, illustrative), isIllustrative: illustrative, isDerived: derived)
    }
    let unit = indicator.unit.isPercent ? " (\(Messages.points[language]))" : ""
    let columns = [
      ReportColumn(role: .ordinal, heading: Messages.rank[language]),
      ReportColumn(role: .label, heading: Messages.unit[language]),
      number(dates.short(whole.period), derived: false), number("\(Messages.againstWhole[language])\(unit)"),
      number("\(Messages.againstYearBefore(isPart: periods.isPartOfYear)[language])\(unit)"),
    ]
    var rows: [ReportRow] = []
    for entry in ranked {
      let points = entry.trend.comparable
      let before = points.dropLast().last { $0.period.year == entry.last.period.year - 1 }
      guard case .figure(var value) = try cell(entry.last, indicator) else { continue }
      value.expression = .figure(value.id)
      rows.append(
        ReportRow(cells: [
          .text("\(entry.rank)"), .text(entry.name), .figure(value),
          .figure(try gapFigure(entry.last, to: whole, indicator)),
          try changeCell(from: before, to: entry.last, indicator),
        ]))
    }
    let chart = ReportChart(
      kind: .rankedBars,
      title: marked(
        "\(indicator.shortNames[language]), \(dates.short(whole.period)) (\(indicator.unitNames[language]))",
        illustrative),
      series: [
        .init(
          name: indicator.shortNames[language],
          source: .column(table: definition.id, column: 2, rows: 0..<rows.count))
      ], decimals: indicator.decimals,
      alternativeText: "\(indicator.names[language]): "
        + ranked.map { "\($0.name) \(numbers.string($0.printed))" }.joined(separator: "; "))
    return frame(
      definition, title: Messages.rankedBy(indicator.names)[language] + ", \(dates.label(whole.period))",
      unitLine: unitLine(indicator), columns: columns, rows: rows, charts: [chart],
      notes: illustrative ? [ReportSentence(Messages.unitsAreLetters[language])] : [])
  }

  /// The whole's bar among those that are ranked, where a table holds its figure.
  func comparingWithWhole(_ tables: [ReportTable]) throws(Failure) -> [ReportTable] {
    var compared = tables
    for (index, definition) in definition.tables.enumerated() where definition.rows == .ranking {
      let indicator = try indicator(definition.indicators[0])
      guard isScore(indicator), let whole = try trend(indicator)?.comparable.last,
        let printed = whole.printed(indicator)
      else { continue }
      let id = LedgerBook.name(indicator.code, whole.period)
      for table in tables {
        guard let (row, column) = table.place(of: id) else { continue }
        let name = capitalised(Messages.theWhole[language])
        for chart in compared[index].charts.indices {
          compared[index].charts[chart].reference = ReportChart.Series(
            name: name, source: .cells(table: table.id, row: row, columns: [column]))
          compared[index].charts[chart].alternativeText += "; \(name) \(numbers.string(printed))"
        }
        break
      }
    }
    return compared
  }

  /// A part's value against the whole's, in the indicator's unit of change.
  func gapFigure(
    _ part: Observation, to whole: Observation, _ indicator: Indicator
  ) throws(Failure) -> ReportFigure {
    guard let own = part.value, let other = whole.value, let id = try book.record(part, of: indicator),
      let base = try book.record(whole, of: indicator)
    else { throw .defect("a ranked unit has no value") }
    let gap: Rational
    do { gap = try own.subtracting(other) } catch { throw .refused(Messages.overflow) }
    let name = FigureID("\(id.name)#against-whole")
    let published = try LedgerBook.rounded(gap, indicator.decimals)
    book.add(
      LedgerEntry(
        id: name, indicator: indicator.code, period: part.period, selection: part.selection, value: gap,
        published: published, unitOfMeasure: indicator.unit.ofChange.code, flags: part.flags.union(whole.flags),
        isIllustrative: part.isIllustrative || whole.isIllustrative, formula: "\(id.name) - \(base.name)",
        origin: .derived(from: [id, base])))
    let left = try expression(part, indicator) ?? .figure(id)
    let right = try expression(whole, indicator) ?? .figure(base)
    return ReportFigure(
      id: name, value: published, style: .signed, flags: part.flags,
      isIllustrative: part.isIllustrative || whole.isIllustrative,
      expression: .rounding(.subtracting(left, right), decimals: indicator.decimals))
  }
}

extension ReportTable {
  /// The first cell in which a figure stands.
  fileprivate func place(of id: FigureID) -> (row: Int, column: Int)? {
    for (row, line) in rows.enumerated() {
      for (column, cell) in line.cells.enumerated() {
        if case .figure(let figure) = cell, figure.id == id { return (row, column) }
      }
    }
    return nil
  }
}
