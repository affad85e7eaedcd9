import Aggregation
import Catalogue
import Findings
import Language
import TestSupport
import Testing
import Trends
import Values

/// Parts of a year are compared with the same parts of other years, and a year that is not over with as much of the last.
@Suite struct LikePeriodTests {
  private let evaluator: Evaluator

  init() throws { evaluator = Evaluator(try Dataset.open(Repository.path(of: "Tests/Packages/tiny-periods"))) }

  private func trend(_ code: String, _ kind: PeriodKind, from: String? = nil, to: String? = nil) throws -> Trend {
    let indicator = try #require(evaluator.dataset.catalogue.indicator(code))
    let choice = PeriodChoice(
      kind: kind, first: from.flatMap { PeriodSlot(code: $0) }, last: to.flatMap { PeriodSlot(code: $0) })
    return try #require(try TrendQuery(indicator: indicator, periods: choice).run(evaluator).first)
  }

  @Test func quartersOfAFlowAreComparedWithThoseOfTheYearBefore() throws {
    let trend = try trend("meetings", .quarter)
    #expect(trend.points.map(\.period.code).first == "2022-Q1" && trend.points.count == 7 && trend.isSeasonal)
    #expect(trend.change?.from.code == "2022-Q3" && trend.change?.to.code == "2023-Q3")
    #expect(trend.change?.absolute == Rational(3))
    #expect(trend.previous(of: 4)?.period.code == "2022-Q1" && trend.previous(of: 3) == nil)
    #expect(trend.compoundAnnualGrowthRate?.description == "10.00" && trend.index.isEmpty && trend.run == nil)
  }

  @Test func oneYearOfHalvesIsNotCompared() throws {
    let trend = try trend("meetings", .halfYear, from: "2022-S1", to: "2022-S2")
    #expect(trend.change == nil && trend.refusal == Messages.notComparedSeason)
  }

  @Test func stocksAreComparedWithTheDayBefore() throws {
    let trend = try trend("members", .halfYear)
    #expect(!trend.isSeasonal && trend.change?.from.code == "2022-S1" && trend.change?.to.code == "2023-S2")
    // A year and a half lie between: no annual rate.
    #expect(trend.compoundAnnualGrowthRate == nil)
    #expect(trend.previous(of: 2)?.period.code == "2022-S2")
  }

  @Test func aYearToDateIsComparedWithNineMonths() throws {
    let trend = try trend("receptions", .year)
    #expect(trend.change?.to.code == "2022" && trend.partial.map(\.code) == ["2023"])
    #expect(trend.toDate?.before.period.code == "2022-9M" && trend.toDate?.now.period.code == "2023")
    #expect(trend.toDate?.change.absolute == Rational(6))
    #expect(trend.toDate?.gap == nil)
    #expect(trend.toDate?.coverage == Coverage(reporting: 2, expected: 2))
  }

