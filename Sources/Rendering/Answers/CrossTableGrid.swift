import Aggregation
import Catalogue
import Language
public import Trends
import Values

/// A cross-table as a grid: long for machines, indicators side by side for people.
public struct CrossTableGrid {
  private let forms: AnswerForms
  private var language: OutputLanguage { forms.language }

  public init(_ forms: AnswerForms) { self.forms = forms }

  private func isIllustrative(_ table: CrossTable) -> Bool {
    table.query.indicators.indices.contains { isIllustrative(table, indicator: $0) }
  }

  private func isIllustrative(_ table: CrossTable, indicator index: Int) -> Bool {
    table.rows.contains { $0.observations[index]?.isIllustrative ?? false }
  }

  /// One row a combination and indicator: the dimensions, then `indicator,value,flags,reporting,expected`.
  public func long(_ table: CrossTable) -> Grid {
    var columns = table.query.by.map {
      Grid.Column(key: $0, heading: Messages.heading($0)[language], isLabel: true)
    }
    columns.append(Grid.Column(key: "indicator", heading: Messages.indicator[language], isLabel: true))
    columns.append(Grid.Column(key: "value", heading: Messages.value[language], kind: .number(.plain)))
    if table.shares != nil {
      columns.append(Grid.Column(key: "share_percent", heading: "", kind: .number(.plain)))
    }
    columns.append(Grid.Column(key: "flags", heading: Messages.statusColumn[language]))
    columns.append(Grid.Column(key: "reporting", heading: "reporting", kind: .number(.plain)))
    columns.append(Grid.Column(key: "expected", heading: "expected", kind: .number(.plain)))
    columns += forms.boundaryColumns
    let illustrative = isIllustrative(table)
    var grid = Grid(
      notices: forms.notices(isIllustrative: illustrative), columns: columns,
      attributes: [.init("illustrative", .bool(illustrative))] + forms.boundaryAttributes)
    let letters = letters(table)
    for (place, row) in table.rows.enumerated() {
      let members: [GridCell] = zip(table.query.by, row.members).map { .text(letters[$0]?[$1] ?? $1) }
      for (index, indicator) in table.query.indicators.enumerated() {
        let share = table.shares.map { $0[place][index].map(Self.share) ?? .empty }
        grid.rows.append(line(members, indicator, row.observations[index], share, columns.count))
      }
    }
    let empty: GridCell? = table.shares == nil ? nil : .empty
    func total(_ name: String, _ indicator: Indicator, _ observation: Observation?) -> [GridCell] {
      line(table.query.by.map { _ in .text(name) }, indicator, observation, empty, columns.count)
    }
    for (indicator, rest) in zip(table.query.indicators, table.rest?.observations ?? []) {
      grid.totals.append(total("rest", indicator, rest))
    }
    for (indicator, sum) in zip(table.query.indicators, table.totals ?? []) {
      grid.totals.append(total("total", indicator, sum))
    }
    return grid
  }

  private static func share(_ value: Rational) -> GridCell {
    (try? value.rounded(to: 1)).map { .number($0, unrounded: value) } ?? .empty
  }

  /// Names for members of units and organisations where made-up figures would say who is first; by dimension and code.
  private func letters(_ table: CrossTable) -> [String: [String: String]] {
    guard table.isRanked, isIllustrative(table) else { return [:] }
    var letters: [String: [String: String]] = [:]
    for name in [DimensionDeclaration.unit, DimensionDeclaration.organisation] {
      guard let index = table.query.by.firstIndex(of: name) else { continue }
      for row in table.rows where letters[name]?[row.members[index]] == nil {
        let letter = Ranking.letters(letters[name]?.count ?? 0)
        letters[name, default: [:]][row.members[index]] = "\(Messages.heading(name)[language]) \(letter)"
      }
    }
    return letters
  }

