import Catalogue
import TestSupport
import Testing
import Trends
import Values

/// What rules find in a series, against what it is by definition.
@Suite struct RulesTests {
  /// A year of a random series: a value, whether the series breaks there.
  private typealias Year = (value: Int?, isBroken: Bool)

  private static func random(_ seed: Int, largest: Int = 4) -> [Year] {
    var generator = SeededGenerator(seed: seed)
    return (0..<Int.random(in: 1...10, using: &generator)).map { index in
      (index > 0 && generator.oneIn(9) ? nil : Int.random(in: 0...largest, using: &generator), generator.oneIn(14))
    }
  }

  private static func trend(_ years: [Year]) throws -> Trend {
    try Series(
      years.map { year in year.value.map { Series.Point(value: "\($0)", flags: year.isBroken ? "B" : "") } }
    ).trend()
  }

  /// Signs of the changes that end at each year; nil where there is none.
  private static func signs(_ years: [Year]) -> [Int?] {
    years.indices.map { index in
      guard index > 0, !years[index].isBroken, let new = years[index].value, let old = years[index - 1].value else {
        return nil
      }
      return (new - old).signum()
    }
  }

  /// Years up to the last value.
  private static func known(_ years: [Year]) -> [Year] {
    Array(years.prefix((years.lastIndex { $0.value != nil } ?? -1) + 1))
  }

  /// A break after the first value: nothing is compared across it.
  private static func isBroken(_ years: [Year]) -> Bool {
    guard let first = years.firstIndex(where: { $0.value != nil }) else { return false }
    return years[(first + 1)...].contains { $0.isBroken && $0.value != nil }
  }

  @Test(arguments: 0..<300) func aRecordIsClaimedIfAndOnlyIfItIsOne(seed: Int) throws {
    let years = Self.known(Self.random(2_000 + seed))
    let record = try Self.trend(years).record
    let values = years.compactMap(\.value)
    guard values.count > 2, !Self.isBroken(years), let last = values.last else {
      #expect(record == nil)
      return
    }
    let earlier = values.dropLast()
    let isHighest = earlier.allSatisfy { $0 <= last } && earlier.contains { $0 < last }
    let isLowest = earlier.allSatisfy { $0 >= last } && earlier.contains { $0 > last }
    #expect((record != nil) == (isHighest || isLowest), "\(values)")
    guard let record else { return }
    #expect(record.isHighest == isHighest)
    let places = years.indices.dropLast().filter { years[$0].value == last }
    #expect(record.ties.map(\.year) == places.map { 2014 + $0 })
    let first = years.firstIndex { $0.value != nil } ?? 0
    #expect(record.since.year == 2014 + first && record.at.year == 2013 + years.count)
    #expect(record.hasGaps == years[first...].contains { $0.value == nil })
  }

  @Test(arguments: 0..<300) func turnsAreTwoRunsOfTwo(seed: Int) throws {
    let years = Self.known(Self.random(3_000 + seed))
    let turn = try Self.trend(years).turningPoint
    var lengths: [(sign: Int, length: Int)] = []
    // Runs from the end backwards, without a gap between them.
    for sign in Self.signs(years).reversed() {
      guard let sign, sign != 0 else { break }
      if lengths.last?.sign == sign { lengths[lengths.count - 1].length += 1 } else { lengths.append((sign, 1)) }
    }
    guard lengths.count > 1, lengths[0].length > 1, lengths[1].length > 1, !Self.isBroken(years) else {
      #expect(turn == nil)
      return
    }
    #expect(turn?.after == lengths[0].length && turn?.before == lengths[1].length)
    #expect(turn?.isLow == (lengths[0].sign > 0))
    #expect(turn?.at.year == 2013 + years.count - lengths[0].length)
  }

  @Test(arguments: 0..<200) func theLatestChangeIsOfTwoYearsThatFollow(seed: Int) throws {
    let years = Self.known(Self.random(4_000 + seed, largest: 60))
    let latest = try Self.trend(years).latestChange
    let steps = years.indices.map { index -> Int? in
      guard Self.signs(years)[index] != nil, let new = years[index].value, let old = years[index - 1].value else {
        return nil
      }
      return new - old
    }
    guard let last = steps.last, let last, !Self.isBroken(years) else {
      #expect(latest == nil)
      return
    }
    #expect(latest?.printed == Rational(last) && latest?.change.absolute == Rational(last))
    #expect(latest?.earlier == steps.dropLast().compactMap { $0.map { Rational($0) } })
    let base = (years.last?.value ?? 0) - last
    #expect((latest?.relative != nil) == (base >= LatestChange.smallestBase))
  }

