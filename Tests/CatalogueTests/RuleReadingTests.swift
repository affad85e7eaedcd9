import Catalogue
import Findings
import TestSupport
import Testing
import Values

/// Rules as the catalogue reads them.
@Suite struct RuleReadingTests {
  /// Line 9 of the catalogue, column 13: where a check begins.
  private static let sketch = """
    catalogue: 1
    title: T
    dimensions: {unit: {resource: units, key: code}, body: {resource: bodies, key: code}}
    resources: {visits: {period: year, unit: unit, level: d, dimensions: {body: body}}, list: {period: start, unit: unit, level: p}}
    measures: {m: {resource: visits, column: visits, kind: flow}, l: {resource: list, column: code, kind: count}}
    rules:
      - id: r
        severity: warning
        check: @
    indicators:
      a: {names: A, value: m, unit: {vi: người, en: persons}}
      b-b: {names: B, value: m, unit: {vi: người, en: persons}}
      c: {names: C, value: l, unit: {vi: buổi, en: meetings}}
      p: {names: P, ratio: [m, m], unit: percent}
      d: {names: D, value: m, unit: million-dong}

    """

  private static func rule(_ check: String, _ more: String = "") throws -> Rule {
    let text = Self.sketch.replacing("@", with: check + (more.isEmpty ? "" : "\n    " + more))
    return try #require(try CatalogueSketch.read(text).rules.first)
  }

  @Test(arguments: [
    ("a <= b-b", "a", RuleComparison.Relation.atMost), ("a<=b-b", "a", .atMost), ("a ≥ 0", "a", .atLeast),
    ("a + b-b < 2 * a", "a + b-b", .less), ("a = b-b + a", "a", .equal), ("(a) > -5", "a", .more),
    ("p <= 100 %", "p", .atMost), ("p <= 100%", "p", .atMost), ("a / c >= 0.5", "a / c", .atLeast),
  ]) func comparisonsAreRead(text: String, left: String, relation: RuleComparison.Relation) throws {
    guard case .comparison(let comparison) = try Self.rule(text).check else { throw Failure.defect(text) }
    #expect(comparison.left.description == left)
    #expect(comparison.relation == relation)
    #expect(comparison.change == .none && !comparison.isMagnitude)
  }

  @Test(arguments: [
    ("change(a) <= 5", RuleComparison.Change.absolute, false),
    ("abs(change(p)) <= 5 percentage-point", .absolute, true),
    ("relative-change(a) >= -25 %", .relative, false), ("abs(relative-change(a + b-b)) <= 25 %", .relative, true),
    ("abs( relative-change( (a) ) ) <= 25", .relative, true), ("abs(a) <= 25", .none, true),
  ]) func functionsAreRead(text: String, change: RuleComparison.Change, isMagnitude: Bool) throws {
    guard case .comparison(let comparison) = try Self.rule(text).check else { throw Failure.defect(text) }
    #expect(comparison.change == change)
    #expect(comparison.isMagnitude == isMagnitude)
  }

  /// Limits stand in the unit of the left side.
  @Test(arguments: [
    ("d / a <= 1 million-dong", "1", false), ("d / a <= 100 thousand-dong a year", "0.1", true),
    ("d <= 2 billion-dong", "2000", false), ("d <= 5", "5", false), ("a / b-b <= 80 %", "0.8", false),
    ("p <= 80 %", "80", false), ("p <= 80 a year", "80", true), ("relative-change(d) <= 10 %", "10", false),
  ]) func amountsAreBroughtToTheLeftUnit(text: String, limit: String, isYearly: Bool) throws {
    guard case .comparison(let comparison) = try Self.rule(text).check,
      case .amount(let value, let yearly) = comparison.limit
    else { throw Failure.defect(text) }
    #expect(value.description == limit)
    #expect(yearly == isYearly)
  }

  @Test func everyKeyIsRead() throws {
    let rule = try Self.rule(
      "a = b-b",
      "by: [unit, body]\n    over: period\n    tolerance: 0.5 %\n    kind: plausibility\n    message: {vi: v, en: e}")
    #expect(rule.id == "r" && rule.text == "a = b-b" && rule.dimensions == ["unit", "body"] && rule.span == .period)
    #expect(rule.tolerance == .percent(ExactDecimal(coefficient: 5, scale: 1)) && rule.kind == .plausibility)
    #expect(rule.severity == .warning && rule.message?.english == "e" && rule.names == ["a", "b-b"])
  }

