/// A kind of period in which figures are reported.
public enum PeriodKind: String, Sendable, Hashable, CaseIterable, Comparable {
  case month, quarter, halfYear = "half-year", nineMonths = "nine-months", year, term, range

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A reporting period: what it is called, which days it covers, and the day up to which its figures were counted.
public struct Period: Sendable, Hashable {
  public let kind: PeriodKind
  /// The stable name used in files and on the command line: `2023`, `2023-S1`, `2023-9M`, `2023-Q3`, `2023-09`,
  /// `2014/2023`, or the declared code of a term.
  public let code: String
  public let start: CalendarDate
  public let end: CalendarDate
  /// The day the figures were counted up to; before `end` when the period is partial.
  public var cutOff: CalendarDate

  public init(kind: PeriodKind, code: String, start: CalendarDate, end: CalendarDate, cutOff: CalendarDate? = nil) {
    self.kind = kind
    self.code = code
    self.start = start
    self.end = end
    self.cutOff = cutOff ?? end
  }

  /// The figures stop before the period does.
  public var isPartial: Bool { cutOff < end }

  /// The calendar year in which the period ends, which is the year a reporting year is named after.
  public var year: Int { end.year }

  /// How many reporting years the period spans.
  public var years: Int { kind == .range || kind == .term ? end.year - firstYear + 1 : 1 }

  /// The first reporting year in a range, which need not be the calendar year of its first day.
  public var firstYear: Int {
    guard kind == .range || kind == .term else { return year }
    return Int(code.prefix { $0 != "/" }) ?? Int(code.prefix(4)) ?? start.year
  }
}

extension Period: Comparable, CustomStringConvertible {
  public static func < (left: Self, right: Self) -> Bool {
    (left.end, left.start, left.code) < (right.end, right.start, right.code)
  }

  public var description: String { code }
}
