import Aggregation
import Findings
import TestSupport
import Testing

/// Declared rules: what breaks one is found at its line, and nothing else is.
@Suite struct DeclaredRuleTests {
  private static func rule(_ check: String, _ more: String = "by: [unit, body]", severity: String = "warning") -> String
  {
    "  - {id: r, check: \"\(check)\", severity: \(severity)\(more.isEmpty ? "" : ", " + more)}\n"
  }

  /// Against a reference that looks at the rows one by one.
  @Test(arguments: 0..<12) func comparisonsFindExactlyTheRowsThatBreakThem(seed: Int) throws {
    var sketch = RuleSketch.ordinary(seed: seed)
    var generator = SeededGenerator(seed: 100 + seed)
    var expected: [String] = []
    for index in sketch.rows.indices where generator.oneIn(9) {
      // Beyond what is eligible, but not so far that it would be an outlier too.
      sketch.rows[index].members = sketch.rows[index].eligible + 1
    }
    for year in RuleSketch.years {
      for (index, row) in sketch.rows.enumerated() where row.year == year && row.members > row.eligible {
        expected.append("figures.csv:\(sketch.line(index)) rule-broken")
      }
    }
    sketch.rules =
      Self.rule("members <= eligible") + "  - {id: own, check: rate <= 1000, severity: error, by: [unit]}\n"
    try sketch.expect(expected)
    sketch.rules = Self.rule("rate <= 100 %", severity: "error")
    try sketch.expect(expected)
    #expect(try sketch.findings().allSatisfy { $0.severity == .error })
  }

  @Test(arguments: 0..<6) func changesFindTheYearThatJumpsAndNotItsEcho(seed: Int) throws {
    var sketch = RuleSketch.ordinary(seed: seed)
    for index in sketch.rows.indices { sketch.rows[index].members = sketch.rows[index].eligible / 2 }
    sketch.rules = Self.rule("abs(relative-change(members)) <= 25 %")
    try sketch.expect([])
    var generator = SeededGenerator(seed: seed)
    let index = Int.random(in: 0..<8, using: &generator) * 10 + Int.random(in: 1..<10, using: &generator)
    sketch.rows[index].members = sketch.rows[index].members * 14 / 10
    try sketch.expect(["figures.csv:\(sketch.line(index)) rule-broken"])
    // Ten times as much is an outlier, too: said once.
    sketch.rows[index].members = sketch.rows[index].eligible * 5
    sketch.rules += "  - {id: s, check: rate <= 100, by: [unit, body], severity: error}\n"
    let found = try sketch.findings()
    #expect(found.map(\.code) == ["rule-broken"] && found.first?.position.line == sketch.line(index))
    #expect(found.first?.severity == .error)
    #expect(found.first?.message.english.hasSuffix("It also breaks: r.") == true)
    // In the first year there is nothing to compare with; it is an outlier, and the next year is right.
    sketch.rows[index].members = sketch.rows[index].eligible / 2
    sketch.rows[0].members = sketch.rows[0].eligible * 10
    sketch.rules =
      Self.rule("abs(relative-change(members)) <= 25 %")
      + "  - {id: s, check: rate <= 2000, by: [unit, body], severity: error}\n"
    try sketch.expect(["figures.csv:2 outlier"])
  }

  @Test func aLastingChangeIsFoundOnce() throws {
    var sketch = RuleSketch.ordinary(seed: 3)
    for index in sketch.rows.indices { sketch.rows[index].members = sketch.rows[index].eligible / 2 }
    for index in 5..<10 { sketch.rows[index].members = sketch.rows[index].eligible * 8 / 10 }
    sketch.rules = Self.rule("relative-change(members) <= 25")
    try sketch.expect(["figures.csv:7 rule-broken"])
    sketch.rows[5].status = "B"
    try sketch.expect([])
  }

  /// Members of a body over the residents of the unit; a limit a year over the period.
  @Test func amountsAreByHeadAndYear() throws {
    var sketch = RuleSketch.ordinary(seed: 5)
    for index in sketch.rows.indices { sketch.rows[index].meetings = 100 }
    sketch.population = RuleSketch.years.flatMap { year in RuleSketch.units.map { (year, $0, 1000) } }
    sketch.rules = Self.rule("meetings / population <= 0.1", "by: [unit, body]")
    try sketch.expect([])
    sketch.rules = Self.rule("meetings / population <= 0.099", "by: [unit, body]")
    #expect(try sketch.findings().count == 80)
    // 8 places × 10 years × 100 meetings over 4,000 residents are 2.
    sketch.rules = Self.rule("meetings / population <= 0.2 a year", "over: period")
    try sketch.expect([])
    sketch.rules = Self.rule("meetings / population <= 0.1999 a year", "over: period, kind: plausibility")
    let found = try sketch.findings()
    #expect(found.map(\.code) == ["implausible-value"])
    #expect(found.first?.value == "2" && found.first?.position.line == 2 && found.first?.field == "meetings")
    #expect(found.first?.message.english.contains("2014-2023: meetings / population = 2, the limit is 2") == true)
    #expect(found.first?.message.english.contains("Rows: figures.csv 2-81; population.csv 38-41.") == true)
  }

  @Test(arguments: [
    (0, "0", true), (1, "0", false), (1, "1", true), (-1, "1", true), (5, "0.01 %", false), (5, "10 %", true),
  ])
  func partsAddUpToTheirWhole(error: Int, tolerance: String, holds: Bool) throws {
    var sketch = RuleSketch.ordinary(seed: 7)
    for year in RuleSketch.years {
      let sum = sketch.rows.filter { $0.year == year }.reduce(0) { $0 + $1.members }
      sketch.totals.append((year, "P", sum + (year == 2020 ? error : 0)))
    }
    sketch.rules = Self.rule("parts-sum-to-whole", "of: [given, members], tolerance: \(tolerance)")
    try sketch.expect(holds ? [] : ["totals.csv:8 rule-broken"])
  }

  @Test func partsThatHaveNotComeInFillTheGap() throws {
    var sketch = RuleSketch.ordinary(seed: 7)
    let first = try #require(sketch.rows.first)
    sketch.totals = [(2014, "P", 1), (2015, "P", 1)]
    sketch.rows = [first]
    sketch.rows[0].members = 2
    sketch.rules = Self.rule("parts-sum-to-whole", "of: [given, members]")
    try sketch.expect(["totals.csv:2 rule-broken"])
  }

  @Test func rulesNeedSoundResourcesOnly() throws {
    var sketch = RuleSketch.ordinary(seed: 9)
    sketch.rows[0].members = sketch.rows[0].eligible + 1
    sketch.population = [(2014, "D9", 5)]
    sketch.rules =
      Self.rule("members <= eligible") + "  - {id: p, check: population >= 10, severity: error}\n"
      + "  - {id: own, check: rate <= 1000, severity: error, by: [unit]}\n"
    try sketch.expect(["population.csv:2 unknown-unit", "figures.csv:2 rule-broken"])
  }

  /// Twice two numbers of 38 digits do not fit; that is said, not passed over.
  @Test func whatCannotBeComputedIsSaid() throws {
    var sketch = RuleSketch.ordinary(seed: 9)
    sketch.rules = Self.rule(
      "members <= " + Array(repeating: "99999999999999999999999999", count: 3).joined(separator: " * "), "")
    try sketch.expect(["indicators.yaml:28:5 rule-not-evaluated"])
  }
}
