public import Catalogue
public import Findings
import Language
public import Values

extension Evaluator {
  /// The regular periods of a span, in order and without overlap.
  ///
  /// - Throws: `Failure.refused` when a declared term or range cuts a reporting month.
  func slots(of span: PeriodSpan, _ roles: ResourceRoles) throws(Failure) -> [PeriodSlot] {
    switch span {
    case .slots(let first, let last):
      if first == last { return [first] }
      return (0...max(0, first.distance(to: last))).map { first.advanced(by: $0) }
    case .declared(let period):
      let calendar = roles.reportingYear
      guard let months = calendar.months(of: span) else {
        let days = calendar.period(of: span)
        throw .refused(
          Messages.periodCutsMonth(period.code, start: days.start.description, end: days.end.description))
      }
      return calendar.slots(covering: months)
    }
  }

  /// The periods of a kind for which an indicator has rows, whole or in part; nil when there is none. A formula has those
  /// that all its operands have.
  public func slots(of indicator: Indicator, kind: PeriodKind) throws(Failure) -> ClosedRange<PeriodSlot>? {
    var common: ClosedRange<PeriodSlot>?
    try requireFinest(indicator)
    for measure in catalogue.measures(of: indicator) {
      let (_, roles) = try self.measure(measure.name)
      guard let months = try rollUp(measure).months,
        let first = roles.reportingYear.firstSlot(kind, from: months.lowerBound),
        let last = roles.reportingYear.lastSlot(kind, to: months.upperBound), first <= last
      else { return nil }
      let known = common ?? first...last
      let (from, to) = (max(known.lowerBound, first), min(known.upperBound, last))
      guard from <= to else { return nil }
      common = from...to
    }
    return common
  }
}

extension Evaluator {
  /// The kinds of regular period for which an indicator has values of its own or can be added up, the coarsest first.
  public func periodKinds(of indicator: Indicator) throws(Failure) -> [PeriodKind] {
    var common = PeriodKind.regular
    if case .derived(let derivation) = indicator.definition {
      common.removeAll { !derivation.answers($0) }
    }
    try requireFinest(indicator)
    for measure in catalogue.measures(of: indicator) {
      let own = isRegister(indicator) ? [.year] : try rollUp(measure).answeredKinds
      common.removeAll { !own.contains($0) }
    }
    return common
  }

  /// Whether an indicator counts something over a period, and not at its end alone.
  public func isCountedOverTime(_ indicator: Indicator) -> Bool {
    catalogue.measures(of: indicator).contains { $0.kind != .stock && $0.kind != .published }
  }

  /// As many months of the year before as have been counted of a year that is not over; nil when it stops in the middle
  /// of a month.
  public func yearBefore(_ period: Period, of indicator: Indicator) -> PeriodSpan? {
    guard let measure = catalogue.measures(of: indicator).first,
      let calendar = catalogue.roles[measure.resource]?.reportingYear, period.year > 1
    else { return nil }
    let last = calendar.months(of: calendar.month(of: period.cutOff)).lowerBound
    let year = calendar.months(of: .year(period.year))
    guard year.contains(last), calendar.end(ofMonth: last) == period.cutOff else { return nil }
    let months = year.lowerBound - 12...last - 12
    for kind in PeriodKind.regular {
      if let slots = calendar.slots(kind, covering: months), slots.count == 1 { return .slot(slots[0]) }
    }
    return calendar.slots(.month, covering: months).flatMap { .from($0[0], to: $0[$0.count - 1]) }
  }
}

extension ReportingYear {
  /// The first period of a kind that has any of the months from one on.
  fileprivate func firstSlot(_ kind: PeriodKind, from month: Int) -> PeriodSlot? {
    slot(kind, containing: month) ?? PeriodSlot(kind, year(ofMonth: month) + 1)
  }

  /// The last period of a kind that has any of the months up to one.
  fileprivate func lastSlot(_ kind: PeriodKind, to month: Int) -> PeriodSlot? {
    slot(kind, containing: month) ?? PeriodSlot(kind, year(ofMonth: month))
  }
}
