import Datasets
import Findings
import TestSupport
import Testing

@testable import Aggregation

@Suite("What check finds does not depend on how it reads")
struct CheckEffortTests {
  /// Ranges of any size in files of any size.
  private static func effort(threads: Int) -> ScanEffort {
    var effort = ScanEffort(threads: threads)
    (effort.smallestFile, effort.smallestRange) = (0, 1)
    return effort
  }

  private static func plan(_ folder: ScratchFolder) throws -> AggregationPlan {
    let dataset = try Dataset.open(folder.path)
    return try #require(dataset.plan(for: "rows"))
  }

  /// Compares findings, their order and their numbers, and the cells with those of reading row by row.
  private func compare(_ sketch: PackageSketch, _ name: String, limit: Int = 1000) throws {
    let folder = try sketch.write()
    let plan = try Self.plan(folder)
    let (wanted, expected) = try NativeEngine().scan(plan, limit: limit)
    for threads in [1, 2, 3, 5, 8] {
      let effort = Self.effort(threads: threads)
      let (table, found) = try NativeEngine().check(plan, limit: limit, effort: effort, needsCells: threads != 5)
      #expect(found.rows == expected.rows, "\(name), \(threads) threads")
      if threads != 5, !found.hasErrors {
        let cells = try #require(table, "\(name), \(threads) threads")
        #expect(LaneTests.lines(cells) == LaneTests.lines(wanted), "\(name), \(threads) threads")
      }
      let different = zip(found.findings, expected.findings).first { $0 != $1 }
      #expect(
        different == nil && found.findings.count == expected.findings.count,
        "\(name), \(threads) threads: \(different?.0.summary ?? "\(found.findings.count)"), \(different?.1.summary ?? "\(expected.findings.count)")"
      )
      #expect(found.list.counts == expected.list.counts, "\(name), \(threads) threads")
    }
  }

  @Test("on random packages", arguments: [0, 1], 0..<4)
  func random(faults: Int, batch: Int) throws {
    for seed in 0..<7 {
      var package = RandomPackage(seed: 10_000 * faults + 1000 * batch + seed)
      package.isSpoilt = faults > 0
      package.isDistinct = seed % 2 == 0
      try compare(package.sketch(), "seed \(10_000 * faults + 1000 * batch + seed)", limit: seed == 5 ? 3 : 1000)
    }
  }

  @Test("on registers and periods with a column for their kind", arguments: 0..<18)
  func registers(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let (isRegister, isSpoilt) = (seed % 2 == 0, seed % 3 > 0)
    func choice(_ right: [String], _ wrong: [String]) -> String {
      let texts = isSpoilt && random.oneIn(40) ? wrong : right
      return texts.randomElement(using: &random) ?? ""
    }
    let years = (2010...2016).map(String.init)
    var csv = "first,second,unit,name,count\n"
    for row in 0..<200 {
      let count = choice(["\(row)", "7", ""], ["-4", "x", "123456789012345678901234567890", "1.5"])
      let unit = choice(["A", "B", "C"], ["", "P", "Z", "D"])
      if isRegister {
        let first = choice(years, ["", "2019", "22", "12.5", "Z"])
        let last = choice(["", "2016", "2017"], ["2009", "0", "99999", "222", "Z"])
        csv += "\(first),\(last),\(unit),N\(row % 50),\(count)\n"
      } else {
        let year = years.randomElement(using: &random) ?? ""
        let (code, kind) = random.oneIn(2) ? (year, "year") : ("\(year)-Q2", "quarter")
        csv += "\(choice([code], ["", "x", "2012-H1", "2012"])),\(choice([kind], ["", "quarter", "term", "?"])),"
        csv += "\(unit),N\(row % 50),\(count)\n"
      }
    }
    let kind = isRegister ? "integer" : "string"
    let rows = PackageSketch.Table(
      "rows", fields: ["first:\(kind)", "second:\(kind)", "unit", "name", "count:integer"], csv: csv)
    let units = PackageSketch.Table(
      "units", fields: ["code", "name", "level", "parent", "from:date", "to:date"],
      csv: "code,name,level,parent,from,to\nP,Tỉnh,province,,,\nA,A,district,P,,\nB,B,district,P,2012-01-01,\n"
        + "C,C,district,P,,2015-12-31\nD,D,commune,A,,\n")
    let period = isRegister ? "active: [first, second]" : "period: first, period-kind: second"
    let catalogue = """
      catalogue: 1
      title: {vi: Thử, en: Test}
      dimensions:
        unit: {resource: units, key: code, parent: parent, level: level, names: {vi: name, en: name}, valid: [from, to]}
      resources:
        rows: {\(period), unit: unit, level: district}
      measures:
        names: {resource: rows, column: name, kind: distinct}
      \(isRegister ? "" : "  counted: {resource: rows, column: count, kind: flow}")
      indicators:
        names: {names: {vi: tên, en: names}, value: names, unit: number}

      """
    try compare(PackageSketch([rows, units], catalogue: catalogue), "seed \(seed)")
  }

  /// With keys, which the lane alone leaves to the scanner.
  @Test("on tables of years with a primary key", arguments: 0..<12)
  func keys(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var csv = "year,unit,count,status\n"
    for (index, place) in (0..<120).map({ ($0 / 3 + 1990, ["A", "B", "C"][$0 % 3]) }).enumerated() {
      let isTwice = seed % 3 == 0 && index == 77
      let count = seed % 4 == 1 && random.oneIn(50) ? "x" : "\(Int.random(in: 0...900, using: &random))"
      csv += "\(isTwice ? 1990 : place.0),\(place.1),\(count),\(random.oneIn(9) ? "P" : "")\n"
    }
    let rows = PackageSketch.Table(
      "rows", fields: ["year:year", "unit", "count:integer", "status"], schema: [#""primaryKey": ["year", "unit"]"#],
      csv: csv)
    let units = PackageSketch.Table(
      "units", fields: ["code", "name", "level", "parent"],
      csv: "code,name,level,parent\nP,P,province,\nA,A,district,P\nB,B,district,P\nC,C,district,P\n")
    let catalogue = """
      catalogue: 1
      title: {vi: Thử, en: Test}
      dimensions:
        unit: {resource: units, key: code, parent: parent, level: level, names: {vi: name, en: name}}
      resources:
        rows: {period: year, unit: unit, level: district, flags: status}
      measures:
        counted: {resource: rows, column: count, kind: flow}
      indicators:
        counted: {names: {vi: số, en: counted}, value: counted, unit: number}

      """
    let sketch = PackageSketch([rows, units], catalogue: catalogue)
    try compare(sketch, "seed \(seed)")
    guard seed % 3 > 0, seed % 4 != 1 else { return }
    let folder = try sketch.write()
    let plan = try Self.plan(folder)
    let lane = try #require(try LanePlan(plan, keepsLines: true, checksKeys: true))
    let demands = try #require(PlanDemands.demands(plan))
    let found = try NativeEngine().sift(plan, demands, lane, limit: 10, Self.effort(threads: 2))
    #expect(found?.0?.cells["counted"]?.count == 120)
  }

  /// No test of anything if all rows were read in full.
  @Test("and right rows are not shown to the reader of rows") func rightRowsPass() throws {
    var held = (0, 0)
    for seed in 0..<30 {
      var package = RandomPackage(seed: seed)
      let folder = try package.sketch().write()
      let plan = try Self.plan(folder)
      let demands = try #require(PlanDemands.demands(plan))
      var scanner = try ResourceScanner(plan.resource, of: plan.package, use: plan.use, known: plan.known)
      var rows = 0
      let outcome = try scanner.sift(Self.effort(threads: 2), demands: demands) { _, _ in
        rows += 1
        return []
      }
      guard let outcome, !outcome.hasErrors else { continue }
      held = (held.0 + rows, held.1 + outcome.rows)
    }
    #expect(held.1 > 1000 && held.0 * 4 < held.1, "\(held)")
  }
}
