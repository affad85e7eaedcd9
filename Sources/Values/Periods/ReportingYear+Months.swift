/// Reporting months, counted from the one that ends in January of the year 0. Where the year starts on the 15th, the
/// month of June is 15 May to 14 June, as offices reckon six months to 14 June.
extension ReportingYear {
  /// The months of a regular period.
  public func months(of slot: PeriodSlot) -> ClosedRange<Int> {
    let first: Int
    switch slot.kind {
    case .month: first = slot.year * 12 + slot.number - 1
    case .quarter: first = firstMonth(of: slot.year) + 3 * (slot.number - 1)
    case .halfYear: first = firstMonth(of: slot.year) + 6 * (slot.number - 1)
    case .nineMonths, .year, .term, .range: first = firstMonth(of: slot.year)
    }
    return first...first + (slot.kind.months ?? 12) - 1
  }

  private func firstMonth(of year: Int) -> Int {
    isCalendar ? year * 12 : (year - 1) * 12 + startMonth - (startDay == 1 ? 1 : 0)
  }

  /// The reporting year to which a month belongs.
  public func year(ofMonth month: Int) -> Int {
    var year = month / 12
    while firstMonth(of: year) > month { year -= 1 }
    while firstMonth(of: year + 1) <= month { year += 1 }
    return year
  }

  /// The reporting year in which a regular period lies.
  public func year(of slot: PeriodSlot) -> Int {
    slot.kind == .month ? year(ofMonth: months(of: slot).lowerBound) : slot.year
  }

  /// The month that a day lies in.
  public func month(of day: CalendarDate) -> PeriodSlot {
    var month = day.year * 12 + day.month - 1
    if start(ofMonth: month + 1) <= day { month += 1 }
    return .month(month)
  }

  public func start(ofMonth month: Int) -> CalendarDate {
    let calendar = min(max(startDay == 1 ? month : month - 1, 12), 9999 * 12 + 11)
    return CalendarDate.firstDay(of: calendar / 12).replacing(month: calendar % 12 + 1, day: startDay)
  }

  public func end(ofMonth month: Int) -> CalendarDate {
    let next = start(ofMonth: month + 1)
    return next.month == 1 && next.day == 1 ? .lastDay(of: next.year - 1) : Self.dayBefore(next)
  }

  /// The period of a kind in which a month lies; nil for the last quarter and nine months, and for terms and ranges.
  public func slot(_ kind: PeriodKind, containing month: Int) -> PeriodSlot? {
    if kind == .month { return .month(month) }
    guard let length = kind.months else { return nil }
    let year = year(ofMonth: month)
    return PeriodSlot(kind, year, (month - firstMonth(of: year)) / length + 1)
  }

  /// Periods of one kind that cover some months exactly, without overlap; nil when none do.
  public func slots(_ kind: PeriodKind, covering months: ClosedRange<Int>) -> [PeriodSlot]? {
    var slots: [PeriodSlot] = []
    var next = months.lowerBound
    while next <= months.upperBound {
      guard let slot = slot(kind, containing: next) else { return nil }
      let own = self.months(of: slot)
      guard own.lowerBound == next, own.upperBound <= months.upperBound else { return nil }
      slots.append(slot)
      next = own.upperBound + 1
    }
    return slots
  }

  /// The fewest periods that cover some months exactly: years, halves, quarters and months.
  public func slots(covering months: ClosedRange<Int>) -> [PeriodSlot] {
    var slots: [PeriodSlot] = []
    var next = months.lowerBound
    while next <= months.upperBound {
      var longest = PeriodSlot.month(next)
      for kind in [PeriodKind.quarter, .halfYear, .year] {
        guard let candidate = slot(kind, containing: next) else { continue }
        let own = self.months(of: candidate)
        if own.lowerBound == next, own.upperBound <= months.upperBound { longest = candidate }
      }
      slots.append(longest)
      next = self.months(of: longest).upperBound + 1
    }
    return slots
  }

  /// The months of a span; nil when one of its days cuts a month.
  public func months(of span: PeriodSpan) -> ClosedRange<Int>? {
    switch span {
    case .slots(let first, let last): return months(of: first).lowerBound...months(of: last).upperBound
    case .declared(let period):
      let first: Int
      switch period.start {
      case .slot(let slot): first = months(of: slot).lowerBound
      case .day(let day):
        first = months(of: month(of: day)).lowerBound
        guard start(ofMonth: first) == day else { return nil }
      }
      let last: Int
      switch period.end {
      case .slot(let slot): last = months(of: slot).upperBound
      case .day(let day):
        last = months(of: month(of: day)).lowerBound
        guard end(ofMonth: last) == day else { return nil }
      }
      return first <= last ? first...last : nil
    }
  }

  /// A span with its days.
  public func period(of span: PeriodSpan, cutOff: CalendarDate? = nil) -> Period {
    switch span {
    case .slots(let first, let last):
      if first.kind == .year { return range(first.year, last.year, cutOff: cutOff) }
      return Period(
        kind: first == last ? first.kind : .range, code: span.code, start: start(ofMonth: months(of: first).lowerBound),
        end: end(ofMonth: months(of: last).upperBound), cutOff: cutOff)
    case .declared(let period):
      let (start, end) = days(of: period)
      return Period(kind: period.kind, code: period.code, start: start, end: end, cutOff: cutOff)
    }
  }

  private func days(of period: DeclaredPeriod) -> (start: CalendarDate, end: CalendarDate) {
    let start: CalendarDate =
      switch period.start {
      case .day(let day): day
      case .slot(let slot): self.start(ofMonth: months(of: slot).lowerBound)
      }
    let end: CalendarDate =
      switch period.end {
      case .day(let day): day
      case .slot(let slot): self.end(ofMonth: months(of: slot).upperBound)
      }
    return (start, end)
  }
}
