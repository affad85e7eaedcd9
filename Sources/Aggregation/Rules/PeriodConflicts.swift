import Catalogue
import Findings
import Language
import Values

/// Figures of one place for a period and for finer periods in it that do not agree: one of them is wrong, and a question
/// about the period uses the one that is given.
struct PeriodConflicts {
  let dataset: Dataset
  private let wording: RuleWording

  init(_ dataset: Dataset) {
    self.dataset = dataset
    wording = RuleWording(dataset: dataset)
  }

  /// In the order of measures, periods and places.
  ///
  /// - Complexity: O(cells) for each measure with more than one kind of period.
  func findings(_ tables: [String: CellTable]) -> [RuleFinding] {
    var findings: [RuleFinding] = []
    for measure in dataset.catalogue.measures.values.sorted(by: { $0.name < $1.name }) {
      guard let roles = dataset.catalogue.roles[measure.resource], !roles.isDaily,
        measure.kind != .distinct, measure.kind != .published, measure.kind != .count,
        let cells = tables[measure.resource]?.cells[measure.name]
      else { continue }
      let rollUp = RollUp(measure, roles, cells, CellPlaces())
      guard rollUp.kinds.count > 1 else { continue }
      findings += conflicts(rollUp, cells, measure, roles)
    }
    return findings
  }

  private func conflicts(
    _ rollUp: RollUp, _ cells: [CellKey: MeasureCell], _ measure: Measure, _ roles: ResourceRoles
  ) -> [RuleFinding] {
    var places: [CellPlace: [PeriodSlot: MeasureCell]] = [:]
    for (key, cell) in cells where cell.present > 0 { places[CellPlace(key), default: [:]][key.slot] = cell }
    var found: [(slot: PeriodSlot, place: CellPlace, finding: RuleFinding)] = []
    for (place, own) in places where own.count > 1 {
      for (slot, cell) in own {
        guard let finding = conflict(slot, cell, own, rollUp, measure, roles) else { continue }
        found.append((slot, place, finding))
      }
    }
    return found.sorted { ($0.slot, $0.place.description) < ($1.slot, $1.place.description) }.map(\.finding)
  }

  private func conflict(
    _ slot: PeriodSlot, _ cell: MeasureCell, _ own: [PeriodSlot: MeasureCell], _ rollUp: RollUp, _ measure: Measure,
    _ roles: ResourceRoles
  ) -> RuleFinding? {
    let given = Rational(cell.sum.value)
    for parts in rollUp.finerParts(of: slot, isThere: { own[$0] != nil }) {
      let found = parts.compactMap { own[$0] }
      var sum = DecimalSum()
      guard (try? found.forEach { try sum.add($0.sum.value) }) != nil, Rational(sum.value) != given else { continue }
      let names = parts.map(\.description).joined(separator: ", ")
      return finding(
        Messages.periodConflict(
          slot.description, given: text(given), parts: names, sum: text(Rational(sum.value)),
          rows: rows(measure, [cell] + found)), Messages.periodConflictRemedy, measure, cell)
    }
    guard measure.kind == .flow, let whole = slot.kind.months, !given.isNegative else { return nil }
    let months = roles.reportingYear.months(of: slot)
    let longer = own.filter { other, value in
      let all = roles.reportingYear.months(of: other)
      return (other.kind.months ?? 0) > whole && all.lowerBound == months.lowerBound && !value.sum.value.isNegative
        && all.upperBound > months.upperBound && Rational(value.sum.value) < given
    }.min { $0.key < $1.key }
    guard let longer else { return nil }
    return finding(
      Messages.toDateFalls(
        slot.description, text(given), within: longer.key.description, text(Rational(longer.value.sum.value)),
        rows: rows(measure, [longer.value, cell])), Messages.toDateFallsRemedy, measure, longer.value)
  }

  private func text(_ value: Rational) -> LocalizedText {
    let number = RuleWording.rounded(value)
    func form(_ language: OutputLanguage) -> String {
      number.map { NumberForm(language).string($0) } ?? value.description
    }
    return LocalizedText(vi: form(.vietnamese), en: form(.english))
  }

  private func evidence(_ measure: Measure, _ cell: MeasureCell) -> Evidence {
    Evidence(
      resource: measure.resource, column: measure.column,
      files: dataset.package.resource(named: measure.resource)?.files ?? [], lines: cell.lines)
  }

  private func rows(_ measure: Measure, _ cells: [MeasureCell]) -> LocalizedText {
    wording.rows(cells.map { evidence(measure, $0) })
  }

  private func finding(
    _ message: LocalizedText, _ remedy: LocalizedText, _ measure: Measure, _ cell: MeasureCell
  ) -> RuleFinding {
    let own = evidence(measure, cell)
    return RuleFinding(
      Finding(
        code: "period-conflict", severity: .warning, resource: measure.resource, position: wording.position([own]),
        field: measure.column, value: cell.sum.value.description, message: message, remedy: remedy), evidence: [own])
  }
}
