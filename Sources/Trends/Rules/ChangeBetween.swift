public import Aggregation
public import Catalogue
public import Findings
public import Language
public import Values

/// A part of the whole in an earlier period, and how it moved since.
public struct Movement: Sendable {
  public let before: Observation
  /// Nil where the two are not comparable, and `reason` says why.
  public let change: TrendChange?
  public let reason: LocalizedText?
}

extension TrendBuilder {
  /// From one period to a later one that is like it. All periods between count: a break in any of them is one.
  public func movement(
    of indicator: Indicator, from since: PeriodSpan, to span: PeriodSpan, for selection: Selection
  ) throws(Failure) -> Movement {
    var spans = [since, span]
    if let first = since.single, let last = span.single {
      spans = (0...max(0, first.distance(to: last))).map { .slot(first.advanced(by: $0)) }
    }
    let before = try evaluator.observe(indicator, in: since, of: selection)
    let trend = try trend(of: indicator, in: spans, for: selection)
    if let change = trend.change, change.from.code == since.code, change.to.code == span.code, trend.gap == nil {
      return Movement(before: before, change: change, reason: nil)
    }
    return Movement(before: before, change: nil, reason: trend.refusal ?? trend.gap ?? Messages.notComparedTooFew)
  }
}

extension PeriodSpan {
  /// - Throws: `Failure.usage` unless the other is of the same kind and earlier.
  func check(since other: PeriodSpan) throws(Failure) {
    guard other.isLike(self) else { throw .usage(Messages.periodsOfOtherKinds(other.code, code)) }
    let (before, after) = (ReportingYear.calendar.period(of: other), ReportingYear.calendar.period(of: self))
    guard before.start < after.start else { throw .usage(Messages.sinceIsNotEarlier(other.code, than: code)) }
  }

  /// Whether two spans are of the same part of a year, or as long as each other.
  private func isLike(_ other: PeriodSpan) -> Bool {
    switch (self, other) {
    case (.slots(let first, let last), .slots(let start, let end)):
      first.kind == start.kind && first.distance(to: last) == start.distance(to: end)
        && (first.kind == .year || first.number == start.number)
    case (.declared(let one), .declared(let other)): one.kind == other.kind
    default: false
    }
  }
}
