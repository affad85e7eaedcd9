import Aggregation
import Catalogue
import Language
import Reports
public import Trends
public import Values

/// Trends as tables: one row a period for one series, one row a series for several; long for machines.
public struct TrendGrid {
  /// An index of each series: the code of its base and one number a point.
  public typealias Index = (base: String, values: [[Rational?]])

  private let forms: AnswerForms
  private let index: Index?
  private var language: OutputLanguage { forms.language }

  /// - Parameter index: one list a trend; nil where none is asked for.
  public init(_ forms: AnswerForms, index: Index? = nil) {
    self.forms = forms
    self.index = index
  }

  /// One row a series and period, for machines.
  ///
  /// - Parameter isNamed: whether a first column names the indicator, since there are several.
  public func long(_ trends: [Trend], by dimension: String?, isNamed: Bool = false) -> Grid {
    var columns: [Grid.Column] = []
    if isNamed { columns.append(Grid.Column(key: "indicator", heading: "", isLabel: true)) }
    let name = dimension ?? DimensionDeclaration.unit
    columns.append(Grid.Column(key: name, heading: Messages.heading(name)[language], isLabel: true))
    columns.append(Grid.Column(key: "period", heading: Messages.period[language], isLabel: true))
    for key in ["start", "end", "cut_off"] { columns.append(Grid.Column(key: key, heading: key)) }
    for key in ["value", "numerator", "denominator"] {
      columns.append(Grid.Column(key: key, heading: key, kind: .number(.plain)))
    }
    columns.append(Grid.Column(key: "flags", heading: "flags"))
    columns.append(Grid.Column(key: "reporting", heading: "reporting", kind: .number(.plain)))
    columns.append(Grid.Column(key: "expected", heading: "expected", kind: .number(.plain)))
    columns += forms.boundaryColumns
    if index != nil { columns.append(Grid.Column(key: "index", heading: "", kind: .number(.plain))) }
    var grid = Grid(
      notices: forms.notices(isIllustrative: trends.contains(where: \.isIllustrative)), columns: columns)
    for (series, trend) in trends.enumerated() {
      let code =
        dimension.map { forms.memberCode(trend.selection, $0, at: series) } ?? forms.unitCode(trend.selection)
      for (place, point) in trend.points.enumerated() {
        let name: [GridCell] = isNamed ? [.text(trend.indicator.code)] : []
        let number = index.map { [indexed($0.values[series][place])] } ?? []
        grid.rows.append(
          name + [
            .text(code), .text(point.period.code), .text(point.period.start.description),
            .text(point.period.end.description), .text(point.period.cutOff.description),
            forms.cell(point, trend.indicator), exact(point.numerator), exact(point.denominator),
            .text(point.flags.codes.joined(separator: " ")), count(point.coverage?.reporting),
            count(point.coverage?.expected),
          ] + forms.boundaryCells(point) + number)
      }
    }
    return grid
  }

  private func indexed(_ value: Rational?, _ flags: StatusFlags = []) -> GridCell {
    guard let value, let printed = try? value.rounded(to: 1) else { return .absent(.notApplicable) }
    return .number(printed, flags: flags, unrounded: value)
  }

  /// A share of a number need not end; it is then printed to two decimals.
  private func exact(_ value: Rational?) -> GridCell {
    guard let value, let printed = value.decimal ?? (try? value.rounded(to: 2)) else { return .empty }
    return Rational(printed) == value ? .number(printed) : .number(printed, unrounded: value)
  }
  private func count(_ number: Int?) -> GridCell { number.map { .number(ExactDecimal($0)) } ?? .empty }

