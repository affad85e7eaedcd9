import Aggregation
import Catalogue
import Language
public import Trends
import Values

/// A ranking as a table: places, values, who moved; what is not shown one by one stands below.
public struct RankGrid {
  private let forms: AnswerForms
  private var language: OutputLanguage { forms.language }

  public init(_ forms: AnswerForms) { self.forms = forms }

  public func grid(_ ranking: Ranking) -> Grid {
    let indicator = ranking.indicator
    let query = ranking.query
    let illustrative = ranking.isIllustrative
    var grid = Grid(
      title: title(ranking), notices: forms.notices(isIllustrative: illustrative), columns: columns(ranking),
      attributes: [
        .init("indicator", .string(indicator.code)), .init("unit_of_measure", .string(indicator.unit.code)),
        .init("illustrative", .bool(illustrative)), .init("period", .string(query.span.code)),
        .init("since", .string(orNull: query.since?.code)), .init("order", .string(query.order.rawValue)),
        .init("letters", .bool(ranking.hidesNames)),
      ] + forms.boundaryAttributes)
    for (index, entry) in ranking.entries.enumerated() {
      grid.rows.append(grid.keyed(row(entry, name(entry, index, ranking), ranking)))
    }
    if let rest = ranking.rest {
      let name = Messages.restOf(rest.count, query.by)[language]
      grid.totals.append(grid.keyed(summary(name, "rest", rest.observation, ranking)))
    }
    let whole = forms.name(query.selection.unit, of: DimensionDeclaration.unit, in: forms.year(of: query.span))
    grid.totals.append(grid.keyed(summary(whole, "total", ranking.whole, ranking)))
    grid.footnotes = footnotes(ranking)
    grid.noteRounding("change", of: "value", and: "before", in: language)
    return grid
  }

  private func title(_ ranking: Ranking) -> String? {
    let indicator = ranking.indicator
    let unit = indicator.unitNames[language]
    let period = forms.label(of: ranking.query.span)
    let title = "\(Messages.rankedBy(indicator.names)[language])\(unit.isEmpty ? "" : " (\(unit))"), \(period)"
    return forms.titled(
      title, ranking.query.selection, except: ranking.query.by, in: forms.year(of: ranking.query.span))
  }

  // MARK: Columns

  private func columns(_ ranking: Ranking) -> [Grid.Column] {
    let query = ranking.query
    let illustrative = ranking.isIllustrative
    let points = ranking.indicator.unit.isPercent ? " (\(Messages.points[language]))" : ""
    func marked(_ text: String) -> String { forms.marked(text, illustrative) }
    var columns = [
      Grid.Column(key: "place", heading: Messages.rank[language], audience: .people),
      Grid.Column(key: "rank", heading: "rank", kind: .number(.ungrouped), audience: .machines),
      Grid.Column(key: "tied", heading: "tied", audience: .machines),
      Grid.Column(key: query.by, heading: query.by, audience: .machines),
      Grid.Column(key: "name", heading: Messages.heading(query.by)[language], audience: .people, isLabel: true),
      Grid.Column(
        key: "value", heading: marked(forms.label(of: query.span)), kind: .number(.plain)),
      Grid.Column(key: "flags", heading: "flags", audience: .machines),
    ]
    if let since = query.since {
      columns += [
        Grid.Column(key: "before", heading: marked(forms.label(of: since)), kind: .number(.plain)),
        Grid.Column(key: "change", heading: marked(Messages.change[language] + points), kind: .number(.signed)),
        Grid.Column(key: "change_unit", heading: "change_unit", audience: .machines),
        Grid.Column(key: "rank_before", heading: Messages.rankBefore[language], kind: .number(.ungrouped)),
        Grid.Column(key: "moved", heading: Messages.placesMoved[language], kind: .number(.signed)),
      ]
    }
    if (ranking.entries.map(\.now) + [ranking.whole]).contains(where: { $0.coverage != nil }) {
      columns.append(Grid.Column(key: "cells", heading: Messages.cells[language], audience: .people))
    }
    columns += ["reporting", "expected"].map {
      Grid.Column(key: $0, heading: $0, kind: .number(.plain), audience: .machines)
    }
    columns.append(Grid.Column(key: "reason", heading: "reason", audience: .machines))
    return columns + forms.boundaryColumns
  }

