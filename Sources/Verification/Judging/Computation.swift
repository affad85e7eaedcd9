import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

/// A value that a figure can be compared with.
struct ComputedValue {
  var value: Rational
  var unit: UnitOfMeasure
  var unitNames: LocalizedText
  var decimals: Int
  var isIllustrative: Bool
  /// Not all cells that should report have done so.
  var isIncomplete = false
  var coverage: Coverage?
  /// Of a change: in percent of the first value; of a percentage, too.
  var relative: Rational?
}

enum Computation {
  case value(ComputedValue)
  /// And why.
  case impossible(LocalizedText)
}

extension Judge {
  /// - Throws: what reading the data throws; a refusal is an answer here.
  func compute(_ assertion: Assertion) throws(Failure) -> Computation {
    do throws(Failure) {
      switch assertion.quantity {
      case .level: return try level(assertion)
      case .change(let since): return try change(assertion, since: since)
      case .yearlyAverage: return try average(assertion)
      case .target, .targetGap, .completion: return try planned(assertion)
      }
    } catch {
      if case .refused(let reason) = error { return .impossible(reason) }
      throw error
    }
  }

  private func level(_ assertion: Assertion) throws(Failure) -> Computation {
    let (observation, reason) = try observe(assertion.indicator, assertion.years, assertion.selection)
    guard let observation, let value = observation.value else {
      return .impossible(reason ?? observation.map { Messages.noValueThere($0.absence ?? .missing) } ?? Messages.noData)
    }
    return .value(computed(value, assertion.indicator, [observation]))
  }

  private func average(_ assertion: Assertion) throws(Failure) -> Computation {
    guard evaluator.isFlow(assertion.indicator), case .measure = assertion.indicator.definition else {
      return .impossible(Messages.noYearlyAverage(assertion.indicator.names))
    }
    let (observation, reason) = try observe(assertion.indicator, assertion.years, assertion.selection)
    guard let observation, let value = observation.value else { return .impossible(reason ?? Messages.noData) }
    let average = try exactly { () throws(ArithmeticFailure) in
      try value.divided(by: Rational(assertion.years.count))
    }
    return .value(computed(average, assertion.indicator, [observation]))
  }

  private func change(_ assertion: Assertion, since first: Int) throws(Failure) -> Computation {
    let indicator = assertion.indicator
    let last = assertion.years.upperBound
    guard first < last else { return .impossible(Messages.changeNeedsTwoYears) }
    for year in [first, last] {
      let (observation, reason) = try observe(indicator, year...year, assertion.selection)
      guard observation?.value != nil else { return .impossible(reason ?? Messages.noDataFor(year)) }
    }
    let trend = try trends.trend(of: indicator, years: first...last, for: assertion.selection)
    let ends = trend.points.filter { $0.period.year == first || $0.period.year == last }
    guard ends.count == 2, !trend.partial.contains(where: { [first, last].contains($0.year) }) else {
      return .impossible(Messages.unlikePeriods)
    }
    // Of sums that lack cells, the difference may be one of reporting alone.
    if let reason = trend.refusal ?? trend.gap { return .impossible(reason) }
    guard
      let change = try TrendBuilder.change(from: ends[0], to: ends[1], of: indicator, relativeOfPercent: true)
    else { return .impossible(Messages.noData) }
    var value = computed(change.absolute, indicator, ends)
    value.unit = change.unit
    if change.unit == .percentagePoint { value.unitNames = Messages.percentagePoints }
    value.relative = change.relative
    return .value(value)
  }

  private func planned(_ assertion: Assertion) throws(Failure) -> Computation {
    let year = assertion.years.upperBound
    let target = targets.first { target in
      target.indicator == assertion.indicator.code && target.year == year
        && assertion.selection == selection(target.unit, target.organisation)
    }
    guard let target else { return .impossible(Messages.noTargetFor(year)) }
    let plan = Rational(target.value)
    var value = computed(plan, assertion.indicator, [])
    value.isIllustrative = target.isIllustrative
    guard assertion.quantity != .target else { return .value(value) }
    let (observation, reason) = try observe(assertion.indicator, year...year, assertion.selection)
    guard let observation, let actual = observation.value else { return .impossible(reason ?? Messages.noData) }
    guard !observation.period.isPartial || !evaluator.isFlow(assertion.indicator) else {
      return .impossible(Messages.unlikePeriods)
    }
    value = computed(actual, assertion.indicator, [observation])
    value.isIllustrative = observation.isIllustrative || target.isIllustrative
    if assertion.quantity == .completion {
      guard !plan.isZero else { return .impossible(Messages.noTargetFor(year)) }
      value.value = try exactly { () throws(ArithmeticFailure) in
        try actual.divided(by: plan).multiplied(by: .hundred)
      }
      (value.unit, value.unitNames, value.decimals) = (.percent, Messages.percent, 2)
    } else {
      value.value = try exactly { () throws(ArithmeticFailure) in try actual.subtracting(plan) }
      value.unit = assertion.indicator.unit.ofChange
      if value.unit == .percentagePoint { value.unitNames = Messages.percentagePoints }
    }
    return .value(value)
  }

  /// A value of the years, or why there can be none. Stocks and scores are taken at the end of the last year.
  func observe(
    _ indicator: Indicator, _ years: ClosedRange<Int>, _ selection: Selection
  ) throws(Failure) -> (Observation?, LocalizedText?) {
    let years = isAtEnd(indicator) ? years.upperBound...years.upperBound : years
    guard var available = try evaluator.years(of: indicator) else { return (nil, Messages.noData) }
    // What a register lists as lasting counts as far as anything is reported.
    if evaluator.isRegister(indicator), let reported = try reportedYears() {
      available = available.lowerBound...max(available.upperBound, reported.upperBound)
    }
    guard available.contains(years.lowerBound), available.contains(years.upperBound) else {
      return (nil, Messages.outsideTheData(asked: years, available: available))
    }
    return (try evaluator.observe(indicator, years: years, of: selection), nil)
  }

  /// From the first to the last year that anything but a register has; nil when nothing has.
  func reportedYears() throws(Failure) -> ClosedRange<Int>? {
    if let known = reported { return known }
    for indicator in dataset.catalogue.indicators where !evaluator.isRegister(indicator) {
      guard let years = try evaluator.years(of: indicator) else { continue }
      let known = reported ?? years
      reported = min(known.lowerBound, years.lowerBound)...max(known.upperBound, years.upperBound)
    }
    return reported
  }

  /// Whether every measure behind an indicator is the last of a period.
  func isAtEnd(_ indicator: Indicator) -> Bool {
    dataset.catalogue.measures(of: indicator).allSatisfy { $0.kind == .stock || $0.kind == .published }
  }

  private func computed(_ value: Rational, _ indicator: Indicator, _ from: [Observation]) -> ComputedValue {
    let coverage = from.compactMap(\.coverage).first { $0.reporting < $0.expected }
    return ComputedValue(
      value: value, unit: indicator.unit, unitNames: indicator.unitNames, decimals: indicator.decimals,
      isIllustrative: from.contains(where: \.isIllustrative), isIncomplete: coverage != nil, coverage: coverage)
  }

  func selection(_ unit: String?, _ organisation: String?) -> Selection {
    var selection = Selection.whole
    if let unit { selection.units = [unit] }
    if let organisation { selection.members[DimensionDeclaration.organisation] = [organisation] }
    return selection
  }

  func exactly<Value>(_ work: () throws(ArithmeticFailure) -> Value) throws(Failure) -> Value {
    do { return try work() } catch { throw .refused(Messages.overflow) }
  }
}
