import Catalogue
import Datasets
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
    let rules = dataset.catalogue.rules
    func broken(_ isMeant: (Rule) -> Bool) -> [RuleFinding] {
      folded(rules.filter(isMeant).flatMap { RuleEvaluator($0, book, questioned: questioned).findings() })
    }
    var found = broken { !$0.comparesPeers } + PeriodConflicts(dataset).findings(tables)
    let ratios = unsaid(plausibility.ratios, found)
    found += declared(plausibility.patterns, rules, dataset) + ratios
    found += unsaid(declared(plausibility.outliers, rules, dataset), found)
    // A member is far from its peers where one of its rows is wrong, which says more.
    var peers = broken(\.comparesPeers)
    peers.removeAll { peer in
      found.contains { other in
        other.finding.severity <= peer.finding.severity && other.cells.contains(where: peer.rests)
      }
    }
    return located((found + peers).map(\.finding), dataset)
  }

  /// Without those about rows of which something has been said.
  private static func unsaid(_ more: [RuleFinding], _ found: [RuleFinding]) -> [RuleFinding] {
    let said = Set(found.flatMap(\.cells))
    return more.filter { !$0.cells.contains(where: said.contains) }
  }

  /// With the severity and the words of the rule that declares a pattern.
  private static func declared(_ findings: [RuleFinding], _ rules: [Rule], _ dataset: Dataset) -> [RuleFinding] {
    var own: [String: Rule] = [:]
    for rule in rules {
      guard case .pattern(let pattern, let code) = rule.check,
        let indicator = dataset.catalogue.indicator(code)
      else { continue }
      switch indicator.definition {
      case .measure(let name): own["\(pattern.rawValue) \(name)"] = rule
      case .ratio(let top, let bottom):
        own["\(pattern.rawValue) \(PlausibilityCheck.subject(top, bottom))"] = rule
      case .formula, .share, .derived: continue
      }
    }
    guard !own.isEmpty else { return findings }
    return findings.map { found in
      guard let pattern = found.pattern, let rule = own["\(pattern.kind.rawValue) \(pattern.subject)"] else {
        return found
      }
      var found = found
      found.rule = rule.id
      found.finding.severity = rule.severity
      found.finding.message = Messages.ofDeclaredPattern(rule.message, found.finding.message, rule: rule.id)
      return found
    }
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

  /// More cells than a person would look up.
  private static let locatedLimit = 10_000

  /// With the columns of the cells, which the figures no longer know.
  private static func located(_ findings: [Finding], _ dataset: Dataset) -> [Finding] {
    var wanted: [String: Set<CellFinder.Cell>] = [:]
    for finding in findings.prefix(locatedLimit) {
      guard let resource = finding.resource, let cell = cell(of: finding) else { continue }
      wanted[resource, default: []].insert(cell)
    }
    var places: [String: [CellFinder.Cell: Position]] = [:]
    for (name, cells) in wanted {
      guard let resource = dataset.package.resource(named: name) else { continue }
      places[name] = try? CellFinder.positions(of: cells, in: resource, of: dataset.package)
    }
    return findings.map { finding in
      guard let resource = finding.resource, let cell = cell(of: finding), let place = places[resource]?[cell] else {
        return finding
      }
      var finding = finding
      finding.position = place
      return finding
    }
  }

  private static func cell(of finding: Finding) -> CellFinder.Cell? {
    guard let line = finding.position.line, finding.position.column == nil, let field = finding.field else {
      return nil
    }
    return CellFinder.Cell(file: finding.position.file, line: line, field: field)
  }
}

extension Rule {
  fileprivate var comparesPeers: Bool {
    if case .nearPeers = check { return true }
    return false
  }
}
