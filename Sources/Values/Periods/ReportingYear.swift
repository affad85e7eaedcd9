/// Which days make a reporting year: the calendar year, or one that starts on a day of the year before, such as the
/// State's 15 December to 14 December.
public struct ReportingYear: Sendable, Hashable {
  /// Month and day on which the year starts, in the calendar year before unless it is the first of January.
  public let startMonth: Int
  public let startDay: Int

  public static let calendar = ReportingYear(startMonth: 1, startDay: 1)

  private init(startMonth: Int, startDay: Int) {
    self.startMonth = startMonth
    self.startDay = startDay
  }

  /// Reads `calendar` or `12-15..12-14`, whose second day must be the one before the first.
  public init?(_ text: some StringProtocol) {
    if text == "calendar" {
      self = .calendar
      return
    }
    let ends = text.split(separator: ".", omittingEmptySubsequences: false)
    guard ends.count == 3, ends[1].isEmpty, let from = CalendarDate(iso: "2001-" + ends[0]),
      let to = CalendarDate(iso: "2001-" + ends[2]),
      Self.dayBefore(from) == to
    else { return nil }
    self.init(startMonth: from.month, startDay: from.day)
  }

  public var isCalendar: Bool { startMonth == 1 && startDay == 1 }

  /// The period of a reporting year named after the calendar year it ends in.
  ///
  /// - Parameter year: 2 to 9999; the days of any other year are those of the nearest.
  public func year(_ year: Int, cutOff: CalendarDate? = nil) -> Period {
    let (start, end) = bounds(of: year)
    return Period(kind: .year, code: "\(year)", start: start, end: end, cutOff: cutOff)
  }

  /// The range of reporting years `first` to `last`, both included.
  public func range(_ first: Int, _ last: Int, cutOff: CalendarDate? = nil) -> Period {
    if first == last { return year(first, cutOff: cutOff) }
    return Period(
      kind: .range, code: "\(first)/\(last)", start: bounds(of: first).start, end: bounds(of: last).end, cutOff: cutOff)
  }

  private func bounds(of year: Int) -> (start: CalendarDate, end: CalendarDate) {
    let year = min(max(year, isCalendar ? 1 : 2), 9999)
    if isCalendar { return (.firstDay(of: year), .lastDay(of: year)) }
    let start = CalendarDate.firstDay(of: year - 1).replacing(month: startMonth, day: startDay)
    // The day before the next year's start, so that 29 February belongs to a year that ends with the month.
    return (start, Self.dayBefore(CalendarDate.firstDay(of: year).replacing(month: startMonth, day: startDay)))
  }

  /// In the same year: the day before the first of January is the 31st of December.
  static func dayBefore(_ date: CalendarDate) -> CalendarDate {
    if date.day > 1 { return date.replacing(month: date.month, day: date.day - 1) }
    if date.month > 1 { return .lastDay(of: date.month - 1, in: date.year) }
    return .lastDay(of: date.year)
  }
}

extension CalendarDate {
  /// Another day of the same year; the day is clamped to the month's length.
  func replacing(month: Int, day: Int) -> CalendarDate {
    let last = CalendarDate.lastDay(of: month, in: year)
    return CalendarDate(year: year, month: month, day: min(day, last.day)) ?? last
  }
}
