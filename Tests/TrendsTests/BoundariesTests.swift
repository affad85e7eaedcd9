import Aggregation
import Catalogue
import Datasets
import Findings
import TestSupport
import Testing
import Trends
import Values

/// Series on the units of other days: what is added up stays the same, wherever the borders run.
@Suite struct BoundariesTests {
  private static func evaluator(_ package: String, _ boundaries: String) throws -> Evaluator {
    try Evaluator(
      Dataset.open(Repository.path(of: "datasets/\(package)")), boundaries: #require(Boundaries(boundaries)))
  }

  private static func points(
    _ code: String, _ evaluator: Evaluator, by dimension: String? = nil, level: String? = nil, units: [String] = []
  ) throws -> [[Observation]] {
    try TrendQuery(
      indicator: #require(evaluator.dataset.catalogue.indicator(code)), selection: Selection(units: units),
      by: dimension, level: level, first: nil
    ).run(evaluator).map(\.points)
  }

  private static func sums(_ series: [[Observation]]) throws -> [String: Rational] {
    var sums: [String: Rational] = [:]
    for point in series.joined() {
      guard let value = point.value else { continue }
      sums[point.period.code] = try (sums[point.period.code] ?? .zero).adding(value)
    }
    return sums
  }

  /// The days to which both packages are restated: before, between and after all events.
  static let cases = ["kien-giang", "an-giang-kien-giang"].flatMap { package in
    ["2013", "2018-09-10", "2018-09-11", "2021-01-01", "2025-06-30", "2025-07-01", "2026"].map { (package, $0) }
  }

  /// For every flow, stock and count of the packages, the whole and the sum over the units of each level that the day
  /// has are the same as ever.
  @Test(arguments: cases)
  func totalsAreConserved(package: String, day: String) throws {
    let original = try Self.evaluator(package, "original")
    let restated = try Self.evaluator(package, day)
    let catalogue = original.dataset.catalogue
    let levels = try #require(original.dataset.units?.levels)
    var compared = 0
    for indicator in catalogue.indicators {
      guard case .measure(let name) = indicator.definition, let kind = catalogue.measures[name]?.kind,
        [.flow, .stock, .count].contains(kind)
      else { continue }
      let whole = try Self.sums(Self.points(indicator.code, original))
      #expect(!whole.isEmpty)
      #expect(try Self.sums(Self.points(indicator.code, restated)) == whole, "\(indicator.code)")
      for level in levels {
        // Refused where figures lie in no unit of the level, or the unit is more than the package.
        guard let series = try? Self.points(indicator.code, restated, by: "unit", level: level) else { continue }
        let sums = try Self.sums(series)
        // Lower levels than that in which the figures are reported have none.
        guard !sums.isEmpty else { continue }
        #expect(sums == whole, "\(indicator.code) by \(level)")
        compared += 1
      }
    }
    #expect(compared > 0 || (package == "kien-giang" && day >= "2025-07-01"))
  }

  /// Ratios of the whole stay what they are, too.
  @Test(arguments: cases)
  func ratiosOfTheWholeStay(package: String, day: String) throws {
    let (original, restated) = (try Self.evaluator(package, "original"), try Self.evaluator(package, day))
    for indicator in original.dataset.catalogue.indicators {
      guard case .ratio = indicator.definition else { continue }
      let (before, after) = (try Self.points(indicator.code, original), try Self.points(indicator.code, restated))
      #expect(before.joined().map(\.value) == after.joined().map(\.value))
      #expect(before.joined().map(\.coverage) == after.joined().map(\.coverage))
      #expect(after.joined().allSatisfy { !$0.flags.contains(.estimated) })
    }
  }

  /// Retyped towns are the same units: nothing changes but what they are called.
  @Test func retypesChangeNothing() throws {
    let (original, restated) = (try Self.evaluator("kien-giang", "original"), try Self.evaluator("kien-giang", "2013"))
    let before = try Self.points("members", original, by: "unit")
    let after = try Self.points("members", restated, by: "unit")
    #expect(before.count == 16 && before.map { $0.map(\.value) } == after.map { $0.map(\.value) })
    #expect(
      after.joined().allSatisfy {
        $0.flags == before.joined().first { $0.period.code == $0.period.code }?.flags || !$0.flags.contains(.estimated)
      })
    // Hà Tiên was another row of the list until 2018; Rạch Giá never was.
    #expect(after.first?.contains(where: \.isRestated) == false)
    #expect(after.dropFirst().first?.contains(where: \.isRestated) == true)
  }

