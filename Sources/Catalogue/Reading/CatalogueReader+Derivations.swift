import Datasets
import Findings
import Language
import Values

extension CatalogueReader {
  /// A share, or what is made of another indicator's years.
  func derived(_ item: DeclaredMapping, measures: [String: Measure]) -> Indicator.Definition? {
    if let share = item["share"] {
      guard let name = measure(share, measures), let along = item.required("along"),
        let dimension = along.string(diagnosis)
      else { return nil }
      guard declared.dimensions.contains(dimension) else {
        diagnosis.reportUnknown(
          dimension, at: along.position, what: Messages.wordDimension, allowed: declared.dimensions)
        return nil
      }
      return .share(measure: name, along: dimension)
    }
    if let of = item["cumulative"] {
      return of.string(diagnosis).map { .derived(.cumulative(of: $0, since: item.integer("since", in: 1000...9999))) }
    }
    if let of = item["average-a-year"] { return of.string(diagnosis).map { .derived(.averageAYear(of: $0)) } }
    guard let window = item.mapping("moving-average", allowed: ["of", "years"]),
      let of = window.requiredString("of"), window.required("years") != nil,
      let years = window.integer("years", in: 2...50)
    else { return nil }
    return .derived(.movingAverage(of: of, years: years))
  }

  /// Keys that belong to another definition.
  func refuseStrayKeys(_ item: DeclaredMapping, of definition: Indicator.Definition) {
    var stray = ["along", "since", "denominator-year"]
    switch definition {
    case .share: stray.removeAll { $0 == "along" }
    case .derived(.cumulative): stray.removeAll { $0 == "since" }
    case .ratio: stray.removeAll { $0 == "denominator-year" }
    default: break
    }
    for key in stray {
      guard let value = item[key] else { continue }
      diagnosis.report(
        "wrong-definition", at: value.position, value: key, Messages.strayKey(key), remedy: Messages.strayKeyRemedy)
    }
  }

  func takesEarlierDenominator(_ item: DeclaredMapping, _ definition: Indicator.Definition) -> Bool {
    item.choice("denominator-year", of: ["last-before"], what: Messages.wordDenominatorYear) != nil
  }

  /// What values of the measures' columns are multiplied by; nil where their unit is not the indicator's, which is reported.
  func scaling(
    of definition: Indicator.Definition, to unit: UnitOfMeasure, _ measures: [String: Measure], at item: DeclaredMapping
  ) -> Rational? {
    let position = item["unit"]?.position ?? item.position
    switch definition {
    case .measure(let name):
      guard let scale = measures[name]?.scale else { return .one }
      let isMoney = unit.dimension == ["dong": 1]
      if scale.dimension.isEmpty ? isMoney || unit.isPercentage : !isMoney {
        return report(scale, unit, at: position)
      }
      return try? scale.factor.divided(by: unit.factor)
    case .ratio(let top, let bottom):
      let (above, below) = (measures[top]?.scale, measures[bottom]?.scale)
      guard above?.dimension ?? [:] == below?.dimension ?? [:] else {
        return report(above ?? .pure, below ?? .pure, at: item["ratio"]?.position ?? position)
      }
      return try? (above?.factor ?? .one).divided(by: below?.factor ?? .one)
    case .formula, .share, .derived: return .one
    }
  }

  private func report(_ left: UnitOfMeasure, _ right: UnitOfMeasure, at position: Position) -> Rational? {
    diagnosis.report(
      "wrong-unit", at: position, value: right.code, Messages.scaleDoesNotFit(left.code, right.code),
      remedy: Messages.scaleDoesNotFitRemedy)
    return nil
  }

  /// What can only be said when all indicators are known.
  func checkDerivations(
    _ indicators: [Indicator], _ measures: [String: Measure], position: (String) -> Position?
  ) {
    let known = Dictionary(indicators.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    for indicator in indicators {
      let place = position(indicator.code) ?? indicator.position
      switch indicator.definition {
      case .share(let name, let along): checkShare(measures[name], along, at: place)
      case .derived(let derivation): check(derivation, of: indicator, known, measures, at: place)
      case .measure, .ratio, .formula: continue
      }
    }
  }

  private func checkShare(_ measure: Measure?, _ along: String, at position: Position) {
    guard let measure, measure.kind == .published else { return }
    diagnosis.report(
      "wrong-definition", at: position, value: measure.name, Messages.shareOfScore,
      remedy: Messages.shareOfScoreRemedy)
  }

  private func check(
    _ derivation: Derivation, of indicator: Indicator, _ known: [String: Indicator], _ measures: [String: Measure],
    at position: Position
  ) {
    guard let operand = known[derivation.operand] else {
      if !declared.indicators.contains(derivation.operand) {
        diagnosis.reportUnknown(
          derivation.operand, at: position, what: Messages.wordIndicator, allowed: declared.indicators)
      }
      return
    }
    let (kinds, isDerived) = contents(operand, known, measures)
    if isDerived {
      diagnosis.report(
        "wrong-definition", at: position, value: operand.code, Messages.derivedOfDerived,
        remedy: Messages.derivedOfDerivedRemedy)
    } else if case .cumulative = derivation, !kinds.allSatisfy({ $0 == .flow || $0 == .count }) {
      diagnosis.report(
        "wrong-definition", at: position, value: operand.code, Messages.cumulativeNeedsFlows,
        remedy: Messages.cumulativeNeedsFlowsRemedy)
    } else if kinds.contains(.published) || kinds.contains(.distinct) {
      diagnosis.report(
        "wrong-definition", at: position, value: operand.code, Messages.notAveraged, remedy: Messages.notAveragedRemedy)
    }
    if !operand.unit.adds(to: indicator.unit) {
      diagnosis.report(
        "wrong-unit", at: position, value: indicator.unit.code,
        Messages.derivedKeepsUnit(indicator.unit.code, operand.unit.code), remedy: Messages.derivedKeepsUnitRemedy)
    }
  }

  /// The kinds of measure that an indicator is made of, and whether a derived one is among its terms.
  private func contents(
    _ indicator: Indicator, _ known: [String: Indicator], _ measures: [String: Measure]
  ) -> (kinds: Set<MeasureKind>, isDerived: Bool) {
    var kinds: Set<MeasureKind> = []
    var seen: Set<String> = []
    var waiting = [indicator]
    while let next = waiting.popLast() {
      guard seen.insert(next.code).inserted else { continue }
      switch next.definition {
      case .measure(let name), .share(let name, _): kinds.formUnion([measures[name]?.kind].compactMap { $0 })
      case .ratio(let top, let bottom): kinds.formUnion([top, bottom].compactMap { measures[$0]?.kind })
      case .formula(let formula): waiting += formula.names.compactMap { known[$0] }
      case .derived: return (kinds, true)
      }
    }
    return (kinds, false)
  }

  /// Rules look at measures, ratios and formulas over them.
  func refuseDerived(_ check: Rule.Check, at position: Position, _ catalogue: Catalogue) {
    var seen: Set<String> = []
    var waiting = check.names.compactMap { catalogue.indicator($0) }
    while let next = waiting.popLast() {
      guard seen.insert(next.code).inserted else { continue }
      switch next.definition {
      case .formula(let formula): waiting += formula.names.compactMap { catalogue.indicator($0) }
      case .share, .derived:
        diagnosis.report(
          "wrong-rule", at: position, value: next.code, Messages.ruleOfDerived(next.code),
          remedy: Messages.ruleOfDerivedRemedy)
      case .measure, .ratio: continue
      }
    }
  }
}
