import Aggregation
import Catalogue
import Datasets
import Findings
import Language
import TestSupport
import Testing
import Trends
import Values

/// What parts add to a change: exactly all of it, for whatever is made of parts.
@Suite struct ContributionsTests {
  /// Indicators of a package that have parts along each dimension, by all pairs of its years that may be compared.
  @Test(arguments: ["kien-giang", "an-giang-kien-giang", "tay-ninh", "thanh-hoa"])
  func partsAddUpForEveryIndicator(package: String) throws {
    let evaluator = Evaluator(try Dataset.open(Repository.path(of: "datasets/\(package)")))
    let builder = TrendBuilder(evaluator)
    var divided: Set<String> = []
    /// Why indicators of which some are never divided were refused.
    var reasons: [String: Set<String>] = [:]
    for indicator in evaluator.dataset.catalogue.indicators {
      guard let years = try evaluator.years(of: [indicator], first: nil, last: nil), years.count > 1 else { continue }
      for dimension in evaluator.dataset.catalogue.dimensions.map(\.name) {
        for (first, last) in [(years.lowerBound, years.upperBound), (years.lowerBound, years.upperBound - 1)]
          + zip(years, years.dropFirst())
        {
          let contributions: Contributions
          do throws(Failure) {
            contributions = try builder.contributions(
              of: indicator, from: .slot(.year(first)), to: .slot(.year(last)), by: dimension)
          } catch {
            guard case .refused(let reason) = error else { throw error }
            reasons[indicator.code, default: []].insert(reason.english)
            continue
          }
          divided.insert("\(indicator.code) by \(dimension)")
          let sum = try contributions.parts.reduce(Rational.zero) { try $0.adding($1.amount) }
          #expect(sum == contributions.change.absolute, "\(indicator.code) by \(dimension), \(first) to \(last)")
          if let split = contributions.split {
            #expect(try split.rate.adding(split.structure) == contributions.change.absolute)
          }
          for part in contributions.parts {
            if let rate = part.rate { #expect(try rate.adding(#require(part.structure)) == part.amount) }
          }
        }
      }
    }
    // Whatever is a sum or a rate, is compared and is reported by part is divided.
    let whole = Set(divided.map { String($0.prefix { $0 != " " }) })
    for indicator in evaluator.dataset.catalogue.indicators where !whole.contains(indicator.code) {
      #expect(
        Self.mayStayWhole(indicator, evaluator, reasons[indicator.code] ?? []),
        "\(indicator.code): \(reasons[indicator.code]?.sorted() ?? [])")
    }
    let expected =
      package.hasSuffix("-ninh") || package.hasSuffix("-hoa")
      ? ["membership-rate by unit", "membership-rate by organisation", "members by unit", "population by unit"]
      : package == "kien-giang"
        ? [
          "membership-rate by unit", "membership-rate by organisation", "members by unit", "eligible by organisation",
          "voter-contacts-council by unit", "complaints-settled-rate by unit", "complaints-settled-rate by case-type",
          "members-per-1000 by unit", "report-timeliness by unit", "supervision-sessions by role",
        ] : ["enrolment-rate by unit", "voter-meetings by unit"]
    #expect(divided.isSuperset(of: expected), "\(expected.filter { !divided.contains($0) })")
    // A bound has no change, and an amount nobody believes is not divided.
    #expect(divided.isDisjoint(with: ["models by unit", "models by field", "poor-fund-cash by unit"]))
  }

  /// By what the catalogue declares: a bound, an amount nobody believes, what is counted once or never added up, what is
  /// made of several years; otherwise only what is reported as a whole, or in too few years.
  private static func mayStayWhole(_ indicator: Indicator, _ evaluator: Evaluator, _ reasons: Set<String>) -> Bool {
    if !indicator.isComparable { return true }
    if case .derived = indicator.definition { return true }
    let kinds = evaluator.dataset.catalogue.measures(of: indicator).map(\.kind)
    if kinds.contains(where: { $0 == .distinct || $0 == .published }) { return true }
    return reasons.allSatisfy { $0.contains("not broken down") || $0 == Messages.notComparedTooFew.english }
  }

