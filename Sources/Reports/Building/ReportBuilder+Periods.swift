import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

extension ReportBuilder {
  /// The last period of a kind for which an indicator has a value; the first half of a year where halves are asked for.
  static func lastPeriod(
    of indicator: Indicator, _ kind: PeriodKind, _ evaluator: Evaluator
  ) throws(Failure) -> PeriodSlot? {
    if kind == .range || kind == .year { return try evaluator.years(of: indicator).map { .year($0.upperBound) } }
    guard try evaluator.periodKinds(of: indicator).contains(kind),
      let slots = try evaluator.slots(of: indicator, kind: kind)
    else { return nil }
    var slot = slots.upperBound
    while slot >= slots.lowerBound {
      if kind != .halfYear || slot.number == 1, try evaluator.observe(indicator, in: .slot(slot)).value != nil {
        return slot
      }
      slot = slot.advanced(by: -1)
    }
    return nil
  }

  /// The years of the report in which an indicator is known for the part that it is about, from the first with a value.
  func yearsWithPart(_ indicator: Indicator) throws(Failure) -> ClosedRange<Int>? {
    guard try evaluator.periodKinds(of: indicator).contains(periods.kind) else { return nil }
    let (first, last) = (flowYears.lowerBound, flowYears.upperBound)
    for year in first...last
    where try evaluator.observe(indicator, in: .slot(periods.slot(year))).value != nil {
      return year...last
    }
    return nil
  }

  /// The period of one year of the report, as the calendar has it: for headings.
  func calendarPeriod(_ year: Int) -> Period { ReportingYear.calendar.period(of: .slot(periods.slot(year))) }

  /// What is compared with what: the first comparable period with the last, or in a report on one period that of the year
  /// before with its own. Nil where they may not be compared.
  func ends(of trend: Trend) -> (from: Observation, to: Observation)? {
    guard trend.refusal == nil, let last = trend.comparable.last else { return nil }
    guard periods.isSingle else { return trend.comparable.first.map { ($0, last) } }
    guard last.period.year == flowYears.upperBound,
      let before = trend.comparable.last(where: { $0.period.year == last.period.year - 1 })
    else { return nil }
    return (before, last)
  }

  /// The observation of the report's last period; the last there is where it reports on several.
  func current(_ trend: Trend?) -> Observation? {
    guard periods.isSingle else { return trend?.last }
    return trend?.points.first { $0.period.year == flowYears.upperBound && $0.value != nil }
  }

  /// As a title has it: `2014 – 2023`, `năm 2022`, `6 tháng đầu năm 2022`.
  func title(of period: Period) -> String {
    periods.isSingle ? dates.label(period) : dates.years(period)
  }

  /// `2018 – 2022`, `6 tháng đầu các năm 2018 – 2022`: all that tables show side by side.
  func title(of years: ClosedRange<Int>) -> String {
    guard periods.isPartOfYear else { return dates.years(years.lowerBound, years.upperBound) }
    let last = calendarPeriod(years.upperBound)
    return years.count == 1 ? dates.label(last) : dates.likeParts(last, from: years.lowerBound)
  }

  /// "cùng kỳ năm 2021", "năm 2021", "cuối năm 2013": what the text compares with.
  func comparedPoint(_ observation: Observation, _ indicator: Indicator) -> String {
    guard periods.isPartOfYear else { return pointInTime(observation, indicator) }
    guard evaluator.isFlow(indicator), accumulates(indicator) else {
      return Messages.onDay(dates.short(observation.period.cutOff))[language]
    }
    return Messages.samePeriodOf(observation.period.year)[language]
  }
}

extension Observation {
  /// The span that it was asked for.
  func span() throws(Failure) -> PeriodSpan {
    guard let span = PeriodSpan(code: period.code) else { throw .defect("no span \(period.code)") }
    return span
  }
}
