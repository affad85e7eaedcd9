import Aggregation
import Findings
import TestSupport
import Testing

/// Checks that are words, and the year before: each with what breaks it and what does not.
@Suite struct NamedCheckTests {
  private static let complete =
    "  - {id: r, check: complete-years, of: members, by: [unit, body], years: [2014, 2023], severity: warning}\n"

  @Test(arguments: 0..<6) func aMissingYearIsFoundBesideItsGap(seed: Int) throws {
    var sketch = RuleSketch.ordinary(seed: seed)
    sketch.rules = Self.complete
    try sketch.expect([])
    var generator = SeededGenerator(seed: seed)
    let index = Int.random(in: 0..<8, using: &generator) * 10 + Int.random(in: 1..<10, using: &generator)
    let year = sketch.rows[index].year
    sketch.rows.remove(at: index)
    let found = try sketch.findings()
    try sketch.expect(["figures.csv:\(sketch.line(index - 1)) incomplete-years"])
    #expect(found.first?.message.english.contains("figures for 9 of 10 years, and none for \(year) (rule r") == true)
    #expect(found.first?.message.vietnamese.contains("có số liệu 9/10 năm, thiếu năm \(year) (quy tắc r") == true)
    // The first year of a place: beside the one after it. A place without any year is another matter.
    sketch = RuleSketch.ordinary(seed: seed)
    sketch.rules = Self.complete
    sketch.rows.removeFirst(2)
    try sketch.expect(["figures.csv:2 incomplete-years"])
    sketch.rows.removeFirst(8)
    try sketch.expect([])
  }

  /// An empty value is a gap unless its status says why there is none.
  @Test(arguments: [("", true), ("O", true), ("L", false), ("M", false)]) func emptyValuesAreGaps(
    status: String, isGap: Bool
  ) throws {
    var sketch = RuleSketch.ordinary(seed: 2)
    sketch.rules = Self.complete
    sketch.rows[14].isEmpty = true
    sketch.rows[14].status = status
    try sketch.expect(isGap ? ["figures.csv:\(sketch.line(13)) incomplete-years"] : [])
  }

  @Test func unitsReportWhileTheyExist() throws {
    var sketch = RuleSketch.ordinary(seed: 3)
    sketch.rules = Self.complete
    sketch.rows.removeAll { $0.unit == "D2" && $0.year < 2017 }
    #expect(try sketch.summaries().map { $0.split(separator: " ").last } == ["incomplete-years", "incomplete-years"])
    sketch.dates = ["D2": ("2017-05-01", "")]
    try sketch.expect([])
    // Without years of its own, those of the data.
    sketch.rules = Self.complete.replacing(", years: [2014, 2023]", with: "")
    sketch.rows.removeAll { $0.year > 2021 }
    try sketch.expect([])
    sketch.rows.removeAll { $0.unit == "D3" && $0.body == "X" && $0.year == 2021 }
    #expect(try sketch.summaries().count == 1)
  }

  private static let balance =
    "  - {id: r, check: members = previous(members) + admitted - removed, by: [unit, body], tolerance: 1, severity: error}\n"

  private static func balanced(seed: Int) -> RuleSketch {
    var sketch = RuleSketch.ordinary(seed: seed)
    var generator = SeededGenerator(seed: seed)
    for index in sketch.rows.indices {
      sketch.rows[index].eligible = 100_000 + 31 * index
      sketch.rows[index].admitted = Int.random(in: 15...25, using: &generator)
      sketch.rows[index].removed = Int.random(in: 15...25, using: &generator)
      sketch.rows[index].members =
        index % 10 == 0
        ? 5000 : sketch.rows[index - 1].members + sketch.rows[index].admitted - sketch.rows[index].removed
    }
    sketch.rules = balance
    return sketch
  }

