import Datasets
import Findings
import Language
import Values

/// Checks that are words: what each of them asks for beside its name.
extension CatalogueReader {
  func refuseOtherKeys(_ item: DeclaredMapping, of check: NamedCheck?) {
    let own = (check?.own ?? NamedCheck.ofComparisons).union(NamedCheck.ofEveryRule)
    for entry in item.entries where Self.ruleKeys.contains(entry.key) && !own.contains(entry.key) {
      diagnosis.report(
        "wrong-rule", at: entry.position, value: entry.key, Messages.keyOfOtherCheck(entry.key),
        remedy: Messages.keyOfOtherCheckRemedy(own.sorted().joined(separator: ", ")))
    }
  }

  /// Nil when something is wrong with it, which is reported.
  func check(_ check: NamedCheck, _ item: DeclaredMapping, _ catalogue: Catalogue) -> Rule.Check? {
    switch check {
    case .partsSumToWhole: parts(item, catalogue)
    case .completeYears: completeYears(item, catalogue)
    case .nearPeers: nearPeers(item, catalogue)
    case .countedOnce: countedOnce(item, catalogue)
    case .pattern(let pattern): self.pattern(pattern, item, catalogue)
    }
  }

  private func completeYears(_ item: DeclaredMapping, _ catalogue: Catalogue) -> Rule.Check? {
    guard let of = item.required("of"), let indicator = indicator(of, catalogue) else { return nil }
    guard item.required("by") != nil else { return nil }
    guard let (_, roles) = measure(of: indicator, catalogue, kinds: MeasureKind.allCases), roles.reportsYears else {
      return reportOf(of, Messages.yearsNeedMeasure)
    }
    guard let years = item["years"] else { return .completeYears(indicator: indicator.code, years: nil) }
    let bounds = years.items.compactMap { $0.integer(in: 1...9999, diagnosis) }
    guard bounds.count == 2, years.items.count == 2, bounds[0] <= bounds[1] else {
      diagnosis.report(
        "wrong-rule", at: years.position, Messages.yearsOfTwo, remedy: Messages.yearsOfTwoRemedy)
      return nil
    }
    return .completeYears(indicator: indicator.code, years: bounds[0]...bounds[1])
  }

  private func nearPeers(_ item: DeclaredMapping, _ catalogue: Catalogue) -> Rule.Check? {
    guard let of = item.required("of"), let text = of.string(diagnosis), let by = item.required("by") else {
      return nil
    }
    let tokens = FormulaToken.all(in: text)
    let formula: Formula
    do { formula = try RuleParser.formula(tokens) } catch {
      report(error, text, of)
      return nil
    }
    for name in formula.names where !declared.indicators.contains(name) {
      diagnosis.reportUnknown(
        name, at: of.position(at: tokens.first { $0.text == name }?.offset ?? 0), what: Messages.wordIndicator,
        allowed: declared.indicators)
    }
    guard formula.names.allSatisfy({ catalogue.indicator($0) != nil }) else { return nil }
    guard formula.operands.contains(where: { !$0.isPrevious }) else {
      return reportOf(of, Messages.ruleWithoutIndicator)
    }
    let unit: UnitOfMeasure
    do { unit = try formula.unit { catalogue.indicator($0)?.unit } } catch {
      if case .cannotAdd(let left, let right) = error { reportUnits(left, right, of) }
      return nil
    }
    let peers = item.choice("peers", of: declared.dimensions, what: Messages.wordDimension)
    if item["peers"] != nil, peers == nil { return nil }
    let dimension = peers ?? DimensionDeclaration.unit
    guard by.strings(Diagnosis())?.contains(dimension) ?? false else {
      diagnosis.report(
        "wrong-rule", at: by.position, value: dimension, Messages.peersNotInBy(dimension),
        remedy: Messages.peersNotInByRemedy(dimension))
      return nil
    }
    let fewest = item["fewest"].map { $0.integer(in: 5...10_000, diagnosis) } ?? PeerComparison.fewest
    let deviations = item["deviations"].map { positive($0) } ?? PeerComparison.deviations
    guard let fewest, let deviations else { return nil }
    return .nearPeers(
      PeerComparison(formula: formula, unit: unit, peers: dimension, fewest: fewest, deviations: deviations))
  }

  private func positive(_ declaration: Declaration) -> ExactDecimal? {
    guard let text = declaration.string(diagnosis) else { return nil }
    guard let number = ExactDecimal(text), !number.isNegative, number.coefficient > 0 else {
      diagnosis.report(
        "wrong-rule", at: declaration.position, value: text, Messages.wrongDeviations,
        remedy: Messages.wrongDeviationsRemedy)
      return nil
    }
    return number
  }

  private func countedOnce(_ item: DeclaredMapping, _ catalogue: Catalogue) -> Rule.Check? {
    guard let of = item.required("of"), let indicator = indicator(of, catalogue) else { return nil }
    guard let (measure, roles) = measure(of: indicator, catalogue, kinds: [.flow, .count]), case .year = roles.time,
      let descriptor = package.resource(named: measure.resource)
    else { return reportOf(of, Messages.eventsNeedFlow) }
    guard let hosts = item.required("hosts"), let dimension = hosts.string(diagnosis) else { return nil }
    let others = roles.dimensions.map(\.dimension)
    guard others.contains(dimension) else {
      diagnosis.reportUnknown(dimension, at: hosts.position, what: Messages.wordDimension, allowed: others)
      return nil
    }
    let events = item["event"].map { $0.items.isEmpty ? [$0] : $0.items } ?? []
    let columns = events.compactMap { column($0, of: descriptor) }
    let remark = column(item["remark"], of: descriptor)
    guard columns.count == events.count, (item["remark"] == nil) == (remark == nil) else { return nil }
    guard !columns.isEmpty || remark != nil else {
      diagnosis.report(
        "wrong-rule", at: item.position, Messages.eventWithoutEvidence, remedy: Messages.eventWithoutEvidenceRemedy)
      return nil
    }
    return .countedOnce(
      JointEvents(indicator: indicator.code, hosts: dimension, event: columns, remark: remark))
  }

  private func pattern(_ pattern: Rule.Pattern, _ item: DeclaredMapping, _ catalogue: Catalogue) -> Rule.Check? {
    guard let of = item.required("of"), let indicator = indicator(of, catalogue) else { return nil }
    switch pattern {
    case .denominatorRecounted:
      guard case .ratio = indicator.definition else { return reportOf(of, Messages.denominatorNeedsRatio) }
    case .nearOtherYears:
      guard measure(of: indicator, catalogue, kinds: [.flow, .stock, .count, .published]) != nil else {
        return reportOf(of, Messages.yearsNeedMeasure)
      }
    case .notCumulative:
      guard measure(of: indicator, catalogue, kinds: [.flow, .count]) != nil else {
        return reportOf(of, Messages.eventsNeedFlow)
      }
    }
    return .pattern(pattern, indicator: indicator.code)
  }

  /// The measure of an indicator that is one, with the roles of its resource.
  private func measure(
    of indicator: Indicator, _ catalogue: Catalogue, kinds: [MeasureKind]
  ) -> (Measure, ResourceRoles)? {
    guard case .measure(let name) = indicator.definition, let measure = catalogue.measures[name],
      kinds.contains(measure.kind), let roles = catalogue.roles[measure.resource]
    else { return nil }
    return (measure, roles)
  }

  private func reportOf(_ of: Declaration, _ message: LocalizedText) -> Rule.Check? {
    diagnosis.report(
      "wrong-rule", at: of.position, value: of.string(Diagnosis()), message, remedy: Messages.chooseOtherIndicator)
    return nil
  }
}
