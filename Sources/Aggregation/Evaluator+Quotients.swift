public import Catalogue
import Findings
import Language
import Values

extension Evaluator {
  /// Whether the terms of an indicator that is a formula are taken over the cells that both of them have.
  public func isPaired(_ indicator: Indicator) -> Bool {
    guard case .formula(let formula) = indicator.definition else { return false }
    return PairedTerms(formula, in: catalogue) != nil
  }

  func observePaired(
    _ terms: PairedTerms, _ indicator: Indicator, _ span: PeriodSpan, _ selection: Selection
  ) throws(Failure) -> Observation {
    let (top, bottom) = (terms.top, terms.bottom)
    let own = (
      top: try narrowed(selection, to: top.indicator), bottom: try narrowed(selection, to: bottom.indicator)
    )
    guard own.top == selection || own.bottom == selection else { throw refusal(of: selection, indicator) }
    let slots = (top: try self.slots(of: span, top.roles), bottom: try self.slots(of: span, bottom.roles))
    let above = try slice(
      top.measure, top.roles, counted: terms.isAverage ? slots.top : top.measure.counted(slots.top), own.top)
    let below = try slice(
      bottom.measure, bottom.roles,
      counted: terms.isAverage ? slots.bottom : bottom.measure.counted(slots.bottom), own.bottom)
    let scope = try self.scope(selection)
    let frames = (
      top: try coverageFrame(top.measure, top.roles, own.top),
      bottom: try coverageFrame(bottom.measure, bottom.roles, own.bottom)
    )
    let ratio = try RatioAggregator.aggregate(
      above, over: below, names: (top.roles.dimensions.map(\.dimension), bottom.roles.dimensions.map(\.dimension)),
      expected: (
        ExpectedPlaces(scope, above.time.asked) { frames.top },
        ExpectedPlaces(scope, below.time.asked) { frames.bottom }
      ))
    var result = try terms.result(of: ratio)
    let isReached = (try reaches(top.roles, own.top), try reaches(bottom.roles, own.bottom))
    if !isReached.0 || !isReached.1 { (result.value, result.absence) = (nil, .notApplicable) }
    var inputs: [ObservationInput] = []
    for input in try self.inputs(top.measure, ratio.numerator) + self.inputs(bottom.measure, ratio.denominator)
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
      selection: selection, value: result.value, absence: result.absence, numerator: result.numerator,
      denominator: result.denominator, flags: ratio.numerator.flags.union(ratio.denominator.flags),
      coverage: coverages.isEmpty ? nil : coverages.reduce(.none, +),
      isIllustrative: inputs.contains(where: \.isIllustrative), inputs: inputs,
      hasMissingParts: ratio.numerator.hasMissingParts || ratio.denominator.hasMissingParts)
  }
}
