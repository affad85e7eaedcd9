import Datasets
import Findings
import Language
import Values

extension CatalogueReader {
  /// A person would not write formulas of formulas deeper than this; keeps their evaluation short.
  private static let deepestFormula = 16

  /// What can only be said when all indicators are known: names, units of measure and circles.
  ///
  /// - Parameter position: where an indicator's formula stands.
  func checkFormulas(_ indicators: [Indicator], position: (String) -> Position?) {
    let units = Dictionary(indicators.map { ($0.code, $0.unit) }, uniquingKeysWith: { first, _ in first })
    var formulas: [String: [String]] = [:]
    for indicator in indicators {
      if case .derived(let derivation) = indicator.definition { formulas[indicator.code] = [derivation.operand] }
      guard case .formula(let formula) = indicator.definition else { continue }
      check(formula, of: indicator, units: units, at: position(indicator.code) ?? indicator.position)
      formulas[indicator.code] = formula.names
    }
    reportCircles(indicators, formulas) { position($0.code) ?? $0.position }
  }

  private func check(
    _ formula: Formula, of indicator: Indicator, units: [String: UnitOfMeasure], at position: Position
  ) {
    if formula.names.isEmpty {
      diagnosis.report(
        "wrong-formula", at: position, value: formula.description, Messages.formulaWithoutIndicator,
        remedy: Messages.wrongFormulaRemedy)
    }
    for name in formula.names where !declared.indicators.contains(name) {
      diagnosis.reportUnknown(name, at: position, what: Messages.wordIndicator, allowed: declared.indicators)
    }
    guard formula.names.allSatisfy({ units[$0] != nil }) else { return }
    do {
      let unit = try formula.unit { units[$0] }
      if case .subtracting = formula, unit.adds(to: .percent), indicator.unit != .percentagePoint {
        diagnosis.report(
          "wrong-unit", at: position, value: formula.description, Messages.pointsNotPercent,
          remedy: Messages.pointsNotPercentRemedy)
      }
    } catch {
      guard case .cannotAdd(let left, let right) = error else { return }
      diagnosis.report(
        "wrong-unit", at: position, value: formula.description, Messages.unitsDoNotFit(left, right),
        remedy: Messages.unitsDoNotFitRemedy)
    }
  }

  /// A formula may use other formulas, but not itself.
  private func reportCircles(
    _ indicators: [Indicator], _ formulas: [String: [String]], position: (Indicator) -> Position
  ) {
    // Those whose operands are settled are settled; what is left uses itself or a circle, or is too deep.
    var waiting = formulas
    for _ in 0..<Self.deepestFormula {
      waiting = waiting.filter { _, operands in operands.contains { waiting[$0] != nil } }
    }
    let left = indicators.filter { waiting[$0.code] != nil }
    let circles = left.filter { reaches($0.code, waiting) }
    for indicator in circles {
      diagnosis.report(
        "wrong-formula", at: position(indicator), value: indicator.code, Messages.formulaCycle,
        remedy: Messages.formulaCycleRemedy)
    }
    for indicator in circles.isEmpty ? left : [] {
      diagnosis.report(
        "wrong-formula", at: position(indicator), value: indicator.code, Messages.formulaTooNested,
        remedy: Messages.formulaTooNestedRemedy)
    }
  }

  private func reaches(_ code: String, _ formulas: [String: [String]]) -> Bool {
    var reached: Set<String> = []
    var waiting = formulas[code] ?? []
    while let name = waiting.popLast() {
      if reached.insert(name).inserted { waiting += formulas[name] ?? [] }
    }
    return reached.contains(code)
  }
}
