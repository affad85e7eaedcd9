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
    for measure in catalogue.measures(of: indicator) {
      let (_, roles) = try self.measure(measure.name)
      guard let months = try rollUp(measure, roles).months,
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
