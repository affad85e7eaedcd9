import Aggregation
import Catalogue
import Findings
import TestSupport
import Testing
import Values

/// The published figures of the first province: every claim that has an indicator, and what it must not be confused with.
@Suite struct KienGiangTests {
  private let dataset: Dataset
  private let evaluator: Evaluator

  init() throws {
    dataset = try Dataset.open(Repository.path(of: "datasets/kien-giang"))
    evaluator = Evaluator(dataset)
  }

  private func observe(_ code: String, _ years: ClosedRange<Int>, _ selection: Selection = .whole) throws -> Observation
  {
    try evaluator.observe(#require(dataset.catalogue.indicator(code)), years: years, of: selection)
  }

  @Test(arguments: [
    ("voter-contacts-assembly", 2731), ("voter-contacts-council", 23396), ("resolutions", 7705),
    ("dialogue-enterprises", 250), ("dialogue-citizens", 97233), ("movements", 20), ("campaigns", 7),
  ])
  func tenYearsAddUpToWhatIsPublished(code: String, value: Int) throws {
    let observation = try observe(code, 2014...2023)
    #expect(observation.value == Rational(value))
    #expect(observation.isIllustrative)
    #expect(observation.coverage?.isComplete ?? true)
  }

  @Test func theMembershipRateIsThePublishedOne() throws {
    let (first, last) = (try observe("membership-rate", 2013...2013), try observe("membership-rate", 2023...2023))
    #expect(try first.value?.rounded(to: 2).description == "56.30")
    #expect(try last.value?.rounded(to: 2).description == "59.22")
    #expect(last.numerator == Rational(625_926) && last.period.cutOff.description == "2023-09-30")
    let change = try #require(last.value).subtracting(try #require(first.value))
    #expect(try change.rounded(to: 2).description == "2.92")
    #expect(last.coverage == Coverage(reporting: 80, expected: 80) && last.flags.codes == ["P"])
    #expect(try observe("members", 2023...2023).value == Rational(625_926))
  }

  @Test func lowerBoundsLieAboveWhatIsPublished() throws {
    for (code, low, high) in [
      ("models", 19_200, 19_300), ("poor-fund-cash", 52_000_000, 52_500_000),
      ("poor-fund-in-kind", 2_500_000, 2_600_000),
    ] {
      let value = try #require(try observe(code, 2014...2023).value)
      #expect(value > Rational(low) && value < Rational(high))
      #expect(dataset.catalogue.indicator(code)?.isComparable == false)
    }
  }

  @Test func everyClaimAgreesWithTheData() throws {
    let claims = try dataset.claims()
    #expect(claims.count == 18)
    for claim in claims where claim.kind == .level {
      guard let code = claim.indicator, let years = claim.years else { continue }
      #expect(try claim.agrees(with: #require(try observe(code, years).value)), "\(claim.id)")
    }
    #expect(Set(claims.map(\.id)).count == 18 && claims.filter { $0.indicator == nil }.count == 4)
    // Printed with one decimal, the rate of 2013 is 56.3 and neither 56.2 nor 56.4.
    let rate = try #require(claims.first { $0.years == 2013...2013 })
    #expect(rate.value.description == "56.3" && rate.unit == nil)
    #expect(try rate.agrees(with: Rational(5625, over: 100)) && !rate.agrees(with: Rational(5635, over: 100)))
    let models = try #require(claims.first { $0.indicator == "models" })
    #expect(
      models.bound == .moreThan && !models.agrees(with: Rational(19_200)) && models.agrees(with: Rational(19_201)))
  }

  @Test func targetsAreRead() throws {
    let targets = try dataset.targets()
    #expect(targets.count == 50 && targets.allSatisfy { $0.isIllustrative && $0.unit == nil })
    #expect(targets.prefix(10).allSatisfy { $0.year == 2023 } && Set(targets.map(\.year)) == Set(2019...2023))
    #expect(targets.first?.value.description == "60.00" && targets.first?.line == 2)
  }

  @Test func aMovementOfManyYearsCountsOnce() throws {
    let years = try (2014...2023).map { try #require(try observe("movements", $0...$0).value) }
    #expect(try years.reduce(.zero) { try $0.adding($1) } > Rational(20))
    #expect(try observe("movements", 2014...2023, Selection(units: ["904"])).absence == .notApplicable)
  }

  @Test func whatCannotBeAskedIsRefused() throws {
    #expect(throws: Failure.self) { try observe("satisfaction-index", 2022...2023) }
    #expect(throws: Failure.self) { try observe("population", 2023...2023, Selection().at("CD", of: "organisation")) }
    #expect(try observe("members", 2014...2023).value == Rational(625_926))
  }

  @Test(arguments: [
    ("Giồng Riềng", "906"), ("giong rieng", "906"), ("huyện Giồng Riềng", "906"), ("thành phố Phú Quốc", "911"),
    ("huyện Phú Quốc", "911"), ("Phu Quoc city", "911"), ("904", "904"),
  ])
  func unitsAreMetByName(text: String, code: String) throws {
    #expect(try dataset.member(named: text, of: "unit") == code)
  }

  @Test(arguments: [
    ("membership-rate", "membership-rate"), ("Tỷ lệ tập hợp", "membership-rate"), ("ty le tap hop", "membership-rate"),
    ("share of members", "membership-rate"), ("Dân số", "population"), ("RESIDENTS", "population"),
  ])
  func indicatorsAreMetByName(text: String, code: String) throws {
    #expect(try dataset.indicator(named: text).code == code)
  }

  @Test func aNameThatIsNotKnownIsAnsweredWithTheNearest() throws {
    guard case .usage(let message) = failure(of: { try dataset.indicator(named: "membership-rat") }) else {
      Issue.record("found an indicator that is not there")
      return
    }
    #expect(message.english.contains("membership-rate"))
    guard case .usage(let unit) = failure(of: { try dataset.member(named: "Giồng Riêng", of: "unit") }) else { return }
    #expect(unit.vietnamese.contains("906"))
    #expect(failure { try dataset.member(named: "x", of: "colour") } != nil)
  }
}