  /// By hand: 138 meetings of 2024 in Châu Thành (905), of which 2/7 fall to Thạnh Lộc.
  @Test func sharesOfAUnitAreExactAndEstimated() throws {
    let evaluator = try Self.evaluator("an-giang-kien-giang", "2025-07-01")
    let point = try #require(Self.points("voter-meetings", evaluator, units: ["30886"]).first?.last)
    #expect(point.value == (try Rational(138 * 2, over: 7)) && point.flags.codes == ["E"])
    #expect(point.boundaries?.description == "2025-07-01" && point.isRestated)
    let part = try #require(point.inputs.first?.parts.first)
    #expect(point.inputs.first?.parts.count == 1 && part.origin.unit.code == "905" && part.value == Rational(138))
    #expect(part.origin.share == (try Rational(2, over: 7)) && part.lines.description == "11")
    #expect(part.origin.events.map(\.line) == [8])
    #expect(part.origin.events.first?.act?.contains("1654/NQ-UBTVQH15") == true)
    let rate = try #require(Self.points("enrolment-rate", evaluator, units: ["30886"]).first?.last)
    #expect(rate.numerator == Rational(11_280) && rate.denominator == Rational(18_400))
  }

  /// Backwards, An Giang's 3,811 of 2025 are 0.525 and 0.475 of it; up to 2024 nothing was divided.
  @Test func aMergeReadBackwards() throws {
    let evaluator = try Self.evaluator("an-giang-kien-giang", "2013")
    let series = try Self.points("citizen-receptions-held", evaluator, by: "unit")
    #expect(
      series.map { $0.last?.value } == [try Rational(3811 * 525, over: 1000), try Rational(3811 * 475, over: 1000)])
    #expect(series.map { $0.first?.value } == [Rational(1840), Rational(1655)])
    #expect(
      series.map { $0.map { $0.flags.contains(.estimated) } }
        == Array(repeating: [false, false, false, true], count: 2))
  }

  /// A code that belongs to another unit now breaks the series of what was reported.
  @Test func aReusedCodeBreaksTheSeries() throws {
    let original = try Self.evaluator("an-giang-kien-giang", "original")
    let query = TrendQuery(
      indicator: try #require(original.dataset.catalogue.indicator("citizen-receptions-held")),
      selection: Selection(units: ["91"]), first: nil)
    let trend = try #require(query.run(original).first)
    #expect(trend.points.map { $0.flags.codes } == [[], [], [], ["B"]])
    #expect(trend.change == nil && trend.refusal?.english.contains("--boundaries 2025-07-01") == true)
    let restated = try #require(query.run(Self.evaluator("an-giang-kien-giang", "2025-07-01")).first)
    #expect(
      restated.points.map { $0.flags.codes } == [[], [], [], []] && restated.change?.absolute == Rational(3811 - 3495))
    // A town that became a city is the same unit.
    let kept = try Self.points("voter-contacts-council", Self.evaluator("kien-giang", "original"), units: ["900"])
    #expect(kept.joined().allSatisfy { !$0.flags.contains(.breakInSeries) })
  }

  @Test(
    arguments: [
      // Half a unit has no half of a movement.
      ("an-giang-kien-giang", "movements-run", ["30886"], nil, "905"),
      // Districts are no more; nor is a district of that day.
      ("an-giang-kien-giang", "voter-meetings", [], nil, "--level"),
      ("an-giang-kien-giang", "voter-meetings", ["905"], nil, "905"),
      // Not known, outside the package, not at that level.
      ("kien-giang", "members", ["31078"], nil, "unit_events.csv, lines 6, 7"),
      ("kien-giang", "members", ["91"], nil, "unit_events.csv, line 5"),
      ("kien-giang", "members", [], "commune", "899"),
      // A score of another unit.
      ("kien-giang", "satisfaction-index", ["91"], nil, "unit_events.csv, line 5"),
    ] as [(String, String, [String], String?, String)])
  func whatCannotBeRestatedIsRefused(
    package: String, indicator: String, units: [String], level: String?, reason: String
  ) throws {
    let evaluator = try Self.evaluator(package, "2025-07-01")
    let refusal = failure {
      try Self.points(indicator, evaluator, by: units.isEmpty ? "unit" : nil, level: level, units: units)
    }
    guard case .refused(let text) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(text.english.contains(reason), "\(text.english)")
  }

  @Test func distinctCountsAreMadeAgainOnWholeUnits() throws {
    let evaluator = try Self.evaluator("an-giang-kien-giang", "2025-07-01")
    #expect(
      try Self.points("movements-run", evaluator, units: ["91"]).first?.map(\.value) == [3, 4, 4].map { Rational($0) })
    #expect(
      try Self.points("movements-run", evaluator, units: ["31108"]).first?.map(\.value)
        == [1, 1, 2].map { Rational($0) })
    #expect(
      try Self.points("movements-run", evaluator, units: ["31078", "31105"]).first?.map(\.value)
        == [2, 1, 2].map { Rational($0) })
  }

  @Test func namesMeanTheUnitsOfTheDay() throws {
    let dataset = try Dataset.open(Repository.path(of: "datasets/kien-giang"))
    #expect(try dataset.member(named: "Kiên Hải", of: "unit") == "912")
    #expect(try dataset.member(named: "Kiên Hải", of: "unit", in: #require(Boundaries("2025-07-01"))) == "31108")
    #expect(try dataset.member(named: "đặc khu Kiên Hải", of: "unit") == "31108")
    for (text, day) in [("2013", "2013-12-31"), ("2025-07-01", "2025-07-01")] {
      #expect(Boundaries(text)?.day?.description == day)
    }
    #expect(Boundaries("original") == .original)
    #expect(["", "13", "20130", "2013-2", "2025-02-30", "Original", "+201"].allSatisfy { Boundaries($0) == nil })
  }
}

