import Datasets
import Findings
import Language
import Values

extension CatalogueReader {
  func comparison(_ text: String, _ declaration: Declaration, _ catalogue: Catalogue) -> Rule.Check? {
    let parser: RuleParser
    do { parser = try RuleParser(text) } catch {
      report(error, text, declaration)
      return nil
    }
    var names = parser.left.names
    if case .formula(let right) = parser.limit { names += right.names.filter { !names.contains($0) } }
    for name in names where !declared.indicators.contains(name) {
      diagnosis.reportUnknown(
        name, at: declaration.position(at: parser.offset(of: name)), what: Messages.wordIndicator,
        allowed: declared.indicators)
    }
    guard parser.left.operands.contains(where: { !$0.isPrevious }) else {
      diagnosis.report(
        "wrong-rule", at: declaration.position, value: text, Messages.ruleWithoutIndicator,
        remedy: Messages.ruleWithoutIndicatorRemedy)
      return nil
    }
    guard names.allSatisfy({ catalogue.indicator($0) != nil }) else { return nil }
    do {
      let unit = try parser.left.unit { catalogue.indicator($0)?.unit }
      let compared: UnitOfMeasure =
        switch parser.change {
        case .none: unit
        case .absolute: unit.ofChange
        case .relative: .percent
        }
      guard let limit = try limit(parser.limit, compared, declaration, catalogue) else { return nil }
      return .comparison(
        RuleComparison(
          left: parser.left, change: parser.change, isMagnitude: parser.isMagnitude, relation: parser.relation,
          limit: limit, unit: compared))
    } catch {
      if case .cannotAdd(let left, let right) = error { reportUnits(left, right, declaration) }
      return nil
    }
  }

  /// The right side in the unit of the left; nil when it cannot be compared, which is reported.
  private func limit(
    _ limit: RuleParser.Limit, _ unit: UnitOfMeasure, _ declaration: Declaration, _ catalogue: Catalogue
  ) throws(Formula.UnitProblem) -> RuleComparison.Limit? {
    switch limit {
    case .formula(let formula):
      let right = try formula.unit { catalogue.indicator($0)?.unit }
      guard right.adds(to: unit) || formula.names.isEmpty else {
        reportUnits(unit.code, right.code, declaration)
        return nil
      }
      return .formula(formula)
    case .amount(let number, let amountUnit, let isYearly):
      guard let amountUnit else { return .amount(Rational(number), isYearly: isYearly) }
      // An amount of money is one for each of whatever the left side divides by: a resident, a meeting.
      let isMoney = amountUnit.dimension["dong"] == 1
      guard isMoney ? unit.dimension["dong"] == 1 : unit.dimension.isEmpty else {
        reportUnits(unit.code, amountUnit.code, declaration)
        return nil
      }
      do {
        let value = try Rational(number).multiplied(by: amountUnit.factor).divided(by: unit.factor)
        return .amount(value, isYearly: isYearly)
      } catch { throw .overflow }
    }
  }

  func reportUnits(_ left: String, _ right: String, _ declaration: Declaration) {
    diagnosis.report(
      "wrong-unit", at: declaration.position, Messages.unitsNotCompared(left, right),
      remedy: Messages.unitsNotComparedRemedy)
  }

  func report(_ problem: RuleParser.Problem, _ text: String, _ declaration: Declaration) {
    switch problem {
    case .unknownFunction(let token):
      diagnosis.reportUnknown(
        token.text, at: declaration.position(at: token.offset), what: Messages.wordFunction,
        allowed: RuleParser.functions)
    case .unknownUnit(let token):
      diagnosis.reportUnknown(
        token.text, at: declaration.position(at: token.offset), what: Messages.wordUnitOfMeasure,
        allowed: RuleParser.units.keys.sorted())
    case .unexpected(let token):
      let problem = String(token.text.prefix(80))
      diagnosis.report(
        "wrong-rule", at: declaration.position(at: token.offset), value: problem, Messages.wrongRule(problem),
        remedy: Messages.wrongRuleRemedy)
    case .end, .tooLong, .noRelation:
      diagnosis.report(
        "wrong-rule", at: declaration.position, value: String(text.prefix(80)),
        Messages.wrongRule(String(text.prefix(80))), remedy: Messages.wrongRuleRemedy)
    }
  }
}

extension Declaration {
  /// The place of a character of a text that stands on one line; of any other, where it begins.
  func position(at offset: Int) -> Position {
    guard case .scalar(let text, let isPlain) = content, !text.contains(where: \.isNewline) else { return position }
    var place = position
    place.column = position.column.map { $0 + offset + (isPlain ? 0 : 1) }
    return place
  }
}