  /// - Parameter count: how many cells it will have.
  private func line(
    _ members: [GridCell], _ indicator: Indicator, _ observation: Observation?, _ share: GridCell?, _ count: Int
  ) -> [GridCell] {
    var cells: [GridCell] = []
    cells.reserveCapacity(count)
    cells.append(contentsOf: members)
    cells.append(.text(indicator.code))
    cells.append(observation.map { forms.cell($0, indicator) } ?? .empty)
    if let share { cells.append(share) }
    guard let observation else { return cells + [.empty, .empty, .empty] }
    let coverage = observation.coverage
    cells.append(.text(observation.flags.isEmpty ? "" : observation.flags.codes.joined(separator: " ")))
    cells.append(coverage.map { .number(ExactDecimal($0.reporting)) } ?? .empty)
    cells.append(coverage.map { .number(ExactDecimal($0.expected)) } ?? .empty)
    cells.append(contentsOf: forms.boundaryCells(observation))
    return cells
  }

  /// Rows by the dimensions, one column an indicator; with a pivot, one column a member of that dimension.
  public func wide(_ table: CrossTable, pivot: String?) -> Grid {
    var grid = plain(table)
    if let pivot, let index = table.query.by.firstIndex(of: pivot) { grid = pivoted(table, at: index) }
    grid.title = forms.titled(nil, table.query.selection, in: forms.year(of: table.spans.last))
    if !letters(table).isEmpty { grid.footnotes.append(Messages.partsAreLetters[language]) }
    grid.footnotes += forms.incomplete(cells(table))
    if grid.totals.isEmpty, let totals = table.totals {
      // The columns of a pivot hold its members; the one total of each indicator stands below.
      grid.footnotes += zip(table.query.indicators, totals).compactMap { total($0, $1) }
    }
    if !table.query.by.contains(DimensionDeclaration.period) {
      grid.footnotes.append(
        "\(Messages.period[language]): \(forms.label(from: table.spans.first, to: table.spans.last)).")
    }
    return grid
  }

  private func total(_ indicator: Indicator, _ observation: Observation) -> String? {
    guard let printed = try? observation.value?.rounded(to: indicator.decimals) else { return nil }
    let flags = observation.flags.codes.map { " \($0)" }.joined()
    return "\(Messages.total[language]) – \(heading(indicator, observation.isIllustrative)): "
      + "\(forms.numbers.string(printed))\(flags)."
  }

  /// Every value with words that say which it is.
  private func cells(_ table: CrossTable) -> [(label: String, observation: Observation)] {
    let several = table.query.indicators.count > 1
    var cells: [(label: String, observation: Observation)] = []
    for row in table.rows {
      let members = names(row, table, except: nil).compactMap { cell -> String? in
        if case .text(let text) = cell { text } else { nil }
      }
      for (indicator, observation) in zip(table.query.indicators, row.observations) {
        guard let observation else { continue }
        let name = several || members.isEmpty ? [indicator.shortNames[language]] : []
        cells.append(((name + members).joined(separator: " "), observation))
      }
    }
    return cells
  }

  private func plain(_ table: CrossTable) -> Grid {
    let illustrative = isIllustrative(table)
    var columns = labels(table, except: nil)
    for (index, indicator) in table.query.indicators.enumerated() {
      let heading = heading(indicator, isIllustrative(table, indicator: index))
      columns.append(Grid.Column(key: indicator.code, heading: heading, kind: .number(.plain)))
      if hasShare(table, index) {
        let share = forms.marked(Messages.shareOfWhole[language], isIllustrative(table, indicator: index))
        columns.append(Grid.Column(key: "\(indicator.code)_share", heading: share, kind: .number(.plain)))
      }
    }
    var grid = Grid(notices: forms.notices(isIllustrative: illustrative), columns: columns)
    for (place, row) in table.rows.enumerated() {
      let shares = table.shares?[place].map { $0.map(Self.share) ?? .absent(.notApplicable) }
      grid.rows.append(names(row, table, except: nil) + figures(row.observations, shares, table))
    }
    if let rest = table.rest {
      let name = Messages.restOf(rest.count, table.query.by[0])[language]
      grid.totals.append(labels(name, columns) + figures(rest.observations, nil, table))
      if rest.observations.contains(where: { $0 == nil }) { grid.footnotes.append(Messages.restNotAdded[language]) }
    }
    if let totals = table.totals {
      grid.totals.append(labels(Messages.total[language], columns) + figures(totals, nil, table))
    }
    return grid
  }

