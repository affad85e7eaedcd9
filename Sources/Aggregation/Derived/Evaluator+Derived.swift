import Catalogue
import Datasets
import Findings
import Language
import Values

extension Evaluator {
  func observeDerived(
    _ derivation: Derivation, _ indicator: Indicator, _ span: PeriodSpan, _ selection: Selection
  ) throws(Failure) -> Observation {
    guard let operand = catalogue.indicator(derivation.operand) else {
      throw .defect("no indicator \(derivation.operand)")
    }
    switch derivation {
    case .cumulative(_, let since): return try cumulate(operand, since, indicator, span, selection)
    case .averageAYear:
      return try average(of: operand, over: years(in: span, indicator), as: indicator, span, selection)
    case .movingAverage(_, let length):
      let last = try years(in: span, indicator).upperBound
      return try average(of: operand, over: max(1, last - length + 1)...max(1, last), as: indicator, span, selection)
    }
  }

  /// Everything from the first year to the end of the span.
  private func cumulate(
    _ operand: Indicator, _ since: Int?, _ indicator: Indicator, _ span: PeriodSpan, _ selection: Selection
  ) throws(Failure) -> Observation {
    guard case .slots(_, let last) = span, last.kind != .nineMonths, let available = try years(of: operand),
      let first = PeriodSlot(last.kind, since ?? available.lowerBound)
    else {
      throw .refused(Messages.regularPeriodsNeeded(indicator.names, span.code))
    }
    guard let whole = PeriodSpan.from(first, to: last) else {
      return try restated(observe(operand, in: .slot(last), of: selection), as: indicator, span) {
        (nil, .notApplicable)
      }
    }
    let sum = try observe(operand, in: whole, of: selection)
    var gaps = sum.hasMissingParts
    for slot in try slots(of: whole, roles(of: operand)) where !gaps {
      gaps = try observe(operand, in: .slot(slot), of: selection).value == nil
    }
    var result = try restated(sum, as: indicator, span) { (sum.value, sum.absence) }
    result.hasMissingParts = gaps && sum.value != nil
    return result
  }

  private func roles(of indicator: Indicator) throws(Failure) -> ResourceRoles {
    try measure(catalogue.measures(of: indicator).first?.name ?? "").1
  }

  /// The whole years of a span.
  private func years(in span: PeriodSpan, _ indicator: Indicator) throws(Failure) -> ClosedRange<Int> {
    let slots = try slots(of: span, roles(of: indicator))
    guard let first = slots.first, let last = slots.last, slots.allSatisfy({ $0.kind == .year }) else {
      throw .refused(Messages.yearsNeeded(indicator.names, span.code))
    }
    return first.year...last.year
  }

  private func restated(
    _ observation: Observation, as indicator: Indicator, _ span: PeriodSpan, _ value: () -> (Rational?, Absence?)
  ) throws(Failure) -> Observation {
    let (value, absence) = value()
    let period = try roles(of: indicator).reportingYear.period(
      of: span, cutOff: observation.period.isPartial ? observation.period.cutOff : nil)
    return Observation(
      indicator: indicator.code, period: period, selection: observation.selection, value: value, absence: absence,
      numerator: value == nil ? nil : observation.numerator, denominator: value == nil ? nil : observation.denominator,
      flags: observation.flags, coverage: observation.coverage, isIllustrative: observation.isIllustrative,
      inputs: value == nil ? [] : observation.inputs, hasMissingParts: observation.hasMissingParts)
  }
}

extension Evaluator {
  /// What the years of an average are worth together.
  private struct Averaged {
    var value: Rational?
    var absence: Absence?
    var numerator: Rational?
    var denominator: Rational?
    /// One a year and term.
    var years: [Observation]
  }

  private func average(
    of operand: Indicator, over years: ClosedRange<Int>, as indicator: Indicator, _ span: PeriodSpan,
    _ selection: Selection
  ) throws(Failure) -> Observation {
    let averaged = try average(of: operand, over: years, selection)
    // What a year before the last one was counted up to says nothing about the end of the period.
    let cutOff = Self.cutOff(of: averaged.years.map(\.period).filter { $0.year == years.upperBound })
    let coverages = averaged.years.compactMap(\.coverage)
    return Observation(
      indicator: indicator.code, period: try roles(of: indicator).reportingYear.period(of: span, cutOff: cutOff),
      selection: selection, value: averaged.value, absence: averaged.absence, numerator: averaged.numerator,
      denominator: averaged.denominator,
      flags: averaged.years.reduce(into: StatusFlags()) { $0.formUnion($1.flags) },
      coverage: coverages.isEmpty ? nil : coverages.reduce(.none, +),
      isIllustrative: averaged.years.contains(where: \.isIllustrative),
      inputs: try ObservationInput.merged(averaged.years.flatMap(\.inputs)),
      hasMissingParts: averaged.years.contains(where: \.hasMissingParts))
  }