  /// Against the root mean square in binary numbers, away from its edges.
  @Test(arguments: 0..<200) func strengthIsAgainstTheUsualChange(seed: Int) throws {
    let words = try #require(
      ChangeWords(
        slight: ExactDecimal(coefficient: 2, scale: 1), plain: ExactDecimal(coefficient: 6, scale: 1),
        strong: ExactDecimal(coefficient: 15, scale: 1)))
    var generator = SeededGenerator(seed: 5_000 + seed)
    let values = (0..<Int.random(in: 3...9, using: &generator)).map { _ in Int.random(in: 0...40, using: &generator) }
    let latest = try #require(try Series(values).trend().latestChange)
    let steps = zip(values.dropFirst(), values).map { Double($0 - $1) }
    let earlier = steps.dropLast()
    guard earlier.count >= 4, earlier.contains(where: { $0 != 0 }), let last = steps.last else {
      #expect(latest.strength(words) == nil)
      return
    }
    let usual = (earlier.map { $0 * $0 }.reduce(0, +) / Double(earlier.count)).squareRoot()
    let size = abs(last) / usual
    guard [0.2, 0.6, 1.5].allSatisfy({ abs(size - $0) > 1e-9 }) else { return }
    let expected: ChangeWords.Strength = size < 0.2 ? .steady : size < 0.6 ? .slight : size < 1.5 ? .plain : .strong
    #expect(latest.strength(words) == expected)
  }

  @Test func limitsAreInOrder() {
    func words(_ limits: [Int]) -> ChangeWords? {
      ChangeWords(slight: ExactDecimal(limits[0]), plain: ExactDecimal(limits[1]), strong: ExactDecimal(limits[2]))
    }
    #expect(words([1, 2, 3]) != nil && words([1, 1, 1]) != nil)
    #expect(
      words([0, 1, 2]) == nil && words([2, 1, 3]) == nil && words([1, 3, 2]) == nil && words([-1, 1, 2]) == nil)
  }

  @Test func aPartialYearIsLeftOutAndTheRuleSaysWhereItEnds() throws {
    let trend = try Series(
      [.init(value: "1"), .init(value: "2"), .init(value: "3"), .init(value: "1", asOf: "2017-09-30")], kind: "flow"
    ).trend()
    #expect(trend.run?.length == 2 && trend.run?.end.year == 2016)
    #expect(trend.record?.isHighest == true && trend.record?.at.year == 2016)
    #expect(trend.latestChange?.after.period.year == 2016)
  }

  @Test func gapsAreNamed() throws {
    let trend = try Series([
      nil, .init(value: "1"), nil, .init(value: "", flags: "L"), .init(value: "2", flags: "B"), nil,
    ])
    .trend()
    #expect(trend.gaps.missing.map(\.year) == [2016, 2017, 2019])
    #expect(trend.gaps.breaks.map(\.year) == [2018])
    #expect(try Series([1, 2, 3]).trend().gaps.isEmpty)
  }

  @Test func whatMayNotBeComparedHasNoRule() throws {
    for more in [", bound: lower", ", implausible: {vi: lạ, en: strange}"] {
      let trend = try Series([1, 2, 3, 4, 5, 9], more: more).trend()
      #expect(trend.run == nil && trend.record == nil && trend.turningPoint == nil && trend.latestChange == nil)
    }
  }

  /// 59.224 and 59.2249 print alike: a reader sees no rise.
  @Test func whatPrintsTheSameDidNotChange() throws {
    let trend = try Series(
      [.init(value: "1"), .init(value: "2.6"), .init(value: "3.4"), .init(value: "3.1")]
    ).trend()
    #expect(trend.run == nil && trend.latestChange?.printed == .zero)
    #expect(trend.record?.ties.map(\.year) == [2015, 2016])
  }
}