  /// A rate and its terms by unit.
  private struct Sketch {
    /// By year and unit.
    var rows: [(year: Int, unit: String, part: Int?, whole: Int?, heads: Int?)] = []
    var status = ""

    func build() throws -> Built {
      func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
      let units = Set(rows.map(\.unit)).sorted()
      let folder = try PackageSketch(
        [
          .init(
            "units", fields: ["code", "level"],
            csv: "code,level\n" + units.map { "\($0),district\n" }.joined()),
          .init(
            "rows", fields: ["year:year", "unit", "part:integer", "whole:integer", "heads:integer", "status"],
            csv: "year,unit,part,whole,heads,status\n"
              + rows.map {
                "\($0.year),\($0.unit),\(text($0.part)),\(text($0.whole)),\(text($0.heads)),\($0.year == 2021 ? status : "")\n"
              }
              .joined()),
        ],
        catalogue: """
          catalogue: 1
          title: Parts
          dimensions: {unit: {resource: units, key: code, level: level}}
          resources: {rows: {period: year, unit: unit, level: district, flags: status, expects: [unit, period]}}
          measures:
            part: {resource: rows, column: part, kind: stock}
            whole: {resource: rows, column: whole, kind: stock}
            heads: {resource: rows, column: heads, kind: stock}
            different: {resource: rows, column: part, kind: distinct}
          indicators:
            part: {names: P, value: part, unit: number}
            heads: {names: H, value: heads, unit: number}
            rate: {names: R, ratio: [part, whole], unit: percent, decimals: 2}
            per-head: {names: Q, formula: 1000 * part / heads, unit: number, decimals: 2}
            kinds: {names: K, value: different, unit: number}
            share: {names: S, share: part, along: unit, unit: percent}

          """
      ).write()
      return Built(folder: folder, builder: TrendBuilder(Evaluator(try Dataset.open(folder.path))))
    }

    struct Built {
      /// Its files are read when they are needed.
      let folder: ScratchFolder
      let builder: TrendBuilder

      func indicator(_ code: String) throws -> Indicator {
        try #require(builder.evaluator.dataset.catalogue.indicator(code))
      }

      func contributions(_ code: String, by dimension: String = "unit") throws -> Contributions {
        try builder.contributions(
          of: indicator(code), from: .slot(.year(2020)), to: .slot(.year(2022)), by: dimension)
      }

      func split(_ code: String) throws -> RateSplit? {
        try builder.rateSplit(of: indicator(code), from: .slot(.year(2020)), to: .slot(.year(2022)))
      }
    }
  }

  private struct Terms {
    let part: Int
    let whole: Int
    let heads: Int
  }

