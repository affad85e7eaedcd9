import Aggregation
import Catalogue
import Findings
import Language
import TestSupport
import Testing
import Trends
import Values

/// Provinces and parts beside each other, against sums made from the packages' own rows.
@Suite struct ComparisonTests {
  private static let names = ["datasets/kien-giang", "datasets/tay-ninh", "datasets/thanh-hoa"]

  private func sides(_ code: String) throws -> [ComparisonSide] {
    try Self.names.map { name in
      let dataset = try Dataset.open(Repository.path(of: name))
      return ComparisonSide(Evaluator(dataset), try #require(dataset.catalogue.indicator(code)))
    }
  }

  /// Σ members / Σ eligible of the rows that have both, read without the program's own reader.
  private func rate(_ package: String, _ years: ClosedRange<Int>) throws -> Rational {
    let text = try Repository.text(of: "\(package)/membership.csv")
    var (members, eligible) = (0, 0)
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard let year = Int(fields[0]), years.contains(year), let top = Int(fields[3]), let bottom = Int(fields[4])
      else { continue }
      (members, eligible) = (members + top, eligible + bottom)
    }
    return try Rational(100 * members).divided(by: Rational(eligible))
  }

  @Test func theLastYearThatAllHaveInFullIsTaken() throws {
    let comparison = try #require(try CompareQuery(sides("membership-rate"), against: .first).run())
    #expect(comparison.span == .slot(.year(2022)) && comparison.trimmedFrom == nil && comparison.isIllustrative)
    let rates = try Self.names.map { try rate($0, 2022...2022) }
    #expect(comparison.rows.map(\.observation.value) == rates)
    #expect(comparison.rows.map(\.isBase) == [true, false, false])
    #expect(try comparison.rows.dropFirst().map(\.difference) == rates.dropFirst().map { try $0.subtracting(rates[0]) })
    #expect(comparison.rows.allSatisfy { $0.relative == nil && $0.share == nil })
  }

  @Test func onlyCommonYearsAreCompared() throws {
    let query = try CompareQuery(sides("membership-rate"), against: .first, in: .years(2010...2023))
    let comparison = try #require(try query.run())
    #expect(comparison.span == .years(2015...2022) && comparison.trimmedFrom == .years(2010...2023))
    #expect(try comparison.rows.map(\.observation.value) == Self.names.map { try rate($0, 2015...2022) })
    #expect(comparison.rows[2].observation.coverage.map { $0.reporting < $0.expected } == true)
  }

  @Test func whoHasMovedSinceAnEarlierYear() throws {
    var query = try CompareQuery(sides("membership-rate"), against: .first, in: .slot(.year(2022)))
    query.since = .slot(.year(2018))
    let comparison = try #require(try query.run())
    for (row, name) in zip(comparison.rows, Self.names) {
      let movement = try #require(row.movement)
      let (before, now) = (try rate(name, 2018...2018), try rate(name, 2022...2022))
      let difference = try now.subtracting(before)
      #expect(movement.before.value == before && movement.change?.absolute == difference)
      #expect(movement.change?.unit == .percentagePoint && movement.reason == nil)
    }
    // A term is as long as another, or is none like it.
    for wrong: PeriodSpan in [.slot(.year(2022)), .slot(.year(2023)), .years(2018...2019)] {
      query.since = wrong
      let failed = failure { try query.run() }
      guard case .usage? = failed else {
        Issue.record("\(wrong) was taken")
        continue
      }
    }
  }

  @Test func theWholeMovesToo() throws {
    let dataset = try Dataset.open(Repository.path(of: "datasets/tay-ninh"))
    let evaluator = Evaluator(dataset)
    let indicator = try #require(dataset.catalogue.indicator("members"))
    let whole = ComparisonSide(evaluator, indicator)
    var query = CompareQuery([whole], against: .whole(whole), in: .slot(.year(2022)), since: .slot(.year(2019)))
    let comparison = try #require(try query.run())
    let moved = try #require(comparison.wholeMovement?.change)
    #expect(moved == comparison.rows[0].movement?.change && moved.from.year == 2019 && moved.to.year == 2022)
    query.since = nil
    #expect(try query.run()?.wholeMovement == nil)
  }

  @Test func sumsWithGapsAndOtherDaysAreNotCompared() throws {
    let members = try #require(try CompareQuery(sides("members"), against: .first, in: .slot(.year(2022))).run())
    #expect(members.rows.map { $0.difference == nil } == [true, false, true])
    #expect(members.rows[2].reason == Messages.sumWithGaps(Coverage(reporting: 138, expected: 140)))
    let meetings = try #require(
      try CompareQuery(sides("voter-contacts-council"), against: .first, in: .slot(.year(2023))).run())
    #expect(meetings.rows.allSatisfy { $0.difference == nil } && meetings.rows[1].reason != nil)
    #expect(meetings.rows[2].reason == Absence.missing.name)
  }

  @Test func anotherNatureOrUnitIsNotCompared() throws {
    let kinds = try ["stock", "flow"].map { kind in try Series([.init(value: "5"), .init(value: "7")], kind: kind) }
    let sides = try kinds.map { series in
      ComparisonSide(series.evaluator, try #require(series.evaluator.dataset.catalogue.indicator("level")))
    }
    let other = try #require(try CompareQuery(sides, against: .first).run()).rows[1]
    #expect(other.reason == Messages.otherNature && other.difference == nil)
    let mixed = [
      sides[0],
      ComparisonSide(kinds[0].evaluator, try #require(kinds[0].evaluator.dataset.catalogue.indicator("rate"))),
    ]
    let unit = try #require(try CompareQuery(mixed, against: .first).run()).rows[1]
    #expect(unit.reason == Messages.otherUnitOfMeasure(mixed[1].indicator.unitNames, mixed[0].indicator.unitNames))
  }

  @Test(arguments: ["members", "voter-contacts-council", "membership-rate", "complaints-settled-rate"])
  func partsAgainstTheWhole(code: String) throws {
    let dataset = try Dataset.open(Repository.path(of: "datasets/tay-ninh"))
    let evaluator = Evaluator(dataset)
    let indicator = try #require(dataset.catalogue.indicator(code))
    let units = try evaluator.units(of: indicator, years: 2021...2021)
    let parts = units.map { ComparisonSide(evaluator, indicator, .whole.at(unit: $0)) }
    let query = CompareQuery(
      parts, against: .whole(ComparisonSide(evaluator, indicator)), in: .slot(.year(2021)))
    let comparison = try #require(try query.run())
    let whole = try #require(comparison.whole?.value)
    #expect(units.count == 10 && comparison.rows.count == 10)
    if indicator.unit.isPercent {
      for row in comparison.rows {
        #expect(try row.difference == row.observation.value?.subtracting(whole) && row.share == nil)
      }
    } else {
      #expect(try comparison.rows.compactMap(\.share).reduce(Rational.zero) { try $0.adding($1) } == .hundred)
      #expect(comparison.rows.allSatisfy { $0.difference == nil && $0.relative == nil })
    }
  }
}
