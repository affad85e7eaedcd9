import Catalogue
import Datasets
import Findings
import Language
import Values

/// Reads the period of a row. A text is looked at once, however many rows have it.
struct PeriodColumn {
  let field: Int
  private let time: ResourceRoles.Time
  private let reportingYear: ReportingYear
  private let kindField: Int?
  private let allowed: [PeriodKind]?
  /// By the codes of the column's texts.
  private var known: [Int: PeriodSlot?] = [:]
  private var kinds: [Int: PeriodKind?] = [:]

  /// Nil when the resource has no such column.
  init?(_ roles: ResourceRoles, of resource: ResourceDescriptor) {
    let column: String
    var kindColumn: String?
    switch roles.time {
    case .year(let name), .month(let name), .day(let name), .active(let name, _): column = name
    case .code(let name, let kind): (column, kindColumn) = (name, kind)
    }
    guard let field = resource.index(of: column) else { return nil }
    self.field = field
    time = roles.time
    reportingYear = roles.reportingYear
    kindField = kindColumn.flatMap { resource.index(of: $0) }
    allowed = roles.periodKinds
  }

  /// Nil when the row has none, which `problems` or the schema's own findings say.
  mutating func slot(
    _ row: ScannedRow, _ scanner: borrowing ResourceScanner, _ problems: inout [RowProblem]
  ) -> PeriodSlot? {
    switch row.cells[field] {
    case .year(let year): return .year(year)
    case .number(let number) where number.scale == 0 && (1...9999).contains(number.coefficient):
      return .year(Int(number.coefficient))
    case .number(let number):
      problems.append(
        RowProblem(
          code: "wrong-year", field: field, message: Messages.notAReportingYear(number.description),
          remedy: Messages.notAYearRemedy))
    case .date(let day): return reportingYear.month(of: day)
    case .text(let code): return slot(code, row, scanner, &problems)
    case .missing: problems.append(missing)
    default: break
    }
    return nil
  }

  private var missing: RowProblem {
    switch time {
    case .year, .active:
      RowProblem(code: "no-year", field: field, message: Messages.rowWithoutYear, remedy: Messages.rowWithoutYearRemedy)
    case .month, .day, .code:
      RowProblem(
        code: "no-period", field: field, message: Messages.rowWithoutPeriod, remedy: Messages.rowWithoutPeriodRemedy)
    }
  }

  private mutating func slot(
    _ code: Int, _ row: ScannedRow, _ scanner: borrowing ResourceScanner, _ problems: inout [RowProblem]
  ) -> PeriodSlot? {
    let slot: PeriodSlot?
    if let found = known[code] {
      slot = found
    } else {
      slot = scanner.text(of: row.cells[field], field: field).flatMap { PeriodSlot(code: $0) }
      known[code] = .some(slot)
    }
    guard let slot else {
      let text = scanner.text(of: row.cells[field], field: field) ?? ""
      problems.append(
        RowProblem(
          code: "wrong-period", field: field, message: Messages.notAPeriodCode(text),
          remedy: Messages.notAPeriodCodeRemedy(guess: PeriodReading.slot(text)?.description)))
      return nil
    }
    if let allowed, !allowed.contains(slot.kind) {
      problems.append(
        RowProblem(
          code: "unexpected-period-kind", field: field,
          message: Messages.periodKindNotDeclared(slot.description, allowed: allowed),
          remedy: Messages.periodKindNotDeclaredRemedy))
      return nil
    }
    if let kindField, case .text(let word) = row.cells[kindField] {
      if kinds[word] == nil {
        kinds[word] = .some(scanner.text(of: row.cells[kindField], field: kindField).flatMap { PeriodKind(named: $0) })
      }
      if kinds[word] != .some(slot.kind) {
        let given = scanner.text(of: row.cells[kindField], field: kindField) ?? ""
        problems.append(
          RowProblem(
            code: "period-kind-differs", field: kindField,
            message: Messages.periodKindDiffers(slot.description, slot.kind, given: given),
            remedy: Messages.periodKindDiffersRemedy))
        return nil
      }
    }
    return slot
  }
}