  /// Eight of nine months in one district; the months of both years are known.
  @Test func aYearToDateThatLacksACellSaysSo() throws {
    let toDate = try #require(try trend("meetings", .year).toDate)
    #expect(toDate.change.absolute == Rational(78 - 63))
    #expect(toDate.before.coverage == Coverage(reporting: 18, expected: 18))
    // Not of 24: the last three months are still to come.
    #expect(toDate.coverage == Coverage(reporting: 17, expected: 18))
    #expect(
      toDate.gap
        == Messages.sumToDateWithGaps(LocalizedText(vi: "năm 2023", en: "2023"), Coverage(reporting: 17, expected: 18)))
    // In the district that has reported all there is no doubt; the other alone is not compared.
    let indicator = try #require(evaluator.dataset.catalogue.indicator("meetings"))
    let districts = try TrendQuery(indicator: indicator, by: "unit").run(evaluator)
    #expect(districts.map { $0.toDate?.change.absolute } == [Rational(54 - 45), nil])
    #expect(districts.first?.toDate?.gap == nil)
  }

  /// Five meetings a month in A and B, of which B is missing in the first months of the year before; in 2021 B may have
  /// become part of A.
  private func months(isMerged: Bool = false) throws -> (folder: ScratchFolder, Evaluator, Indicator) {
    func rows(_ year: Int, _ months: ClosedRange<Int>, _ units: [String]) -> String {
      months.flatMap { month in units.map { "\(year)-\(month < 10 ? "0" : "")\(month),\($0),5\n" } }.joined()
    }
    let folder = try PackageSketch(
      [
        .init(
          "units", fields: ["code", "level", "from:date", "to:date"],
          csv: "code,level,from,to\nA,district,,\nB,district,,\(isMerged ? "2020-12-31" : "")\n"),
        .init(
          "unit_events", fields: ["event", "day:date", "kind", "from", "to", "act"],
          csv: "event,day,kind,from,to,act\n"
            + (isMerged ? "e,2021-01-01,merge,A,A,NQ\ne,2021-01-01,merge,B,A,NQ\n" : "")),
        .init(
          "rows", fields: ["month:yearmonth", "unit", "value:integer"],
          csv: "month,unit,value\n" + rows(2020, 1...3, ["A"]) + rows(2020, 4...12, ["A", "B"])
            + rows(2021, 1...5, isMerged ? ["A"] : ["A", "B"])),
      ],
      catalogue: """
        catalogue: 1
        title: Before
        dimensions: {unit: {resource: units, key: code, level: level, valid: [from, to]}}
        resources: {rows: {period: month, unit: unit, level: district, expects: [unit, period]}}
        measures: {value: {resource: rows, column: value, kind: flow}}
        indicators: {value: {names: V, value: value, unit: {vi: buổi, en: meetings}}}
        unit-events: unit_events

        """
    ).write()
    let evaluator = Evaluator(try Dataset.open(folder.path))
    return (folder, evaluator, try #require(evaluator.dataset.catalogue.indicator("value")))
  }

  /// A rise that may be none.
  @Test func aYearBeforeThatLacksACellIsSaid() throws {
    let (folder, evaluator, indicator) = try months()
    defer { withExtendedLifetime(folder) {} }
    let toDate = try #require(try TrendQuery(indicator: indicator).run(evaluator).first?.toDate)
    #expect(toDate.before.period.code == "2020-01/2020-05" && toDate.change.absolute == Rational(50 - 35))
    #expect(toDate.gap?.english.contains("7 of 10 cells report") == true)
    #expect(toDate.coverage == Coverage(reporting: 10, expected: 10))
  }

  /// What became another unit is not compared with what it was, of a part of a year either.
  @Test(arguments: [2020, 2021])
  func aYearToDateAcrossOtherBoundariesIsNotCompared(first: Int) throws {
    for isMerged in [false, true] {
      let (folder, evaluator, indicator) = try months(isMerged: isMerged)
      defer { withExtendedLifetime(folder) {} }
      let query = TrendQuery(indicator: indicator, selection: Selection(units: ["A"]), first: first)
      #expect((try query.run(evaluator).first?.toDate == nil) == isMerged)
    }
  }

  @Test func aYearWithoutItsFirstMonthsIsNotCompared() throws {
    let year = (1...12).map { "2021-\($0 < 10 ? "0" : "")\($0),A,5\n" }.joined()
    let months = "2020-11,A,5\n2020-12,A,5\n" + year
    let folder = try PackageSketch(
      [
        .init("units", fields: ["code", "level"], csv: "code,level\nA,district\n"),
        .init("rows", fields: ["month:yearmonth", "unit", "value:integer"], csv: "month,unit,value\n" + months),
      ],
      catalogue: """
        catalogue: 1
        title: Late
        dimensions: {unit: {resource: units, key: code, level: level}}
        resources: {rows: {period: month, unit: unit, level: district}}
        measures: {value: {resource: rows, column: value, kind: flow}}
        indicators: {value: {names: V, value: value, unit: {vi: buổi, en: meetings}}}

        """
    ).write()
    let late = Evaluator(try Dataset.open(folder.path))
    let indicator = try #require(late.dataset.catalogue.indicator("value"))
    let trend = try #require(try TrendQuery(indicator: indicator).run(late).first)
    #expect(trend.points.map(\.value) == [Rational(10), Rational(60)])
    #expect(trend.change == nil && trend.partial.map(\.code) == ["2020"])
  }

  @Test func withoutFinerDataAYearToDateIsNotCompared() throws {
    let series = try Series([.init(value: "10"), .init(value: "7", asOf: "2015-09-30")], kind: "flow")
    let trend = try TrendBuilder(series.evaluator).trend(
      of: #require(series.evaluator.dataset.catalogue.indicator("level")), years: 2014...2015)
    #expect(trend.partial.map(\.code) == ["2015"] && trend.toDate == nil && trend.change == nil)
  }
}
