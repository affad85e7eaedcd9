import Datasets
import Findings
import Language
import Values

extension CatalogueReader {
  private static let roleKeys = [
    "period", "period-kind", "period-kinds", "active", "unit", "level", "dimensions", "flags", "cut-off",
    "reporting-year", "expects",
    "expects-except",
  ]

  func readRoles(_ declaration: Declaration) -> [String: ResourceRoles] {
    guard let mapping = DeclaredMapping(declaration, allowed: nil, diagnosis) else { return [:] }
    var roles: [String: ResourceRoles] = [:]
    for entry in mapping.entries {
      guard let descriptor = descriptor(entry.key, at: entry.position),
        let item = DeclaredMapping(entry.value, allowed: Self.roleKeys, diagnosis)
      else { continue }
      roles[descriptor.name] = role(item, of: descriptor)
    }
    return roles
  }

  private func role(_ item: DeclaredMapping, of descriptor: ResourceDescriptor) -> ResourceRoles? {
    guard let time = time(item, of: descriptor) else { return nil }
    let names = declared.dimensions.filter { $0 != DimensionDeclaration.unit }
    let entries = item.mapping("dimensions", allowed: names)?.entries ?? []
    let columns = entries.compactMap { entry in
      column(entry.value, of: descriptor).map { (dimension: entry.key, column: $0) }
    }
    let unitColumn = column(item["unit"], of: descriptor)
    if let unit = item["unit"] {
      if item["level"] == nil { _ = item.required("level") }
      if !declared.dimensions.contains(DimensionDeclaration.unit) {
        diagnosis.reportUnknown(
          DimensionDeclaration.unit, at: unit.position, what: Messages.wordDimension, allowed: declared.dimensions)
      }
    }
    let expected =
      [DimensionDeclaration.period] + (item["unit"] == nil ? [] : [DimensionDeclaration.unit]) + entries.map(\.key)
    let expects = item.list("expects")?.compactMap { declaration -> String? in
      guard let word = declaration.string(diagnosis) else { return nil }
      guard expected.contains(word) else {
        diagnosis.reportUnknown(word, at: declaration.position, what: Messages.wordDimension, allowed: expected)
        return nil
      }
      return word
    }
    var roles = ResourceRoles(
      resource: descriptor.name, time: time, unitColumn: unitColumn, level: item.string("level"), dimensions: columns,
      flagsColumn: column(item["flags"], of: descriptor), cutOffColumn: column(item["cut-off"], of: descriptor),
      reportingYear: reportingYear(item), expects: expects ?? [], exceptMembers: item.strings("expects-except"),
      position: item.position)
    roles.periodKinds = periodKinds(item, time)
    return roles
  }

  private func time(_ item: DeclaredMapping, of descriptor: ResourceDescriptor) -> ResourceRoles.Time? {
    if let active = item["active"] {
      guard active.items.count == 2 else {
        diagnosis.report(
          "wrong-value", at: active.position, Messages.expectedTwoColumns, remedy: Messages.expectedTwoColumnsRemedy)
        return nil
      }
      guard let from = yearColumn(active.items[0], of: descriptor), let to = yearColumn(active.items[1], of: descriptor)
      else { return nil }
      return .active(from: from, to: to)
    }
    return item.required("period").flatMap { period($0, item, of: descriptor) }
  }

  /// What the column of periods holds, its type says.
  private func period(
    _ declaration: Declaration, _ item: DeclaredMapping, of descriptor: ResourceDescriptor
  ) -> ResourceRoles.Time? {
    guard let name = column(declaration, of: descriptor) else { return nil }
    let kind = descriptor.field(named: name)?.kind
    if let extra = item["period-kind"], kind != .string {
      diagnosis.report(
        "wrong-type", at: extra.position, value: name, Messages.kindColumnWithoutCodes,
        remedy: Messages.kindColumnWithoutCodesRemedy)
    }
    switch kind {
    case .year?, .integer?: return .year(column: name)
    case .yearmonth?: return .month(column: name)
    case .date?: return .day(column: name)
    case .string?: return .code(column: name, kind: column(item["period-kind"], of: descriptor))
    default:
      diagnosis.report(
        "wrong-type", at: declaration.position, value: name, Messages.periodColumnIsNoPeriod,
        remedy: Messages.periodColumnIsNoPeriodRemedy)
      return nil
    }
  }

  private func periodKinds(_ item: DeclaredMapping, _ time: ResourceRoles.Time) -> [PeriodKind]? {
    guard let declaration = item["period-kinds"], let list = item.list("period-kinds") else { return nil }
    guard case .code = time else {
      diagnosis.report(
        "wrong-type", at: declaration.position, Messages.kindColumnWithoutCodes,
        remedy: Messages.kindColumnWithoutCodesRemedy)
      return nil
    }
    return list.compactMap { periodKind($0, among: PeriodKind.regular) }
  }

  func periodKind(_ declaration: Declaration, among kinds: [PeriodKind]) -> PeriodKind? {
    guard let word = declaration.string(diagnosis) else { return nil }
    if let kind = kinds.first(where: { $0.rawValue == word }) { return kind }
    diagnosis.reportUnknown(
      word, at: declaration.position, what: Messages.wordPeriodKind, allowed: kinds.map(\.rawValue))
    return nil
  }

  func yearColumn(_ declaration: Declaration, of descriptor: ResourceDescriptor) -> String? {
    guard let name = column(declaration, of: descriptor) else { return nil }
    guard let kind = descriptor.field(named: name)?.kind, kind == .year || kind == .integer else {
      diagnosis.report(
        "wrong-type", at: declaration.position, value: name, Messages.periodColumnIsNoYear,
        remedy: Messages.periodColumnIsNoYearRemedy)
      return nil
    }
    return name
  }

  private func reportingYear(_ item: DeclaredMapping) -> ReportingYear {
    guard let declaration = item["reporting-year"], let text = declaration.string(diagnosis) else { return .calendar }
    guard let year = ReportingYear(text) else {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: text, Messages.wrongReportingYear,
        remedy: Messages.wrongReportingYearRemedy)
      return .calendar
    }
    return year
  }
}
