extension CalendarDate {
  /// The day before; nil on the first day of year 1.
  public var previous: CalendarDate? {
    if day > 1 { return CalendarDate(year: year, month: month, day: day - 1) }
    if month > 1 { return .lastDay(of: month - 1, in: year) }
    return year > 1 ? .lastDay(of: year - 1) : nil
  }

  /// The day after; nil on the last day of year 9999.
  public var next: CalendarDate? {
    if let next = CalendarDate(year: year, month: month, day: day + 1) { return next }
    if month < 12 { return CalendarDate(year: year, month: month + 1, day: 1) }
    return year < 9999 ? .firstDay(of: year + 1) : nil
  }
}
