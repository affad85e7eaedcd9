import Aggregation
import Catalogue
import Language
public import Trends
import Values

/// A comparison as a table: one row a side.
public struct CompareGrid {
  private let comparison: Comparison
  /// One a row; the same for rows of one package.
  private let forms: [AnswerForms]
  /// The dimension of which the rows are members; nil where they are packages.
  private let dimension: String?
  private var language: OutputLanguage { forms.first?.language ?? .vietnamese }

  /// Nil without rows.
  public init?(_ comparison: Comparison, forms: [AnswerForms], by dimension: String?) {
    guard !comparison.rows.isEmpty, comparison.rows.count == forms.count else { return nil }
    self.comparison = comparison
    self.forms = forms
    self.dimension = dimension
  }

  private var indicator: Indicator { comparison.rows[0].side.indicator }

  public var grid: Grid {
    var grid = Grid(
      title: title, notices: notices, columns: columns,
      attributes: [
        .init("indicator", .string(indicator.code)), .init("unit_of_measure", .string(indicator.unit.code)),
        .init("illustrative", .bool(comparison.isIllustrative)), .init("period", .string(comparison.span.code)),
        .init("asked", .string(orNull: comparison.trimmedFrom?.code)),
        .init("since", .string(orNull: comparison.since?.code)),
      ] + forms[0].boundaryAttributes)
    for index in comparison.rows.indices { grid.rows.append(grid.keyed(cells(index))) }
    if let whole = comparison.whole {
      var values = shared(whole, forms[0])
      values.merge(moved(comparison.wholeMovement, forms[0])) { _, new in new }
      values["name"] = .text(forms[0].name(nil, of: DimensionDeclaration.unit, in: year))
      values[dimension ?? DimensionDeclaration.unit] = .text("total")
      grid.totals.append(grid.keyed(values))
    }
    grid.footnotes = footnotes
    grid.noteRounding("change", of: "value", and: "before", in: language)
    grid.noteRounding("target_gap", of: "value", and: "target", in: language)
    if let base = comparison.whole ?? comparison.rows.first(where: \.isBase)?.observation {
      grid.noteRounding("difference", of: "value", and: forms[0].cell(base, indicator), in: language)
    }
    return grid
  }

  private var year: Int { forms[0].year(of: comparison.span) }

  private var title: String? {
    let unit = indicator.unitNames[language]
    let period = forms[0].label(of: comparison.span)
    return forms[0].titled(
      "\(indicator.names[language])\(unit.isEmpty ? "" : " (\(unit))"), \(period)",
      dimension == nil ? comparison.rows[0].side.selection : .whole, in: year)
  }

  /// Each package's own, once.
  private var notices: [String] {
    guard dimension == nil else { return forms[0].notices(isIllustrative: comparison.isIllustrative) }
    var notices: [String] = []
    for (row, forms) in zip(comparison.rows, forms) {
      for notice in forms.notices(isIllustrative: row.observation.isIllustrative) {
        let place = forms.dataset.catalogue.place[language]
        let text = row.observation.isIllustrative ? "\(place) – \(notice)" : notice
        if !notices.contains(text) { notices.append(text) }
      }
    }
    return notices
  }

  // MARK: Columns

  private var hasDifference: Bool { comparison.rows.contains { $0.difference != nil } }
  private var hasShare: Bool { comparison.rows.contains { $0.share != nil } }

