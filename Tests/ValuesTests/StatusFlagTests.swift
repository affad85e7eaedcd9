import Testing
import Values

@Suite struct StatusFlagTests {
  @Test(arguments: [
    ("", []), ("A", []), ("P", ["P"]), ("B P", ["B", "P"]), ("P,B", ["B", "P"]), ("PB", ["B", "P"]), ("P;P", ["P"]),
    ("A U", ["U"]), (" ", []),
  ]) func readsCodes(text: String, codes: [String]) throws {
    #expect(try #require(StatusFlags(codes: text)).codes == codes)
  }

  @Test(arguments: ["x", "p", "P*", "Ước", "1", "P\n"]) func refusesUnknownCodes(text: String) {
    #expect(StatusFlags(codes: text) == nil)
  }

  @Test func normalIsTheAbsenceOfFlags() {
    #expect(StatusFlags(StatusFlag.normal).isEmpty)
    #expect(!StatusFlags(StatusFlag.provisional).contains(StatusFlag.normal))
  }

  @Test(arguments: StatusFlag.allCases.filter { $0 != .normal }) func everyFlagStandsAlone(flag: StatusFlag) {
    let flags = StatusFlags(flag)
    #expect(flags.flags == [flag])
    for other in StatusFlag.allCases where other != flag { #expect(!flags.contains(other)) }
  }

  @Test func threeFlagsSayThatThereIsNoValue() {
    #expect(StatusFlag.allCases.filter(\.isAbsence) == [.notCollected, .notApplicable, .missing])
  }

  @Test func coverageAddsUp() {
    let sum = Coverage(reporting: 5, expected: 6) + Coverage(reporting: 3, expected: 3)
    #expect(sum == Coverage(reporting: 8, expected: 9) && !sum.isComplete)
    #expect(Coverage(reporting: 9, expected: 9).isComplete)
  }
}

@Suite struct UnitOfMeasureTests {
  private let persons = UnitOfMeasure.count("persons")
  private let meetings = UnitOfMeasure.count("meetings")

  @Test func aDifferenceOfPercentagesIsInPoints() {
    #expect(UnitOfMeasure.percent.ofChange == .percentagePoint)
    #expect(UnitOfMeasure.percentagePoint.ofChange == .percentagePoint)
    #expect(persons.ofChange == persons)
    #expect(UnitOfMeasure.percent.isPercent && !UnitOfMeasure.percentagePoint.isPercent)
    #expect(UnitOfMeasure.percent.isPercentage && UnitOfMeasure.percentagePoint.isPercentage && !persons.isPercentage)
  }

  @Test func onlyLikeIsAddedToLike() throws {
    let million = try #require(UnitOfMeasure.money["million-dong"])
    let billion = try #require(UnitOfMeasure.money["billion-dong"])
    #expect(persons.adds(to: persons))
    #expect(!persons.adds(to: meetings))
    #expect(!million.adds(to: billion))
    #expect(!UnitOfMeasure.percent.adds(to: .pure))
    #expect(UnitOfMeasure.percent.adds(to: .percentagePoint))
  }

  @Test func productsAndQuotientsKeepDimensionAndFactor() throws {
    let billion = try #require(UnitOfMeasure.money["billion-dong"])
    let perMeeting = try billion.divided(by: meetings)
    #expect(perMeeting.dimension == ["dong": 1, "meetings": -1])
    #expect(perMeeting.factor == Rational(1_000_000_000))
    #expect(try perMeeting.multiplied(by: meetings).adds(to: billion))
    #expect(try persons.divided(by: persons).adds(to: .pure))
    #expect(try UnitOfMeasure.percent.multiplied(by: .percent).factor.description == "0.0001")
  }

  @Test func aFactorBeyondTheRangeIsAnError() throws {
    var unit = try #require(UnitOfMeasure.money["billion-dong"])
    #expect(throws: ArithmeticFailure.overflow) {
      for _ in 0..<5 { unit = try unit.multiplied(by: unit) }
    }
  }
}
