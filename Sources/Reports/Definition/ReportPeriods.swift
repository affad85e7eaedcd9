public import Values

/// What a definition says of time: which kind of period a report is about.
public struct ReportPeriodDefinition: Sendable, Hashable {
  /// `range` for a report on several years together; any other for one on a single period, shown beside those like it.
  public let kind: PeriodKind
  /// How many years: together, or side by side.
  public let years: Int
  /// Of a range: the line of the catalogue's ranges that it is about, such as the stages of a movement; nil for those of
  /// none.
  public let series: String?
  /// Of a range: whether stocks have one year-end more, before the first year of the flows.
  public let hasBaseline: Bool

  public static let kinds: [PeriodKind] = [.range, .year, .nineMonths, .halfYear, .quarter, .month]

  public init(kind: PeriodKind, years: Int, hasBaseline: Bool, series: String? = nil) {
    self.kind = kind
    self.series = series
    self.years = years
    self.hasBaseline = hasBaseline
  }
}

/// The periods of one report: years, or the same part of each of several years. So a year names one of them.
public struct ReportPeriods: Sendable, Hashable {
  /// Of flows, from the first that is shown to the last.
  public let years: ClosedRange<Int>
  /// Of stocks.
  public let stockYears: ClosedRange<Int>
  /// The report is about the last one alone; the others stand beside it.
  public let isSingle: Bool
  private let last: PeriodSlot

  /// - Parameter last: the period that the report is about, or the last year of a range.
  public init(_ definition: ReportPeriodDefinition, last: PeriodSlot) {
    self.last = last
    isSingle = definition.kind != .range
    years = max(1, last.year - definition.years + 1)...last.year
    stockYears = (definition.hasBaseline && !isSingle ? max(1, years.lowerBound - 1) : years.lowerBound)...last.year
  }

  /// A range of years that is not the definition's own length.
  public init(_ definition: ReportPeriodDefinition, years: ClosedRange<Int>) {
    let length = ReportPeriodDefinition(
      kind: definition.kind, years: years.count, hasBaseline: definition.hasBaseline, series: definition.series)
    self.init(length, last: .year(years.upperBound))
  }

  public var kind: PeriodKind { last.kind }
  /// A half, nine months, a quarter or a month.
  public var isPartOfYear: Bool { last.kind != .year }

  public func slot(_ year: Int) -> PeriodSlot { last.inYear(year) }

  /// What the report is about, as one span of time.
  public var covered: PeriodSpan { isSingle ? .slot(last) : .years(years) }
}
