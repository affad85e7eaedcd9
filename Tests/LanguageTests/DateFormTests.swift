import Language
import Testing
import Values

@Suite struct DateFormTests {
  @Test(arguments: [
    ("2023-12-31", "31/12/2023", "ngày 31 tháng 12 năm 2023", "31 Dec 2023", "31 December 2023"),
    ("2023-09-05", "05/9/2023", "ngày 05 tháng 9 năm 2023", "5 Sep 2023", "5 September 2023"),
    ("2023-09-30", "30/9/2023", "ngày 30 tháng 9 năm 2023", "30 Sep 2023", "30 September 2023"),
    ("2024-02-29", "29/02/2024", "ngày 29 tháng 02 năm 2024", "29 Feb 2024", "29 February 2024"),
    ("2013-01-01", "01/01/2013", "ngày 01 tháng 01 năm 2013", "1 Jan 2013", "1 January 2013"),
    ("2023-10-03", "03/10/2023", "ngày 03 tháng 10 năm 2023", "3 Oct 2023", "3 October 2023"),
  ])
  func printsDates(_ iso: String, _ short: String, _ long: String, _ shortEnglish: String, _ longEnglish: String)
    throws
  {
    let date = try #require(CalendarDate(iso: iso))
    #expect(DateForm(.vietnamese).short(date) == short)
    #expect(DateForm(.vietnamese).long(date) == long)
    #expect(DateForm(.english).short(date) == shortEnglish)
    #expect(DateForm(.english).long(date) == longEnglish)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var kind: PeriodKind
    var code: String
    var start: String
    var end: String
    var label: String
    var short: String
    var labelEnglish: String
    var shortEnglish: String
    var testDescription: String { code }
  }

  @Test(arguments: [
    Case(
      kind: .year, code: "2023", start: "2022-12-15", end: "2023-12-14", label: "năm 2023", short: "2023",
      labelEnglish: "2023", shortEnglish: "2023"),
    Case(
      kind: .halfYear, code: "2023-S1", start: "2022-12-15", end: "2023-06-14", label: "6 tháng đầu năm 2023",
      short: "6T/2023", labelEnglish: "first half of 2023", shortEnglish: "H1 2023"),
    Case(
      kind: .halfYear, code: "2023-S2", start: "2023-07-01", end: "2023-12-31", label: "6 tháng cuối năm 2023",
      short: "6T cuối/2023", labelEnglish: "second half of 2023", shortEnglish: "H2 2023"),
    Case(
      kind: .nineMonths, code: "2023-9M", start: "2023-01-01", end: "2023-09-30", label: "9 tháng năm 2023",
      short: "9T/2023", labelEnglish: "first nine months of 2023", shortEnglish: "9M 2023"),
    Case(
      kind: .quarter, code: "2023-Q3", start: "2023-07-01", end: "2023-09-30", label: "quý III năm 2023",
      short: "Quý III/2023", labelEnglish: "third quarter of 2023", shortEnglish: "Q3 2023"),
    // A reporting year that starts in October: the code decides, not the last day.
    Case(
      kind: .quarter, code: "2023-Q1", start: "2022-10-01", end: "2022-12-31", label: "quý I năm 2023",
      short: "Quý I/2023", labelEnglish: "first quarter of 2023", shortEnglish: "Q1 2023"),
    Case(
      kind: .month, code: "2023-09", start: "2023-09-01", end: "2023-09-30", label: "tháng 9 năm 2023",
      short: "T9/2023", labelEnglish: "September 2023", shortEnglish: "Sep 2023"),
    Case(
      kind: .month, code: "2023-02", start: "2023-02-01", end: "2023-02-28", label: "tháng 02 năm 2023",
      short: "T2/2023", labelEnglish: "February 2023", shortEnglish: "Feb 2023"),
    Case(
      kind: .term, code: "2016/2021", start: "2016-01-01", end: "2021-12-31", label: "nhiệm kỳ 2016 – 2021",
      short: "2016 – 2021", labelEnglish: "term 2016–2021", shortEnglish: "2016–2021"),
    Case(
      kind: .range, code: "2014/2023", start: "2013-12-15", end: "2023-12-14", label: "2014 – 2023",
      short: "2014 – 2023", labelEnglish: "2014–2023", shortEnglish: "2014–2023"),
  ])
  func namesPeriods(_ example: Case) throws {
    let period = Period(
      kind: example.kind, code: example.code, start: try #require(CalendarDate(iso: example.start)),
      end: try #require(CalendarDate(iso: example.end)))
    #expect(DateForm(.vietnamese).label(period) == example.label)
    #expect(DateForm(.vietnamese).short(period) == example.short)
    #expect(DateForm(.english).label(period) == example.labelEnglish)
    #expect(DateForm(.english).short(period) == example.shortEnglish)
  }

  @Test func countsTheYearsOfARange() {
    let decade = ReportingYear.calendar.range(2014, 2023)
    #expect(DateForm(.vietnamese).counted(decade) == "10 năm 2014 – 2023")
    #expect(DateForm(.english).counted(decade) == "10 years, 2014–2023")
    #expect(DateForm(.vietnamese).counted(ReportingYear.calendar.range(2019, 2023)) == "05 năm 2019 – 2023")
    #expect(DateForm(.vietnamese).counted(ReportingYear.calendar.year(2023)) == "năm 2023")
  }
}
