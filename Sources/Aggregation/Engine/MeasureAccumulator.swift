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

  /// - Parameter rows: about how many there will be; most of a small table are cells of their own.
  init?(_ measure: Measure, of plan: AggregationPlan, rows: Int) {
    guard let rule = MeasureRule(measure, of: plan) else { return nil }
    self.rule = rule
    if rows > Self.fewRows, !rule.isRegister { cells.reserveCapacity(min(rows, Self.mostReserved)) }
  }

  private static let fewRows = 256
  private static let mostReserved = 2048

  mutating func take(
    _ row: ScannedRow, _ place: RowBinder.Place, _ scanner: borrowing ResourceScanner
  ) -> [RowProblem] {
    guard rule.counts(row, scanner) else {
      if measure.kind == .count, !rule.isRegister {
        let key = CellKey(slot: place.slot, unit: place.unit, members: place.members)
        rule.pass(row, place, in: &cells[key, default: MeasureCell()])
      }
      return []
    }
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
struct MeasureRule {
  let measure: Measure
  let isRegister: Bool
  private let column: Int
  private let conditions: [(field: Int, condition: ColumnCondition)]
  private let comparisons: [(field: Int, relation: ColumnComparison.Relation, other: Operand)]
  /// What a column is compared with: another, or a value.
  private enum Operand {
    case field(Int)
    case value(Cell)
  }
  private let refusesNegatives: Bool
  /// The columns whose texts decide whether, where and as what a row counts.
  private let columns: Set<String>

  init?(_ measure: Measure, of plan: AggregationPlan) {
    guard let column = plan.resource.index(of: measure.column) else { return nil }
    self.measure = measure
    self.column = column
    conditions = measure.filter.compactMap { condition in
      plan.resource.index(of: condition.column).map { ($0, condition) }
    }
    comparisons = measure.comparisons.compactMap { comparison in
      guard let field = plan.resource.index(of: comparison.column) else { return nil }
      if comparison.isLiteral {
        let value = ColumnComparison.literal(comparison.other, plan.resource.fields[field].kind)
        return (field, comparison.relation, .value(value ?? .invalid))
      }
      return plan.resource.index(of: comparison.other).map { (field, comparison.relation, .field($0)) }
    }
    if case .active = plan.roles.time { isRegister = true } else { isRegister = false }
    columns = Set([measure.column] + measure.filter.map(\.column) + plan.roles.columns)
      .union(measure.comparisons.flatMap { [$0.column, $0.other] })
    let field = plan.resource.fields[column]
    let counts = measure.kind == .flow || measure.kind == .stock
    refusesNegatives = counts && field.kind == .integer && field.constraints.minimum == nil
  }

  /// Whether the row fulfils the measure's conditions.
  func counts(_ row: ScannedRow, _ scanner: borrowing ResourceScanner) -> Bool {
    for (field, condition) in conditions {
      guard let text = scanner.text(of: row.cells[field], field: field),
        condition.values.contains(text) != condition.isExcluded
      else { return false }
    }
    return comparisons.allSatisfy { comparison in
      let other =
        switch comparison.other {
        case .field(let field): row.cells[field]
        case .value(let value): value
        }
      return Self.holds(comparison.relation, row.cells[comparison.field], other)
    }
  }

  static func holds(_ relation: ColumnComparison.Relation, _ left: Cell, _ right: Cell) -> Bool {
    switch (left, right) {
    case (.date(let left), .date(let right)): relation.holds(left, right)
    case (.year(let left), .year(let right)): relation.holds(left, right)
    case (.number(let left), .number(let right)): relation.holds(Rational(left), Rational(right))
    default: false
    }
  }

  /// A row that was looked at and does not count.
  func pass(_ row: ScannedRow, _ place: RowBinder.Place, in cell: inout MeasureCell) {
    guard row.cells[column] != .invalid, !place.flags.flags.contains(where: \.isAbsence) else { return }
    cell.passed += 1
    cell.flags.formUnion(place.flags)
    if !row.corrections.isEmpty { cell.corrections += corrections(row) }
    if let cutOff = place.cutOff { cell.cutOff = min(cell.cutOff ?? cutOff, cutOff) }
  }

  func entry(
    _ row: ScannedRow, _ place: RowBinder.Place, _ scanner: borrowing ResourceScanner
  ) -> RegisterEntry? {
    guard let value = scanner.text(of: row.cells[column], field: column) else { return nil }
    return RegisterEntry(
      value: value, first: place.first, last: place.last, unit: place.unit, members: place.members, flags: place.flags,
      line: SourceLine(line: row.line, part: row.part), corrections: corrections(row))
  }

  private func corrections(_ row: ScannedRow) -> [AppliedCorrection] {
    row.corrections.filter { columns.contains($0.correction.column) }
  }

  func add(
    _ row: ScannedRow, _ place: RowBinder.Place, _ scanner: borrowing ResourceScanner, to cell: inout MeasureCell,
    _ problems: inout [RowProblem]
  ) {
    if !row.corrections.isEmpty { cell.corrections += corrections(row) }
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
    cell.lines.insert(row.line, part: row.part)
    if row.part > 0 { addPiece(row, to: &cell) }
    if let cutOff = place.cutOff { cell.cutOff = min(cell.cutOff ?? cutOff, cutOff) }
  }

  private func addPiece(_ row: ScannedRow, to cell: inout MeasureCell) {
    var number: ExactDecimal?
    if case .number(let own) = row.cells[column] { number = own }
    cell.later[row.part, default: CellPiece()].add(number)
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
