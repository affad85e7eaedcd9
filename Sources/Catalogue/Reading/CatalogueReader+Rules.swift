import Datasets
import Findings
import Language
import Values

extension CatalogueReader {
  static let ruleKeys = [
    "id", "check", "of", "by", "over", "tolerance", "years", "peers", "fewest", "deviations", "hosts", "event",
    "remark",
    "severity", "kind", "message",
  ]

  /// - Parameter catalogue: all but its rules.
  func readRules(_ root: DeclaredMapping, _ catalogue: Catalogue) -> [Rule] {
    var rules: [Rule] = []
    for declaration in root.list("rules") ?? [] {
      guard let item = DeclaredMapping(declaration, allowed: Self.ruleKeys, diagnosis),
        let rule = rule(item, catalogue)
      else { continue }
      if rules.contains(where: { $0.id == rule.id }) {
        diagnosis.report(
          "duplicate-name", at: item["id"]?.position ?? item.position, value: rule.id, Messages.duplicateName(rule.id),
          remedy: Messages.duplicateNameRemedy)
      }
      rules.append(rule)
    }
    return rules
  }

  private func rule(_ item: DeclaredMapping, _ catalogue: Catalogue) -> Rule? {
    let severity = item.choice("severity", of: Severity.allCases.map(\.rawValue), what: Messages.wordSeverity)
    let kind = item.choice("kind", of: Rule.Kind.allCases.map(\.rawValue), what: Messages.wordRuleKind)
    let span = item.choice("over", of: Rule.Span.allCases.map(\.rawValue), what: Messages.wordRuleSpan)
    let tolerance = tolerance(item)
    _ = item.required("severity")
    guard let id = item.requiredString("id"), let declaration = item.required("check"),
      let text = declaration.string(diagnosis)
    else { return nil }
    let named = NamedCheck(text)
    refuseOtherKeys(item, of: named)
    guard let check = named.map({ self.check($0, item, catalogue) }) ?? comparison(text, declaration, catalogue) else {
      return nil
    }
    refuseDerived(check, at: declaration.position, catalogue)
    let rule = Rule(
      id: id, text: text, check: check, dimensions: dimensions(item, of: check, catalogue),
      span: span.flatMap(Rule.Span.init) ?? .year, tolerance: tolerance ?? .none,
      severity: severity.flatMap(Severity.init) ?? .warning, kind: kind.flatMap(Rule.Kind.init) ?? .consistency,
      message: item.localized("message"), position: item.position)
    checkKeys(rule, item)
    return rule
  }

  /// What fits only some checks.
  private func checkKeys(_ rule: Rule, _ item: DeclaredMapping) {
    guard case .comparison(let comparison) = rule.check else { return }
    if let tolerance = item["tolerance"], comparison.relation != .equal {
      diagnosis.report(
        "wrong-rule", at: tolerance.position, Messages.toleranceNeedsEquality,
        remedy: Messages.toleranceNeedsEqualityRemedy)
    }
    if let over = item["over"], rule.span == .period, comparison.looksBack {
      diagnosis.report(
        "wrong-rule", at: over.position, Messages.changeNeedsYears, remedy: Messages.changeNeedsYearsRemedy)
    }
  }

  private func dimensions(_ item: DeclaredMapping, of check: Rule.Check, _ catalogue: Catalogue) -> [String] {
    guard let by = item["by"] else { return [] }
    var found: [String] = []
    let declarations = if case .sequence(let items) = by.content { items } else { [by] }
    for declaration in declarations {
      guard let name = declaration.string(diagnosis), !found.contains(name) else { continue }
      guard declared.dimensions.contains(name) else {
        diagnosis.reportUnknown(
          name, at: declaration.position, what: Messages.wordDimension, allowed: declared.dimensions)
        continue
      }
      found.append(name)
    }
    let isBrokenDown: Bool
    switch check {
    case .comparison(let comparison):
      let measures = comparison.names.compactMap { catalogue.indicator($0) }.flatMap { catalogue.measures(of: $0) }
      isBrokenDown = measures.contains { has($0, found, catalogue) }
    case .completeYears, .nearPeers, .countedOnce, .pattern:
      // The first measure is the one that is looked at; the others may be taken whole.
      let measures = check.names.compactMap { catalogue.indicator($0) }.flatMap { catalogue.measures(of: $0) }
      isBrokenDown = measures.contains { has($0, found, catalogue) }
    case .partsSumToWhole(let whole, let parts):
      let measures = [whole, parts].compactMap { catalogue.indicator($0) }.flatMap { catalogue.measures(of: $0) }
      isBrokenDown = measures.allSatisfy { has($0, found, catalogue) }
    }
    if !isBrokenDown {
      let list = found.joined(separator: ", ")
      diagnosis.report(
        "wrong-rule", at: by.position, value: list, Messages.ruleNotBrokenDown(list),
        remedy: Messages.ruleNotBrokenDownRemedy)
    }
    return found
  }

  private func has(_ measure: Measure, _ dimensions: [String], _ catalogue: Catalogue) -> Bool {
    dimensions.allSatisfy { catalogue.roles[measure.resource]?.column(of: $0) != nil }
  }

  private func tolerance(_ item: DeclaredMapping) -> RuleTolerance? {
    guard let declaration = item["tolerance"], let text = declaration.string(diagnosis) else { return nil }
    let tokens = FormulaToken.all(in: text).map(\.text)
    if let number = tokens.first.flatMap({ ExactDecimal($0) }), !number.isNegative {
      if tokens.count == 1 { return .absolute(number) }
      if tokens.count == 2, tokens[1] == "%" || tokens[1] == "percent" { return .percent(number) }
    }
    diagnosis.report(
      "wrong-rule", at: declaration.position, value: text, Messages.wrongTolerance,
      remedy: Messages.wrongToleranceRemedy)
    return nil
  }

  /// A whole and its parts are numbers from columns, in one unit of measure, from different resources.
  func parts(_ item: DeclaredMapping, _ catalogue: Catalogue) -> Rule.Check? {
    guard let of = item.required("of") else { return nil }
    guard of.items.count == 2, let whole = indicator(of.items[0], catalogue),
      let parts = indicator(of.items[1], catalogue)
    else {
      if of.items.count != 2 {
        diagnosis.report("wrong-rule", at: of.position, Messages.partsOfTwo, remedy: Messages.partsOfTwoRemedy)
      }
      return nil
    }
    guard case .measure(let first) = whole.definition, case .measure(let second) = parts.definition,
      let top = catalogue.measures[first], let bottom = catalogue.measures[second], top.resource != bottom.resource,
      top.kind != .distinct, top.kind != .published, bottom.kind != .distinct, bottom.kind != .published
    else {
      diagnosis.report(
        "wrong-rule", at: of.position, Messages.partsNeedMeasures, remedy: Messages.partsNeedMeasuresRemedy)
      return nil
    }
    guard whole.unit.adds(to: parts.unit), whole.scaling == parts.scaling else {
      diagnosis.report(
        "wrong-unit", at: of.position, Messages.unitsDoNotFit(whole.unit.code, parts.unit.code),
        remedy: Messages.unitsDoNotFitRemedy)
      return nil
    }
    return .partsSumToWhole(whole: whole.code, parts: parts.code)
  }

  func indicator(_ declaration: Declaration, _ catalogue: Catalogue) -> Indicator? {
    guard let name = declaration.string(diagnosis) else { return nil }
    if !declared.indicators.contains(name) {
      diagnosis.reportUnknown(
        name, at: declaration.position, what: Messages.wordIndicator, allowed: declared.indicators)
    }
    return catalogue.indicator(name)
  }
}