  @Test(arguments: 0..<8) func stocksFollowTheirFlows(seed: Int) throws {
    var sketch = Self.balanced(seed: seed)
    try sketch.expect([])
    var generator = SeededGenerator(seed: 50 + seed)
    let index = Int.random(in: 0..<8, using: &generator) * 10 + Int.random(in: 1..<10, using: &generator)
    let right = sketch.rows[index].members
    sketch.rows[index].members = right + 1
    try sketch.expect([])
    // The year after the wrong one is right.
    sketch.rows[index].members = right + 2
    try sketch.expect(["figures.csv:\(sketch.line(index)) rule-broken"])
    let found = try sketch.findings()
    let before = sketch.line(index - 1)
    #expect(found.first?.severity == .error && found.first?.field == "members")
    #expect(found.first?.message.english.hasSuffix("Rows: figures.csv \(before)-\(before + 1).") == true)
    sketch.rows[index].members = right
    sketch.rows[index].admitted += 2
    try sketch.expect(["figures.csv:\(sketch.line(index)) rule-broken"])
  }

  @Test func aMissingYearBeforeBreaksNoBalance() throws {
    var sketch = Self.balanced(seed: 1)
    sketch.rows.remove(at: 4)
    try sketch.expect([])
    // Nor does one that is not comparable.
    for index in 7...8 { sketch.rows[index].members += 50 }
    sketch.rows[7].status = "B"
    try sketch.expect([])
    sketch.rows[7].status = ""
    try sketch.expect(["figures.csv:9 rule-broken"])
    // The first year can only be seen in the second.
    sketch = Self.balanced(seed: 1)
    sketch.rows[0].members += 50
    try sketch.expect(["figures.csv:3 rule-broken"])
  }

  private static let joint =
    "  - {id: r, check: counted-once, of: meetings, hosts: body, remark: remark, severity: warning, message: {vi: Trùng., en: Twice.}}\n"

  /// Equal figures, and remarks that name each other.
  @Test(arguments: [
    ("phối hợp Y", "phối hợp X", true), ("(cùng y, 2 buổi)", "X", true), ("", "", false), ("phối hợp Y", "", false),
    ("phối hợp Y", "phối hợp Z", false), ("phối hợp YX", "phối hợp XY", false), ("phối hợp X", "phối hợp Y", false),
  ]) func aJointEventIsFoundByRemarks(first: String, second: String, isOne: Bool) throws {
    var sketch = RuleSketch.ordinary(seed: 4)
    for index in sketch.rows.indices { sketch.rows[index].meetings = 4 }
    sketch.rules = Self.joint
    sketch.rows[3].remark = first
    sketch.rows[13].remark = second
    sketch.rows[3].remark = sketch.rows[3].remark.replacing(",", with: ";")
    try sketch.expect(isOne ? ["figures.csv:15 joint-event"] : [])
    guard isOne else { return }
    let found = try #require(sketch.findings().first)
    #expect(found.message.english.hasPrefix("Twice. 2017, D1, Y: 'N' is 4 as of X in line 5, and the remarks"))
    #expect(found.message.vietnamese.hasPrefix("Trùng. Năm 2017, D1, Y: “N” cùng là 4 như X ở dòng 5, ghi chú"))
    // Another year, another unit, another figure, nothing at all: no event.
    for change in 0..<4 {
      var other = sketch
      other.rows[13].remark = ""
      other.rows[[14, 33, 13, 13][change]].remark = second
      if change > 1 { other.rows[13].meetings = 5 }
      if change == 3 { (other.rows[3].meetings, other.rows[13].meetings) = (0, 0) }
      try other.expect([])
    }
  }

  @Test func aJointEventIsFoundByColumns() throws {
    var sketch = RuleSketch.ordinary(seed: 4)
    for index in sketch.rows.indices { sketch.rows[index].meetings = 4 }
    sketch.rules = Self.joint.replacing("remark: remark", with: "event: [remark]")
    try sketch.expect([])
    for index in [3, 13, 23, 14] { sketch.rows[index].remark = "Hội nghị 12/5" }
    try sketch.expect(["figures.csv:15 joint-event"])
  }

  private static let twelve = (1...12).map { "D\($0)" }
  private static let peers =
    "  - {id: r, check: near-peers, of: members / population, by: [unit, body], severity: information}\n"

