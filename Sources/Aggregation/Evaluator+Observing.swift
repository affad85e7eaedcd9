public import Catalogue
import Findings
import Language
public import Values

extension Evaluator {
  func observeMeasure(
    _ name: String, _ indicator: Indicator, _ span: PeriodSpan, _ selection: Selection
  ) throws(Failure) -> Observation {
    let (measure, roles) = try measure(name)
    try requireDimensions(of: selection, in: roles, indicator)
    let slice = try slice(measure, roles, counted: measure.counted(slots(of: span, roles)), selection)
    var value = try measure.kind.aggregator.aggregate(slice)
    if try !reaches(roles, selection) { value.absence = .notApplicable }
    let inputs = try inputs(measure, value)
    return Observation(
      indicator: indicator.code, period: roles.reportingYear.period(of: span, cutOff: value.cutOff),
      selection: selection,
      value: try scaled(value.value, to: indicator), absence: value.absence, numerator: nil, denominator: nil,
      flags: value.flags,
      coverage: try coverage(measure, roles, slice.cells, slice.time, selection),
      isIllustrative: inputs.contains(where: \.isIllustrative), inputs: inputs, hasMissingParts: value.hasMissingParts)
  }

  func observeRatio(
    _ top: String, _ bottom: String, _ indicator: Indicator, _ span: PeriodSpan, _ selection: Selection
  ) throws(Failure) -> Observation {
    let (numerator, topRoles) = try measure(top)
    let (denominator, bottomRoles) = try measure(bottom)
    try requireDimensions(of: selection, in: topRoles, indicator)
    try requireDimensions(of: selection, in: bottomRoles, indicator)
    // The average of a ratio over several periods is Σ numerator / Σ denominator, also where both are stocks.
    let isAverage = RatioAggregator.isAverage(numerator, denominator)
    let (topSlots, bottomSlots) = (try slots(of: span, topRoles), try slots(of: span, bottomRoles))
    let above = try slice(
      numerator, topRoles, counted: isAverage ? topSlots : numerator.counted(topSlots), selection)
    let counted = isAverage ? bottomSlots : denominator.counted(bottomSlots)
    var earlier = EarlierYears()
    let below =
      indicator.takesEarlierDenominator
      ? try sliceOfLastBefore(denominator, bottomRoles, counted: counted, selection, &earlier)
      : try slice(denominator, bottomRoles, counted: counted, selection)
    var ratio = try RatioAggregator.aggregate(
      above, over: below, names: (topRoles.dimensions.map(\.dimension), bottomRoles.dimensions.map(\.dimension)))
    if try !reaches(topRoles, selection) { ratio.absence = .notApplicable }
    let inputs =
      try inputs(numerator, ratio.numerator) + inputs(denominator, ratio.denominator, earlier.condition(bottomRoles))
    let terms = [
      topRoles.reportingYear.period(of: span, cutOff: ratio.numerator.cutOff),
      bottomRoles.reportingYear.period(of: span, cutOff: ratio.denominator.cutOff),
    ]
    let cutOff = Self.cutOff(of: terms) ?? ratio.numerator.cutOff ?? ratio.denominator.cutOff
    return Observation(
      indicator: indicator.code, period: topRoles.reportingYear.period(of: span, cutOff: cutOff), selection: selection,
      value: try percent(scaled(ratio.value, to: indicator), of: indicator), absence: ratio.absence,
      numerator: ratio.numerator.value, denominator: ratio.denominator.value,
      flags: ratio.numerator.flags.union(ratio.denominator.flags).union(earlier.flags),
      coverage: try coverage(numerator, topRoles, ratio.paired, above.time, selection),
      isIllustrative: inputs.contains(where: \.isIllustrative), inputs: inputs,
      hasMissingParts: ratio.numerator.hasMissingParts || ratio.denominator.hasMissingParts)
  }

  /// A ratio of percent is given as 59.22, not 0.5922.
  func percent(_ value: Rational?, of indicator: Indicator) throws(Failure) -> Rational? {
    guard let value, indicator.unit.isPercent else { return value }
    do { return try value.multiplied(by: .hundred) } catch { throw .refused(Messages.overflow) }
  }

  /// What columns in other units give, in the indicator's.
  func scaled(_ value: Rational?, to indicator: Indicator) throws(Failure) -> Rational? {
    try indicator.scaled(value)
  }