  /// Each mistake at its place: the column counts from the beginning of the line.
  @Test(arguments: [
    ("a <= x", "9:17 unknown-word 'x'"), ("a <= b + b-b", "9:17 unknown-word 'b'"),
    ("a b <= 5", "9:14 wrong-rule 'b'"), ("a <= 5 <= a", "9:19 wrong-rule '<='"), ("a", "9:12 wrong-rule 'a'"),
    ("a <=", "9:12 wrong-rule 'a <='"), ("<= 5", "9:12 wrong-rule '<= 5'"), ("a <= 5 %%", "9:20 wrong-rule '%'"),
    ("a <= 5 dongs", "9:19 unknown-word 'dongs'"), ("absolute(a) <= 5", "9:12 unknown-word 'absolute'"),
    ("relativ-change(a) <= 5", "9:12 unknown-word 'relativ-change'"), ("5 <= a", "9:12 wrong-rule '5 <= a'"),
    ("abs(a) + abs(a) <= 5", "9:17 wrong-rule ')'"), ("a <= c", "9:12 wrong-unit ''"),
    ("a <= 5 %", "9:12 wrong-unit ''"),
    ("a / c <= 5 dong", "9:12 wrong-unit ''"), ("d <= 5 %", "9:12 wrong-unit ''"), ("a + c <= 5", "9:12 wrong-unit ''"),
    ("\"a <= x\"", "9:18 unknown-word 'x'"), ("change(change(a)) <= 5", "9:19 wrong-rule 'change'"),
    ("parts-sum-to-whole", "7:5 missing-key 'of'"), ("[a]", "9:12 wrong-type ''"),
    ("a = previous(x) + a", "9:25 unknown-word 'x'"), ("a = previous(a", "9:12 wrong-rule 'a = previous(a'"),
    ("a = previous(5)", "9:25 wrong-rule '5'"), ("a = previous(a + a)", "9:27 wrong-rule '+'"),
    ("a = prevous(a)", "9:16 unknown-word 'prevous'"), ("previous(a) <= a", "9:12 wrong-rule 'previous(a) <= a'"),
    ("change(previous(a)) <= 5", "9:19 wrong-rule 'previous'"), ("a = previous(c)", "9:12 wrong-unit ''"),
    ("p = previous(p) + previous(a)", "9:12 wrong-unit ''"), ("a = previous(previous(a))", "9:33 wrong-rule '('"),
  ]) func mistakesAreFoundInTheirPlace(check: String, expected: String) throws {
    let found = try #require(findings { try Self.rule(check) })
    #expect(found.map(\.summary) == ["indicators.yaml:" + expected])
  }

  @Test(arguments: [
    ("by: [unti]", "unknown-word"), ("by: [body]\n    of: [a, c]", "wrong-rule"), ("tolerance: 5", "wrong-rule"),
    ("over: decade", "unknown-word"), ("kind: odd", "unknown-word"), ("limit: 5", "unknown-word"),
    ("tolerance: many", "wrong-rule"),
  ]) func keysThatDoNotFitAreRefused(more: String, code: String) throws {
    let found = try #require(findings { try Self.rule("a <= b-b", more) })
    #expect(Set(found.map(\.code)) == [code])
  }

