import Aggregation
import Findings
import TestSupport
import Testing

/// What is looked at in every package: planted mistakes are found at their lines, ordinary figures are left alone.
@Suite struct PlausibilityTests {
  @Test(arguments: 0..<40) func ordinaryFiguresAreLeftAlone(seed: Int) throws {
    #expect(try RuleSketch.ordinary(seed: seed, growth: Double(seed % 4) / 10).summaries() == [])
  }

  /// Values in thousands or tenths, in any year, of a series that grows or does not.
  @Test(arguments: 0..<20) func aWrongUnitOfMeasureIsFound(seed: Int) throws {
    var sketch = RuleSketch.ordinary(seed: seed, growth: Double(seed % 3) / 10)
    var generator = SeededGenerator(seed: 1000 + seed)
    let index = Int.random(in: sketch.rows.indices, using: &generator)
    let right = sketch.rows[index].meetings
    sketch.rows[index].meetings = max(right, 20) * 1000
    #expect(try sketch.summaries() == ["figures.csv:\(sketch.line(index)) outlier"])
    sketch.rows[index].meetings = right
    sketch.rows[index].members = 0
    #expect(try sketch.summaries() == ["figures.csv:\(sketch.line(index)) outlier"])
  }

  @Test func aSeriesOfFewYearsSaysNothing() throws {
    var sketch = RuleSketch.ordinary(seed: 1)
    sketch.rows.removeAll { $0.year > 2017 }
    sketch.rows[1].meetings = 1_000_000
    #expect(try sketch.summaries() == [])
  }

  @Test func aBreakPartsASeries() throws {
    var sketch = RuleSketch.ordinary(seed: 1)
    for index in 0..<10 { sketch.rows[index].meetings = index < 6 ? 100 + index : 2000 - index }
    // Four values of the other kind among six are no outliers, whether or not the break is declared; one is.
    sketch.rows[9].meetings = 105
    sketch.rows[6].status = "B"
    #expect(try sketch.summaries() == [])
    for index in 6..<9 { sketch.rows[index].meetings = 104 }
    sketch.rows[8].meetings = 9000
    sketch.rows[6].status = ""
    #expect(try sketch.summaries() == ["figures.csv:10 outlier"])
  }

  @Test(arguments: [3, 4, 5]) func sumsSinceATermBeganAreNoted(length: Int) throws {
    var sketch = RuleSketch.ordinary(seed: 2)
    for index in 0..<10 { sketch.rows[index].meetings = 100 + 7 * (index * 3 % 5) }
    #expect(try sketch.summaries() == [])
    for index in 3..<(2 + length) { sketch.rows[index].meetings += sketch.rows[index - 1].meetings }
    let found = try sketch.findings()
    #expect(found.map(\.code) == ["cumulative-series"] && found.first?.severity == .information)
    #expect(found.first?.position.line == sketch.line(2))
  }

  @Test func aCopiedDenominatorIsFound() throws {
    var sketch = RuleSketch.ordinary(seed: 4)
    for index in sketch.rows.indices { sketch.rows[index].members = sketch.rows[index].eligible * 6 / 10 }
    sketch.rows[5].eligible = sketch.rows[4].eligible
    // The numerator has hardly moved: nothing to see.
    #expect(try sketch.summaries() == [])
    sketch.rows[5].members = sketch.rows[5].eligible * 7 / 10
    let found = try sketch.findings()
    #expect(found.map(\.code) == ["denominator-unchanged"] && found.first?.field == "eligible")
    #expect(found.first?.position.line == sketch.line(5))
    // Where denominators do not move as a rule, one that does not says nothing.
    for index in sketch.rows.indices { sketch.rows[index].eligible = 10_000 }
    #expect(try sketch.summaries() == [])
  }

  @Test func aRatioAboveHundredIsFoundUnlessALimitIsDeclared() throws {
    var sketch = RuleSketch.ordinary(seed: 6)
    sketch.rows[17].members = sketch.rows[17].eligible * 11 / 10
    #expect(try sketch.summaries() == ["figures.csv:19 ratio-above-whole"])
    sketch.rows[17].members = sketch.rows[17].eligible
    #expect(try sketch.summaries() == [])
    sketch.rows[17].members = sketch.rows[17].eligible * 11 / 10
    sketch.rules = "  - {id: r, check: rate <= 120 %, by: [unit, body], severity: error}\n"
    #expect(try sketch.summaries() == [])
    sketch.rules = "  - {id: r, check: rate <= 105 %, by: [unit, body], severity: error}\n"
    #expect(try sketch.summaries() == ["figures.csv:19 rule-broken"])
  }
}
