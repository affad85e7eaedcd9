import Aggregation
import Catalogue
import Findings
import TestSupport
import Testing
import Values

/// A formula that divides one measure by another is Σ numerator / Σ denominator over what both have, against sums made
/// row by row.
@Suite struct PairedFormulaTests {
  private struct Row {
    let year: Int
    let unit: String
    let body: String
    /// Nil where the field is empty.
    let counted: Int?
    let base: Int?
  }

  private struct Heads {
    let year: Int
    let unit: String
    let heads: Int?
  }

  private static let units = ["U1", "U2", "U3", headless]
  /// A unit that nobody lives in: no heads are expected of it, and what it counts is counted all the same.
  private static let headless = "U0"
  private static let years = 2019...2022

  private static func evaluator(_ rows: [Row], _ heads: [Heads], kind: String) throws -> (ScratchFolder, Evaluator) {
    let folder = try package(rows, heads, kind: kind)
    return (folder, Evaluator(try Dataset.open(folder.path)))
  }

  private static func package(
    _ rows: [Row], _ heads: [Heads], kind: String, rules: String = ""
  ) throws -> ScratchFolder {
    func text(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }
    return try PackageSketch(
      [
        .init(
          "units", fields: ["code", "level", "parent"],
          csv: "code,level,parent\nP,province,\n"
            + units.map { "\($0),district,P\n" }.joined()),
        .init("bodies", fields: ["code", "name"], csv: "code,name\na,A\nb,B\n"),
        .init(
          "rows", fields: ["year:year", "unit", "body", "counted:integer", "base:integer"],
          csv: "year,unit,body,counted,base\n"
            + rows.map { "\($0.year),\($0.unit),\($0.body),\(text($0.counted)),\(text($0.base))\n" }.joined()),
        .init(
          "heads", fields: ["year:year", "unit", "heads:integer"],
          csv: "year,unit,heads\n" + heads.map { "\($0.year),\($0.unit),\(text($0.heads))\n" }.joined()),
      ],
      catalogue: """
        catalogue: 1
        title: Pairs
        dimensions: {unit: {resource: units, key: code, parent: parent, level: level}, body: {resource: bodies, key: code, names: {vi: name, en: name}}}
        resources:
          rows: {period: year, unit: unit, level: district, dimensions: {body: body}, expects: [unit, period]}
          heads: {period: year, unit: unit, level: district, expects: [unit, period], expects-except: [\(headless)]}
        measures:
          counted: {resource: rows, column: counted, kind: \(kind)}
          base: {resource: rows, column: base, kind: \(kind)}
          heads: {resource: heads, column: heads, kind: \(kind)}
        indicators:
          counted: {names: C, value: counted, unit: {vi: buổi, en: meetings}}
          base: {names: B, value: base, unit: {vi: người, en: persons}}
          heads: {names: H, value: heads, unit: {vi: người, en: persons}}
          one-by-one: {names: O, formula: 100 * counted / base, unit: {vi: buổi trên người, en: meetings per person}}
          by-unit: {names: U, formula: counted / (heads / 1000), unit: {vi: buổi trên người, en: meetings per person}}
        \(rules)
        """
    ).write()
  }

  private static func random(_ seed: Int) -> ([Row], [Heads]) {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int? { random.oneIn(4) ? nil : Int.random(in: range, using: &random) }
    var rows: [Row] = []
    var heads: [Heads] = []
    for year in years {
      for unit in units {
        for body in ["a", "b"] where !random.oneIn(6) {
          rows.append(Row(year: year, unit: unit, body: body, counted: number(0...50), base: number(1...90)))
        }
        if unit != headless, !random.oneIn(6) { heads.append(Heads(year: year, unit: unit, heads: number(100...900))) }
      }
    }
    return (rows, heads)
  }

  /// Both sums, row by row; nil where no pair is complete.
  private static func oneByOne(_ rows: [Row]) -> (top: Int, bottom: Int)? {
    let whole = rows.compactMap { row in row.counted.flatMap { top in row.base.map { (top, $0) } } }
    return whole.isEmpty ? nil : (whole.reduce(0) { $0 + $1.0 }, whole.reduce(0) { $0 + $1.1 })
  }

