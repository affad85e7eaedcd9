import Aggregation
import Catalogue
import Findings
import TestSupport
import Testing
import Trends
import Values

/// What a question makes of an indicator, against sums made by hand.
@Suite struct VariantTests {
  private let evaluator: Evaluator

  init() throws { evaluator = Evaluator(try Dataset.open(Repository.path(of: "datasets/tay-ninh"))) }

  private func indicator(_ code: String) throws -> Indicator {
    try #require(evaluator.dataset.catalogue.indicator(code))
  }

  private func value(_ indicator: Indicator, _ year: Int) throws -> Rational? {
    try evaluator.observe(indicator, years: year...year).value
  }

  @Test(arguments: 2016...2022)
  func cumulatedIsTheSumSoFar(year: Int) throws {
    let meetings = try indicator("voter-contacts-council")
    let sum = try (2016...year).reduce(Rational.zero) { try $0.adding(value(meetings, $1) ?? .zero) }
    #expect(try value(meetings.cumulated(since: 2016), year) == sum)
  }

  @Test(arguments: 2017...2022)
  func movingAverages(year: Int) throws {
    let meetings = try indicator("voter-contacts-council")
    let sum = try (year - 2...year).reduce(Rational.zero) { try $0.adding(value(meetings, $1) ?? .zero) }
    #expect(try value(meetings.movingAverage(years: 3), year) == sum.divided(by: Rational(3)))
    // Of a rate Σ numerator / Σ denominator.
    let rate = try indicator("membership-rate")
    let points = try (year - 2...year).map { try evaluator.observe(rate, years: $0...$0) }
    let top = try points.reduce(Rational.zero) { try $0.adding($1.numerator ?? .zero) }
    let bottom = try points.reduce(Rational.zero) { try $0.adding($1.denominator ?? .zero) }
    #expect(
      try value(rate.movingAverage(years: 3), year) == top.divided(by: bottom).multiplied(by: .hundred))
    #expect(try value(meetings.movingAverage(years: 3), 2016) == nil)
  }

  @Test func perHeadIsTheFormulaOfTheCatalogue() throws {
    let relative = try indicator("members").relative(to: indicator("population"), per: 1000)
    for year in 2015...2023 { #expect(try value(relative, year) == value(indicator("members-per-1000"), year)) }
    #expect(
      relative.unitNames.vietnamese == "lượt trên 1.000 người"
        && relative.unit.dimension == ["memberships": 1, "persons": -1])
  }

  /// An Mẫu lacks a numerator of 2021: its denominator is left out, too, 44 / 80 and not 44 / 130.
  @Test(
    arguments: [("X2", "55.00", 2, 4), ("X1", "53.75", 4, 4), (nil, "48.57", 10, 12)] as [(String?, String, Int, Int)])
  func missingNumeratorsLeaveOutTheirDenominators(
    unit: String?, printed: String, reporting: Int, expected: Int
  ) throws {
    let tiny = Evaluator(try Dataset.open(Repository.path(of: "Tests/Packages/tiny-province")))
    let joined = try #require(tiny.dataset.catalogue.indicator("joined"))
    let entitled = try #require(tiny.dataset.catalogue.indicator("entitled"))
    let point = try tiny.observe(
      joined.relative(to: entitled, per: 100), years: 2021...2021, of: Selection(units: unit.map { [$0] } ?? []))
    #expect(
      point.value
        == (try tiny.observe(
          #require(tiny.dataset.catalogue.indicator("joining-rate")), years: 2021...2021, of: point.selection
        ).value))
    #expect(try point.value?.rounded(to: 2).description == printed)
    #expect(point.coverage == Coverage(reporting: reporting, expected: expected))
  }

  /// What is a plain multiple of a measure is paired as the measure is: in U2 nothing was counted, in U3 nothing is there
  /// to divide by.
  @Test func multiplesOfMeasuresArePairedToo() throws {
    let folder = try PackageSketch(
      [
        .init("units", fields: ["code", "level"], csv: "code,level\nU1,district\nU2,district\nU3,district\n"),
        .init(
          "rows", fields: ["year:year", "unit", "a:integer", "b:integer"],
          csv: "year,unit,a,b\n2020,U1,30,4\n2020,U2,,5\n2020,U3,7,\n"),
      ],
      catalogue: """
        catalogue: 1
        title: Multiples
        dimensions: {unit: {resource: units, key: code, level: level}}
        resources: {rows: {period: year, unit: unit, level: district, expects: [unit, period]}}
        measures: {a: {resource: rows, column: a, kind: flow}, b: {resource: rows, column: b, kind: flow}}
        indicators:
          a: {names: A, value: a, unit: {vi: lượt, en: visits}}
          b: {names: B, value: b, unit: {vi: người, en: persons}}
          pairs: {names: Pairs, formula: a / 2, unit: {vi: cặp, en: pairs}}
          sum: {names: Sum, formula: a + a, unit: {vi: lượt, en: visits}}

        """
    ).write()
    let evaluator = Evaluator(try Dataset.open(folder.path))
    func indicator(_ code: String) throws -> Indicator { try #require(evaluator.dataset.catalogue.indicator(code)) }
    let relative = try indicator("pairs").relative(to: indicator("b"), per: 10)
    #expect(evaluator.isPaired(relative))
    #expect(try evaluator.observe(relative, years: 2020...2020).value == Rational(10 * 15).divided(by: Rational(4)))
    #expect(try indicator("pairs").multipliedCode == "a" && indicator("b").multipliedCode == "b")
    #expect(try indicator("sum").multipliedCode == nil && relative.multipliedCode == nil)
  }

  /// Meetings per meeting say of what, and one to one is so many times.
  @Test func likesAreNamed() throws {
    let (members, eligible) = (try indicator("members"), try indicator("eligible"))
    let (one, hundred) = (try members.relative(to: eligible, per: 1), try members.relative(to: eligible, per: 100))
    #expect(one.unitNames.english == "times" && one.unitNames.vietnamese == "lần")
    #expect(one.names.english == "\(members.names.english) relative to '\(eligible.names.english)'")
    #expect(hundred.unitNames.english == "per 100" && hundred.unitNames.vietnamese == "trên 100")
    #expect(
      hundred.names.vietnamese
        == "\(members.names.vietnamese) trên 100 \(eligible.unitNames.vietnamese) (\(eligible.names.vietnamese))")
    let perHead = try members.relative(to: indicator("population"), per: 1)
    #expect(perHead.unitNames.english == "memberships for each of the persons")
  }

  @Test func anIndexIsAHundredAtItsBase() throws {
    let trend = try #require(try TrendQuery(indicator: indicator("members")).run(evaluator).first)
    let index = try trend.index(base: .year(2018))
    #expect(index[3] == .hundred && index.count == 9)
    let base = try #require(trend.points[3].value)
    for (number, point) in zip(index, trend.points) {
      #expect(try number == point.value?.divided(by: base).multiplied(by: .hundred))
    }
    #expect(failure { try trend.index(base: .year(2000)) } != nil)
    // A partial year of a flow is no part of it.
    let meetings = try #require(try TrendQuery(indicator: indicator("voter-contacts-council")).run(evaluator).first)
    #expect(try meetings.index(base: .year(2015)).last == .some(nil))
    // A sum that lacks a cell of An Mẫu is none, either.
    let tiny = Evaluator(try Dataset.open(Repository.path(of: "Tests/Packages/tiny-province")))
    let joined = try #require(tiny.dataset.catalogue.indicator("joined"))
    let gaps = try #require(try TrendQuery(indicator: joined).run(tiny).first)
    #expect(try gaps.index(base: .year(2019)).map { $0 == nil } == [false, false, true, false])
    #expect(gaps.gap == nil && gaps.lowest.map(\.period.code) == ["2019"])
    let upToGap = try #require(try TrendQuery(indicator: joined, first: nil, last: 2021).run(tiny).first)
    #expect(upToGap.gap != nil && upToGap.change != nil)
    let movement = try TrendBuilder(tiny).movement(
      of: joined, from: .slot(.year(2019)), to: .slot(.year(2021)), for: .whole)
    #expect(movement.change == nil && movement.reason == upToGap.gap)
  }
}
