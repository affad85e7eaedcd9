import Aggregation
import Catalogue
import Findings
import TestSupport
import Testing
import Values

/// Every figure of the page `Tests/Packages/tiny-province/README.md`, which was added up by hand.
@Suite struct TinyProvinceTests {
  private let evaluator: Evaluator

  init() throws { evaluator = Evaluator(try Dataset.open(Repository.path(of: "Tests/Packages/tiny-province"))) }

  private func observe(
    _ code: String, _ years: ClosedRange<Int>, unit: String? = nil, society: String? = nil
  ) throws -> Observation {
    var selection = Selection(units: unit.map { [$0] } ?? [])
    if let society { selection = selection.at(society, of: "organisation") }
    return try evaluator.observe(#require(evaluator.dataset.catalogue.indicator(code)), years: years, of: selection)
  }

  /// The printed values of the years 2019 to 2022 at once.
  private func printed(_ code: String, unit: String? = nil, society: String? = nil) throws -> String {
    let indicator = try #require(evaluator.dataset.catalogue.indicator(code))
    return try (2019...2022).map { year in
      try observe(code, year...year, unit: unit, society: society).value?.rounded(to: indicator.decimals).description
        ?? "-"
    }.joined(separator: " ")
  }

  @Test(
    arguments: [
      ("joined", "X1", "80 88 86 96"), ("joined", "X2", "60 62 44 72"), ("joined", "X3", "40 42 40 42"),
      ("joined", nil, "180 192 170 210"), ("joined", "X", "180 192 170 210"), ("entitled", "X1", "160 160 160 170"),
      ("entitled", "X2", "130 130 130 130"), ("entitled", "X3", "110 110 110 120"),
      ("entitled", nil, "400 400 400 420"),
      ("joining-rate", "X1", "50.00 55.00 53.75 56.47"), ("joining-rate", "X2", "46.15 47.69 55.00 55.38"),
      ("joining-rate", "X3", "36.36 38.18 36.36 35.00"), ("joining-rate", nil, "45.00 48.00 48.57 50.00"),
      ("meetings", "X1", "10 12 8 11"), ("meetings", "X2", "5 6 7 9"), ("meetings", "X3", "3 4 0 5"),
      ("meetings", nil, "18 22 15 25"), ("fund", "X1", "1.50 2.00 0.10 3.40"), ("fund", "X2", "2.25 1.75 0.20 2.50"),
      ("fund", "X3", "0.25 1.25 0.30 4.50"), ("fund", nil, "4.00 5.00 0.60 10.40"),
      ("fund-per-meeting", nil, "0.22 0.23 0.04 0.42"), ("drives", nil, "2 2 2 3"),
    ] as [(String, String?, String)])
  func yearsAgree(code: String, unit: String?, values: String) throws {
    #expect(try printed(code, unit: unit) == values)
  }

  @Test(arguments: [
    ("joined", "A1", "100 109 112 122"), ("entitled", "A1", "220 220 220 230"),
    ("joining-rate", "A1", "45.45 49.55 50.91 53.04"), ("joined", "B2", "80 83 58 88"),
    ("entitled", "B2", "180 180 180 190"), ("joining-rate", "B2", "44.44 46.11 44.62 46.32"),
  ])
  func societiesAgree(code: String, society: String, values: String) throws {
    #expect(try printed(code, society: society) == values)
  }

  @Test(
    arguments: [
      ("meetings", "X1", "41"), ("meetings", "X2", "27"), ("meetings", "X3", "12"), ("meetings", nil, "80"),
      ("fund", "X1", "7"), ("fund", "X2", "6.7"), ("fund", "X3", "6.3"), ("fund", nil, "20"),
      ("fund-per-meeting", nil, "0.25"), ("drives", nil, "4"),
    ] as [(String, String?, String)])
  func fourYearsAgree(code: String, unit: String?, value: String) throws {
    let observation = try observe(code, 2019...2022, unit: unit)
    #expect(observation.value?.description == value)
    #expect(observation.period.code == "2019/2022" && observation.period.years == 4)
  }

  @Test func ratesOfYearsAreAveragedByTheirTerms() throws {
    let two = try observe("joining-rate", 2019...2020)
    #expect(two.value?.description == "46.5" && two.numerator == Rational(372) && two.denominator == Rational(800))
    let four = try observe("joining-rate", 2019...2022)
    #expect(try four.value?.rounded(to: 2).description == "47.90")
    #expect(four.numerator == Rational(752) && four.denominator == Rational(1570))
  }

  @Test func theMissingCellIsLeftOutOfBothTerms() throws {
    let rate = try observe("joining-rate", 2021...2021)
    #expect(rate.numerator == Rational(170) && rate.denominator == Rational(350))
    #expect(rate.coverage == Coverage(reporting: 5, expected: 6))
    #expect(try observe("joined", 2021...2021, society: "B2").coverage == Coverage(reporting: 2, expected: 3))
    let missing = try evaluator.observe(
      #require(evaluator.dataset.catalogue.indicator("joined")), years: 2021...2021,
      of: Selection(units: ["X2"]).at("B2", of: "organisation"))
    #expect(missing.value == nil && missing.absence == .missing)
  }

  @Test func zeroIsANumberAndOverZeroIsNot() throws {
    #expect(try observe("meetings", 2021...2021, unit: "X3").value == .zero)
    let perMeeting = try observe("fund-per-meeting", 2021...2021, unit: "X3")
    #expect(perMeeting.value == nil && perMeeting.absence == .notApplicable)
  }

  @Test func flagsCutOffsAndYearsAreTheirs() throws {
    #expect(try observe("meetings", 2021...2021).flags.codes == ["B"])
    #expect(try observe("meetings", 2021...2021, unit: "X1").flags.isEmpty)
    let last = try observe("meetings", 2022...2022)
    #expect(last.flags.codes == ["P"] && last.period.isPartial)
    #expect(
      [last.period.start, last.period.cutOff, last.period.end].map(\.description) == [
        "2021-11-01", "2022-08-31", "2022-10-31",
      ])
    // The fund is counted to the end, the meetings are not: the quotient stops with them.
    #expect(try observe("fund-per-meeting", 2022...2022).period.cutOff.description == "2022-08-31")
    #expect(try !observe("fund-per-meeting", 2021...2021).period.isPartial)
    #expect(try observe("joined", 2022...2022).period.end.description == "2022-12-31")
  }