  private var columns: [Grid.Column] {
    let points = indicator.unit.isPercent ? " (\(Messages.points[language]))" : ""
    func marked(_ text: String) -> String { forms[0].marked(text, comparison.isIllustrative) }
    let head = dimension.map { Messages.heading($0) } ?? Messages.province
    var columns = [
      Grid.Column(key: dimension ?? "package", heading: "", audience: .machines),
      Grid.Column(key: "name", heading: head[language], audience: .people, isLabel: true),
      Grid.Column(key: "period", heading: "period", audience: .machines),
      Grid.Column(key: "cut_off", heading: "cut_off", audience: .machines),
      Grid.Column(
        key: "value", heading: marked(forms[0].label(of: comparison.span)),
        kind: .number(.plain)),
    ]
    if let since = comparison.since {
      columns += [
        Grid.Column(key: "before", heading: marked(forms[0].label(of: since)), kind: .number(.plain)),
        Grid.Column(
          key: "change", heading: marked(Messages.change[language] + points), kind: .number(.signed),
          good: indicator.good.sign),
        Grid.Column(key: "change_unit", heading: "", audience: .machines),
      ]
    }
    columns += ["numerator", "denominator"].map {
      Grid.Column(key: $0, heading: $0, kind: .number(.plain), audience: .machines)
    }
    columns.append(Grid.Column(key: "flags", heading: "flags", audience: .machines))
    let against = comparison.whole == nil ? Messages.against(baseName)[language] : Messages.againstWhole[language]
    let people: (Bool) -> Grid.Audience = { $0 ? .all : .machines }
    columns += [
      Grid.Column(
        key: "difference", heading: marked(against + points), kind: .number(.signed), audience: people(hasDifference)),
      Grid.Column(key: "difference_unit", heading: "", audience: .machines),
      Grid.Column(
        key: "relative_percent", heading: marked(Messages.differenceInPercent[language]), kind: .number(.signed),
        audience: people(comparison.rows.contains { $0.relative != nil })),
      Grid.Column(
        key: "share_percent", heading: marked(Messages.shareOfWhole[language]), kind: .number(.plain),
        audience: people(hasShare)),
    ]
    let hasTarget = comparison.rows.contains { $0.target != nil }
    columns += [
      Grid.Column(
        key: "target",
        heading: forms[0].marked(
          Messages.target[language], comparison.rows.contains { $0.target?.isIllustrative ?? false }),
        kind: .number(.plain), audience: people(hasTarget)),
      Grid.Column(
        key: "target_gap", heading: marked(Messages.againstTarget[language] + points), kind: .number(.signed),
        audience: people(has { if case .gap = $0 { true } else { false } })),
      Grid.Column(
        key: "target_percent", heading: marked(Messages.completion[language]), kind: .number(.plain),
        audience: people(has { if case .percent = $0 { true } else { false } })),
      Grid.Column(key: "cells", heading: Messages.cells[language], audience: .people),
      Grid.Column(key: "reporting", heading: "", kind: .number(.plain), audience: .machines),
      Grid.Column(key: "expected", heading: "", kind: .number(.plain), audience: .machines),
      Grid.Column(key: "not_compared", heading: "", audience: .machines),
    ]
    return columns + forms[0].boundaryColumns
  }

  private func has(_ isWanted: (Comparison.Completion) -> Bool) -> Bool {
    comparison.rows.contains { $0.completion.map(isWanted) ?? false }
  }

  private var baseName: String { comparison.rows.firstIndex { $0.isBase }.map(name) ?? "" }

  private func code(_ index: Int) -> String {
    guard let dimension else { return forms[index].dataset.package.name }
    let selection = comparison.rows[index].side.selection
    return dimension == DimensionDeclaration.unit
      ? forms[index].unitCode(selection) : selection.member(of: dimension) ?? ""
  }

  private func name(_ index: Int) -> String {
    guard let dimension else { return forms[index].dataset.catalogue.place[language] }
    let selection = comparison.rows[index].side.selection
    let own = dimension == DimensionDeclaration.unit ? selection.unit : selection.member(of: dimension)
    return forms[index].name(own, of: dimension, in: year)
  }

  // MARK: Rows

