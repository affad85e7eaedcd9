import Datasets
import Findings
import Language
import Values

extension CatalogueReader {
  private static let roleKeys = [
    "period", "active", "unit", "level", "dimensions", "flags", "cut-off", "reporting-year", "expects",
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
    // A figure names one file and its lines as its origin.
    if descriptor.paths.count > 1 {
      diagnosis.report(
        "unsupported", at: item.position, value: descriptor.name, Messages.severalFiles,
        remedy: Messages.severalFilesRemedy)
    }
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
    return ResourceRoles(
      resource: descriptor.name, time: time, unitColumn: unitColumn, level: item.string("level"), dimensions: columns,
      flagsColumn: column(item["flags"], of: descriptor), cutOffColumn: column(item["cut-off"], of: descriptor),
      reportingYear: reportingYear(item), expects: expects ?? [], exceptMembers: item.strings("expects-except"),
      position: item.position)
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
    return item.required("period").flatMap { yearColumn($0, of: descriptor) }.map { .year(column: $0) }
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
