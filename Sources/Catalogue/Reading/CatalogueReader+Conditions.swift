import Datasets
import Findings
import Language
import Values

extension CatalogueReader {
  /// A condition that no row can meet is a misspelling, not a measure without rows.
  func conditions(
    _ item: DeclaredMapping, of descriptor: ResourceDescriptor
  ) -> ([ColumnCondition], [ColumnComparison]) {
    var filter: [ColumnCondition] = []
    var comparisons: [ColumnComparison] = []
    for entry in item.mapping("where", allowed: descriptor.fields.map(\.name))?.entries ?? [] {
      if case .mapping(let signs) = entry.value.content {
        if signs.count == 1, let sign = signs.first, sign.key == "!=" {
          if let condition = condition(entry.key, sign.value, of: descriptor, isExcluded: true) {
            filter.append(condition)
          }
        } else if let comparison = comparison(entry, of: descriptor) {
          comparisons.append(comparison)
        }
      } else if let condition = condition(entry.key, entry.value, of: descriptor, isExcluded: false) {
        filter.append(condition)
      }
    }
    return (filter, comparisons)
  }

  private func condition(
    _ column: String, _ declaration: Declaration, of descriptor: ResourceDescriptor, isExcluded: Bool
  ) -> ColumnCondition? {
    let list = if case .sequence(let items) = declaration.content { items } else { [declaration] }
    let allowed = descriptor.field(named: column)?.constraints.allowed
    var values: [String] = []
    for item in list {
      guard let value = item.string(diagnosis) else { return nil }
      if let allowed, !allowed.contains(value) {
        diagnosis.reportUnknown(value, at: item.position, what: Messages.wordCondition, allowed: allowed)
      }
      if !values.contains(value) { values.append(value) }
    }
    guard !values.isEmpty else {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: column, Messages.conditionWithoutValue,
        remedy: Messages.conditionWithoutValueRemedy)
      return nil
    }
    return ColumnCondition(column: column, values: values, isExcluded: isExcluded)
  }

  /// `{"<=": due}` compares with another column, `{"<=": 2023-06-30}` with a number, a year or a day.
  func comparison(_ entry: Declaration.Entry, of descriptor: ResourceDescriptor) -> ColumnComparison? {
    let signs = ColumnComparison.Relation.allCases.map(\.rawValue)
    guard let item = DeclaredMapping(entry.value, allowed: signs + ["!="], diagnosis) else { return nil }
    guard item.entries.count == 1, let sign = item.entries.first,
      let relation = ColumnComparison.Relation(rawValue: sign.key)
    else {
      if item.entries.count != 1 {
        diagnosis.report(
          "wrong-value", at: item.position, value: entry.key, Messages.oneComparison,
          remedy: Messages.oneComparisonRemedy)
      }
      return nil
    }
    guard let kind = descriptor.field(named: entry.key)?.kind, let other = sign.value.string(diagnosis) else {
      return nil
    }
    if ColumnComparison.literal(other, kind) != nil {
      return ColumnComparison(column: entry.key, relation: relation, other: other, isLiteral: true)
    }
    guard column(sign.value, of: descriptor) != nil else { return nil }
    let kinds = [entry.key, other].compactMap { descriptor.field(named: $0)?.kind }
    let groups: [[FieldDescriptor.Kind]] = [[.integer, .number], [.year], [.date]]
    guard groups.contains(where: { group in kinds.allSatisfy(group.contains) }) else {
      diagnosis.report(
        "wrong-type", at: sign.value.position, value: other, Messages.columnsNotCompared(entry.key, other),
        remedy: Messages.columnsNotComparedRemedy)
      return nil
    }
    return ColumnComparison(column: entry.key, relation: relation, other: other)
  }
}
