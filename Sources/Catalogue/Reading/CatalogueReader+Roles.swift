import Datasets
import Findings
import Language
import Values

extension CatalogueReader {
  private static let roleKeys = [
    "period", "active", "unit", "level", "dimensions", "flags", "cut-off", "reporting-year", "expects",
    "expects-except",
  ]

  func readRoles(_ declaration: Declaration, dimensions: [DimensionDeclaration]) -> [String: ResourceRoles] {
    guard let mapping = DeclaredMapping(declaration, allowed: nil, diagnosis) else { return [:] }
    var roles: [String: ResourceRoles] = [:]
    for entry in mapping.entries {
      guard let descriptor = descriptor(entry.key, at: entry.position),
        let item = DeclaredMapping(entry.value, allowed: Self.roleKeys, diagnosis)
      else { continue }
      roles[descriptor.name] = role(item, of: descriptor, dimensions: dimensions)
    }
    return roles
  }

  private func role(
    _ item: DeclaredMapping, of descriptor: ResourceDescriptor, dimensions: [DimensionDeclaration]
  ) -> ResourceRoles? {
    guard let time = time(item, of: descriptor) else { return nil }
    let declared = item.mapping("dimensions", allowed: dimensions.map(\.name))
    let columns = (declared?.entries ?? []).compactMap { entry in
      column(entry.value, of: descriptor).map { (dimension: entry.key, column: $0) }
    }
    let unitColumn = column(item["unit"], of: descriptor)
    if unitColumn != nil, item["level"] == nil { _ = item.required("level") }
    let expected = ["unit", "period"] + dimensions.map(\.name)
    let expects = item["expects"]?.items.compactMap { declaration -> String? in
      guard let word = declaration.string(diagnosis) else { return nil }
      guard expected.contains(word) else {
        diagnosis.reportUnknown(word, at: declaration.position, what: Messages.wordDimension, allowed: expected)
        return nil
      }
      return word
    }
    return ResourceRoles(
      resource: descriptor.name, time: time, unitColumn: unitColumn, level: item.string("level"), dimensions: columns,
      flagsColumn: column(item["flags"], of: descriptor), cutOffColumn: column(item["cut-off"], of: descriptor),
      reportingYear: reportingYear(item), expects: expects ?? [], exceptMembers: item.strings("expects-except"),
      position: item.position)
  }

  private func time(_ item: DeclaredMapping, of descriptor: ResourceDescriptor) -> ResourceRoles.Time? {
    if let active = item["active"] {
      guard active.items.count == 2, let from = column(active.items[0], of: descriptor),
        let to = column(active.items[1], of: descriptor)
      else {
        diagnosis.report(
          "wrong-value", at: active.position, Messages.expectedTwoColumns, remedy: Messages.expectedTwoColumnsRemedy)
        return nil
      }
      return .active(from: from, to: to)
    }
    guard let declaration = item.required("period"), let name = column(declaration, of: descriptor) else { return nil }
    guard let kind = descriptor.field(named: name)?.kind, kind == .year || kind == .integer else {
      diagnosis.report(
        "wrong-type", at: declaration.position, value: name, Messages.periodColumnIsNoYear,
        remedy: Messages.periodColumnIsNoYearRemedy)
      return nil
    }
    return .year(column: name)
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
