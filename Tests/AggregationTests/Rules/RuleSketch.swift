import Aggregation
import Findings
import TestSupport
import Testing

/// A package of districts and bodies, whose rows a test makes.
struct RuleSketch {
  struct Row {
    var year: Int
    var unit: String
    var body: String
    var members: Int
    var eligible: Int
    var meetings: Int
    var status = ""
    var admitted = 0
    var removed = 0
    var remark = ""
    /// Figures left empty.
    var isEmpty = false
  }

  var rows: [Row] = []
  var population: [(year: Int, unit: String, count: Int)] = []
  var totals: [(year: Int, unit: String, members: Int)] = []
  var rules = ""
  /// Units with the days of their validity; the others exist always.
  var dates: [String: (from: String, to: String)] = [:]
  var units = Self.units
  /// Before which rows the figures are cut into another file, which goes on without a header.
  var cuts: [Int] = []

  static let units = ["D1", "D2", "D3", "D4"]
  static let bodies = ["X", "Y"]
  static let years = 2014...2023

  /// Values that vary by less than a fifth around a size of each place.
  static func ordinary(seed: Int, growth: Double = 0, units: [String] = Self.units) -> RuleSketch {
    var generator = SeededGenerator(seed: seed)
    var sketch = RuleSketch()
    sketch.units = units
    for unit in units {
      for body in bodies {
        let eligible = Int.random(in: 200...20_000, using: &generator)
        let meetings = Int.random(in: 0...300, using: &generator)
        var step = 0
        for year in years {
          step += Int.random(in: 1...9, using: &generator)
          let base = eligible + step
          let share = Int.random(in: 55...62, using: &generator)
          let noise = Int.random(in: 82...118, using: &generator)
          let grown = Double(meetings) * (1 + growth * Double(year - 2014))
          sketch.rows.append(
            Row(
              year: year, unit: unit, body: body, members: base * share / 100, eligible: base,
              meetings: Int(grown) * noise / 100))
        }
      }
    }
    return sketch
  }

  /// The line of a row of `figures.csv`.
  func line(_ index: Int) -> Int { index + 2 }

  func write() throws -> ScratchFolder {
    let figures = rows.map { row in
      func texts(_ figures: Int...) -> [String] { figures.map { row.isEmpty ? "" : "\($0)" } }
      let texts =
        [row.year.description, row.unit, row.body] + texts(row.members, row.eligible, row.meetings) + [row.status]
        + texts(row.admitted, row.removed)
      return texts.joined(separator: ",") + ",\(row.remark)\n"
    }
    let residents = population.map { "\($0.year),\($0.unit),\($0.count)\n" }
    let given = totals.map { "\($0.year),\($0.unit),\($0.members)\n" }
    var sketch = PackageSketch(
      [
        .init(
          "units", fields: ["code", "tier", "above", "start:date", "end:date"],
          csv: "code,tier,above,start,end\nP,province,,,\n"
            + units.map { "\($0),district,P,\(dates[$0]?.from ?? ""),\(dates[$0]?.to ?? "")\n" }.joined()),
        .init("bodies", fields: ["code"], csv: "code\nX\nY\n"),
        .init(
          "figures",
          fields: [
            "year:year", "unit", "body", "members:integer", "eligible:integer", "meetings:integer", "status",
            "admitted:integer", "removed:integer", "remark",
          ],
          csv: "year,unit,body,members,eligible,meetings,status,admitted,removed,remark\n" + figures.joined()),
        .init(
          "population", fields: ["year:year", "unit", "count:integer"], csv: "year,unit,count\n" + residents.joined()),
        .init("totals", fields: ["year:year", "unit", "members:integer"], csv: "year,unit,members\n" + given.joined()),
      ], catalogue: Self.catalogue + (rules.isEmpty ? "" : "rules:\n" + rules)
    )
    let header = "year,unit,body,members,eligible,meetings,status,admitted,removed,remark\n"
    let ends = cuts.dropFirst() + [figures.count]
    if let first = cuts.first {
      sketch.tables[2].csv = header + figures[..<first].joined()
      sketch.tables[2].continuations = zip(cuts, ends).map { figures[$0..<$1].joined() }
    }
    return try sketch.write()
  }

  /// What `check` says: `figures.csv:14 rule-broken`, in its order.
  func summaries() throws -> [String] {
    let folder = try write()
    return try PackageCheck.run(folder.path).findings.map { finding in
      let position = finding.position
      guard finding.resource != nil, let line = position.line else { return "\(position) \(finding.code)" }
      // Not only the line, but the cell in it.
      let lines = try folder.text(of: position.file).split(separator: "\n", omittingEmptySubsequences: false)
      let index = lines[0].split(separator: ",").firstIndex { $0 == finding.field ?? "" }
      let before = lines[line - 1].split(separator: ",", omittingEmptySubsequences: false).prefix(index ?? 0)
      let column = before.reduce(1) { $0 + $1.count + 1 }
      #expect(position.column == column, "\(position) \(finding.code) \(finding.field ?? "")")
      return "\(position.file):\(line) \(finding.code)"
    }
  }

  /// In any order.
  func expect(_ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let found = try summaries()
    #expect(found.sorted() == expected.sorted(), sourceLocation: sourceLocation)
  }

  func findings() throws -> [Finding] {
    let folder = try write()
    return try PackageCheck.run(folder.path).findings
  }

  private static let catalogue = """
    catalogue: 1
    title: T
    dimensions:
      unit: {resource: units, key: code, parent: above, level: tier, valid: [start, end]}
      body: {resource: bodies, key: code}
    resources:
      figures: {period: year, unit: unit, level: district, dimensions: {body: body}, flags: status}
      population: {period: year, unit: unit, level: district}
      totals: {period: year, unit: unit, level: province}
    measures:
      members: {resource: figures, column: members, kind: stock}
      eligible: {resource: figures, column: eligible, kind: stock}
      meetings: {resource: figures, column: meetings, kind: flow}
      admitted: {resource: figures, column: admitted, kind: flow}
      removed: {resource: figures, column: removed, kind: flow}
      population: {resource: population, column: count, kind: stock}
      given: {resource: totals, column: members, kind: stock}
    indicators:
      members: {names: M, value: members, unit: {vi: lượt, en: memberships}}
      eligible: {names: E, value: eligible, unit: {vi: lượt, en: memberships}}
      rate: {names: R, ratio: [members, eligible], unit: percent}
      meetings: {names: N, value: meetings, unit: {vi: buổi, en: meetings}}
      admitted: {names: A, value: admitted, unit: {vi: lượt, en: memberships}}
      removed: {names: X, value: removed, unit: {vi: lượt, en: memberships}}
      population: {names: P, value: population, unit: {vi: người, en: persons}}
      given: {names: G, value: given, unit: {vi: lượt, en: memberships}}

    """
}
