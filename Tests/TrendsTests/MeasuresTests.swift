import Aggregation
import Catalogue
import TestSupport
import Testing
import Trends
import Values

/// Index, growth, extremes and runs, against what they are by definition.
@Suite struct MeasuresTests {
  @Test(
    arguments: [
      ([100, 200], "100.00"), ([100, 110, 121], "10.00"), ([100, 90, 81], "-10.00"), ([7, 1, 9, 7], "0.00"),
      ([10_000_000_000, 1, 1, 1, 1, 1, 1, 1, 1, 1, 25_937_424_601], "10.00"), ([3, 5, 4], "15.47"),
      ([1024, 1], "-99.90"),
      ([0, 5], nil), ([5, 0], nil), ([-5, 5], nil), ([5, -5], nil), ([1, 1_000_000_000_000_000_000], nil),
    ] as [([Int], String?)])
  func compoundGrowthIsKnown(values: [Int], rate: String?) throws {
    #expect(try Series(values).trend().compoundAnnualGrowthRate?.description == rate)
  }

  @Test func growthIsOverTheYearsThatPassed() throws {
    // 100 in 2014, nothing in 2015, 121 in 2016: two years.
    #expect(try Series([100, nil, 121]).trend().compoundAnnualGrowthRate?.description == "10.00")
  }

  @Test(arguments: 0..<20) func theIndexStartsAtAHundred(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<8).map { _ in generator.oneIn(5) ? nil : Int.random(in: 0...500, using: &generator) }
    let trend = try Series(values).trend()
    let known = zip(2014..., values).compactMap { year, value in value.map { (year, $0) } }
    guard known.count > 1, let base = known.first?.1, base > 0 else {
      #expect(trend.index.isEmpty)
      return
    }
    #expect(trend.index.map(\.period.year) == known.map(\.0))
    #expect(try trend.index.map(\.value) == known.map { try Rational(Int128($0.1) * 100, over: Int128(base)) })
  }

  @Test(arguments: 0..<40) func extremesAreThePrintedLargestAndSmallest(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    // Tenths that are printed without decimals tie often.
    let tenths = (0..<7).map { _ in generator.oneIn(6) ? nil : Int.random(in: 0...40, using: &generator) }
    let trend = try Series(tenths.map { value in value.map { Series.Point(value: "\($0 / 10).\($0 % 10)") } }).trend()
    let printed = zip(2014..., tenths).compactMap { year, value in value.map { (year, ($0 + 5) / 10) } }
    guard printed.count > 1 else {
      #expect(trend.highest.isEmpty && trend.lowest.isEmpty)
      return
    }
    let (highest, lowest) = (printed.map(\.1).max(), printed.map(\.1).min())
    #expect(trend.highest.map(\.period.year) == printed.filter { $0.1 == highest }.map(\.0))
    #expect(trend.lowest.map(\.period.year) == printed.filter { $0.1 == lowest }.map(\.0))
  }

  /// The run by its definition, negative for a fall: changes of one sign from the end backwards, over years that follow each other.
  private static func run(_ values: [Int?], _ breaks: [Bool]) -> Int {
    guard let last = values.lastIndex(where: { $0 != nil }) else { return 0 }
    var signs: [Int] = []
    var index = last
    while index > 0, let new = values[index], let old = values[index - 1], !breaks[index] {
      signs.append((new - old).signum())
      index -= 1
    }
    guard let sign = signs.first else { return 0 }
    return sign * signs.prefix { $0 == sign }.count
  }

  @Test(arguments: 0..<80) func runsAreThoseOfTheDefinition(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...8, using: &generator)
    let values = (0..<count).map { _ in generator.oneIn(8) ? nil : Int.random(in: 0...5, using: &generator) }
    let breaks = (0..<count).map { _ in generator.oneIn(10) }
    let points = zip(values, breaks).map { value, isBroken in
      value.map { Series.Point(value: "\($0)", flags: isBroken ? "B" : "") }
    }
    let run = try Series(points).trend().run
    #expect(run.map { $0.isRise ? $0.length : -$0.length } ?? 0 == Self.run(values, breaks))
    #expect(run?.length != 0)
  }
}