  private func hasShare(_ table: CrossTable, _ index: Int) -> Bool {
    table.shares?.contains { $0[index] != nil } ?? false
  }

  /// One cell an indicator, and one for its share where there are any.
  private func figures(_ observations: [Observation?], _ shares: [GridCell]?, _ table: CrossTable) -> [GridCell] {
    table.query.indicators.enumerated().flatMap { index, indicator -> [GridCell] in
      let cell = observations[index].map { forms.cell($0, indicator) } ?? .empty
      return hasShare(table, index) ? [cell, shares?[index] ?? .empty] : [cell]
    }
  }

  private func labels(_ text: String, _ columns: [Grid.Column]) -> [GridCell] {
    let count = columns.count { $0.isLabel }
    return [.text(text)] + Array(repeating: .empty, count: max(0, count - 1))
  }

  private func heading(_ indicator: Indicator, _ illustrative: Bool) -> String {
    let unit = indicator.unitNames[language]
    return forms.marked(indicator.shortNames[language] + (unit.isEmpty ? "" : " (\(unit))"), illustrative)
  }

  private func labels(_ table: CrossTable, except index: Int?) -> [Grid.Column] {
    table.query.by.enumerated().filter { $0.offset != index }.map { _, name in
      Grid.Column(key: name, heading: Messages.heading(name)[language], isLabel: true)
    }
  }

  private func names(_ row: CrossTable.Row, _ table: CrossTable, except index: Int?) -> [GridCell] {
    let letters = letters(table)
    return zip(table.query.by, row.members).enumerated().filter { $0.offset != index }.map { _, pair in
      if let letter = letters[pair.0]?[pair.1] { return .text(letter) }
      return pair.0 == DimensionDeclaration.period
        ? .text(forms.heading(ofPeriod: pair.1))
        : .text(forms.name(pair.1, of: pair.0, in: forms.year(of: table.spans.last)))
    }
  }

  private func pivoted(_ table: CrossTable, at index: Int) -> Grid {
    let illustrative = isIllustrative(table)
    let dimension = table.query.by[index]
    let letters = letters(table)
    var members: [String] = []
    for row in table.rows where !members.contains(row.members[index]) { members.append(row.members[index]) }
    var columns = labels(table, except: index)
    let several = table.query.indicators.count > 1
    if several { columns.append(Grid.Column(key: "indicator", heading: Messages.indicator[language], isLabel: true)) }
    for member in members {
      let name =
        dimension == DimensionDeclaration.period
        ? forms.heading(ofPeriod: member)
        : letters[dimension]?[member]
          ?? forms.name(member, of: dimension, in: forms.year(of: table.spans.last))
      columns.append(
        Grid.Column(key: member, heading: forms.marked(name, illustrative && !several), kind: .number(.plain)))
    }
    var grid = Grid(notices: forms.notices(isIllustrative: illustrative), columns: columns)
    var order: [[String]] = []
    var found: [[String]: [String: CrossTable.Row]] = [:]
    for row in table.rows {
      let key = row.members.enumerated().filter { $0.offset != index }.map(\.element)
      if found[key] == nil { order.append(key) }
      found[key, default: [:]][row.members[index]] = row
    }
    for key in order {
      for (position, indicator) in table.query.indicators.enumerated() {
        guard let first = found[key]?.values.first else { continue }
        var cells = names(first, table, except: index)
        if several { cells.append(.text(heading(indicator, isIllustrative(table, indicator: position)))) }
        for member in members {
          let observation = found[key]?[member]?.observations[position]
          cells.append(observation.map { forms.cell($0, indicator) } ?? .empty)
        }
        grid.rows.append(cells)
      }
    }
    return grid
  }
}