  /// Das Gupta's formula by hand, and differences for what is summed.
  @Test(arguments: 0..<40) func amountsAreThoseOfTheDefinition(seed: Int) throws {
    var random = SeededGenerator(seed: 400 + seed)
    var sketch = Sketch()
    let units = (0..<Int.random(in: 2...6, using: &random)).map { "U\($0)" }
    for unit in units {
      for year in 2020...2022 {
        let whole = Int.random(in: 1...99, using: &random)
        let isThere = unit == "U0" || !random.oneIn(6)
        sketch.rows.append(
          (
            year, unit, isThere ? Int.random(in: 0...whole, using: &random) : nil, isThere ? whole : nil,
            Int.random(in: 1...50, using: &random)
          ))
      }
    }
    let built = try sketch.build()
    func value(_ unit: String, _ year: Int) -> Terms {
      let row = sketch.rows.first { $0.unit == unit && $0.year == year }
      // Heads without a part are heads of nobody: both terms are taken where both are there.
      return Terms(part: row?.part ?? 0, whole: row?.whole ?? 0, heads: row?.part == nil ? 0 : row?.heads ?? 0)
    }
    let sums = try built.contributions("part")
    #expect(sums.parts.map(\.amount) == units.map { Rational(value($0, 2022).part - value($0, 2020).part) })
    #expect(sums.split == nil && sums.parts.allSatisfy { $0.rate == nil })
    let quotients: [(String, Int, KeyPath<Terms, Int>)] = [("rate", 100, \.whole), ("per-head", 1000, \.heads)]
    for (code, factor, base) in quotients {
      let found = try built.contributions(code)
      func total(_ year: Int, _ path: KeyPath<Terms, Int>) -> Int {
        units.reduce(0) { $0 + value($1, year)[keyPath: path] }
      }
      func fraction(_ top: Int, _ bottom: Int) throws -> Rational { try Rational(Int128(top), over: Int128(bottom)) }
      let middle = try fraction(total(2020, \.part), total(2020, base))
        .adding(fraction(total(2022, \.part), total(2022, base))).divided(by: Rational(2))
      for (unit, part) in zip(units, found.parts) {
        let (before, after) = (value(unit, 2020), value(unit, 2022))
        let own = try fraction(after.part, total(2022, base)).subtracting(fraction(before.part, total(2020, base)))
        let weight = try fraction(after[keyPath: base], total(2022, base))
          .subtracting(fraction(before[keyPath: base], total(2020, base)))
        let expected = try own.subtracting(middle.multiplied(by: weight)).multiplied(by: Rational(factor))
        #expect(part.amount == expected, "\(code) \(unit)")
        #expect(
          part.isInBoth
            == [2020, 2022].allSatisfy { year in
              sketch.rows.contains { $0.unit == unit && $0.year == year && $0.part != nil }
            })
      }
      let split = try #require(try built.split(code))
      #expect(try split.numerator.adding(split.denominator) == split.change.absolute)
      // With an unchanged denominator all of it would be the numerator's.
      let onlyTop = try fraction(total(2022, \.part) - total(2020, \.part), 1)
        .multiplied(by: fraction(1, total(2020, base)).adding(fraction(1, total(2022, base))))
        .divided(by: Rational(2)).multiplied(by: Rational(factor))
      #expect(split.numerator == onlyTop)
    }
  }

  @Test func thePartsAreOrderedByWhatTheyAdd() throws {
    var sketch = Sketch()
    for (unit, values) in [("U0", [10, 12]), ("U1", [10, 5]), ("U2", [10, 12]), ("U3", [10, 30])] {
      for (year, value) in zip([2020, 2022], values) { sketch.rows.append((year, unit, value, 100, 100)) }
    }
    let built = try sketch.build()
    let found = try built.contributions("part")
    #expect(found.ordered.map { $0.selection.unit } == ["U3", "U0", "U2", "U1"])
    #expect(try found.ordered.first.flatMap { found.share(of: $0) } == Rational(2000, over: 19))
    let back = try built.contributions("rate")
    // The denominators do not change: all of it is the units' own rates.
    #expect(back.split?.structure == .zero && back.split?.rate == back.change.absolute)
    #expect(back.change.unit == .percentagePoint)
  }

  @Test func whatIsNotMadeOfPartsIsRefused() throws {
    var sketch = Sketch()
    for unit in ["U0", "U1"] {
      for year in 2020...2022 { sketch.rows.append((year, unit, year - 2000, 100, 100)) }
    }
    let built = try sketch.build()
    func refusal(_ code: String, by dimension: String = "unit", of built: Sketch.Built) -> String? {
      let failed = failure { try built.contributions(code, by: dimension) }
      guard case .refused(let reason) = failed else { return nil }
      return reason.english
    }
    // The same numbers are counted once in the whole, and once in each unit.
    #expect(refusal("kinds", of: built)?.contains("do not make up the whole") == true)
    #expect(refusal("part", by: "organisation", of: built)?.contains("not broken down") == true)
    sketch.status = "B"
    #expect(refusal("rate", of: try sketch.build())?.contains("break") == true)
    // Shares of one whole make it up, and never change in all.
    let shares = try built.contributions("share")
    #expect(shares.change.absolute.isZero && shares.ordered.first.flatMap { shares.share(of: $0) } == nil)
  }
}
