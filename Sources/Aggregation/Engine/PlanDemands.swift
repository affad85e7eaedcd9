import Catalogue
import Datasets
import Values

/// Of which rows `RowBinder` and `MeasureRule` would say nothing, told field by field.
///
/// In doubt it says that they would say something: such rows are then shown to them. Tests compare both.
struct PlanDemands: Sendable {
  private let roles: ResourceRoles
  private let units: Dimension?
  private let resource: ResourceDescriptor
  private let plan: AggregationPlan
  private var fields: [RowDemands.Field] = []

  /// Longer numbers could make a sum too long: of 10^11 of these, none is.
  private static let greatest: UInt128 = 1_000_000_000_000_000_000
  private static let mostDecimals = RowDemands.plainDecimals

  /// - Returns: nil where it cannot be told.
  static func demands(_ plan: AggregationPlan) -> RowDemands? {
    var demands = PlanDemands(plan)
    return demands.gathered()
  }

  private init(_ plan: AggregationPlan) {
    self.plan = plan
    roles = plan.roles
    resource = plan.resource
    units = plan.units
  }

  private mutating func gathered() -> RowDemands? {
    let (from, kind, to): (String, String?, String?) =
      switch roles.time {
      case .year(let column), .month(let column), .day(let column): (column, nil, nil)
      case .code(let column, let kind): (column, kind, nil)
      case .active(let from, let to): (from, nil, to)
      }
    guard let period = resource.index(of: from) else { return nil }
    addPeriod(period, isDependent: kind != nil)
    var together = [period]
    let kindField = kind.flatMap { resource.index(of: $0) }
    if let kindField { together.append(kindField) }
    let toField = to.flatMap { resource.index(of: $0) }
    if let toField {
      together.append(toField)
      addLast(toField)
    }
    let unitField = roles.unitColumn.flatMap { resource.index(of: $0) }
    if let unitField {
      together.append(unitField)
      addUnit(unitField)
    }
    for (dimension, column) in roles.dimensions {
      guard let field = resource.index(of: column) else { continue }
      let members = plan.dimensions[dimension]
      fields.append(
        RowDemands.Field(field) { value in
          guard let code = value.text else { return .something }
          return members?.contains(code) ?? true ? .nothing : .something
        })
    }
    if let field = roles.flagsColumn.flatMap({ resource.index(of: $0) }) { addFlags(field) }
    addMeasures()
    // A column with two duties would need two answers.
    guard Set(fields.map(\.index)).count == fields.count else { return nil }
    let places = (kind: kindField != nil, to: toField != nil, unit: unitField != nil)
    let values = toField == nil ? Set(plan.measures.compactMap { resource.index(of: $0.column) }).sorted() : []
    return RowDemands(fields: fields, together: together, values: values) { [self] values in
      doubts(values, places)
    }
  }

  private static func slot(_ value: RowDemands.Value, _ roles: ResourceRoles) -> PeriodSlot? {
    switch value.cell {
    case .year(let year): .year(year)
    case .number(let number) where number.scale == 0 && (1...9999).contains(number.coefficient):
      .year(Int(number.coefficient))
    case .date(let day): roles.reportingYear.month(of: day)
    case .text: value.text.flatMap { PeriodSlot(code: $0) }
    case .number, .missing, .boolean, .invalid: nil
    }
  }

  /// Whether a year of a column of whole numbers is hard to believe.
  private static func isImplausible(_ value: RowDemands.Value, _ field: FieldDescriptor) -> Bool {
    guard case .number(let number) = value.cell, let year = Int(exactly: number.coefficient) else { return false }
    return PlausibleYears.isDoubtful(year, field.constraints)
  }

  private mutating func addPeriod(_ index: Int, isDependent: Bool) {
    let (roles, field) = (roles, resource.fields[index])
    fields.append(
      RowDemands.Field(index, takesPlain: field.kind == .date) { value in
        guard let slot = Self.slot(value, roles), !Self.isImplausible(value, field) else { return .something }
        if case .text = value.cell, let allowed = roles.periodKinds, !allowed.contains(slot.kind) { return .something }
        return isDependent ? .dependent : .nothing
      })
  }

  private mutating func addLast(_ index: Int) {
    let (roles, field) = (roles, resource.fields[index])
    fields.append(
      RowDemands.Field(index) { value in
        if value.cell == .missing { return .nothing }
        let isYear = Self.slot(value, roles)?.kind == .year && !Self.isImplausible(value, field)
        return isYear ? .dependent : .something
      })
  }

  private mutating func addUnit(_ index: Int) {
    let (units, level) = (units, roles.level)
    fields.append(
      RowDemands.Field(index) { value in
        guard let code = value.text else { return .something }
        guard let versions = units?.versions(of: code) else { return .nothing }
        guard !versions.isEmpty, level.map({ level in versions.contains { $0.level == level } }) ?? true else {
          return .something
        }
        return versions.contains { $0.validFrom == nil && $0.validTo == nil } ? .nothing : .dependent
      })
  }

  private mutating func addFlags(_ index: Int) {
    fields.append(
      RowDemands.Field(index) { value in
        guard let codes = value.text else { return .nothing }
        guard let flags = StatusFlags(codes: codes) else { return .something }
        return flags.flags.contains(where: \.isAbsence) ? .contradictsValues : .nothing
      })
  }

  private mutating func addMeasures() {
    for (column, measures) in Dictionary(grouping: plan.measures, by: \.column).sorted(by: { $0.key < $1.key }) {
      guard let index = resource.index(of: column) else { continue }
      let field = resource.fields[index]
      let sums = measures.contains { $0.kind != .count && $0.kind != .distinct }
      guard sums, field.kind == .number || field.kind == .integer else { continue }
      let refusesNegatives =
        field.kind == .integer && field.constraints.minimum == nil
        && measures.contains { $0.kind == .flow || $0.kind == .stock }
      fields.append(
        RowDemands.Field(index, takesPlain: true, refusesNegatives: refusesNegatives) { value in
          guard case .number(let number) = value.cell else { return .nothing }
          guard number.coefficient.magnitude < Self.greatest, number.scale <= Self.mostDecimals else {
            return .unbounded
          }
          return refusesNegatives && number.isNegative ? .something : .nothing
        })
    }
  }

  /// Whether something may be said of a row with such a period and kind, last year and unit.
  private func doubts(_ values: [RowDemands.Value], _ places: (kind: Bool, to: Bool, unit: Bool)) -> Bool {
    var rest = values[...]
    guard let period = rest.popFirst(), let slot = Self.slot(period, roles) else { return true }
    if places.kind, let kind = rest.popFirst(), case .text = kind.cell {
      guard kind.text.flatMap({ PeriodKind(named: $0) }) == slot.kind else { return true }
    }
    if places.to, let to = rest.popFirst(), let last = Self.slot(to, roles) {
      let first = slot.kind == .year ? slot.year : roles.reportingYear.year(of: slot)
      guard last.year >= first else { return true }
    }
    guard places.unit, let unit = rest.popFirst(), let code = unit.text, let versions = units?.versions(of: code) else {
      return false
    }
    var days = roles.reportingYear.period(of: .slot(slot))
    if case .date(let day) = period.cell {
      days = Period(kind: .month, code: day.description, start: day, end: day)
    }
    return !versions.contains { $0.isValid(from: days.start, to: days.end) }
  }
}
