import Catalogue
import Findings
import Language
import Values

/// Both terms of a formula that divides one measure by another: it is a ratio, and follows its rule, Σ numerator /
/// Σ denominator, where one that is missing leaves out the other. Unlike a declared ratio it may divide by what some units
/// do not have: members of a provincial body count among those per 1,000 residents of the province.
///
/// One piece for whoever asks: queries and reports (`Evaluator`), and what `check` looks at (`FactBook`).
struct PairedTerms {
  struct Term {
    let indicator: Indicator
    let measure: Measure
    let roles: ResourceRoles
  }

  /// Both sums in the units of their indicators, and what the formula makes of them.
  struct Result {
    var numerator: Rational?
    var denominator: Rational?
    var value: Rational?
    var absence: Absence?
  }

  let formula: Formula
  let top: Term
  let bottom: Term

  /// Nil where cells cannot be paired one by one: a term is itself computed, a list of what lasts, or reported by units
  /// of another level. Such terms are taken as a whole each, and their coverage tells what is missing.
  init?(_ formula: Formula, in catalogue: Catalogue) {
    guard let names = formula.quotientOfTwo, let top = Self.plain(names.top, catalogue),
      let bottom = Self.plain(names.bottom, catalogue),
      (top.roles.unitColumn == nil) == (bottom.roles.unitColumn == nil), top.roles.level == bottom.roles.level
    else { return nil }
    (self.formula, self.top, self.bottom) = (formula, top, bottom)
  }

  private static func plain(_ name: String, _ catalogue: Catalogue) -> Term? {
    guard let indicator = catalogue.indicator(name), case .measure(let measureName) = indicator.definition,
      let measure = catalogue.measures[measureName], let roles = catalogue.roles[measure.resource]
    else { return nil }
    if case .active = roles.time { return nil }
    return Term(indicator: indicator, measure: measure, roles: roles)
  }

  /// Whether every period counts, and not the last alone.
  var isAverage: Bool { RatioAggregator.isAverage(top.measure, bottom.measure) }

  /// - Throws: `Failure.refused` on overflow.
  func result(of ratio: RatioAggregator.Result) throws(Failure) -> Result {
    var result = Result(
      numerator: try top.indicator.scaled(ratio.numerator.value),
      denominator: try bottom.indicator.scaled(ratio.denominator.value), absence: ratio.absence)
    guard result.absence == nil else { return result }
    let values = [top.indicator.code: result.numerator, bottom.indicator.code: result.denominator]
    do { result.value = try formula.value { values[$0] ?? nil } } catch {
      if error == .overflow { throw .refused(Messages.overflow) }
      result.absence = .notApplicable
    }
    return result
  }
}

extension Indicator {
  /// What columns in other units give, in the indicator's.
  func scaled(_ value: Rational?) throws(Failure) -> Rational? {
    guard let value, scaling != .one else { return value }
    do { return try value.multiplied(by: scaling) } catch { throw .refused(Messages.overflow) }
  }
}