/// Random packages against sums as plain as they can be.
@Suite struct RandomBoundariesTests {
  /// Districts with a number each year, some of which merge and some of which are divided; by code, what goes where.
  private struct Plan {
    var units = ""
    var events = ""
    var rows: [(year: Int, unit: String, value: Int)] = []
    var shares: [String: [String: Rational]] = [:]

    init(seed: Int) throws {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 2...7, using: &generator)
      var news: Set<String> = []
      for index in 0..<count {
        let old = "D\(index)"
        units += "\(old),\(old),district,2013-01-01,2020-05-31\n"
        let parts = Int.random(in: 1...3, using: &generator)
        let pool = (0..<max(count - 1, parts)).shuffled(using: &generator).prefix(parts)
        let sizes = pool.map { _ in Int.random(in: 1...9, using: &generator) }
        for (target, size) in zip(pool, sizes) {
          let share = try Rational(Int128(size), over: Int128(sizes.reduce(0, +)))
          shares[old, default: [:]]["N\(target)"] = share
          news.insert("N\(target)")
        }
      }
      for new in news.sorted() { units += "\(new),\(new),district,2020-06-01,\n" }
      for old in shares.keys.sorted() {
        let parts = (shares[old] ?? [:]).sorted { $0.key < $1.key }
        for (new, share) in parts {
          let sources = shares.values.count { $0[new] != nil }
          let kind = parts.count > 1 ? "split" : sources > 1 ? "merge" : "rename"
          events += "e,2020-06-01,\(kind),\(old),\(new),\(parts.count > 1 ? share.description : ""),,NQ\n"
        }
      }
      for year in 2018...2022 {
        for unit in year < 2020 ? shares.keys.sorted() : news.sorted() where !generator.oneIn(6) {
          rows.append((year, unit, Int.random(in: 0...999, using: &generator)))
        }
      }
    }
  }

  @Test(arguments: 0..<40)
  func valuesAreSumsOfSharesOfRows(seed: Int) throws {
    let plan = try Plan(seed: 7_000 + seed)
    let folder = try PackageSketch(
      [
        .init(
          "units", fields: ["code", "name", "level", "from:date", "to:date"],
          csv: "code,name,level,from,to\n" + plan.units),
        .init(
          "unit_events", fields: ["event", "day:date", "kind", "from", "to", "weight", "weight_back", "act"],
          csv: "event,day,kind,from,to,weight,weight_back,act\n" + plan.events),
        .init(
          "rows", fields: ["year:year", "unit", "value:integer"],
          csv: "year,unit,value\n" + plan.rows.map { "\($0.year),\($0.unit),\($0.value)\n" }.joined()),
      ],
      catalogue: """
        catalogue: 1
        title: Random
        dimensions: {unit: {resource: units, key: code, level: level, valid: [from, to], names: {vi: name, en: name}}}
        resources: {rows: {period: year, unit: unit, level: district, expects: [unit, period]}}
        measures: {values: {resource: rows, column: value, kind: flow}}
        indicators: {total: {names: T, value: values, unit: number, decimals: 3}}
        unit-events: unit_events

        """
    ).write()
    let dataset = try Dataset.open(folder.path)
    #expect(try dataset.unitEvents()?.findings.filter { $0.severity == .error }.map(\.summary) == [])
    let evaluator = Evaluator(dataset, boundaries: try #require(Boundaries("2022")))
    let indicator = try #require(dataset.catalogue.indicator("total"))
    for trend in try TrendQuery(indicator: indicator, by: "unit", first: 2018, last: 2022).run(evaluator) {
      let unit = try #require(trend.selection.unit)
      for (year, point) in zip(2018...2022, trend.points) {
        var expected: Rational?
        var reporting = 0
        for row in plan.rows where row.year == year {
          let share = year < 2020 ? plan.shares[row.unit]?[unit] : (row.unit == unit ? .one : nil)
          guard let share else { continue }
          expected = try (expected ?? .zero).adding(share.multiplied(by: Rational(row.value)))
          reporting += 1
        }
        #expect(point.value == expected, "\(unit) \(year)")
        #expect(point.coverage?.reporting == reporting)
        if year < 2020 { #expect(point.coverage?.expected == plan.shares.values.count { $0[unit] != nil }) }
      }
    }
  }
}
