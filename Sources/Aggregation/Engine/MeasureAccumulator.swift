import Catalogue
import Datasets
import Findings
import Language
import Values

/// Adds the rows of a scan into the cells of one measure.
struct MeasureAccumulator {
  private(set) var cells: [CellKey: MeasureCell] = [:]
  private(set) var register: [RegisterEntry] = []
  private let rule: MeasureRule
  var measure: Measure { rule.measure }

  init?(_ measure: Measure, of plan: AggregationPlan) {
    guard let rule = MeasureRule(measure, of: plan) else { return nil }
    self.rule = rule
  }

  mutating func take(
    _ row: ScannedRow, _ place: RowBinder.Place, _ scanner: borrowing ResourceScanner
  ) -> [RowProblem] {
    guard rule.counts(row, scanner) else { return [] }
    if rule.isRegister {
      if let entry = rule.entry(row, place, scanner) { register.append(entry) }
      return []
    }
    let key = CellKey(slot: place.slot, unit: place.unit, members: place.members)
    var problems: [RowProblem] = []
    rule.add(row, place, scanner, to: &cells[key, default: MeasureCell()], &problems)
    return problems
  }
}

/// What a measure makes of one row. Apart from the cells, so that adding to one of them copies nothing.
private struct MeasureRule {
  let measure: Measure
  let isRegister: Bool
  private let column: Int
  private let conditions: [(field: Int, value: String)]
  private let refusesNegatives: Bool

  init?(_ measure: Measure, of plan: AggregationPlan) {
    guard let column = plan.resource.index(of: measure.column) else { return nil }
    self.measure = measure
    self.column = column
    conditions = measure.filter.compactMap { condition in
      plan.resource.index(of: condition.column).map { ($0, condition.value) }
    }
    if case .active = plan.roles.time { isRegister = true } else { isRegister = false }
    let field = plan.resource.fields[column]
    let counts = measure.kind == .flow || measure.kind == .stock
    refusesNegatives = counts && field.kind == .integer && field.constraints.minimum == nil
  }

  /// Whether the row fulfils the measure's conditions.
  func counts(_ row: ScannedRow, _ scanner: borrowing ResourceScanner) -> Bool {
    for condition in conditions
    where scanner.text(of: row.cells[condition.field], field: condition.field) != condition.value {
      return false
    }
    return true
  }

  func entry(
    _ row: ScannedRow, _ place: RowBinder.Place, _ scanner: borrowing ResourceScanner
  ) -> RegisterEntry? {
    guard let value = scanner.text(of: row.cells[column], field: column) else { return nil }
    return RegisterEntry(
      value: value, first: place.first, last: place.last, unit: place.unit, members: place.members, flags: place.flags,
      line: row.line)
  }

  func add(
    _ row: ScannedRow, _ place: RowBinder.Place, _ scanner: borrowing ResourceScanner, to cell: inout MeasureCell,
    _ problems: inout [RowProblem]
  ) {
    let absence = place.flags.flags.first { $0.isAbsence }
    switch row.cells[column] {
    case .invalid: return
    case .missing:
      cell.absent += 1
      cell.absences.formUnion(StatusFlags(absence ?? .missing))
      if place.flags.contains(.breakInSeries) { cell.flags.formUnion(StatusFlags(.breakInSeries)) }
      return
    default: break
    }
    if let absence {
      problems.append(
        RowProblem(
          code: "flag-contradicts-value", field: column, message: Messages.flagContradictsValue(absence.rawValue),
          remedy: Messages.flagContradictsValueRemedy))
    }
    switch measure.kind {
    case .distinct: cell.values.insert(scanner.text(of: row.cells[column], field: column) ?? "")
    case .count: break
    case .flow, .stock, .published: addNumber(row.cells[column], to: &cell, &problems)
    }
    cell.present += 1
    cell.flags.formUnion(place.flags)
    cell.lines.insert(row.line)
    if let cutOff = place.cutOff { cell.cutOff = min(cell.cutOff ?? cutOff, cutOff) }
  }

  private func addNumber(_ value: Cell, to cell: inout MeasureCell, _ problems: inout [RowProblem]) {
    guard case .number(let number) = value else { return }
    if refusesNegatives, number.isNegative {
      problems.append(
        RowProblem(
          code: "negative-count", field: column, message: Messages.negativeCount(number.description),
          remedy: Messages.negativeCountRemedy))
    }
    do { try cell.sum.add(number) } catch {
      problems.append(
        RowProblem(
          code: "overflow", field: column, message: Messages.overflow, remedy: Messages.numberTooLongRemedy))
    }
  }
}
