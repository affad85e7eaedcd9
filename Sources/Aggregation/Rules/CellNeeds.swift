import Catalogue

extension Dataset {
  /// Whether anything that is looked at beyond single rows (`RuleCheck`, `SubmissionCheck`) looks at a resource's cells.
  func checksCells(of resource: String) -> Bool {
    guard let roles = catalogue.roles[resource] else { return false }
    let measures = catalogue.measures.values.filter { $0.resource == resource }
    guard !measures.isEmpty else { return false }
    // Any resource may be a form, all cells of years are looked at, and so are periods beside their parts.
    if catalogue.submissions != nil || roles.reportsYears { return true }
    if !roles.isDaily, measures.contains(where: { $0.kind == .flow || $0.kind == .stock }) { return true }
    return catalogue.rules.contains { rule in
      rule.names.contains { name in
        guard let indicator = catalogue.indicator(name) else { return true }
        return catalogue.measures(of: indicator).contains { $0.resource == resource }
      }
    }
  }
}
