public import Aggregation
public import Catalogue
public import Findings
import Language
public import Values

/// Which periods a query shows.
public struct PeriodChoice: Sendable, Hashable {
  public var kind: PeriodKind
  /// Of that kind, or of any where terms are asked for; nil for as far as the data go.
  public var first: PeriodSlot?
  public var last: PeriodSlot?
  /// One span alone.
  public var only: PeriodSpan?

  public init(kind: PeriodKind = .year, first: PeriodSlot? = nil, last: PeriodSlot? = nil, only: PeriodSpan? = nil) {
    self.kind = kind
    self.first = first
    self.last = last
    self.only = only
  }

  /// The reporting years within which something is shown; nil where other periods are asked for.
  public var years: ClosedRange<Int>? {
    if let only { return only.years }
    guard kind == .year, (first?.kind ?? .year) == .year, (last?.kind ?? .year) == .year else { return nil }
    let (from, to) = (first?.year ?? 1, last?.year ?? 9999)
    return from <= to ? from...to : nil
  }

  /// Reporting years.
  public init(first: Int?, last: Int? = nil) {
    self.init(first: first.map { .year($0) }, last: last.map { .year($0) })
  }
}

extension Evaluator {
  /// The periods to show, in order: those asked for, and otherwise those that there are; none when there are no data.
  ///
  /// Periods that are asked for and have no data are shown as missing, not dropped.
  ///
  /// - Throws: `Failure.usage` when the first is after the last, `.refused` when there are too many.
  public func spans(of indicators: [Indicator], _ choice: PeriodChoice) throws(Failure) -> [PeriodSpan] {
    if let only = choice.only { return [only] }
    switch choice.kind {
    case .year:
      guard let years = try years(of: indicators, first: choice.first?.year, last: choice.last?.year) else { return [] }
      return years.map { .slot(.year($0)) }
    case .term, .range: return try declared(choice, indicators)
    case .halfYear, .nineMonths, .quarter, .month: return try regular(choice, indicators)
    }
  }

  private func regular(_ choice: PeriodChoice, _ indicators: [Indicator]) throws(Failure) -> [PeriodSpan] {
    var available: ClosedRange<PeriodSlot>?
    for indicator in indicators where !isRegister(indicator) {
      guard let range = try slots(of: indicator, kind: choice.kind) else { continue }
      let known = available ?? range
      available = min(known.lowerBound, range.lowerBound)...max(known.upperBound, range.upperBound)
    }
    guard let available else { return [] }
    let (first, last) = (choice.first ?? available.lowerBound, choice.last ?? available.upperBound)
    guard first <= last else {
      if choice.first == nil || choice.last == nil { return [] }
      throw .usage(Messages.periodsReversed(first.description, last.description))
    }
    guard last.year - first.year < 200 else {
      let message = Messages.periodTooLong(first.year, last.year)
      if choice.first != nil, choice.last != nil { throw .usage(message) }
      throw .refused(message)
    }
    return (0...first.distance(to: last)).map { .slot(first.advanced(by: $0)) }
  }

  /// Declared periods of which any day lies in the years there are, or in those asked for.
  private func declared(_ choice: PeriodChoice, _ indicators: [Indicator]) throws(Failure) -> [PeriodSpan] {
    guard let years = try years(of: indicators, first: choice.first?.year, last: choice.last?.year) else { return [] }
    let calendar =
      indicators.first.flatMap { dataset.catalogue.measures(of: $0).first }
      .flatMap { dataset.catalogue.roles[$0.resource]?.reportingYear } ?? .calendar
    let whole = calendar.period(of: .years(years))
    return dataset.catalogue.periods.filter { declaration in
      guard declaration.period.kind == choice.kind else { return false }
      let period = calendar.period(of: .declared(declaration.period))
      return period.start <= whole.end && period.end >= whole.start
    }.map { .declared($0.period) }
  }
}
