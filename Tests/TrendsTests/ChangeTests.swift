import Aggregation
import Catalogue
import Findings
import Language
import TestSupport
import Testing
import Trends
import Values

@Suite struct ChangeTests {
  @Test func aChangeOfARateIsInPoints() throws {
    let trend = try Series([
      .init(value: "569981", base: "1012400"), .init(value: "625926", base: "1056950"),
    ]).trend("rate")
    let change = try #require(trend.change)
    #expect(try change.absolute.rounded(to: 2).description == "2.92")
    #expect(change.unit == .percentagePoint && change.relative == nil)
    #expect(change.from.code == "2014" && change.to.code == "2015")
    #expect(trend.compoundAnnualGrowthRate == nil)
    // Only who asks for it is told the relative change.
    let (first, last) = (try #require(trend.first), try #require(trend.last))
    let relative = try TrendBuilder.change(from: first, to: last, of: trend.indicator, relativeOfPercent: true)
    #expect(try relative?.relative?.rounded(to: 2).description == "5.19")
  }

  @Test func aDifferenceOfRatesHasNoGrowthEither() throws {
    let trend = try Series([.init(value: "50"), .init(value: "60")]).trend("gap")
    #expect(trend.change?.unit == .percentagePoint && trend.change?.relative == nil)
    #expect(trend.compoundAnnualGrowthRate == nil)
  }

  /// 33.33 and 66.67 are printed, and the change is 33.33, not 33.34.
  @Test func changesComeFromUnroundedTerms() throws {
    let trend = try Series([.init(value: "1", base: "3"), .init(value: "2", base: "3")]).trend("rate")
    #expect(trend.points.map { $0.printed(trend.indicator)?.description } == ["33.33", "66.67"])
    #expect(try trend.change?.absolute.rounded(to: 2).description == "33.33")
  }

  @Test(
    arguments: [
      (180, 210, "30", "16.67"), (100, 50, "-50", "-50.00"), (1, 2, "1", "100.00"), (5, 5, "0", "0.00"),
      (0, 7, "7", nil),
      (-5, 5, "10", nil),
    ] as [(Int, Int, String, String?)])
  func relativeChangeIsOfAPositiveStart(first: Int, last: Int, absolute: String, relative: String?) throws {
    let change = try #require(try Series([first, last]).trend().change)
    #expect(change.absolute.description == absolute)
    #expect(try change.relative?.rounded(to: 2).description == relative)
    #expect(change.unit == .count("meetings"))
  }

  @Test func yearsWithoutValuesAreThereAndSayWhy() throws {
    let trend = try Series([.init(value: "5"), nil, .init(value: "", flags: "L"), .init(value: "8")]).trend()
    #expect(trend.points.map(\.period.code) == ["2014", "2015", "2016", "2017"])
    #expect(trend.points.map(\.absence) == [nil, .missing, .notCollected, nil])
    #expect(trend.change?.absolute == Rational(3) && trend.comparable.count == 2)
  }

  @Test func aPartialYearOfAFlowIsNotCompared() throws {
    let points: [Series.Point] = [
      .init(value: "1", asOf: "2014-06-30"), .init(value: "10"), .init(value: "12"),
      .init(value: "9", asOf: "2017-09-30"),
    ]
    let flow = try Series(points, kind: "flow").trend()
    #expect(flow.partial.map(\.code) == ["2014", "2017"])
    #expect(flow.change?.absolute == Rational(2) && flow.change?.to.code == "2016")
    #expect(flow.highest.map(\.period.code) == ["2016"] && flow.lowest.map(\.period.code) == ["2015"])
    #expect(flow.last?.value == Rational(9))
    // A stock compares at whatever day, and both days are known.
    let stock = try Series(points).trend()
    #expect(stock.partial.isEmpty && stock.change?.absolute == Rational(8))
    #expect(stock.change?.to.cutOff.description == "2017-09-30")
    // A quotient of flows is one too.
    #expect(try Series(points, kind: "flow").trend("rate").partial.map(\.code) == ["2014", "2017"])
    let all = try Series([.init(value: "9", asOf: "2014-06-30"), .init(value: "8")], kind: "flow").trend()
    #expect(all.change == nil && all.refusal == Messages.notComparedTooFew)
  }

  @Test func aBreakIsNotComparedAcross() throws {
    func trend(_ flags: [String], values: [String]? = nil) throws -> Trend {
      let values = values ?? flags.indices.map { "\(10 + $0)" }
      return try Series(zip(values, flags).map { Series.Point(value: $0, flags: $1) }).trend()
    }
    let broken = try trend(["", "", "B", ""])
    #expect(broken.change == nil && broken.refusal == Messages.notComparedBreak("2016"))
    #expect(broken.index.isEmpty && broken.compoundAnnualGrowthRate == nil)
    #expect(broken.highest.isEmpty && broken.lowest.isEmpty)
    // What went before the first point is not compared anyway.
    #expect(try trend(["B", "", ""]).change?.absolute == Rational(2))
    #expect(try trend(["", "", "P B"]).refusal == Messages.notComparedBreak("2016"))
    // A break in a year without a value lies between the years beside it.
    #expect(try trend(["", "O B", ""], values: ["5", "", "7"]).refusal == Messages.notComparedBreak("2015"))
    #expect(try trend(["", "", "O B"], values: ["5", "6", ""]).change?.absolute == Rational(1))
  }

  @Test func boundsAndImplausibleFiguresAreNotCompared() throws {
    let bound = try Series([5, 6, 7], kind: "flow", more: ", bound: lower").trend()
    #expect(bound.refusal == Messages.notComparedLowerBound)
    let reason = LocalizedText(vi: "lạ", en: "strange")
    let strange = try Series([5, 6, 7], more: ", bound: lower, implausible: {vi: lạ, en: strange}").trend()
    #expect(strange.refusal == Messages.notComparedImplausible(reason))
    for trend in [bound, strange] {
      #expect(trend.change == nil && trend.index.isEmpty && trend.compoundAnnualGrowthRate == nil && trend.run == nil)
      #expect(trend.highest.isEmpty && trend.lowest.isEmpty)
      #expect(trend.points.allSatisfy { $0.value != nil })
    }
  }

  @Test func oneValueIsTooFew() throws {
    for points in [[], [nil], [nil, .init(value: "5")]] as [[Series.Point?]] where !points.isEmpty {
      let trend = try Series(points).trend()
      #expect(trend.change == nil && trend.refusal == Messages.notComparedTooFew && trend.run == nil)
      #expect(trend.highest.isEmpty)
    }
  }

  @Test func aChangeBeyondTheRangeIsRefused() throws {
    let largest = "170141183460469231731687303715884105727"
    let series = try Series([.init(value: "-\(largest)"), .init(value: largest)])
    #expect(failure { try series.trend() } == .refused(Messages.overflow))
  }
}