  @Test func theYearBeforeIsRead() throws {
    guard case .comparison(let comparison) = try Self.rule("a = previous(a) + b-b - a", "by: [unit]").check,
      case .formula(let right) = comparison.limit
    else { throw Failure.defect("no comparison") }
    #expect(right.description == "previous(a) + b-b - a" && right.names == ["a", "b-b"])
    #expect(right.operands.map(\.isPrevious) == [true, false, false] && comparison.looksBack)
    #expect(
      findings { try Self.rule("a = previous(a)", "over: period") }?.map(\.summary) == [
        "indicators.yaml:10:11 wrong-rule ''"
      ])
    // Only rules look back.
    let text =
      Self.sketch.replacing("@", with: "a <= 5") + "  f: {names: F, formula: a - previous(a), unit: {vi: x, en: x}}\n"
    #expect(findings { try CatalogueSketch.read(text) }?.first?.code == "wrong-formula")
  }

  @Test func namedChecksAreRead() throws {
    guard
      case .completeYears("a", let years) = try Self.rule(
        "complete-years", "of: a\n    by: [unit, body]\n    years: [2014, 2023]"
      ).check,
      case .completeYears("a", nil) = try Self.rule("complete-years", "of: a\n    by: unit").check,
      case .nearPeers(let peers) = try Self.rule(
        "near-peers", "of: a / c\n    by: [unit]\n    fewest: 9\n    deviations: 4.5"
      ).check,
      case .nearPeers(let plain) = try Self.rule("near-peers", "of: a\n    by: [body]\n    peers: body").check,
      case .countedOnce(let events) = try Self.rule(
        "counted-once", "of: a\n    hosts: body\n    event: [visits]\n    remark: body"
      ).check,
      case .pattern(.notCumulative, "a") = try Self.rule("not-cumulative", "of: a").check,
      case .pattern(.nearOtherYears, "a") = try Self.rule("near-other-years", "of: a").check,
      case .pattern(.denominatorRecounted, "p") = try Self.rule("denominator-recounted", "of: p").check
    else { throw Failure.defect("another check") }
    #expect(years == 2014...2023)
    #expect(peers.formula.description == "a / c" && peers.peers == "unit" && peers.fewest == 9)
    #expect(peers.deviations.description == "4.5" && plain.peers == "body" && plain.fewest == PeerComparison.fewest)
    #expect(events.hosts == "body" && events.event == ["visits"] && events.remark == "body")
  }

  /// Each mistake at its place; the keys begin in column 5 of line 10.
  @Test(arguments: [
    ("complete-years", "of: a", "7:5 missing-key 'by'"),
    ("complete-years", "of: p\n    by: unit", "10:9 wrong-rule 'p'"),
    ("complete-years", "of: z\n    by: unit", "10:9 unknown-word 'z'"),
    ("complete-years", "of: a\n    by: unit\n    years: [2023, 2014]", "12:12 wrong-rule ''"),
    ("complete-years", "of: a\n    by: unit\n    years: 2023", "12:12 wrong-rule ''"),
    ("complete-years", "of: a\n    by: unit\n    tolerance: 5", "12:5 wrong-rule 'tolerance'"),
    ("complete-years", "of: c\n    by: body", "11:9 wrong-rule 'body'"),
    ("near-peers", "of: a + c\n    by: unit", "10:9 wrong-unit ''"),
    ("near-peers", "of: a / zz\n    by: unit", "10:13 unknown-word 'zz'"),
    ("near-peers", "of: a / \n    by: unit", "10:9 wrong-rule 'a /'"),
    ("near-peers", "of: a\n    by: body", "11:9 wrong-rule 'unit'"),
    ("near-peers", "of: a\n    by: unit\n    fewest: 2", "12:13 wrong-number '2'"),
    ("near-peers", "of: a\n    by: unit\n    deviations: 0", "12:17 wrong-rule '0'"),
    ("near-peers", "of: a\n    by: unit\n    peers: tier", "12:12 unknown-word 'tier'"),
    ("counted-once", "of: a\n    hosts: body", "7:5 wrong-rule ''"),
    ("counted-once", "of: a\n    remark: body", "7:5 missing-key 'hosts'"),
    ("counted-once", "of: a\n    hosts: unit\n    remark: body", "11:12 unknown-word 'unit'"),
    ("counted-once", "of: a\n    hosts: body\n    remark: note", "12:13 unknown-word 'note'"),
    ("counted-once", "of: p\n    hosts: body\n    remark: body", "10:9 wrong-rule 'p'"),
    ("not-cumulative", "of: p", "10:9 wrong-rule 'p'"), ("denominator-recounted", "of: a", "10:9 wrong-rule 'a'"),
    ("near-other-years", "of: a\n    by: unit", "11:5 wrong-rule 'by'"),
    ("a <= 5", "hosts: body", "10:5 wrong-rule 'hosts'"),
  ]) func mistakesInNamedChecksAreFoundInTheirPlace(check: String, keys: String, expected: String) throws {
    let found = try #require(findings { try Self.rule(check, keys) })
    #expect(found.map(\.summary) == ["indicators.yaml:" + expected])
  }

  @Test func changesAndDimensionsThatMeanNothingAreRefused() {
    #expect(findings { try Self.rule("change(a) <= 5", "over: period") }?.map(\.code) == ["wrong-rule"])
    #expect(findings { try Self.rule("c <= 5", "by: [body]") }?.map(\.code) == ["wrong-rule"])
    #expect(findings { try Self.rule("c <= 5", "by: [unit]") } == nil)
  }

  @Test(arguments: [
    ("of: [c, a]", ["wrong-unit"]), ("of: [a, b-b]", ["wrong-rule"]), ("of: [a, p]", ["wrong-rule"]),
    ("of: [a]", ["wrong-rule"]), ("of: [a, zz]", ["unknown-word"]),
  ]) func wholesAndPartsHaveToFit(of: String, codes: [String]) {
    #expect(findings { try Self.rule("parts-sum-to-whole", of) }?.map(\.code) == codes)
  }

  @Test func anIdStandsOnceAndASeverityIsAsked() {
    let twice = Self.sketch.replacing(
      "@", with: "a <= 5\n  - {id: r, check: a >= 0, severity: error}\n  - {id: s, check: a >= 0}")
    #expect(findings { try CatalogueSketch.read(twice) }?.map(\.code) == ["duplicate-name", "missing-key"])
  }

  @Test func longChecksAreRefusedAndDoNotTrap() {
    for text in [String(repeating: "abs(", count: 100_000), String(repeating: "a + ", count: 100_000) + "a <= 5"] {
      #expect(findings { try Self.rule(text) }?.map(\.code) == ["wrong-rule"])
    }
  }

  @Test func aDimensionOfBeliefIsRefused() {
    for name in ["religion", "dan-toc", "tôn giáo", "ethnicity"] {
      let text = CatalogueSketch.text.replacing("  body: {", with: "  \(name): {").replacing(
        "{body: body}", with: "{\(name): body}"
      )
      .replacing("[unit, body, period]", with: "[unit, \(name), period]")
      #expect(findings { try CatalogueSketch.read(text) }?.map(\.code) == ["forbidden-breakdown"], "\(name)")
    }
  }
}
