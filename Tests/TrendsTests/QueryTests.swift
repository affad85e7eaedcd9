import Aggregation
import Catalogue
import Findings
import Language
import TestSupport
import Testing
import Trends
import Values

/// Series and tables of the two packages of this repository.
@Suite struct QueryTests {
  private let tiny: Evaluator

  init() throws { tiny = Evaluator(try Dataset.open(Repository.path(of: "Tests/Packages/tiny-province"))) }

  private func indicator(_ code: String) throws -> Indicator { try #require(tiny.dataset.catalogue.indicator(code)) }

  @Test func theTinyProvinceChangesAsItsPageSays() throws {
    let rate = try #require(try TrendQuery(indicator: indicator("joining-rate")).run(tiny).first)
    #expect(rate.change?.absolute == Rational(5) && rate.change?.unit == .percentagePoint)
    let joined = try #require(try TrendQuery(indicator: indicator("joined")).run(tiny).first)
    #expect(joined.change?.absolute == Rational(30))
    #expect(try joined.change?.relative?.rounded(to: 2).description == "16.67")
    #expect(!joined.isIllustrative)
    #expect(try #require(try TrendQuery(indicator: indicator("fund")).run(tiny).first).isIllustrative)
  }

  @Test func aPartialYearAndABreakAreRespected() throws {
    let units = try TrendQuery(indicator: indicator("meetings"), by: "unit").run(tiny)
    #expect(units.map { $0.selection.unit } == ["X1", "X2", "X3"])
    // 2022 stops in August; X2 has a break in 2021, and so has the province.
    #expect(units.map(\.change?.absolute) == [Rational(-2), nil, Rational(-3)])
    #expect(units[1].refusal == Messages.notComparedBreak("2021"))
    #expect(units.allSatisfy { $0.partial.map(\.code) == ["2022"] })
    #expect(
      try TrendQuery(indicator: indicator("meetings")).run(tiny).first?.refusal == Messages.notComparedBreak("2021"))
    let perMeeting = try #require(try TrendQuery(indicator: indicator("fund-per-meeting")).run(tiny).first)
    #expect(perMeeting.partial.map(\.code) == ["2022"])
  }

  @Test func membersStandInTheOrderOfTheirFile() throws {
    let query = TrendQuery(indicator: try indicator("joining-rate"), by: "organisation", first: 2020, last: 2022)
    let trends = try query.run(tiny)
    #expect(trends.map { $0.selection.member(of: "organisation") } == ["B2", "A1"])
    #expect(trends.allSatisfy { $0.points.map(\.period.code) == ["2020", "2021", "2022"] })
    var narrowed = query
    narrowed.selection = Selection(units: ["X1"], members: ["organisation": ["A1"]])
    #expect(try narrowed.run(tiny).map { $0.points.first?.value?.description } == ["55"])
  }

  @Test func whatIsNotBrokenDownIsRefused() throws {
    #expect(
      failure { try TrendQuery(indicator: indicator("meetings"), by: "organisation").run(tiny) }
        == .refused(Messages.notBrokenDown(try indicator("meetings").names, by: "organisation")))
    #expect(failure { try TrendQuery(indicator: indicator("joined"), by: "colour").run(tiny) } != nil)
  }

  @Test func yearsAreThoseAskedForOrThoseThereAre() throws {
    let joined = try indicator("joined")
    #expect(try tiny.years(of: [joined], first: nil, last: nil) == 2019...2022)
    #expect(try tiny.years(of: [joined, indicator("drives")], first: nil, last: 2020) == 2019...2020)
    #expect(try tiny.years(of: [joined], first: 2015, last: nil) == 2015...2022)
    #expect(try tiny.years(of: [joined], first: 2030, last: nil) == nil)
    #expect(
      failure { try tiny.years(of: [joined], first: 2022, last: 2019) } == .usage(Messages.periodsReversed(2022, 2019)))
    #expect(
      failure { try tiny.years(of: [joined], first: 1000, last: 9999) } == .usage(Messages.periodTooLong(1000, 9999)))
    #expect(
      failure { try tiny.years(of: [joined], first: .min, last: .max) } == .usage(Messages.periodTooLong(.min, .max)))
    let early = try TrendQuery(indicator: joined, first: 2017, last: 2019).run(tiny)
    #expect(early.first?.points.map(\.absence) == [.missing, .missing, nil])
  }

  @Test func tablesCrossTheirDimensions() throws {
    let query = CrossTableQuery(
      indicators: [try indicator("meetings"), try indicator("fund")], by: ["unit", "period"],
      periods: PeriodChoice(first: 2021, last: 2022),
      hasTotal: true)
    let table = try #require(try query.run(tiny))
    #expect(
      table.rows.map { $0.members.joined(separator: " ") } == [
        "X1 2021", "X1 2022", "X2 2021", "X2 2022", "X3 2021", "X3 2022",
      ])
    #expect(table.rows.map { $0.observations[0]?.value } == [8, 11, 7, 9, 0, 5].map { Rational($0) })
    #expect(table.totals?.map { $0.value?.description } == ["40", "11"])
  }

  @Test func aStockIsNotSummedOverYears() throws {
    let joined = try indicator("joined")
    let overYears = CrossTableQuery(indicators: [joined], by: ["period"], hasTotal: true)
    #expect(failure { try overYears.run(tiny) } == .refused(Messages.stockNotSummed(joined.names)))
    // Over units of one year it is.
    let overUnits = CrossTableQuery(
      indicators: [joined], by: ["unit"], periods: PeriodChoice(first: 2020, last: 2020), hasTotal: true)
    #expect(try overUnits.run(tiny)?.totals?.map(\.value) == [Rational(192)])
    let drives = CrossTableQuery(
      indicators: [try indicator("drives")], by: ["period"], periods: PeriodChoice(first: 2019, last: 2022),
      hasTotal: true)
    #expect(try drives.run(tiny)?.totals?.map(\.value) == [Rational(4)])
  }

  @Test func theFirstProvinceRisesByTwoPointNineTwoPoints() throws {
    let evaluator = Evaluator(try Dataset.open(Repository.path(of: "datasets/kien-giang")))
    let rate = try #require(evaluator.dataset.catalogue.indicator("membership-rate"))
    let trend = try #require(try TrendQuery(indicator: rate, first: 2013, last: 2023).run(evaluator).first)
    #expect(trend.points.count == 11 && trend.isIllustrative && trend.refusal == nil)
    #expect(try trend.change?.absolute.rounded(to: 2).description == "2.92")
    #expect(trend.change?.unit == .percentagePoint && trend.change?.relative == nil)
    #expect(trend.highest.map(\.period.code) == ["2023"])
    let models = try #require(evaluator.dataset.catalogue.indicator("models"))
    #expect(try TrendQuery(indicator: models).run(evaluator).first?.refusal == Messages.notComparedLowerBound)
    let fund = try #require(evaluator.dataset.catalogue.indicator("poor-fund-cash"))
    let refusal = try TrendQuery(indicator: fund).run(evaluator).first?.refusal
    #expect(refusal == fund.implausible.map { Messages.notComparedImplausible($0) })
  }
}