  private func row(_ entry: Ranking.Entry, _ name: String, _ ranking: Ranking) -> [String: GridCell] {
    var values = shared(entry.now, ranking)
    values["name"] = .text(name)
    values[ranking.query.by] = .text(ranking.hidesNames ? name : code(entry, ranking.query.by))
    if let place = entry.place {
      values["place"] = .text(place.isTied ? Messages.tiedPlace(place.number)[language] : "\(place.number)")
      values["rank"] = .number(ExactDecimal(place.number))
      values["tied"] = .truth(place.isTied)
    }
    if ranking.query.since != nil {
      values["before"] = entry.before.map { forms.cell($0, ranking.indicator) }
      values["rank_before"] = entry.placeBefore.map { .number(ExactDecimal($0.number)) }
      values["moved"] = entry.moved.map { .number(ExactDecimal($0)) } ?? .absent(.notApplicable)
      values["change"] = .absent(.notApplicable)
      if let change = entry.change, let printed = try? change.absolute.rounded(to: ranking.indicator.decimals) {
        values["change"] = .number(printed, unrounded: change.absolute)
        values["change_unit"] = .text(change.unit.code)
      }
    }
    if let reason = entry.reason ?? entry.notCompared { values["reason"] = .text(reason[language]) }
    return values
  }

  private func summary(
    _ name: String, _ code: String, _ observation: Observation?, _ ranking: Ranking
  ) -> [String: GridCell] {
    var values = observation.map { shared($0, ranking) } ?? ["value": .absent(.notApplicable)]
    values["name"] = .text(name)
    values[ranking.query.by] = .text(code)
    return values
  }

  private func shared(_ observation: Observation, _ ranking: Ranking) -> [String: GridCell] {
    var values: [String: GridCell] = [
      "value": forms.cell(observation, ranking.indicator),
      "flags": .text(observation.flags.codes.joined(separator: " ")),
    ]
    if let coverage = observation.coverage {
      values["cells"] = .text("\(coverage.reporting)/\(coverage.expected)")
      values["reporting"] = .number(ExactDecimal(coverage.reporting))
      values["expected"] = .number(ExactDecimal(coverage.expected))
    }
    for (column, cell) in zip(forms.boundaryColumns, forms.boundaryCells(observation)) { values[column.key] = cell }
    return values
  }

  private func code(_ entry: Ranking.Entry, _ dimension: String) -> String {
    dimension == DimensionDeclaration.unit
      ? entry.selection.unit ?? "" : entry.selection.member(of: dimension) ?? ""
  }

  private func name(_ entry: Ranking.Entry, _ index: Int, _ ranking: Ranking) -> String {
    let by = ranking.query.by
    guard ranking.hidesNames else { return forms.name(code(entry, by), of: by, in: forms.year(of: ranking.query.span)) }
    return "\(Messages.heading(by)[language]) \(Ranking.letters(index))"
  }

  // MARK: What is said below

  private func footnotes(_ ranking: Ranking) -> [String] {
    var notes = [Messages.rankOrder(ranking.query.order == .highest)[language]]
    if ranking.hidesNames { notes.append(Messages.partsAreLetters[language]) }
    notes += reasons(ranking, \.reason, Messages.withoutPlace)
    notes += reasons(ranking, \.notCompared, Messages.notMoved)
    if ranking.query.since != nil {
      let (now, before) = (
        ranking.entries.count { $0.place != nil } + (ranking.rest?.count ?? 0),
        ranking.entries.count { $0.placeBefore != nil }
      )
      if ranking.rest == nil, now != before { notes.append(Messages.otherNumberRanked(before, now)[language]) }
    }
    if ranking.rest.map({ $0.observation == nil }) ?? false { notes.append(Messages.restNotAdded[language]) }
    let cells = ranking.entries.enumerated().map { (label: name($1, $0, ranking), observation: $1.now) }
    return notes + forms.incomplete(cells)
  }

  /// Each reason once, with those whom it concerns.
  private func reasons(
    _ ranking: Ranking, _ reason: (Ranking.Entry) -> LocalizedText?, _ words: (String, String) -> LocalizedText
  ) -> [String] {
    var order: [String] = []
    var names: [String: [String]] = [:]
    for (index, entry) in ranking.entries.enumerated() {
      guard let text = reason(entry)?[language] else { continue }
      if names[text] == nil { order.append(text) }
      names[text, default: []].append(name(entry, index, ranking))
    }
    return order.map { words((names[$0] ?? []).joined(separator: ", "), $0.withoutStop)[language] }
  }
}

extension String {
  /// Without the full stop at its end, to go on in a sentence.
  var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