  /// A unit with an empty field in any of its rows has no numerator of that year.
  private static func byUnit(_ rows: [Row], _ heads: [Heads]) -> (top: Int, bottom: Int)? {
    var sums = (top: 0, bottom: 0)
    var isThere = (top: false, bottom: false)
    for year in years {
      for unit in units {
        let own = rows.filter { $0.year == year && $0.unit == unit }
        let counted = own.compactMap(\.counted)
        let base = heads.first { $0.year == year && $0.unit == unit }?.heads
        guard !counted.isEmpty, counted.count == own.count, unit == headless || base != nil else { continue }
        sums = (sums.top + counted.reduce(0, +), sums.bottom + (base ?? 0))
        isThere = (true, isThere.bottom || base != nil)
      }
    }
    return isThere.top && isThere.bottom ? sums : nil
  }

  private static func quotient(_ sums: (top: Int, bottom: Int)?, times factor: Int) throws -> Rational? {
    try sums.map { try Rational($0.top * factor).divided(by: Rational($0.bottom)) }
  }

  @Test(arguments: ["stock", "flow"], 1...30)
  func pairsAgreeWithRows(kind: String, seed: Int) throws {
    let (rows, heads) = Self.random(seed)
    let (folder, evaluator) = try Self.evaluator(rows, heads, kind: kind)
    defer { withExtendedLifetime(folder) {} }
    let catalogue = evaluator.dataset.catalogue
    let (one, unit) = (try #require(catalogue.indicator("one-by-one")), try #require(catalogue.indicator("by-unit")))
    for span in [2019...2019, 2020...2020, 2022...2022, Self.years] {
      for part in [nil] + Self.units.map(Optional.some) {
        let selection = Selection(units: part.map { [$0] } ?? [])
        let own = rows.filter { span.contains($0.year) && (part ?? $0.unit) == $0.unit }
        let ownHeads = heads.filter { span.contains($0.year) && (part ?? $0.unit) == $0.unit }
        let first = try evaluator.observe(one, years: span, of: selection)
        #expect(first.value == (try Self.quotient(Self.oneByOne(own), times: 100)))
        let second = try evaluator.observe(unit, years: span, of: selection)
        let sums = Self.byUnit(own, ownHeads)
        #expect(second.value == (try Self.quotient(sums, times: 1000)))
        if let sums { #expect(second.numerator == Rational(sums.top) && second.denominator == Rational(sums.bottom)) }
      }
    }
  }

  /// A rule that nothing keeps says of every place and year the number that a query gives.
  @Test(arguments: ["stock", "flow"], 1...15)
  func rulesLookAtTheNumbersThatQueriesGive(kind: String, seed: Int) throws {
    let (rows, heads) = Self.random(seed)
    for (by, over) in [
      ([], "year"), (["unit"], "year"), (["body"], "year"), (["unit", "body"], "year"), (["unit"], "period"),
      ([], "period"),
    ] {
      // Bodies that share a row of heads would be one finding, about that row.
      for code in by == ["body"] ? ["one-by-one"] : ["one-by-one", "by-unit"] {
        let folder = try Self.package(
          rows, heads, kind: kind,
          rules: """
            rules:
              - {id: r, check: \(code) > 9000000000, by: [\(by.joined(separator: ", "))], over: \(over), severity: warning}

            """)
        let found = try PackageCheck.run(folder.path).findings.filter { $0.code == "rule-broken" }
        let evaluator = Evaluator(try Dataset.open(folder.path))
        let indicator = try #require(evaluator.dataset.catalogue.indicator(code))
        var expected: [String] = []
        for span in over == "period" ? [Self.years] : Self.years.map({ $0...$0 }) {
          for place in Self.places(by) {
            let value = try evaluator.observe(indicator, years: span, of: place.selection).value
            guard let value else { continue }
            let years = span.count == 1 ? "\(span.lowerBound)" : "\(span.lowerBound)-\(span.upperBound)"
            expected.append("\(years)\(place.name): \(try Self.printed(value))")
          }
        }
        let said = try found.map { "\(try Self.place($0, code)): \(try #require($0.value))" }
        #expect(said.sorted() == expected.sorted(), "\(code) by \(by) over \(over)")
      }
    }
  }

  /// As a finding has it: few digits.
  private static func printed(_ value: Rational) throws -> String {
    if let exact = value.decimal, exact.scale <= 2 { return exact.description }
    return try value.rounded(to: value.magnitude >= .one ? 2 : 4).description
  }

  /// "2014, U1, A (a)" of ": 2014, U1, A (a): one-by-one = 3, the limit is …".
  private static func place(_ finding: Finding, _ code: String) throws -> String {
    let message = finding.message.english
    let end = try #require(message.firstRange(of: ": \(code) = ")).lowerBound
    let begin = message[..<end].lastIndex(of: ":").map { message.index(after: $0) } ?? message.startIndex
    return String(message[begin..<end].drop { $0 == " " })
  }

  private static func places(_ by: [String]) -> [(name: String, selection: Selection)] {
    let units: [String?] = by.contains("unit") ? units.map(Optional.some) : [nil]
    let bodies: [(code: String, name: String)?] = by.contains("body") ? [("a", "A"), ("b", "B")] : [nil]
    return units.flatMap { unit in
      bodies.map { body in
        (
          (unit.map { ", \($0)" } ?? "") + (body.map { ", \($0.name) (\($0.code))" } ?? ""),
          Selection(units: unit.map { [$0] } ?? [], members: body.map { ["body": [$0.code]] } ?? [:])
        )
      }
    }
  }

  @Test(arguments: 1...20)
  func averagesOfYearsAddUpBothTerms(seed: Int) throws {
    let (rows, heads) = Self.random(seed)
    let (folder, evaluator) = try Self.evaluator(rows, heads, kind: "stock")
    defer { withExtendedLifetime(folder) {} }
    let one = try #require(evaluator.dataset.catalogue.indicator("one-by-one"))
    let average = try evaluator.observe(one.movingAverage(years: 2), years: 2021...2021)
    let years = [2020, 2021].map { year in Self.oneByOne(rows.filter { $0.year == year }) }
    let sums =
      years.contains { $0 == nil }
      ? nil
      : years.compactMap { $0 }.reduce((top: 0, bottom: 0)) {
        ($0.top + $1.top, $0.bottom + $1.bottom)
      }
    #expect(average.value == (try Self.quotient(sums, times: 100)))
  }

  @Test(
    arguments: [
      ("1000 * a / b", "a/b"), ("a / (b / 1000)", "a/b"), ("2 * (a * 3) / 4 / b", "a/b"), ("a + b", nil),
      ("a / b / c", nil),
      ("a * b", nil), ("a / a", nil), ("(a - b) / b", nil), ("a", nil),
    ] as [(String, String?)])
  func plainQuotientsAreKnown(text: String, pair: String?) throws {
    let folder = try PackageSketch(
      [
        .init("units", fields: ["code", "level"], csv: "code,level\nP,province\n"),
        .init(
          "rows", fields: ["year:year", "unit", "a:integer", "b:integer", "c:integer"],
          csv: "year,unit,a,b,c\n2020,P,1,2,3\n"),
      ],
      catalogue: """
        catalogue: 1
        title: Quotients
        dimensions: {unit: {resource: units, key: code, level: level}}
        resources: {rows: {period: year, unit: unit, level: province}}
        measures:
          a: {resource: rows, column: a, kind: flow}
          b: {resource: rows, column: b, kind: flow}
          c: {resource: rows, column: c, kind: flow}
        indicators:
          a: {names: A, value: a, unit: number}
          b: {names: B, value: b, unit: number}
          c: {names: C, value: c, unit: number}
          made: {names: M, formula: \(text), unit: number}

        """
    ).write()
    let indicator = try #require(try Dataset.open(folder.path).catalogue.indicator("made"))
    guard case .formula(let formula) = indicator.definition else {
      Issue.record("no formula")
      return
    }
    #expect(formula.quotientOfTwo.map { "\($0.top)/\($0.bottom)" } == pair)
  }
}