  /// One series, one row a period.
  ///
  /// - Parameter hasStatistics: whether the footnotes say what statistics say.
  public func single(_ trend: Trend, hasStatistics: Bool = false) -> Grid {
    let indicator = trend.indicator
    let isRatio = trend.points.contains { $0.numerator != nil }
    let hasCoverage = trend.points.contains { $0.coverage != nil }
    let unit = indicator.unit.isPercent ? " (\(Messages.points[language]))" : ""
    var columns = [
      Grid.Column(key: "period", heading: Messages.period[language], isLabel: true),
      Grid.Column(
        key: "value", heading: forms.marked(indicator.unitNames[language], trend.isIllustrative), kind: .number(.plain)),
      Grid.Column(
        key: "change", heading: against(trend)[language] + unit, kind: .number(.signed), good: indicator.good.sign),
    ]
    if isRatio {
      columns.append(Grid.Column(key: "numerator", heading: Messages.numerator[language], kind: .number(.plain)))
      columns.append(Grid.Column(key: "denominator", heading: Messages.denominator[language], kind: .number(.plain)))
    }
    if let index {
      let heading = Messages.indexed(forms.heading(ofPeriod: index.base))[language]
      columns.append(
        Grid.Column(key: "index", heading: forms.marked(heading, trend.isIllustrative), kind: .number(.plain)))
    }
    if hasCoverage { columns.append(Grid.Column(key: "coverage", heading: Messages.cells[language])) }
    var grid = Grid(
      title: forms.titled(forms.title(trend.indicator), trend.selection, in: trend.points.last?.period.year),
      notices: forms.notices(isIllustrative: trend.isIllustrative), columns: columns,
      footnotes: sentences(trend))
    if !subtracts(trend) { grid.noteRounding(in: language) }
    if hasStatistics { grid.footnotes += StatisticsForms(forms: forms).sentences(trend) }
    for (place, point) in trend.points.enumerated() {
      var row: [GridCell] = [.text(forms.heading(point.period)), forms.cell(point, indicator)]
      row.append(step(from: trend.previous(of: place), to: point, trend))
      if isRatio { row += [exact(point.numerator), exact(point.denominator)] }
      if let index { row.append(indexed(index.values.first?[place])) }
      if hasCoverage { row.append(.text(point.coverage.map { "\($0.reporting)/\($0.expected)" } ?? "")) }
      grid.rows.append(row)
    }
    return grid
  }

  private func against(_ trend: Trend) -> LocalizedText {
    if trend.isSeasonal { return Messages.againstSameOfYearBefore }
    let isYearly = trend.points.allSatisfy { $0.period.kind == .year || $0.period.kind == .nineMonths }
    return isYearly ? Messages.againstPrevious : Messages.againstPeriodBefore
  }

  private func step(from before: Observation?, to point: Observation, _ trend: Trend) -> GridCell {
    guard let before else { return .empty }
    guard trend.indicator.isComparable, let old = before.value, let new = point.value,
      !trend.partial.contains(point.period), !trend.partial.contains(before.period),
      !trend.lacksCells(point), !trend.lacksCells(before), !point.flags.contains(.breakInSeries),
      let difference = try? new.subtracting(old),
      let printed = try? difference.rounded(to: trend.indicator.decimals)
    else { return .absent(.notApplicable) }
    return .number(printed, unrounded: difference)
  }

  /// Whether each printed step and the printed change are those of the printed values.
  private func subtracts(_ trend: Trend) -> Bool {
    let cells = trend.points.map { forms.cell($0, trend.indicator) }
    func value(in period: Period) -> GridCell {
      trend.points.firstIndex { $0.period == period }.map { cells[$0] } ?? .empty
    }
    for (place, point) in trend.points.enumerated() {
      guard let before = trend.previous(of: place) else { continue }
      if !step(from: before, to: point, trend).isDifference(of: cells[place], and: value(in: before.period)) {
        return false
      }
    }
    guard let change = trend.change else { return true }
    return changeCell(trend).isDifference(of: value(in: change.to), and: value(in: change.from))
  }

  /// Several series, one row each; with a spark line, only the ends are in figures.
  public func several(_ trends: [Trend], by dimension: String, hasPlot: Bool) -> Grid {
    let illustrative = trends.contains(where: \.isIllustrative)
    var unit = trends.first?.indicator.unit.isPercent == true ? " (\(Messages.points[language]))" : ""
    // Beside an index, the change is still in the indicator's own unit.
    if index != nil, unit.isEmpty, let own = trends.first?.indicator.unitNames[language] { unit = " (\(own))" }
    let points = trends.first?.points ?? []
    let shown = hasPlot && points.count > 2 ? [0, points.count - 1] : Array(points.indices)
    var columns = [
      Grid.Column(key: dimension, heading: Messages.heading(dimension)[language], isLabel: true)
    ]
    for index in shown {
      columns.append(
        Grid.Column(
          key: points[index].period.code, heading: forms.heading(points[index].period), kind: .number(.plain)))
    }
    columns.append(
      Grid.Column(
        key: "change", heading: Messages.change[language] + unit, kind: .number(.signed),
        good: trends.first?.indicator.good.sign ?? 0))
    if hasPlot { columns.append(Grid.Column(key: "series", heading: Messages.series[language])) }
    var grid = Grid(
      title: trends.first.flatMap { trend in
        let year = trend.points.last?.period.year
        let base = index.map { " – \(Messages.indexed(forms.heading(ofPeriod: $0.base))[language])" } ?? ""
        return forms.titled(
          forms.marked(forms.title(trend.indicator) + base, illustrative), trend.selection, except: dimension, in: year)
      },
      notices: forms.notices(isIllustrative: illustrative), columns: columns)
    for (series, trend) in trends.enumerated() {
      let name = forms.member(trend.selection, dimension, at: series, in: trend.points.last?.period.year ?? 9999)
      var row: [GridCell] = [.text(name)]
      for place in shown where place < trend.points.count {
        row.append(
          index.map { indexed($0.values[series][place], trend.points[place].flags) }
            ?? forms.cell(trend.points[place], trend.indicator))
      }
      row.append(trend.gap == nil ? changeCell(trend) : .absent(.notApplicable))
      if hasPlot { row.append(.text(SparkLine.string(trend.points.map { $0.printed(trend.indicator) }))) }
      grid.rows.append(row)
    }
    if let refusal = trends.first?.refusal { grid.footnotes.append(refusal[language]) }
    grid.footnotes += gaps(trends, by: dimension)
    if forms.hidesNames { grid.footnotes.append(Messages.partsAreLetters[language]) }
    let cells = trends.enumerated().flatMap { series, trend in
      trend.points.map { point in
        let name = forms.member(trend.selection, dimension, at: series, in: point.period.year)
        return (label: "\(name) \(forms.heading(point.period))", observation: point)
      }
    }
    grid.footnotes += forms.incomplete(cells)
    if let change = trends.compactMap(\.change).first {
      grid.footnotes.append(
        "\(Messages.change[language]): \(forms.span(of: change)).")
      if index == nil { grid.noteRounding("change", of: change.to.code, and: change.from.code, in: language) }
    }
    return grid
  }