  private func cells(_ index: Int) -> [String: GridCell] {
    let row = comparison.rows[index]
    var values = shared(row.observation, forms[index])
    values.merge(moved(row.movement, forms[index])) { _, new in new }
    values["name"] = .text(name(index))
    values[dimension ?? "package"] = .text(code(index))
    let mark = GridCell.absent(.notApplicable)
    if row.reason != nil { values["difference"] = mark }
    if let difference = row.difference {
      values["difference"] = rounded(difference, indicator.decimals)
      values["difference_unit"] = .text(indicator.unit.ofChange.code)
    }
    values["relative_percent"] = row.relative.map { rounded($0, 1) } ?? (row.reason == nil ? .empty : mark)
    values["share_percent"] = row.share.map { rounded($0, 1) } ?? (row.reason == nil ? .empty : mark)
    values["target"] = row.target.map { .number($0.value) }
    switch row.completion {
    case .gap(let gap)?: values["target_gap"] = rounded(gap, indicator.decimals)
    case .percent(let percent)?: values["target_percent"] = rounded(percent, 1)
    case .open?, nil: break
    }
    if let reason = row.reason { values["not_compared"] = .text(reason[language]) }
    return values
  }

  private func rounded(_ value: Rational, _ decimals: Int) -> GridCell {
    (try? value.rounded(to: decimals)).map { .number($0, unrounded: value) } ?? .absent(.notApplicable)
  }

  /// What an earlier period had, and the change since.
  private func moved(_ movement: Movement?, _ forms: AnswerForms) -> [String: GridCell] {
    guard let movement else { return [:] }
    var values: [String: GridCell] = [
      "before": forms.cell(movement.before, indicator), "change": .absent(.notApplicable),
    ]
    if let change = movement.change {
      values["change"] = rounded(change.absolute, indicator.decimals)
      values["change_unit"] = .text(change.unit.code)
    }
    return values
  }

  private func shared(_ observation: Observation, _ forms: AnswerForms) -> [String: GridCell] {
    var values: [String: GridCell] = [
      "period": .text(observation.period.code), "cut_off": .text(observation.period.cutOff.description),
      "value": forms.cell(observation, indicator),
      "flags": .text(observation.flags.codes.joined(separator: " ")),
    ]
    for (key, term) in [("numerator", observation.numerator), ("denominator", observation.denominator)] {
      values[key] = term.map { term in term.decimal.map { .number($0) } ?? rounded(term, 2) }
    }
    if let coverage = observation.coverage {
      values["cells"] = .text("\(coverage.reporting)/\(coverage.expected)")
      values["reporting"] = .number(ExactDecimal(coverage.reporting))
      values["expected"] = .number(ExactDecimal(coverage.expected))
    }
    for (column, cell) in zip(forms.boundaryColumns, forms.boundaryCells(observation)) { values[column.key] = cell }
    return values
  }

  // MARK: What is said below

  /// Each reason why there is no change, once, with those whom it concerns.
  private var notMoved: [String] {
    var order: [String] = []
    var names: [String: [String]] = [:]
    for index in comparison.rows.indices {
      guard let reason = comparison.rows[index].movement?.reason?[language].withoutStop else { continue }
      if names[reason] == nil { order.append(reason) }
      names[reason, default: []].append(name(index))
    }
    return order.map { Messages.notMoved((names[$0] ?? []).joined(separator: ", "), $0)[language] }
  }

  private var footnotes: [String] {
    var notes: [String] = []
    if let asked = comparison.trimmedFrom {
      let words = [asked, comparison.span].map { forms[0].label(of: $0) }
      notes.append(Messages.trimmedToCommonYears(asked: words[0], used: words[1])[language])
    }
    let days = Set(comparison.rows.map { [$0.observation.period.start, $0.observation.period.cutOff] })
    if dimension == nil, days.count > 1 {
      let dates = forms[0].dates
      let list = comparison.rows.indices.map { index in
        let period = comparison.rows[index].observation.period
        return "\(name(index)) \(dates.short(period.start)) – \(dates.short(period.cutOff))"
      }
      notes.append(Messages.otherDays(list.joined(separator: "; "))[language])
    }
    for index in comparison.rows.indices {
      if let reason = comparison.rows[index].reason {
        notes.append(Messages.notComparedSide(name(index), reason)[language])
      }
      if case .open? = comparison.rows[index].completion { notes.append(Messages.targetIsOpen(name(index))[language]) }
    }
    return notes + notMoved
      + forms[0].incomplete(comparison.rows.indices.map { (name($0), comparison.rows[$0].observation) })
  }
}
