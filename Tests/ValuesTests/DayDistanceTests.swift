import TestSupport
import Testing
import Values

@Suite struct DayDistanceTests {
  /// Day by day over leap years and centuries.
  @Test func daysAreCountedOneByOne() throws {
    let start = try #require(CalendarDate(year: 1896, month: 12, day: 30))
    var count = 0
    for year in 1896...2104 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day), date >= start else { continue }
          #expect(start.days(to: date) == count)
          count += 1
        }
      }
    }
    #expect(count > 75_000)
    #expect(try #require(CalendarDate(iso: "2023-10-10")).days(to: #require(CalendarDate(iso: "2023-09-30"))) == -10)
  }
}
