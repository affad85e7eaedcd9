import Datasets
import Findings
import Language

extension CatalogueReader {
  private static let submissionKeys = [
    "resource", "form", "period", "unit", "organisation", "due", "received",
  ]

  func readSubmissions(_ root: DeclaredMapping) -> SubmissionRoles? {
    guard let item = root.mapping("submissions", allowed: Self.submissionKeys),
      let name = item.requiredString("resource"),
      let descriptor = descriptor(name, at: item["resource"]?.position ?? item.position)
    else { return nil }
    let form = column(item.required("form"), of: descriptor)
    let period = item.required("period").flatMap { yearColumn($0, of: descriptor) }
    let due = dayColumn(item.required("due"), of: descriptor)
    let received = dayColumn(item.required("received"), of: descriptor)
    guard let form, let period, let due, let received else { return nil }
    return SubmissionRoles(
      resource: descriptor.name, formColumn: form, periodColumn: period,
      unitColumn: column(item["unit"], of: descriptor),
      organisationColumn: column(item["organisation"], of: descriptor),
      dueColumn: due, receivedColumn: received, position: item.position)
  }

  private func dayColumn(_ declaration: Declaration?, of descriptor: ResourceDescriptor) -> String? {
    guard let declaration, let name = column(declaration, of: descriptor) else { return nil }
    guard descriptor.field(named: name)?.kind == .date else {
      diagnosis.report(
        "wrong-type", at: declaration.position, value: name, Messages.dayColumnIsNoDay,
        remedy: Messages.dayColumnIsNoDayRemedy)
      return nil
    }
    return name
  }

  /// A condition between two columns of one kind: `{"<=": due}`.
  func comparison(_ entry: Declaration.Entry, of descriptor: ResourceDescriptor) -> ColumnComparison? {
    guard
      let item = DeclaredMapping(entry.value, allowed: ColumnComparison.Relation.allCases.map(\.rawValue), diagnosis)
    else { return nil }
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
    guard let other = column(sign.value, of: descriptor) else { return nil }
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
