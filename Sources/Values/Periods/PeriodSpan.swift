/// The time that a question is about, before a resource's reporting year says which days it covers.
public enum PeriodSpan: Sendable, Hashable {
  /// Regular periods of one kind, from the first to the last.
  case slots(PeriodSlot, PeriodSlot)
  /// A term or range with a name of its own.
  case declared(DeclaredPeriod)

  public static func slot(_ slot: PeriodSlot) -> PeriodSpan { .slots(slot, slot) }
  public static func years(_ years: ClosedRange<Int>) -> PeriodSpan {
    .slots(.year(years.lowerBound), .year(years.upperBound))
  }

  /// Nil for other periods than whole reporting years.
  public var years: ClosedRange<Int>? {
    guard case .slots(let first, let last) = self, first.kind == .year, last.kind == .year, first <= last else {
      return nil
    }
    return first.year...last.year
  }

  /// Nil unless both are of one kind and in order.
  public static func from(_ first: PeriodSlot, to last: PeriodSlot) -> PeriodSpan? {
    first.kind == last.kind && first <= last ? .slots(first, last) : nil
  }

  /// The same part of the year after; a declared period as it is.
  public var nextYear: PeriodSpan {
    guard case .slots(let first, let last) = self else { return self }
    return .slots(first.inYear(first.year + 1), last.inYear(last.year + 1))
  }

  /// Reads a code of regular periods: `2023`, `2014/2023`, `2023-S1`, `2023-Q1/2023-Q3`.
  public init?(code: String) {
    let parts = code.split(separator: "/", omittingEmptySubsequences: false).map { PeriodSlot(code: $0) }
    guard (1...2).contains(parts.count), let first = parts[0], let last = parts[parts.count - 1],
      first.kind == last.kind, first <= last
    else { return nil }
    self = .slots(first, last)
  }

  /// `2023`, `2014/2023`, `2023-Q1/2023-Q3`, or the code of a term.
  public var code: String {
    switch self {
    case .slots(let first, let last): first == last ? "\(first)" : "\(first)/\(last)"
    case .declared(let period): period.code
    }
  }

  /// The one regular period that it is.
  public var single: PeriodSlot? {
    if case .slots(let first, let last) = self, first == last { return first }
    return nil
  }
}

/// A term of office or a range of years with a name, a start and an end.
public struct DeclaredPeriod: Sendable, Hashable {
  /// Where it starts or ends: on a day, or with a regular period, whose days follow the reporting year.
  public enum Bound: Sendable, Hashable {
    case day(CalendarDate)
    case slot(PeriodSlot)
  }

  public let code: String
  /// `term` or `range`.
  public let kind: PeriodKind
  public let start: Bound
  public let end: Bound

  public init(code: String, kind: PeriodKind, start: Bound, end: Bound) {
    self.code = code
    self.kind = kind
    self.start = start
    self.end = end
  }
}

extension DeclaredPeriod {
  /// The reporting years that it consists of; nil where it begins or ends within one.
  public var years: ClosedRange<Int>? {
    guard case .slot(let first) = start, case .slot(let last) = end, first.kind == .year, last.kind == .year,
      first <= last
    else { return nil }
    return first.year...last.year
  }
}
