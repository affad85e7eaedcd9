import Catalogue
import Datasets
import Findings
import Language
import Values

/// Places that report some years and not the others.
extension RuleEvaluator {
  /// One finding a place, at the last row before the first gap, or the first after it.
  ///
  /// A row that says that there can be no value, or that none was collected, is an answer; an empty one is not.
  func completeYears(of indicator: Indicator, in span: ClosedRange<Int>) throws(Failure) -> [RuleFinding] {
    guard case .measure(let name) = indicator.definition, let measure = book.catalogue.measures[name],
      let roles = book.catalogue.roles[measure.resource]
    else { return [] }
    let scope = FactBook.Scope(dimensions: rule.dimensions)
    var findings: [RuleFinding] = []
    for place in book.places(of: [measure], in: scope) {
      guard !place.members.contains(where: { $0.map(roles.exceptMembers.contains) ?? false }) else { continue }
      var found: [Int: Fact] = [:]
      var missing: [Int] = []
      for year in span where exists(place, in: roles.reportingYear.year(year)) {
        if let fact = try book.fact(measure, year...year, at: place, in: scope) {
          found[year] = fact
        } else if !(book.cells(measure, at: place, in: scope)?.isExcused(year) ?? false) {
          missing.append(year)
        }
      }
      guard let gap = missing.first, !found.isEmpty else { continue }
      let near = found.keys.filter { $0 < gap }.max() ?? found.keys.filter { $0 > gap }.min() ?? gap
      let evidence = found[near]?.evidence ?? []
      let facts = Messages.yearsMissing(
        indicator.names, missing: missing.map(String.init).joined(separator: ", "), present: found.count,
        expected: found.count + missing.count)
      let finding = Finding(
        code: "incomplete-years", severity: rule.severity, resource: measure.resource,
        position: wording.position(evidence), field: measure.column,
        message: message(wording.place(span, place, rule.dimensions), facts, evidence),
        remedy: Messages.yearsMissingRemedy)
      // The row is not in question, only what should stand beside it.
      findings.append(RuleFinding(finding, rule: rule.id))
    }
    return findings
  }

  /// Members without dates exist always.
  private func exists(_ place: FactPlace, in period: Period) -> Bool {
    zip(rule.dimensions, place.members).allSatisfy { dimension, code in
      guard let code, let versions = book.dataset.dimensions[dimension]?.versions(of: code), !versions.isEmpty else {
        return true
      }
      return versions.contains { $0.isValid(from: period.start, to: period.end) }
    }
  }
}
