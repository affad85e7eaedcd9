import Testing
import Values

/// Codes of periods, and the days that a reporting year gives them.
@Suite struct PeriodSlotTests {
  private static let all = PeriodKind.regular.flatMap { kind in
    [1, 1999, 2024, 9999].flatMap { year in (1...kind.perYear).compactMap { PeriodSlot(kind, year, $0) } }
  }

  @Test func everyCodeIsReadBack() {
    #expect(Self.all.count == 4 * 20)
    for slot in Self.all {
      #expect(PeriodSlot(code: slot.description) == slot)
      #expect(PeriodSlot(slot.kind, slot.year, slot.number) == slot)
      #expect(slot.distance(to: slot.advanced(by: slot.year == 9999 ? -5 : 5)) == (slot.year == 9999 ? -5 : 5))
    }
    #expect(Set(Self.all.map(\.ordinal)).count == Self.all.count)
  }

  @Test(arguments: [
    ("2022-H1", "2022-S1"), ("2022-h2", "2022-S2"), ("2022-6M", "2022-S1"), ("2022-9m", "2022-9M"),
    ("2022-M07", "2022-07"),
    ("2022-q4", "2022-Q4"), ("2022-A1", "2022"),
  ]) func otherSpellingsAreTheSame(text: String, code: String) {
    #expect(PeriodSlot(code: text)?.description == code)
  }

  @Test(arguments: [
    "", "22", "202", "20222", "2022-", "2022-Q", "2022-Q5", "2022-Q0", "2022-S3", "2022-13", "2022-00", "2022-7",
    "2022-3M",
    "2022-9M1", "2022-M13", "0000", "2022/Q1", "２０２２", "2022-Q1 ", "2022-A2", "2022-001",
  ]) func nothingElseIsACode(text: String) { #expect(PeriodSlot(code: text) == nil) }

  @Test(arguments: [
    ("calendar", "2022-S1", "2022-01-01 2022-06-30"), ("12-15..12-14", "2022-S1", "2021-12-15 2022-06-14"),
    ("12-15..12-14", "2022-9M", "2021-12-15 2022-09-14"), ("12-15..12-14", "2022-Q4", "2022-09-15 2022-12-14"),
    ("12-15..12-14", "2022-01", "2021-12-15 2022-01-14"), ("12-15..12-14", "2022", "2021-12-15 2022-12-14"),
    ("11-01..10-31", "2022-Q1", "2021-11-01 2022-01-31"), ("11-01..10-31", "2021-11", "2021-11-01 2021-11-30"),
    ("12-31..12-30", "2023-02", "2023-01-31 2023-02-27"), ("12-31..12-30", "2023-03", "2023-02-28 2023-03-30"),
  ]) func thePeriodsOfAReportingYear(year: String, code: String, days: String) throws {
    let year = try #require(ReportingYear(year))
    let period = year.period(of: .slot(try #require(PeriodSlot(code: code))))
    #expect("\(period.start) \(period.end)" == days)
  }

  /// Every kind tiles the year, every day lies in one month, and its month in the year that has the day.
  @Test(arguments: ["calendar", "12-15..12-14", "11-01..10-31", "12-31..12-30", "01-15..01-14", "02-28..02-27"])
  func everyDayHasOnePlace(text: String) throws {
    let year = try #require(ReportingYear(text))
    for kind in [PeriodKind.halfYear, .quarter, .month] {
      let months = year.months(of: .year(2024))
      let slots = try #require(year.slots(kind, covering: months))
      #expect(slots.count == kind.perYear)
      #expect(slots.flatMap { Array(year.months(of: $0)) } == Array(months))
      #expect(year.period(of: .slot(slots[0])).start == year.year(2024).start)
      #expect(year.period(of: .slot(slots[slots.count - 1])).end == year.year(2024).end)
    }
    for month in 1...12 {
      for number in 1...31 {
        guard let day = CalendarDate(year: 2024, month: month, day: number) else { continue }
        let slot = year.month(of: day)
        let days = year.period(of: .slot(slot))
        #expect(days.start <= day && day <= days.end, "\(day) in \(slot)")
        let own = year.year(year.year(of: slot))
        #expect(own.start <= day && day <= own.end)
      }
    }
  }
}
