import Aggregation
import Catalogue
import Findings
import TestSupport
import Testing
import Values

/// Every kind of definition against loops over the rows.
@Suite struct DefinitionTests {
  typealias Row = DefinitionSketch.Row

  private struct Asked {
    let sketch: DefinitionSketch
    let evaluator: Evaluator
    let folder: ScratchFolder

    init(_ seed: Int, gaps: Int = 12) throws {
      var generator = SeededGenerator(seed: seed)
      sketch = DefinitionSketch(&generator, gaps: gaps)
      folder = try sketch.write()
      evaluator = Evaluator(try Dataset.open(folder.path))
    }

    func observe(_ code: String, _ years: ClosedRange<Int>, _ selection: Selection = .whole) throws -> Observation {
      try evaluator.observe(#require(evaluator.dataset.catalogue.indicator(code)), years: years, of: selection)
    }

    func rows(_ years: ClosedRange<Int>, unit: String? = nil, body: String? = nil) -> [Row] {
      sketch.rows.filter {
        years.contains($0.year) && (unit == nil || $0.unit == unit) && (body == nil || $0.body == body)
      }
    }
  }

  /// Σ, or nil where there is nothing.
  private static func sum(_ values: [Int?]) -> Rational? {
    let known = values.compactMap { $0 }
    return known.isEmpty ? nil : Rational(known.reduce(0, +))
  }

  private static func quotient(_ top: Rational?, _ bottom: Rational?, _ factor: Int = 1) throws -> Rational? {
    guard let top, let bottom, !bottom.isZero else { return nil }
    return try top.divided(by: bottom).multiplied(by: Rational(factor))
  }

  private static let parts: [(unit: String?, body: String?)] = [
    (nil, nil), ("A", nil), ("C", nil), (nil, "X"), ("B", "Y"),
  ]
  private static func selection(_ unit: String?, _ body: String?) -> Selection {
    Selection(units: unit.map { [$0] } ?? [], members: body.map { ["body": [$0]] } ?? [:])
  }

  @Test(arguments: 0..<30) func stocksAreTakenAsDeclared(seed: Int) throws {
    let asked = try Asked(seed, gaps: 4)
    for (unit, body) in Self.parts {
      let selection = Self.selection(unit, body)
      for years in [2016...2016, 2015...2018, 2017...2021] {
        let (first, last) = (years.lowerBound, years.upperBound)
        func at(_ year: Int) -> Rational? { Self.sum(asked.rows(year...year, unit: unit, body: body).map(\.count)) }
        #expect(try asked.observe("stock", years, selection).value == at(last))
        #expect(try asked.observe("first", years, selection).value == at(first))
        let known = years.compactMap(at)
        let mean = try asked.observe("mean", years, selection)
        #expect(
          try mean.value
            == Self.quotient(Self.sum(asked.rows(years, unit: unit, body: body).map(\.count)), Rational(known.count)))
        let rows = asked.rows(years, unit: unit, body: body)
        let reporting = rows.count { $0.count != nil }
        #expect(mean.coverage == Coverage(reporting: reporting, expected: rows.count))
        #expect(mean.inputs[0].lines.count == reporting)
      }
      guard body == nil else { continue }
      for years in [2016...2016, 2015...2018] {
        let own = asked.sketch.quarters.filter { years.contains($0.year) && (unit == nil || $0.unit == unit) }
        let known = Set(own.filter { $0.staff != nil }.map { $0.year * 4 + $0.number }).count
        let mean = try asked.observe("staff-mean", years, selection)
        #expect(try mean.value == Self.quotient(Self.sum(own.map(\.staff)), Rational(known)))
        #expect(mean.coverage == Coverage(reporting: own.count { $0.staff != nil }, expected: own.count))
        let firsts = own.filter { $0.year == years.lowerBound && $0.number == 1 }
        #expect(try asked.observe("staff-first", years, selection).value == Self.sum(firsts.map(\.staff)))
      }
    }
  }

