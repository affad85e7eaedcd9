import Findings
import Language

/// All that is said about figures: declared rules first, then what is looked at in every package. One wrong row is one
/// finding, however many rules it breaks.
enum RuleCheck {
  /// - Parameter tables: of the resources without errors.
  static func findings(_ dataset: Dataset, _ tables: [String: CellTable]) -> [Finding] {
    let book = FactBook(dataset, tables: tables)
    let plausibility = PlausibilityCheck(book).findings()
    let questioned = Set(plausibility.outliers.flatMap(\.cells))
    let broken = folded(
      dataset.catalogue.rules.flatMap { RuleEvaluator($0, book, questioned: questioned).findings() })
    let conflicts = PeriodConflicts(dataset).findings(tables)
    var said = Set((broken + conflicts).flatMap(\.cells))
    let ratios = plausibility.ratios.filter { !$0.cells.contains(where: said.contains) }
    said.formUnion((plausibility.patterns + ratios).flatMap(\.cells))
    let outliers = plausibility.outliers.filter { !$0.cells.contains(where: said.contains) }
    return (broken + conflicts + plausibility.patterns + ratios + outliers).map(\.finding)
  }

  /// The worst finding about each row's value, which names the other rules that it breaks.
  private static func folded(_ findings: [RuleFinding]) -> [RuleFinding] {
    var byCell: [RowCell: [Int]] = [:]
    for (index, finding) in findings.enumerated() {
      if let cell = finding.cells.first { byCell[cell, default: []].append(index) }
    }
    var folded = findings.map(Optional.some)
    for indices in byCell.values where indices.count > 1 {
      // The first of the worst, in the order of the catalogue.
      let worst = indices.min { left, right in
        let (first, second) = (findings[left].finding.severity, findings[right].finding.severity)
        return first == second ? left < right : first < second
      }
      guard let worst else { continue }
      let others = indices.filter { $0 != worst }
      for index in others { folded[index] = nil }
      let rules = others.compactMap { findings[$0].rule }
      let message = findings[worst].finding.message
      folded[worst]?.finding.message = Messages.alsoBroken(message, rules: rules)
    }
    return folded.compactMap { $0 }
  }
}