  @Test func figuresAreTracedToTheirRows() throws {
    let rate = try observe("joining-rate", 2021...2021)
    #expect(
      rate.inputs.map(\.measure) == ["joined", "entitled"] && rate.inputs.map(\.column) == ["joined", "entitled"])
    #expect(
      Set(rate.inputs.map(\.file)) == ["membership.csv"] && rate.inputs.map(\.value) == [Rational(170), Rational(350)])
    #expect(rate.inputs.map(\.lines.description) == ["14-16,18-19", "14-16,18-19"])
    #expect(try observe("drives", 2020...2021).inputs.map(\.lines.description) == ["3-4"])
    #expect(!rate.isIllustrative)
    #expect(try observe("fund", 2021...2021).isIllustrative)
    #expect(try observe("fund-per-meeting", 2021...2021).isIllustrative)
  }

  @Test func theRegisterIsTheProvinces() throws {
    #expect(try observe("drives", 2019...2022, unit: "X").value == Rational(4))
    let district = try observe("drives", 2019...2022, unit: "X1")
    #expect(district.value == nil && district.absence == .notApplicable)
  }

  @Test func membersAndYearsStandInTheirOrder() throws {
    let joined = try #require(evaluator.dataset.catalogue.indicator("joined"))
    let drives = try #require(evaluator.dataset.catalogue.indicator("drives"))
    #expect(try evaluator.units(of: joined, years: 2019...2022) == ["X1", "X2", "X3"])
    #expect(try evaluator.units(of: joined, level: "province", years: 2019...2022) == ["X"])
    #expect(try evaluator.units(of: joined, years: 2019...2022, within: Selection(units: ["X2"])) == ["X2"])
    #expect(try evaluator.members(of: joined, dimension: "organisation") == ["B2", "A1"])
    #expect(try evaluator.members(of: drives, dimension: "organisation") == nil)
    #expect(try evaluator.years(of: joined) == 2019...2022 && evaluator.years(of: drives) == 2018...2022)
    #expect(!evaluator.isSummableOverTime(joined) && evaluator.isSummableOverTime(drives) && !evaluator.isFlow(drives))
  }
}