  @Test(arguments: 0..<30) func sharesAreOfTheWhole(seed: Int) throws {
    let asked = try Asked(seed)
    for years in [2016...2016, 2015...2019] {
      for unit in [nil, "A", "B"] as [String?] {
        let whole = Self.sum(asked.rows(years, unit: unit).map(\.count))
        var total = Rational.zero
        for body in DefinitionSketch.bodies {
          let share = try asked.observe("flow-share", years, Self.selection(unit, body))
          let part = Self.sum(asked.rows(years, unit: unit, body: body).map(\.count))
          #expect(try share.value == Self.quotient(part, whole, 100))
          total = try total.adding(share.value ?? .zero)
          #expect(share.numerator == part && share.denominator == whole)
          let rows = asked.rows(years, unit: unit)
          #expect(share.coverage == Coverage(reporting: rows.count { $0.count != nil }, expected: rows.count))
        }
        #expect(whole == nil || whole == .zero || total == .hundred)
        #expect(
          try asked.observe("flow-share", years, Self.selection(unit, nil)).value == (whole == nil ? nil : .hundred))
      }
      // A share of a stock over years is Σ / Σ, as any ratio of stocks.
      let part = Self.sum(asked.rows(years, unit: "B").map(\.count))
      let whole = Self.sum(asked.rows(years).map(\.count))
      #expect(
        try asked.observe("unit-share", years, Self.selection("B", nil)).value == Self.quotient(part, whole, 100))
    }
  }

  @Test(arguments: 0..<30) func scalesAreConvertedExactly(seed: Int) throws {
    let asked = try Asked(seed)
    for (unit, body) in Self.parts {
      let selection = Self.selection(unit, body)
      let rows = asked.rows(2015...2018, unit: unit, body: body)
      let count = Self.sum(rows.map(\.count))
      #expect(try asked.observe("money", 2015...2018, selection).value == Self.quotient(count, Rational(1000)))
      let people = try #require(Self.sum(rows.map(\.base)))
      #expect(
        try asked.observe("people-counted", 2015...2018, selection).value == people.multiplied(by: Rational(1000)))
      let both = rows.filter { $0.count != nil }
      #expect(
        try asked.observe("scaled-rate", 2015...2018, selection).value
          == Self.quotient(
            Self.sum(both.map(\.count)), Self.sum(both.map(\.base))?.multiplied(by: Rational(1000))))
      // What the column holds is what is explained.
      #expect(try asked.observe("money", 2015...2018, selection).inputs[0].value == count)
    }
  }

  @Test(arguments: 0..<30) func denominatorsOfEarlierYearsAreNamed(seed: Int) throws {
    let asked = try Asked(seed)
    for unit in [nil, "A", "C"] as [String?] {
      for year in DefinitionSketch.years {
        let version = try #require([2020, 2018, 2015].first { $0 <= year })
        let own = asked.rows(year...year, unit: unit)
        let there = Set(own.map(\.unit)).filter { unit in own.allSatisfy { $0.unit != unit || $0.count != nil } }
        let top = Self.sum(own.filter { there.contains($0.unit) }.map(\.count))
        let bottom = Self.sum(there.map { asked.sketch.census[version]?[$0] })
        let found = try asked.observe("a-head", year...year, Self.selection(unit, nil))
        #expect(try found.value == Self.quotient(top, bottom, 100))
        #expect(found.flags.contains(.estimated) == (version != year))
        #expect(found.inputs[1].conditions == ["year = \(version)"])
        #expect(!found.period.isPartial)
      }
    }
    let before = try asked.observe("a-head", 2014...2014)
    #expect(before.value == nil && before.inputs[1].conditions.isEmpty)
  }

  @Test(arguments: 0..<30) func yearsAreCumulatedAndAveraged(seed: Int) throws {
    let asked = try Asked(seed, gaps: 5)
    for (unit, body) in Self.parts {
      let selection = Self.selection(unit, body)
      func rows(_ years: ClosedRange<Int>) -> [Row] { asked.rows(years, unit: unit, body: body) }
      func paired(_ years: ClosedRange<Int>) -> [Row] { rows(years).filter { $0.count != nil } }
      for year in DefinitionSketch.years {
        let all = DefinitionSketch.years.lowerBound...year
        let soFar = try asked.observe("so-far", year...year, selection)
        #expect(soFar.value == Self.sum(rows(all).map(\.count)))
        #expect(soFar.inputs.reduce(0) { $0 + $1.lines.count } == paired(all).count)
        #expect(soFar.period.code == "\(year)")
        #expect(soFar.hasMissingParts == (soFar.value != nil && all.contains { paired($0...$0).isEmpty }))
        if year >= 2016 {
          let both = paired(2016...year)
          #expect(
            try asked.observe("so-far-rate", year...year, selection).value
              == Self.quotient(Self.sum(both.map(\.count)), Self.sum(both.map(\.base)), 100))
        } else {
          #expect(try asked.observe("so-far-rate", year...year, selection).absence == .notApplicable)
        }
        let window = year - 2...year
        let isComplete = window.allSatisfy { !paired($0...$0).isEmpty }
        let sum = isComplete ? Self.sum(rows(window).map(\.count)) : nil
        let flow = try asked.observe("flow-3", year...year, selection)
        #expect(try flow.value == Self.quotient(sum, Rational(3)))
        #expect(try asked.observe("stock-3", year...year, selection).value == Self.quotient(sum, Rational(3)))
        #expect(flow.inputs.reduce(0) { $0 + $1.lines.count } == paired(window).count)
        #expect(
          try asked.observe("rate-3", year...year, selection).value
            == Self.quotient(sum, Self.sum(paired(window).map(\.base)), 100))
        #expect(
          try asked.observe("quotient-3", year...year, selection).value
            == Self.quotient(sum, Self.sum(paired(window).map(\.base))))
      }
      let span = 2016...2019
      let sum = span.allSatisfy { !paired($0...$0).isEmpty } ? Self.sum(rows(span).map(\.count)) : nil
      #expect(try asked.observe("flow-a-year", span, selection).value == Self.quotient(sum, Rational(4)))
    }
  }

  @Test(arguments: 0..<30) func conditionsChooseRows(seed: Int) throws {
    let asked = try Asked(seed, gaps: 4)
    for unit in [nil, "A", "B"] as [String?] {
      for years in [2016...2016, 2015...2021] {
        let selection = Self.selection(unit, nil)
        func expect(_ code: String, _ holds: (Row) -> Bool) throws {
          let rows = asked.rows(years, unit: unit).filter(holds)
          #expect(try asked.observe(code, years, selection).value == Self.sum(rows.map(\.count)), "\(code)")
        }
        try expect("some") { $0.grade != "mid" && $0.body == "X" }
        try expect("adults") { ($0.age ?? 0) >= 18 && $0.year < 2020 }
        try expect("not-low") { $0.grade == "high" }
      }
    }
    #expect(
      asked.evaluator.dataset.catalogue.measures["some"]?.conditions == ["grade in low, high", "body != Y"])
  }

  @Test func whatIsMadeOfYearsIsNotAdded() throws {
    let asked = try Asked(1)
    for code in ["so-far", "flow-3", "flow-a-year", "mean", "first"] {
      let indicator = try #require(asked.evaluator.dataset.catalogue.indicator(code))
      #expect(asked.evaluator.refusalOverTime(indicator) != nil, "\(code)")
    }
    let so = try #require(asked.evaluator.dataset.catalogue.indicator("flow-3"))
    let half = try #require(PeriodSlot(code: "2016-S1"))
    #expect(throws: Failure.self) { try asked.evaluator.observe(so, in: .slot(half)) }
  }

  @Test func coverageThatIsTooLowIsRefused() throws {
    let asked = try Asked(3, gaps: 3)
    let dataset = asked.evaluator.dataset
    let indicator = try #require(dataset.catalogue.indicator("flow"))
    let found = try asked.observe("flow", 2015...2021)
    let coverage = try #require(found.coverage)
    #expect(!coverage.isComplete)
    let figure = try #require(RequiredCoverage.Figure(found, of: indicator))
    let half = try #require(RequiredCoverage("0,1"))
    #expect(half == RequiredCoverage("0,1") && half.share == RequiredCoverage("10%")?.share)
    try half.check([figure], in: dataset)
    let all = try #require(RequiredCoverage("1"))
    let failure = #expect(throws: Failure.self) { try all.check([figure], in: dataset) }
    guard case .refused(let message) = failure else { return #expect(Bool(false), "not refused") }
    #expect(message.english.contains("Flow, 2015–2021, Tỉnh: \(coverage.reporting)/\(coverage.expected)"))
    for wrong in ["1.1", "-0.1", "x", "", "101%", "0.9.1"] { #expect(RequiredCoverage(wrong) == nil, "\(wrong)") }
  }

  /// One line of the catalogue replaced; what is reported, and where.
  @Test(arguments: [
    ("grade: [low, high]", "grade: [low, hig]", "hig"),
    (#"{">=": 18}"#, #"{">=": x}"#, "x"),
    (#"{"!=": Y}"#, #"{"=>": Y}"#, "=>"),
    ("grade: [low, high]", "grad: [low, high]", "grad"),
    ("grade: [low, high]", "grade: []", "grade"),
    ("take: average}\n  staff-first", "take: mean}\n  staff-first", "mean"),
    ("kind: flow, scale: dong", "kind: flow, scale: dongs", "dongs"),
    ("value: dong, unit: thousand-dong", "value: dong, unit: percent", "percent"),
    ("kind: flow, scale: thousand", "kind: flow, scale: million-dong", "persons"),
    ("column: count, kind: flow}", "column: count, kind: flow, take: last}", "last"),
    ("along: body", "along: bodies", "bodies"),
    ("share: flow, along: body, unit: percent", "share: flow, along: body, unit: number", "number"),
    ("cumulative: flow", "cumulative: stock", "stock"),
    ("cumulative: flow", "cumulative: flo", "flo"),
    ("{of: flow, years: 3}", "{of: so-far, years: 3}", "so-far"),
    ("{of: flow, years: 3}", "{of: flow, years: 1}", "1"),
    ("average-a-year: flow, unit: {vi: lượt, en: visits}", "average-a-year: flow, unit: percent", "percent"),
    ("denominator-year: last-before", "denominator-year: latest", "latest"),
    ("value: stock, unit", "value: stock, since: 2014, unit", "since"),
  ]) func whatIsWrongIsPlaced(right: String, wrong: String, said: String) throws {
    var generator = SeededGenerator(seed: 1)
    let folder = try DefinitionSketch(&generator, gaps: 9).write()
    let catalogue = DefinitionSketch.catalogue
    #expect(catalogue.contains(right))
    try folder.write(catalogue.replacing(right, with: wrong, maxReplacements: 1), to: "indicators.yaml")
    let failure = #expect(throws: Failure.self) { try Dataset.open(folder.path) }
    guard case .invalid(let findings) = failure else { throw failure ?? Failure.defect("nothing") }
    #expect(findings.contains { $0.value == said && ($0.position.line ?? 0) > 8 }, "\(findings.map(\.summary))")
  }
}
