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
}
