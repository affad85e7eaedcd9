import Catalogue
import Findings
import TestSupport
import Testing
import Values

/// Formulas as the catalogue reads them.
@Suite struct FormulaTests {
  /// What becomes of a formula between indicators a, b (persons), c (meetings), p, q (percent).
  private static func formula(_ text: String, unit: String = "number") throws -> Formula {
    let catalogue = try read(["f: {names: F, formula: \"\(text)\", unit: \(unit)}"])
    guard case .formula(let formula)? = catalogue.indicator("f")?.definition else { throw Failure.defect("no formula") }
    return formula
  }

  private static func read(_ lines: [String]) throws -> Catalogue {
    let sketch = """
      catalogue: 1
      title: T
      dimensions: {unit: {resource: units, key: code}}
      resources: {visits: {period: year, unit: unit, level: d}}
      measures: {m: {resource: visits, column: visits, kind: flow}}
      indicators:
        a: {names: A, value: m, unit: {vi: người, en: persons}}
        b-b: {names: B, value: m, unit: {vi: người, en: persons}}
        c: {names: C, value: m, unit: {vi: buổi, en: meetings}}
        p: {names: P, ratio: [m, m], unit: percent}
        q: {names: Q, ratio: [m, m], unit: percent}

      """
    return try CatalogueSketch.read(sketch + lines.map { "  \($0)\n" }.joined())
  }

  @Test(arguments: [
    ("a", "a"), ("a + b-b", "a + b-b"), ("a - b-b - a", "a - b-b - a"), ("a - (b-b - a)", "a - (b-b - a)"),
    ("(a + b-b) / c", "(a + b-b) / c"), ("a / (c * c)", "a / (c * c)"), ("a / c * c", "a / c * c"),
    ("((a))", "a"), ("(a*c)/c", "a * c / c"), ("1000*a/c", "1000 * a / c"), ("0.50 * a", "0.50 * a"),
    ("a+b-b", "a + b-b"),
    ("a * (c / c)", "a * c / c"),
  ]) func printsWithTheFewestParentheses(text: String, printed: String) throws {
    let formula = try Self.formula(text)
    #expect(try Self.formula(formula.description).description == formula.description)
    // A product of a quotient is printed with its parentheses: they are part of how it is computed.
    #expect(formula.description == printed || text == "a * (c / c)")
  }

  @Test(arguments: ["", "a +", "+ a", "a b", "(a", "a)", "a - - a", "a -c", "2a", "a $ c", "a ** c", "()", "a,c"])
  func refusesWhatIsNoFormula(text: String) {
    #expect(findings { try Self.formula(text) }?.map(\.code) == ["wrong-formula"])
  }

  @Test func namesAreThoseUsedOnce() throws {
    #expect(try Self.formula("a / c + b-b / c - a / c").names == ["a", "c", "b-b"])
  }

  @Test(arguments: [
    ("a + b-b", "number", true), ("a + c", "number", false), ("a - c", "number", false),
    ("a * c + c * a", "number", true),
    ("a / c + a", "number", false), ("a / b-b + 1", "number", true), ("a + 1", "number", false),
    ("p + 1", "number", false),
    ("p - q", "percentage-point", true), ("p - q", "percent", false), ("p - q", "number", false),
    ("2 * p - q", "percent", false), ("p + q", "percent", true), ("100 * a / b-b", "percent", true),
  ]) func onlyLikeIsAddedToLike(text: String, unit: String, fits: Bool) throws {
    let found = findings { try Self.formula(text, unit: unit) }
    #expect(fits ? found == nil : found?.map(\.code) == ["wrong-unit"], "\(found ?? [])")
  }

  @Test func circlesAreRefused() throws {
    let found = findings {
      try Self.read([
        "d: {names: D, formula: e / a, unit: number}", "e: {names: E, formula: d / a, unit: number}",
        "f: {names: F, formula: d / a, unit: number}", "g: {names: G, formula: g / a, unit: number}",
      ])
    }
    #expect(
      found?.map(\.summary) == [
        "indicators.yaml:12:26 wrong-formula 'd'", "indicators.yaml:13:26 wrong-formula 'e'",
        "indicators.yaml:15:26 wrong-formula 'g'",
      ])
  }

  /// Each formula uses the two before it: without care, a question about the last asks two to the power of n questions.
  @Test func formulasOfFormulasAreBounded() throws {
    func chain(_ count: Int) -> [String] {
      (0..<count).map { level in
        let before = level == 0 ? "a" : "n\(level - 1)"
        return
          "n\(level): {names: N, formula: \(before) + \(level < 2 ? "a" : "n\(level - 2)"), unit: {vi: người, en: persons}}"
      }
    }
    let catalogue = try Self.read(chain(16))
    #expect(catalogue.measures(of: try #require(catalogue.indicator("n15"))).map(\.name) == ["m"])
    #expect(findings { try Self.read(chain(17)) }?.map(\.value) == ["n16"])
    #expect(findings { try Self.read(chain(300)) }?.count == 300 - 16)
  }

  @Test func longFormulasAreRefusedAndDoNotTrap() throws {
    let long = Array(repeating: "a", count: 100_000).joined(separator: " + ")
    let found = try #require(findings { try Self.formula(long) })
    #expect(found.map(\.code) == ["wrong-formula"] && (found.first?.value?.count ?? 0) <= 80)
    let deep = String(repeating: "(", count: 100_000) + "a" + String(repeating: ")", count: 100_000)
    #expect(findings { try Self.formula(deep) }?.count == 1)
    #expect(
      try Self.formula(String(repeating: "(", count: 100) + "a" + String(repeating: ")", count: 100)).names == ["a"])
  }
}
