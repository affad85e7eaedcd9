import Testing
import Values

@Suite struct CalendarTests {
  @Test(arguments: ["2023-09-30", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func readsDays(text: String) throws {
    #expect(try #require(CalendarDate(iso: text)).description == text)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10", "2023-04-31", "2023-1-01", "23-01-01", "2023/01/01",
    "0000-01-01", "2023-01-01T00:00", "+023-01-01", "2023--1-01", "", "--", "２０２３-01-01",
  ]) func refusesWhatIsNoDay(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func daysAreOrdered() throws {
    let days = try ["2013-12-31", "2014-01-01", "2014-01-02", "2014-02-01"].map { try #require(CalendarDate(iso: $0)) }
    #expect(days == days.reversed().sorted())
    #expect(Set(days).count == days.count)
  }

  @Test(arguments: [
    ("2024-02-29", 2023, "2023-02-28"), ("2024-02-29", 2028, "2028-02-29"), ("2023-12-14", 2014, "2014-12-14"),
  ])
  func movesToAnotherYear(day: String, year: Int, moved: String) throws {
    #expect(try #require(CalendarDate(iso: day)).inYear(year).description == moved)
  }
}

@Suite struct ReportingYearTests {
  @Test(arguments: [
    ("calendar", 2023, "2023-01-01", "2023-12-31"), ("01-01..12-31", 2023, "2023-01-01", "2023-12-31"),
    ("12-15..12-14", 2023, "2022-12-15", "2023-12-14"), ("11-01..10-31", 2022, "2021-11-01", "2022-10-31"),
    ("07-01..06-30", 2024, "2023-07-01", "2024-06-30"), ("03-01..02-28", 2023, "2022-03-01", "2023-02-28"),
    // A leap day belongs to a year too.
    ("03-01..02-28", 2024, "2023-03-01", "2024-02-29"), ("03-01..02-28", 2025, "2024-03-01", "2025-02-28"),
    ("12-15..12-14", 2, "0001-12-15", "0002-12-14"), ("calendar", 1, "0001-01-01", "0001-12-31"),
  ]) func spansItsDays(text: String, year: Int, start: String, end: String) throws {
    let period = try #require(ReportingYear(text)).year(year)
    #expect(period.start.description == start)
    #expect(period.end.description == end)
    #expect(period.code == "\(year)")
    #expect(period.kind == .year && period.years == 1 && period.firstYear == year && !period.isPartial)
  }

  @Test(arguments: [
    "", "12-15", "12-15..12-15", "12-15..12-13", "12-15.12-14", "12-15...12-14", "..", "15-12..14-12", "12-15..",
    "02-29..02-28", "Calendar", "12-15..12-14..12-13",
  ]) func refusesWhatIsNoYear(text: String) {
    #expect(ReportingYear(text) == nil)
  }

  @Test(arguments: ["calendar", "12-15..12-14", "03-01..02-28"])
  func yearsFollowEachOtherWithoutGap(text: String) throws {
    let reporting = try #require(ReportingYear(text))
    for year in 1990..<2030 {
      let end = reporting.year(year).end
      let start = reporting.year(year + 1).start
      #expect(end < start)
      // Nothing lies between them: the day after the end is the start.
      let next =
        CalendarDate(year: end.year, month: end.month, day: end.day + 1)
        ?? CalendarDate(year: end.year, month: end.month + 1, day: 1)
        ?? CalendarDate(year: end.year + 1, month: 1, day: 1)
      #expect(next == start)
    }
  }

  @Test(arguments: [Int.min, -5, 0, 1, 10_000, Int.max]) func strangeYearsDoNotTrap(year: Int) throws {
    for text in ["calendar", "12-15..12-14"] {
      let period = try #require(ReportingYear(text)).year(year)
      #expect(period.start < period.end)
      #expect((1...9999).contains(period.start.year) && (1...9999).contains(period.end.year))
    }
  }

  @Test func rangesJoinYears() throws {
    let range = try #require(ReportingYear("12-15..12-14")).range(2014, 2023)
    #expect(range.code == "2014/2023" && range.kind == .range)
    #expect(range.start.description == "2013-12-15" && range.end.description == "2023-12-14")
    #expect(range.years == 10 && range.firstYear == 2014 && range.year == 2023)
    #expect(ReportingYear.calendar.range(2023, 2023) == ReportingYear.calendar.year(2023))
    #expect(ReportingYear.calendar.range(987, 2023).firstYear == 987)
  }

  @Test func aCutOffBeforeTheEndMakesAPeriodPartial() throws {
    let day = try #require(CalendarDate(iso: "2023-09-30"))
    #expect(ReportingYear.calendar.year(2023, cutOff: day).isPartial)
    #expect(!ReportingYear.calendar.year(2022, cutOff: .lastDay(of: 2022)).isPartial)
  }

  @Test func periodsAreOrderedByTheirEnd() {
    let years = [2023, 2013, 2018].map { ReportingYear.calendar.year($0) }
    #expect(years.sorted().map(\.code) == ["2013", "2018", "2023"])
    #expect(PeriodKind.month < PeriodKind.year && PeriodKind.year < PeriodKind.range)
  }
}
