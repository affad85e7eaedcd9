import TestSupport
import Values

/// Random events of two districts over three reporting years, the same ones written down by days, by months and by
/// whatever periods each district happens to use. Which period a day belongs to is worked out day by day, from the first
/// day of the year.
struct RandomEvents {
  struct Event {
    var unit: String
    var day: CalendarDate
    /// The reporting year, and the month in it, from 1.
    var year: Int
    var month: Int
    var people: Int
  }

  static let years = 2019...2021
  static let units = ["A", "B"]

  let reportingYear: String
  private let firstDay: (month: Int, day: Int)
  var events: [Event] = []

  init(_ generator: inout SeededGenerator) {
    firstDay = generator.choice((month: 1, day: 1), (12, 15), (11, 1), (7, 10))
    let texts = [1: "calendar", 12: "12-15..12-14", 11: "11-01..10-31", 7: "07-10..07-09"]
    reportingYear = texts[firstDay.month] ?? "calendar"
    for _ in 0..<Int.random(in: 5...80, using: &generator) {
      guard
        let day = CalendarDate(
          year: Int.random(in: 2018...2021, using: &generator), month: Int.random(in: 1...12, using: &generator),
          day: Int.random(in: 1...31, using: &generator))
      else { continue }
      let (year, month) = place(of: day)
      guard Self.years.contains(year) else { continue }
      let unit = generator.choice("A", "B")
      events.append(
        Event(unit: unit, day: day, year: year, month: month, people: Int.random(in: 0...50, using: &generator)))
    }
  }

  /// Counts the first days of months up to a day.
  private func place(of day: CalendarDate) -> (year: Int, month: Int) {
    let isCalendar = firstDay.month == 1 && firstDay.day == 1
    let begun = (day.month, day.day) >= (firstDay.month, firstDay.day)
    let start = begun ? day.year : day.year - 1
    var month = 0
    var (year, next) = (start, firstDay.month)
    while let first = CalendarDate(year: year, month: next, day: firstDay.day), first <= day {
      month += 1
      next += 1
      if next > 12 { (year, next) = (year + 1, 1) }
    }
    return (isCalendar ? start : start + 1, month)
  }

  /// The calendar month in which a reporting month ends, as its code is named.
  func code(year: Int, month: Int) -> String {
    let isCalendar = firstDay.month == 1 && firstDay.day == 1
    let first = (isCalendar ? year : year - 1) * 12 + firstDay.month - 1 + (firstDay.day == 1 ? 0 : 1) + month - 1
    let number = first % 12 + 1
    return "\(first / 12)-\(number < 10 ? "0" : "")\(number)"
  }

  func sum(_ unit: String?, _ year: Int, _ months: ClosedRange<Int>) -> Int {
    found(unit, year, months).reduce(0) { $0 + $1.people }
  }

  func found(_ unit: String?, _ year: Int, _ months: ClosedRange<Int>) -> [Event] {
    events.filter { $0.year == year && months.contains($0.month) && (unit == nil || $0.unit == unit) }
  }

  /// Every kind of period in a year: its code and its months.
  func periods(in year: Int) -> [(code: String, months: ClosedRange<Int>)] {
    [("\(year)", 1...12), ("\(year)-S1", 1...6), ("\(year)-S2", 7...12), ("\(year)-9M", 1...9)]
      + (1...4).map { ("\(year)-Q\($0)", 3 * $0 - 2...3 * $0) }
      + (1...12).map { (code(year: year, month: $0), $0...$0) }
  }

  /// Ways in which an office writes a year down.
  private static let ways: [[ClosedRange<Int>]] = [
    [1...12], [1...6, 7...12], [1...3, 4...6, 7...9, 10...12], (1...12).map { $0...$0 }, [1...9, 10...12],
    [1...6, 7...9, 10...12],
    // Figures to date, and the parts that they are made of: the year is given once.
    [1...6, 1...9, 1...12], [1...12, 1...3, 4...6, 7...9, 10...12], [1...9, 1...6, 10...12],
  ]

  func sketch(_ generator: inout SeededGenerator) -> PackageSketch {
    var months = "month,unit,people\n"
    var mixed = "period,unit,people\n"
    for year in Self.years {
      for unit in Self.units {
        for month in 1...12 {
          months += "\(code(year: year, month: month)),\(unit),\(sum(unit, year, month...month))\n"
        }
        for part in Self.ways.randomElement(using: &generator) ?? [] {
          let code = periods(in: year).first { $0.months == part }?.code ?? ""
          mixed += "\(code),\(unit),\(sum(unit, year, part))\n"
        }
      }
    }
    let days = events.shuffled(using: &generator).map { "\($0.day),\($0.unit),\($0.people)\n" }.joined()
    let roles = "unit: unit, level: district, reporting-year: \(reportingYear)"
    return PackageSketch(
      [
        .init(
          "units", fields: ["code", "level", "parent"],
          csv: "code,level,parent\nP,province,\nA,district,P\nB,district,P\n"),
        .init("days", fields: ["day:date", "unit", "people:integer"], csv: "day,unit,people\n" + days),
        .init("months", fields: ["month:yearmonth", "unit", "people:integer"], csv: months),
        .init("mixed", fields: ["period", "unit", "people:integer"], csv: mixed),
      ],
      catalogue: """
        catalogue: 1
        title: Events
        dimensions: {unit: {resource: units, key: code, level: level, parent: parent}}
        resources:
          days: {period: day, \(roles)}
          months: {period: month, \(roles), expects: [unit, period]}
          mixed: {period: period, \(roles), expects: [unit, period]}
        measures:
          days: {resource: days, column: people, kind: flow}
          events: {resource: days, column: people, kind: count}
          months: {resource: months, column: people, kind: flow}
          mixed: {resource: mixed, column: people, kind: flow}
        indicators:
          days: {names: D, value: days, unit: {vi: người, en: persons}}
          events: {names: E, value: events, unit: {vi: buổi, en: events}}
          months: {names: M, value: months, unit: {vi: người, en: persons}}
          mixed: {names: X, value: mixed, unit: {vi: người, en: persons}}
          mean: {names: R, ratio: [days, events], unit: number, decimals: 4}

        """)
  }
}
