import Catalogue
import Datasets
import Findings
import Language
import Values

/// What the roles of a resource make of a row: where it belongs, its status, and what is wrong with that.
struct RowBinder {
  /// Where a row belongs.
  struct Place {
    var slot: PeriodSlot
    /// The reporting year, or the first of a register.
    var first: Int
    /// For a register, the last year, or nil while it lasts; for other resources the same year.
    var last: Int?
    var unit: String?
    var members: [String?] = []
    var flags: StatusFlags = []
    var cutOff: CalendarDate?
  }

  private let roles: ResourceRoles
  private let dimensions: [String: Dimension]
  var period: PeriodColumn?
  private let lastYear: Int?
  private let unitField: Int?
  private let memberFields: [(dimension: String, field: Int)]
  private let flagsField: Int?
  private let cutOffField: Int?
  /// The columns of years.
  let yearFields: [(field: Int, descriptor: FieldDescriptor)]
  /// What was found sound, by the codes of texts: nearly every row repeats a unit in a period and members.
  private var soundUnits: Set<UnitInPeriod> = []
  private var soundMembers: [Set<Int>] = []

  private struct UnitInPeriod: Hashable {
    let text: Int
    let slot: PeriodSlot
  }

  init(_ plan: AggregationPlan) {
    let resource = plan.resource
    roles = plan.roles
    dimensions = plan.dimensions
    period = PeriodColumn(roles, of: resource)
    if case .active(_, let to) = roles.time { lastYear = resource.index(of: to) } else { lastYear = nil }
    yearFields = Self.yearFields(plan)
    unitField = roles.unitColumn.flatMap { resource.index(of: $0) }
    memberFields = roles.dimensions.compactMap { dimension, column in
      resource.index(of: column).map { (dimension, $0) }
    }
    soundMembers = memberFields.map { _ in [] }
    flagsField = roles.flagsColumn.flatMap { resource.index(of: $0) }
    cutOffField = roles.cutOffColumn.flatMap { resource.index(of: $0) }
  }

  /// Nil when the row belongs nowhere, which `problems` or the schema's own findings say.
  mutating func place(
    _ row: ScannedRow, _ scanner: borrowing ResourceScanner, problems: inout [RowProblem]
  ) -> Place? {
    guard let slot = period?.slot(row, scanner, &problems) else { return nil }
    let first = slot.kind == .year ? slot.year : roles.reportingYear.year(of: slot)
    var place = Place(slot: slot, first: first, last: first)
    if let lastYear {
      place.last = lastReportingYear(row, lastYear, &problems)
      if let last = place.last, last < first {
        problems.append(
          RowProblem(
            code: "years-reversed", field: lastYear, message: Messages.yearsReversed(first, last),
            remedy: Messages.yearsReversedRemedy))
      }
    }
    if let unitField {
      guard let code = scanner.text(of: row.cells[unitField], field: unitField) else {
        problems.append(
          RowProblem(
            code: "no-unit", field: unitField, message: Messages.rowWithoutUnit, remedy: Messages.rowWithoutUnitRemedy))
        return nil
      }
      place.unit = code
      checkOnce(code, row, unitField, slot, problems: &problems)
    }
    for (index, (dimension, field)) in memberFields.enumerated() {
      let code = scanner.text(of: row.cells[field], field: field)
      place.members.append(code)
      guard case .text(let text) = row.cells[field] else {
        checkMember(code, of: dimension, field: field, problems: &problems)
        continue
      }
      if soundMembers[index].contains(text) { continue }
      let known = problems.count
      checkMember(code, of: dimension, field: field, problems: &problems)
      if problems.count == known { soundMembers[index].insert(text) }
    }
    if let flagsField, let codes = scanner.text(of: row.cells[flagsField], field: flagsField) {
      if let flags = StatusFlags(codes: codes) {
        place.flags = flags
      } else {
        problems.append(
          RowProblem(
            code: "unknown-flag", field: flagsField, message: Messages.unknownFlag(codes),
            remedy: Messages.unknownFlagRemedy(StatusFlag.allCases.map(\.rawValue).joined(separator: ", "))))
      }
    }
    if let cutOffField, case .date(let date) = row.cells[cutOffField] { place.cutOff = date }
    return place
  }