  @Test(arguments: 0..<8) func aMemberFarFromItsPeersIsFound(seed: Int) throws {
    var sketch = RuleSketch.ordinary(seed: seed, units: Self.twelve)
    sketch.population = RuleSketch.years.flatMap { year in
      Self.twelve.map { unit in (year, unit, (sketch.rows.first { $0.unit == unit }?.eligible ?? 0) * 3 + year - 2014) }
    }
    // Of one body whose share of the residents varies by a few percent.
    sketch.rows.removeAll { $0.body == "Y" }
    sketch.rules = Self.peers
    try sketch.expect([])
    // A unit that is wrong in every year, so that its own series says nothing.
    for index in 40..<50 { sketch.rows[index].members = sketch.rows[index].members * 100 / 150 }
    try sketch.expect([])
    for index in 40..<50 { sketch.rows[index].members = sketch.rows[index].members / 4 }
    #expect(try sketch.summaries() == (40..<50).map { "figures.csv:\(sketch.line($0)) far-from-peers" })
    let found = try #require(sketch.findings().first)
    #expect(found.severity == .information && found.message.english.contains("times the median of 12 peers"))
    #expect(found.message.vietnamese.contains("lần trung vị của 12 đơn vị cùng kỳ"))
    // One wrong figure, in too few years for a series.
    var short = RuleSketch.ordinary(seed: seed, units: Self.twelve)
    (short.population, short.rules) = (sketch.population, Self.peers)
    short.rows.removeAll { $0.body == "Y" || $0.year > 2017 }
    short.rows[17].members /= 4
    try short.expect(["figures.csv:19 far-from-peers"])
    sketch.rules = Self.peers.replacing("by: [", with: "fewest: 13, by: [")
    try sketch.expect([])
    sketch.rules = Self.peers.replacing("by: [", with: "deviations: 60, by: [")
    try sketch.expect([])
  }

  /// What is wrong with a row is said once, by whatever says it best.
  @Test func anOutlierOfItsOwnSeriesIsNotSaidAgain() throws {
    var sketch = RuleSketch.ordinary(seed: 1, units: Self.twelve)
    for index in sketch.rows.indices {
      (sketch.rows[index].eligible, sketch.rows[index].members) = (9000 + index, 5000 + index)
    }
    sketch.rules = "  - {id: r, check: near-peers, of: members, by: [unit], severity: warning}\n"
    sketch.rows[33].members *= 100
    sketch.rules += "  - {id: s, check: rate <= 1000000, by: [unit], severity: warning}\n"
    try sketch.expect(["figures.csv:35 outlier"])
    // Unless it weighs more.
    sketch.rules = sketch.rules.replacing(
      "[unit], severity: warning}\n  - {id: s", with: "[unit], severity: error}\n  - {id: s")
    #expect(try sketch.summaries().map { $0.split(separator: " ").last } == ["outlier", "far-from-peers"])
  }

  @Test func aDeclaredPatternHasItsOwnWordsAndSeverity() throws {
    var sketch = RuleSketch.ordinary(seed: 2)
    for index in 0..<10 { sketch.rows[index].meetings = 100 + 7 * (index * 3 % 5) }
    for index in 3..<6 { sketch.rows[index].meetings += sketch.rows[index - 1].meetings }
    sketch.rules =
      "  - {id: r, check: not-cumulative, of: meetings, severity: error, message: {vi: Cộng dồn?, en: Sums?}}\n"
    let found = try #require(sketch.findings().first)
    #expect(found.code == "cumulative-series" && found.severity == .error)
    #expect(
      found.message.english.hasPrefix("Sums? 2016-2020, D1, X: N grows") && found.message.english.hasSuffix("(rule r)"))
    #expect(found.message.vietnamese.hasPrefix("Cộng dồn? ") && found.message.vietnamese.hasSuffix("(quy tắc r)"))
    sketch = RuleSketch.ordinary(seed: 2)
    sketch.rows[24].members = 0
    sketch.rules = "  - {id: r, check: near-other-years, of: members, severity: information}\n"
    #expect(try sketch.findings().map { "\($0.code) \($0.severity)" } == ["outlier information"])
    // Of another indicator: as ever.
    sketch.rules = "  - {id: r, check: near-other-years, of: meetings, severity: information}\n"
    #expect(try sketch.findings().map { "\($0.code) \($0.severity)" } == ["outlier warning"])
  }
}
