import Aggregation
import Catalogue
import TestSupport
import Testing
import Values

/// Periods of every kind, added up from days, months and mixtures, against loops over the events.
@Suite struct RollUpReferenceTests {
  private static func observe(
    _ evaluator: Evaluator, _ code: String, _ period: String, _ unit: String?
  ) throws -> Observation {
    let slot = try #require(PeriodSlot(code: period))
    return try evaluator.observe(
      #require(evaluator.dataset.catalogue.indicator(code)), in: .slot(slot),
      of: Selection(units: unit.map { [$0] } ?? []))
  }

  @Test(arguments: 0..<40) func everyKindOfPeriodAgrees(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let events = RandomEvents(&generator)
    let folder = try events.sketch(&generator).write()
    let evaluator = Evaluator(try Dataset.open(folder.path))
    for year in RandomEvents.years {
      for unit in [nil, "A", "B"] {
        for (code, months) in events.periods(in: year) {
          let sum = Rational(events.sum(unit, year, months))
          let found = events.found(unit, year, months)
          #expect(try Self.observe(evaluator, "months", code, unit).value == sum, "\(code)")
          #expect(try Self.observe(evaluator, "days", code, unit).value == (found.isEmpty ? nil : sum), "\(code)")
          let count = found.isEmpty ? nil : Rational(found.count)
          #expect(try Self.observe(evaluator, "events", code, unit).value == count, "\(code)")
          let mean = try found.isEmpty ? nil : sum.divided(by: Rational(found.count))
          #expect(try Self.observe(evaluator, "mean", code, unit).value == mean, "\(code)")
          let expected = months.count * (unit == nil ? 2 : 1)
          #expect(
            try Self.observe(evaluator, "months", code, unit).coverage
              == Coverage(reporting: expected, expected: expected))
        }
        // However each district writes it down, the year is the year.
        let mixed = try Self.observe(evaluator, "mixed", "\(year)", unit)
        #expect(mixed.value == Rational(events.sum(unit, year, 1...12)), "\(year) \(unit ?? "")")
        #expect(mixed.coverage?.isComplete == true && !mixed.period.isPartial)
      }
    }
    let all = try evaluator.observe(
      #require(evaluator.dataset.catalogue.indicator("mixed")), years: RandomEvents.years)
    #expect(all.value == Rational(RandomEvents.years.reduce(0) { $0 + events.sum(nil, $1, 1...12) }))
    #expect(try PackageCheck.run(folder.path).findings.filter { $0.code == "period-conflict" } == [])
  }

  /// Months that are missing: coverage counts them, flows add what there is, stocks never look back.
  @Test(arguments: 0..<40) func gapsAreCountedAndNotFilled(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var rows: [String: [Int: Int]] = ["A": [:], "B": [:]]
    for unit in ["A", "B"] {
      for month in 0..<24 where !generator.oneIn(4) || (unit == "A" && month == 23) {
        rows[unit]?[month] = Int.random(in: 0...99, using: &generator)
      }
    }
    var csv = "month,unit,value\n"
    for unit in ["A", "B"] {
      for (month, value) in (rows[unit] ?? [:]).sorted(by: { $0.key < $1.key }) {
        csv += "\(2020 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1),\(unit),\(value)\n"
      }
    }
    let folder = try PackageSketch(
      [
        .init("units", fields: ["code", "level"], csv: "code,level\nA,district\nB,district\n"),
        .init("rows", fields: ["month:yearmonth", "unit", "value:integer"], csv: csv),
      ],
      catalogue: """
        catalogue: 1
        title: Gaps
        dimensions: {unit: {resource: units, key: code, level: level}}
        resources: {rows: {period: month, unit: unit, level: district, expects: [unit, period]}}
        measures: {flow: {resource: rows, column: value, kind: flow}, stock: {resource: rows, column: value, kind: stock}}
        indicators:
          flow: {names: F, value: flow, unit: {vi: buổi, en: meetings}}
          stock: {names: S, value: stock, unit: {vi: người, en: persons}}

        """
    ).write()
    let evaluator = Evaluator(try Dataset.open(folder.path))
    for (code, months) in RollUpReferenceTests.twoYears {
      for unit in [nil, "A", "B"] {
        let own = rows.filter { unit == nil || $0.key == unit }.values
        let present = own.flatMap { row in months.compactMap { row[$0] } }
        let flow = try Self.observe(evaluator, "flow", code, unit)
        #expect(flow.value == (present.isEmpty ? nil : Rational(present.reduce(0, +))), "\(code)")
        #expect(flow.coverage == Coverage(reporting: present.count, expected: months.count * own.count), "\(code)")
        let last = own.compactMap { $0[months.upperBound] }
        let stock = try Self.observe(evaluator, "stock", code, unit)
        #expect(stock.value == (last.isEmpty ? nil : Rational(last.reduce(0, +))), "\(code)")
        #expect(stock.coverage == Coverage(reporting: last.count, expected: own.count), "\(code)")
      }
    }
  }

  private static var twoYears: [(code: String, months: ClosedRange<Int>)] {
    [2020, 2021].flatMap { year -> [(code: String, months: ClosedRange<Int>)] in
      let first = (year - 2020) * 12
      let long: [(code: String, months: ClosedRange<Int>)] = [
        ("\(year)", first...first + 11), ("\(year)-S1", first...first + 5), ("\(year)-S2", first + 6...first + 11),
        ("\(year)-9M", first...first + 8),
      ]
      return long + (1...4).map { ("\(year)-Q\($0)", first + 3 * $0 - 3...first + 3 * $0 - 1) }
    }
  }
}