  /// Each reason why there is no change of a sum, once, with those whom it concerns.
  private func gaps(_ trends: [Trend], by dimension: String) -> [String] {
    var order: [String] = []
    var names: [String: [String]] = [:]
    for (series, trend) in trends.enumerated() where trend.change != nil {
      guard let reason = trend.gap?[language].withoutStop else { continue }
      if names[reason] == nil { order.append(reason) }
      names[reason, default: []].append(
        forms.member(trend.selection, dimension, at: series, in: trend.points.last?.period.year ?? 9999))
    }
    return order.map { Messages.notMoved((names[$0] ?? []).joined(separator: ", "), $0)[language] }
  }

  private func changeCell(_ trend: Trend) -> GridCell {
    guard let change = trend.change, let printed = try? change.absolute.rounded(to: trend.indicator.decimals) else {
      return .absent(.notApplicable)
    }
    return .number(printed, unrounded: change.absolute)
  }

  /// What a statistician would say under the table: change, extremes, growth, run.
  private func sentences(_ trend: Trend) -> [String] {
    var lines: [String] = []
    if let change = trend.change, let text = words(change, trend.indicator) {
      lines.append("\(forms.span(of: change)): \(text).")
    }
    if let reason = trend.refusal ?? (trend.change == nil ? nil : trend.gap) { lines.append(reason[language]) }
    func years(_ points: [Observation]) -> String {
      points.map { forms.heading($0.period) }.joined(separator: ", ")
    }
    if trend.comparable.count(where: { !trend.lacksCells($0) }) > 2, trend.refusal == nil {
      lines.append(
        "\(Messages.highest[language]): \(years(trend.highest)). \(Messages.lowest[language]): \(years(trend.lowest)).")
    }
    if trend.gap == nil, let growth = trend.compoundAnnualGrowthRate {
      lines.append("\(Messages.growthRate[language]): \(forms.numbers.percent(growth, style: .signed)).")
    }
    if let run = trend.run, run.length > 1, trend.refusal == nil {
      lines.append("\(Messages.runWord[language]): \(Messages.runOf(run.length, isRise: run.isRise)[language]).")
    }
    for period in trend.partial {
      let (label, cutOff) = (forms.label(period), forms.dates.short(period.cutOff))
      let message =
        !period.isPartial
        ? Messages.partsMissing(label)
        : period.kind == .year ? Messages.partialYear(label, cutOff) : Messages.partialPeriod(label, cutOff)
      lines.append(message[language])
    }
    if let toDate = trend.toDate, let text = words(toDate.change, trend.indicator) {
      let (now, before) = (forms.label(toDate.now.period), forms.label(toDate.before.period))
      lines.append(Messages.toDate(now, before, text)[language])
      if let gap = toDate.gap { lines.append(gap[language]) }
    }
    return lines
  }

  /// `+2,92 điểm phần trăm`, `+12 buổi (+5,0%)`.
  private func words(_ change: TrendChange, _ indicator: Indicator) -> String? {
    guard let printed = try? change.absolute.rounded(to: indicator.decimals) else { return nil }
    let unit = indicator.unit.isPercent ? Messages.points(printed)[language] : indicator.unitNames[language]
    let text = "\(forms.numbers.string(printed, style: .signed)) \(unit)"
    guard let relative = change.relative, let percent = try? relative.rounded(to: 1) else { return text }
    return text + " (\(forms.numbers.percent(percent, style: .signed)))"
  }
}