  private mutating func checkOnce(
    _ code: String, _ row: ScannedRow, _ field: Int, _ slot: PeriodSlot, problems: inout [RowProblem]
  ) {
    // Each day is looked at.
    var isDay = false
    if let column = period?.field, case .date = row.cells[column] { isDay = true }
    var unit: UnitInPeriod?
    if case .text(let text) = row.cells[field], !isDay { unit = UnitInPeriod(text: text, slot: slot) }
    if let unit, soundUnits.contains(unit) { return }
    let known = problems.count
    checkUnit(code, row, field: field, slot, problems: &problems)
    if let unit, problems.count == known { soundUnits.insert(unit) }
  }

  func checkUnit(
    _ code: String, _ row: ScannedRow, field: Int, _ slot: PeriodSlot, problems: inout [RowProblem]
  ) {
    guard let units = dimensions[DimensionDeclaration.unit] else { return }
    guard units.contains(code) else {
      problems.append(
        RowProblem(
          code: "unknown-unit", field: field, message: Messages.unknownUnit(code),
          remedy: Messages.didYouMean(NearestWord.candidates(for: code, among: units.codes), allowed: units.codes)))
      return
    }
    let versions = units.versions(of: code)
    if let level = roles.level, !versions.contains(where: { $0.level == level }) {
      problems.append(
        RowProblem(
          code: "mixed-levels", field: field,
          message: Messages.mixedLevels(versions.last?.names ?? LocalizedText(code), declared: level),
          remedy: Messages.mixedLevelsRemedy))
      return
    }
    var days = roles.reportingYear.period(of: .slot(slot))
    if let column = period?.field, case .date(let day) = row.cells[column] {
      days = Period(kind: .month, code: day.description, start: day, end: day)
    }
    if !versions.contains(where: { $0.isValid(from: days.start, to: days.end) }) {
      problems.append(
        RowProblem(
          code: "unit-not-valid", field: field,
          message: Messages.unitNotValid(versions.last?.names ?? LocalizedText(code), period: days.code),
          remedy: Messages.unitNotValidRemedy))
    }
  }

  /// A row without a member stands for all of them, and is never added to its parts.
  func checkMember(_ code: String?, of dimension: String, field: Int, problems: inout [RowProblem]) {
    // Words are found where somebody reads them: this runs for every row.
    guard let code else {
      problems.append(
        RowProblem(
          code: "no-member", field: field,
          message: Messages.rowWithoutMember(Messages.word(dimension: dimension)),
          remedy: Messages.rowWithoutMemberRemedy))
      return
    }
    guard let members = dimensions[dimension], !members.contains(code) else { return }
    problems.append(
      RowProblem(
        code: "unknown-member", field: field,
        message: Messages.unknownMember(code, of: Messages.word(dimension: dimension)),
        remedy: Messages.didYouMean(NearestWord.candidates(for: code, among: members.codes), allowed: members.codes)))
  }

  /// A year of 1 to 9999; anything else is a problem, except nothing: what lasts has no last year.
  private func lastReportingYear(_ row: ScannedRow, _ field: Int, _ problems: inout [RowProblem]) -> Int? {
    switch row.cells[field] {
    case .year(let year): return year
    case .number(let number) where number.scale == 0 && (1...9999).contains(number.coefficient):
      return Int(number.coefficient)
    case .number(let number):
      problems.append(
        RowProblem(
          code: "wrong-year", field: field, message: Messages.notAReportingYear(number.description),
          remedy: Messages.notAYearRemedy))
    default: break
    }
    return nil
  }
}
