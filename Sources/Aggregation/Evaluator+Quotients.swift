public import Catalogue
public import Findings
import Language
import Values

/// A formula that divides one measure by another is a ratio, and follows its rule: Σ numerator / Σ denominator, where one
/// that is missing leaves out the other. Unlike a declared ratio it may divide by what some units do not have: members of
/// a provincial body count among those per 1,000 residents of the province.
extension Evaluator {
  /// Both indicators of a formula whose cells are paired.
  struct PairedTerms {
    let top: (indicator: Indicator, measure: Measure, roles: ResourceRoles)
    let bottom: (indicator: Indicator, measure: Measure, roles: ResourceRoles)
  }

  /// Whether the terms of an indicator that is a formula are taken over the cells that both of them have.
  public func isPaired(_ indicator: Indicator) throws(Failure) -> Bool {
    guard case .formula(let formula) = indicator.definition else { return false }
    return try pairedTerms(of: formula) != nil
  }

  /// Nil where cells cannot be paired one by one: a term is itself computed, a list of what lasts, or reported by units
  /// of another level. Such terms are taken as a whole each, and their coverage tells what is missing.
  func pairedTerms(of formula: Formula) throws(Failure) -> PairedTerms? {
    guard let (top, bottom) = formula.quotientOfTwo, let upper = try plainTerm(top), let lower = try plainTerm(bottom),
      (upper.roles.unitColumn == nil) == (lower.roles.unitColumn == nil), upper.roles.level == lower.roles.level
    else { return nil }
    return PairedTerms(top: upper, bottom: lower)
  }

  private func plainTerm(
    _ name: String
  ) throws(Failure) -> (indicator: Indicator, measure: Measure, roles: ResourceRoles)? {
    guard let indicator = catalogue.indicator(name), case .measure(let measureName) = indicator.definition else {
      return nil
    }
    let (measure, roles) = try measure(measureName)
    if case .active = roles.time { return nil }
    return (indicator, measure, roles)
  }

  func observePaired(
    _ terms: PairedTerms, _ formula: Formula, _ indicator: Indicator, _ span: PeriodSpan, _ selection: Selection
  ) throws(Failure) -> Observation {
    let (top, bottom) = (terms.top, terms.bottom)
    let own = (
      top: try narrowed(selection, to: top.indicator), bottom: try narrowed(selection, to: bottom.indicator)
    )
    guard own.top == selection || own.bottom == selection else { throw refusal(of: selection, indicator) }
    let slots = (top: try self.slots(of: span, top.roles), bottom: try self.slots(of: span, bottom.roles))
    let isAverage = RatioAggregator.isAverage(top.measure, bottom.measure)
    let above = try slice(
      top.measure, top.roles, counted: isAverage ? slots.top : top.measure.counted(slots.top), own.top)
    let below = try slice(
      bottom.measure, bottom.roles, counted: isAverage ? slots.bottom : bottom.measure.counted(slots.bottom), own.bottom
    )
    let scope = try self.scope(selection)
    let ratio = try RatioAggregator.aggregate(
      above, over: below, names: (top.roles.dimensions.map(\.dimension), bottom.roles.dimensions.map(\.dimension)),
      expected: (
        ExpectedPlaces(try coverageFrame(top.measure, top.roles, own.top), scope, above.time.asked),
        ExpectedPlaces(try coverageFrame(bottom.measure, bottom.roles, own.bottom), scope, below.time.asked)
      ))
    let values = [
      top.indicator.code: try scaled(ratio.numerator.value, to: top.indicator),
      bottom.indicator.code: try scaled(ratio.denominator.value, to: bottom.indicator),
    ]
    var absence = ratio.absence
    let isReached = (try reaches(top.roles, own.top), try reaches(bottom.roles, own.bottom))
    if !isReached.0 || !isReached.1 { absence = .notApplicable }
    var value: Rational?
    if absence == nil {
      do { value = try formula.value { values[$0] ?? nil } } catch {
        if error == .overflow { throw .refused(Messages.overflow) }
        absence = .notApplicable
      }
    }
    var inputs: [ObservationInput] = []
    for input in self.inputs(top.measure, ratio.numerator) + self.inputs(bottom.measure, ratio.denominator)
    where !inputs.contains(input) { inputs.append(input) }
    let coverages = [
      try coverage(top.measure, top.roles, ratio.paired, above.time, own.top),
      try coverage(bottom.measure, bottom.roles, ratio.pairedBase, below.time, own.bottom),
    ].compactMap { $0 }
    let periods = [
      top.roles.reportingYear.period(of: span, cutOff: ratio.numerator.cutOff),
      bottom.roles.reportingYear.period(of: span, cutOff: ratio.denominator.cutOff),
    ]
    return Observation(
      indicator: indicator.code,
      period: top.roles.reportingYear.period(of: span, cutOff: Self.cutOff(of: periods)),
      selection: selection, value: value, absence: absence, numerator: values[top.indicator.code] ?? nil,
      denominator: values[bottom.indicator.code] ?? nil, flags: ratio.numerator.flags.union(ratio.denominator.flags),
      coverage: coverages.isEmpty ? nil : coverages.reduce(.none, +),
      isIllustrative: inputs.contains(where: \.isIllustrative), inputs: inputs,
      hasMissingParts: ratio.numerator.hasMissingParts || ratio.denominator.hasMissingParts)
  }
}
