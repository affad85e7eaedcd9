import Aggregation
import Language
import Statistics
import TestSupport
import Testing
import Trends
import Values

/// Projections of trends: which points they rest on, what they may be, when there is none.
@Suite struct TrendProjectionTests {
  private func outcome(_ points: [Series.Point?], _ code: String = "level", kind: String = "stock", ahead: Int = 3)
    throws
    -> ProjectionOutcome
  {
    try Series(points, kind: kind).trend(code).projection(ahead: ahead, calendar: .calendar)
  }

  private func points(_ values: [Int?]) -> [Series.Point?] { values.map { $0.map { Series.Point(value: "\($0)") } } }

  @Test(arguments: 0..<25)
  func ratesStayWithinTheirBounds(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<Int.random(in: 6...14, using: &random)).map { _ in Int.random(in: 1...99, using: &random) }
    let projection = try #require(try outcome(points(values), "rate", ahead: 10).projection)
    for step in projection.steps {
      #expect(step.intervals.count == 2 && (0...100).contains(step.value))
      for interval in step.intervals {
        #expect(interval.lowerBound >= 0 && interval.upperBound <= 100 && interval.contains(step.value))
      }
      #expect(step.intervals[0].lowerBound >= step.intervals[1].lowerBound)
      #expect(step.intervals[0].upperBound <= step.intervals[1].upperBound)
    }
    let errors = projection.trials.compactMap(\.scaledError)
    #expect(projection.scaledError == errors.min())
    // The naive method against itself.
    #expect(projection.trials.first?.method == .naive && abs((projection.trials[0].scaledError ?? 1) - 1) < 1e-9)
  }

  @Test func countsAreNeverNegative() throws {
    let projection = try #require(try outcome(points([90, 80, 70, 55, 40, 30, 18, 6])).projection)
    #expect(projection.steps.allSatisfy { $0.value >= 0 && $0.intervals[1].lowerBound >= 0 })
    #expect(projection.steps.map(\.period.code) == ["2022", "2023", "2024"])
  }

  @Test func aGapBeginsTheSeriesAnew() throws {
    let values: [Int?] = [5, 9, nil, 11, 12, 13, 15, 16, 18]
    let projection = try #require(try outcome(points(values)).projection)
    #expect(projection.first.code == "2017" && projection.last.code == "2022")
    let short: [Int?] = [5, 9, 8, 7, nil, 12, 13, 15, 16, 18]
    #expect(try outcome(points(short)).refusal == Messages.notProjectedTooFew(5, fewest: 6))
  }

  @Test func aPartialYearIsProjectedAndNotProjectedFrom() throws {
    var values = points([10, 12, 11, 13, 14, 13, 9])
    values[6]?.asOf = "2020-09-30"
    let flow = try #require(try outcome(values, kind: "flow").projection)
    #expect(flow.last.code == "2019" && flow.steps[0].period.code == "2020")
    let stock = try #require(try outcome(values, kind: "stock").projection)
    #expect(stock.last.code == "2020")
  }

  @Test func whatIsNotComparedIsNotProjected() throws {
    var broken = points([10, 12, 11, 13, 14, 13, 15])
    broken[4]?.flags = "B"
    #expect(try outcome(broken).refusal == Messages.notComparedBreak("2018"))
    #expect(try outcome(points([10, 50, 100, 50, 20, 30]), "rate").refusal == Messages.notProjectedWhole)
    #expect(try outcome(points([nil, nil])).refusal != nil)
  }
}
