import Aggregation
import Catalogue
import Findings
import Language
import TestSupport
import Testing
import Values

/// Every figure of the page `Tests/Packages/tiny-periods/README.md`, which was added up by hand.
@Suite struct TinyPeriodsTests {
  private let evaluator: Evaluator

  init() throws { evaluator = Evaluator(try Dataset.open(Repository.path(of: "Tests/Packages/tiny-periods"))) }

  private func span(_ code: String) throws -> PeriodSpan {
    if let declared = evaluator.dataset.catalogue.period(code) { return .declared(declared.period) }
    let slots = try code.split(separator: "/").map { try #require(PeriodSlot(code: $0)) }
    return .slots(slots[0], slots[slots.count - 1])
  }

  private func observe(_ code: String, _ period: String, _ unit: String? = nil) throws -> Observation {
    try evaluator.observe(
      #require(evaluator.dataset.catalogue.indicator(code)), in: span(period),
      of: Selection(units: unit.map { [$0] } ?? []))
  }

  private static let quarters = ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2022-S1", "2022-9M", "2022"]

  @Test(arguments: [
    ("meetings", "KK1", [6, 15, 24, 33, 21, 45, 78]), ("meetings", "KK2", [6, 6, 6, 6, 12, 18, 24]),
    ("meetings", "KK", [12, 21, 30, 39, 33, 63, 102]), ("people", "KK", [8, 12, 23, 10, 20, 43, 53]),
    ("visits", "KK", [2, 2, 2, 2, 4, 6, 8]), ("members", "KK1", [100, 101, 102, 103, 101, 102, 103]),
    ("members", "KK", [150, 152, 154, 103, 152, 154, 103]),
  ]) func theYear2022IsAddedUpByHand(indicator: String, unit: String, figures: [Int]) throws {
    #expect(try Self.quarters.map { try observe(indicator, $0, unit).value } == figures.map { Rational($0) })
  }

  @Test func finerPeriodsAreCounted() throws {
    #expect(try observe("meetings", "2022").coverage == Coverage(reporting: 24, expected: 24))
    #expect(try observe("meetings", "2023").coverage == Coverage(reporting: 17, expected: 24))
    #expect(try observe("meetings", "2023-9M").coverage == Coverage(reporting: 17, expected: 18))
    #expect(try observe("meetings", "2023-Q3", "KK2").coverage == Coverage(reporting: 2, expected: 3))
    #expect(try observe("meetings", "2023-08", "KK2").coverage == Coverage(reporting: 0, expected: 1))
    #expect(try observe("members", "2022").coverage == Coverage(reporting: 1, expected: 2))
    #expect(try observe("people", "2022").coverage == nil)
  }

  @Test func aYearThatIsNotOverStopsWhereItsMonthsDo() throws {
    let year = try observe("meetings", "2023")
    #expect(year.value == Rational(78) && year.period.cutOff.description == "2023-09-14" && year.period.isPartial)
    #expect(try !observe("meetings", "2023-9M").period.isPartial)
    #expect(try !observe("meetings", "2022").period.isPartial)
    // The year after has nothing at all.
    #expect(try observe("meetings", "2024").absence == .missing)
  }

  @Test func aStockIsTheLastQuarterThereIs() throws {
    let year = try observe("members", "2023")
    #expect(year.value == Rational(162) && year.period.cutOff.description == "2023-09-30")
    #expect(try observe("members", "2023-S1").value == Rational(160))
    // The last quarter of 2022 is missing in one district, and the third does not stand in for it.
    #expect(try observe("members", "2022", "KK2").absence == .missing)
    let rate = try observe("joining-rate", "2022")
    #expect(rate.value?.decimal?.description == "51.5" && rate.denominator == Rational(200))
    #expect(try observe("joining-rate", "2023").value == Rational(54))
  }

  @Test func daysBelongToTheirReportingYear() throws {
    #expect(try observe("people", "2021").value == Rational(5))
    #expect(try observe("people", "2023").value == Rational(8))
    let perVisit = try Rational(53).divided(by: Rational(8))
    #expect(try observe("people-per-visit", "2022").value == perVisit)
    let first = try observe("people", "2022-S1").period
    #expect(first.start.description == "2021-12-15" && first.end.description == "2022-06-14")
    let month = try observe("people", "2022-06").period
    #expect(month.start.description == "2022-05-15" && month.end.description == "2022-06-14" && month.code == "2022-06")
  }

  @Test func figuresToDateAreNeverAdded() throws {
    #expect(
      try ["2021", "2022", "2023"].map { try observe("receptions", $0).value } == [26, 29, 27].map { Rational($0) })
    #expect(try observe("receptions", "2022-9M").value == Rational(21))
    #expect(try observe("receptions", "2022-S1", "KK1").value == Rational(10))
    #expect(try observe("receptions", "2023").period.cutOff.description == "2023-09-14")
    #expect(try observe("receptions", "2021/2023").value == Rational(82))
  }

  @Test func whatIsNotKnownByFinerPeriodsIsRefused() throws {
    let kinds: [PeriodKind] = [.year, .nineMonths, .halfYear]
    #expect(failure { try observe("receptions", "2022-Q2") } == .refused(Messages.notSplit("2022-Q2", into: kinds)))
    #expect(failure { try observe("members", "2022-05") } == .refused(Messages.notSplit("2022-05", into: [.quarter])))
  }

  @Test func termsAreAddedUpFromTheirYearsAndMonths() throws {
    let term = try observe("receptions", "term-2021-2023")
    #expect(term.value == Rational(82) && term.period.kind == .term && term.period.code == "term-2021-2023")
    #expect(term.period.start.description == "2020-12-15" && term.period.end.description == "2023-12-14")
    #expect(try observe("meetings", "plan-2022").value == Rational(99))
    #expect(try observe("meetings", "plan-2022").coverage == Coverage(reporting: 22, expected: 22))
    #expect(try observe("members", "term-2021-2023").value == Rational(162))
    #expect(
      failure { try observe("meetings", "cutting") }
        == .refused(Messages.periodCutsMonth("cutting", start: "2022-05-22", end: "2023-05-21")))
  }

  @Test func thePackageIsRight() throws {
    #expect(try PackageCheck.run(Repository.path(of: "Tests/Packages/tiny-periods")).findings == [])
  }
}