  func observeFormula(
    _ formula: Formula, _ indicator: Indicator, _ span: PeriodSpan, _ selection: Selection
  ) throws(Failure) -> Observation {
    if let terms = PairedTerms(formula, in: catalogue) { return try observePaired(terms, indicator, span, selection) }
    var operands: [String: Observation] = [:]
    var supported = false
    for name in formula.names {
      guard let operand = catalogue.indicator(name) else { throw .defect("no indicator \(name)") }
      let own = try narrowed(selection, to: operand)
      supported = supported || own == selection
      operands[name] = try observe(operand, in: span, of: own)
    }
    guard supported else { throw refusal(of: selection, indicator) }
    let ordered = formula.names.compactMap { operands[$0] }
    var absence = ordered.compactMap(\.absence).first
    var value: Rational?
    if absence == nil {
      do { value = try formula.value { operands[$0]?.value } } catch {
        if error == .overflow { throw .refused(Messages.overflow) }
        absence = .notApplicable
      }
    }
    let coverages = ordered.compactMap(\.coverage)
    let (_, roles) = try measure(catalogue.measures(of: indicator).first?.name ?? "")
    var inputs: [ObservationInput] = []
    for input in ordered.flatMap(\.inputs) where !inputs.contains(input) { inputs.append(input) }
    return Observation(
      indicator: indicator.code,
      period: roles.reportingYear.period(of: span, cutOff: Self.cutOff(of: ordered.map(\.period))),
      selection: selection, value: value,
      absence: absence, numerator: nil, denominator: nil,
      flags: ordered.reduce(into: StatusFlags()) { $0.formUnion($1.flags) },
      coverage: coverages.isEmpty ? nil : coverages.reduce(.none, +),
      isIllustrative: ordered.contains(where: \.isIllustrative), inputs: inputs,
      hasMissingParts: ordered.contains(where: \.hasMissingParts))
  }

  /// The day on which the first of several partial periods stops; nil when none is partial. Terms may have different
  /// reporting years, so a day that ends one of them says nothing about another.
  static func cutOff(of periods: [Period]) -> CalendarDate? {
    periods.filter(\.isPartial).map(\.cutOff).min()
  }

  /// The selection without dimensions that the indicator does not have: a formula may divide members of an
  /// organisation by the whole population.
  func narrowed(_ selection: Selection, to indicator: Indicator) throws(Failure) -> Selection {
    var own = selection
    for name in selection.members.keys {
      for measure in catalogue.measures(of: indicator)
      where catalogue.roles[measure.resource]?.column(of: name) == nil {
        own.members[name] = nil
      }
    }
    return own
  }

  func requireDimensions(
    of selection: Selection, in roles: ResourceRoles, _ indicator: Indicator
  ) throws(Failure) {
    for name in selection.members.keys where roles.column(of: name) == nil { throw refusal(of: selection, indicator) }
  }

  func refusal(of selection: Selection, _ indicator: Indicator) -> Failure {
    .refused(Messages.notBrokenDown(indicator.names, by: selection.members.keys.sorted().joined(separator: ", ")))
  }

  func coverage(
    _ measure: Measure, _ roles: ResourceRoles, _ cells: [CellEntry],
    _ time: RolledUp, _ selection: Selection
  ) throws(Failure) -> Coverage? {
    guard !roles.expects.isEmpty else { return nil }
    return try coverageFrame(measure, roles, selection).coverage(of: cells, time: time, in: scope(selection))
  }
}

extension Formula {
  /// The value, unrounded.
  ///
  /// - Parameters:
  ///   - operand: the value of an indicator; one that is absent counts as a division by zero.
  ///   - previous: the same of the year before.
  /// - Throws: `.divisionByZero`, or `.overflow`.
  public func value(
    _ operand: (String) -> Rational?, previous: (String) -> Rational? = { _ in nil }
  ) throws(ArithmeticFailure) -> Rational {
    func term(_ formula: Formula) throws(ArithmeticFailure) -> Rational {
      try formula.value(operand, previous: previous)
    }
    switch self {
    case .number(let number): return Rational(number)
    case .indicator(let name):
      guard let value = operand(name) else { throw .divisionByZero }
      return value
    case .previous(let name):
      guard let value = previous(name) else { throw .divisionByZero }
      return value
    case .adding(let left, let right): return try term(left).adding(term(right))
    case .subtracting(let left, let right): return try term(left).subtracting(term(right))
    case .multiplying(let left, let right): return try term(left).multiplied(by: term(right))
    case .dividing(let left, let right): return try term(left).divided(by: term(right))
    }
  }
}