  /// Σ numerator / Σ denominator of a ratio; of a formula, the formula of its terms' averages, which is the same for a
  /// quotient; of anything else Σ / number of years. Nothing where a year has no value.
  private func average(
    of operand: Indicator, over years: ClosedRange<Int>, _ selection: Selection
  ) throws(Failure) -> Averaged {
    if case .formula(let formula) = operand.definition, !isPaired(operand) {
      return try average(of: formula, over: years, selection)
    }
    var observed: [Observation] = []
    for year in years { observed.append(try observe(operand, years: year...year, of: selection)) }
    var result = Averaged(years: observed)
    if let missing = observed.first(where: { $0.value == nil }) {
      result.absence = missing.absence ?? .missing
      return result
    }
    let terms = observed.compactMap { point in
      point.numerator.flatMap { top in point.denominator.map { (top, $0) } }
    }
    do {
      if terms.count == observed.count {
        let top = try Self.sum(terms.map(\.0))
        let bottom = try Self.sum(terms.map(\.1))
        (result.numerator, result.denominator) = (top, bottom)
        guard !bottom.isZero else {
          result.absence = .notApplicable
          return result
        }
        result.value = try quotient(top, bottom, of: operand)
      } else {
        result.value = try Self.sum(observed.compactMap(\.value)).divided(by: Rational(years.count))
      }
    } catch let error as Failure {
      throw error
    } catch {
      throw .refused(Messages.overflow)
    }
    return result
  }

  private func quotient(_ top: Rational, _ bottom: Rational, of operand: Indicator) throws(Failure) -> Rational? {
    if case .formula(let formula) = operand.definition, let names = formula.quotientOfTwo {
      do { return try formula.value { $0 == names.top ? top : bottom } } catch { throw .refused(Messages.overflow) }
    }
    let value: Rational
    do { value = try top.divided(by: bottom) } catch { throw .refused(Messages.overflow) }
    return try percent(scaled(value, to: operand), of: operand)
  }

  private func average(
    of formula: Formula, over years: ClosedRange<Int>, _ selection: Selection
  ) throws(Failure) -> Averaged {
    var terms: [String: Averaged] = [:]
    for name in formula.names {
      guard let term = catalogue.indicator(name) else { throw .defect("no indicator \(name)") }
      terms[name] = try average(of: term, over: years, narrowed(selection, to: term))
    }
    let ordered = formula.names.compactMap { terms[$0] }
    var result = Averaged(absence: ordered.compactMap(\.absence).first, years: ordered.flatMap(\.years))
    guard result.absence == nil else { return result }
    do { result.value = try formula.value { terms[$0]?.value } } catch {
      if error == .overflow { throw .refused(Messages.overflow) }
      result.absence = .notApplicable
    }
    return result
  }

  private static func sum(_ values: [Rational]) throws(ArithmeticFailure) -> Rational {
    var sum = Rational.zero
    for value in values { sum = try sum.adding(value) }
    return sum
  }
}

extension ObservationInput {
  /// What several years have of one measure, as one: their values added up, their lines together.
  fileprivate static func merged(_ inputs: [ObservationInput]) throws(Failure) -> [ObservationInput] {
    var merged: [ObservationInput] = []
    for input in inputs {
      guard
        let index = merged.firstIndex(where: {
          $0.measure == input.measure && $0.conditions == input.conditions && $0.file == input.file
        })
      else {
        merged.append(input)
        continue
      }
      let known = merged[index]
      var value = known.value ?? input.value
      if let first = known.value, let second = input.value {
        do { value = try first.adding(second) } catch { throw .refused(Messages.overflow) }
      }
      merged[index] = ObservationInput(
        measure: known.measure, resource: known.resource, column: known.column, file: known.file,
        conditions: known.conditions, value: value, lines: LineRanges(merging: [known.lines, input.lines]),
        corrections: AppliedCorrection.ordered(known.corrections + input.corrections),
        isIllustrative: known.isIllustrative || input.isIllustrative, parts: known.parts + input.parts)
    }
    return merged
  }
}

extension Derivation {
  /// Whether there may be values for periods of a kind.
  func answers(_ kind: PeriodKind) -> Bool {
    switch self {
    case .cumulative: kind != .nineMonths
    case .averageAYear, .movingAverage: kind == .year
    }
  }
}
