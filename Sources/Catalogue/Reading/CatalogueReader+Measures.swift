import Datasets
import Findings
import Language

extension CatalogueReader {
  func readMeasures(_ declaration: Declaration, roles: [String: ResourceRoles]) -> [String: Measure] {
    guard let mapping = DeclaredMapping(declaration, allowed: nil, diagnosis) else { return [:] }
    var measures: [String: Measure] = [:]
    for entry in mapping.entries {
      let keys = ["resource", "column", "kind", "where", "take"]
      guard let item = DeclaredMapping(entry.value, allowed: keys, diagnosis) else { continue }
      measures[entry.key] = measure(entry, item, roles: roles)
    }
    return measures
  }

  private func measure(
    _ entry: Declaration.Entry, _ item: DeclaredMapping, roles: [String: ResourceRoles]
  ) -> Measure? {
    guard let name = item.requiredString("resource"),
      let descriptor = descriptor(name, at: item["resource"]?.position ?? item.position),
      let column = column(item.required("column"), of: descriptor), item.required("kind") != nil,
      let word = item.choice("kind", of: MeasureKind.allCases.map(\.rawValue), what: Messages.wordMeasureKind),
      let kind = MeasureKind(rawValue: word)
    else { return nil }
    if !declared.resources.contains(name) {
      diagnosis.reportUnknown(
        name, at: item["resource"]?.position ?? item.position, what: Messages.wordDeclaredResource,
        allowed: declared.resources)
    }
    // "last" is what a stock takes; other ways of taking one are not offered yet.
    _ = item.choice("take", of: ["last"], what: Messages.wordTake)
    checkColumnKind(column, kind, descriptor, at: item["column"]?.position ?? item.position)
    if case .active? = roles[name]?.time, kind != .distinct {
      diagnosis.report(
        "wrong-value", at: item["kind"]?.position ?? item.position, value: word, Messages.registerNeedsDistinct,
        remedy: Messages.registerNeedsDistinctRemedy)
    }
    let (filter, comparisons) = conditions(item, of: descriptor)
    return Measure(
      name: entry.key, resource: name, column: column, kind: kind, filter: filter, comparisons: comparisons,
      position: entry.position)
  }

  /// A condition that no row can meet is a misspelling, not a measure without rows.
  private func conditions(
    _ item: DeclaredMapping, of descriptor: ResourceDescriptor
  ) -> ([(column: String, value: String)], [ColumnComparison]) {
    let conditions = item.mapping("where", allowed: descriptor.fields.map(\.name))
    var comparisons: [ColumnComparison] = []
    let filter = (conditions?.entries ?? []).compactMap { condition -> (column: String, value: String)? in
      if case .mapping = condition.value.content {
        if let comparison = comparison(condition, of: descriptor) { comparisons.append(comparison) }
        return nil
      }
      guard let value = condition.value.string(diagnosis) else { return nil }
      if let allowed = descriptor.field(named: condition.key)?.constraints.allowed, !allowed.contains(value) {
        diagnosis.reportUnknown(
          value, at: condition.value.position, what: Messages.wordCondition, allowed: allowed)
      }
      return (condition.key, value)
    }
    return (filter, comparisons)
  }

  private func checkColumnKind(
    _ column: String, _ kind: MeasureKind, _ descriptor: ResourceDescriptor, at position: Position
  ) {
    guard let field = descriptor.field(named: column) else { return }
    let isNumber = field.kind == .integer || field.kind == .number
    let needsNumber = kind == .flow || kind == .stock || kind == .published
    if needsNumber, !isNumber {
      diagnosis.report(
        "wrong-type", at: position, value: column, Messages.measureNeedsNumbers(kind.rawValue),
        remedy: Messages.measureNeedsNumbersRemedy)
    }
  }
}
