import Aggregation
import Catalogue
import Findings
import TestSupport
import Testing
import Values

/// Persons by the number of organisations that they belong to, counted again by going through all rows.
@Suite struct FoundInTests {
  private struct Row {
    let year: Int
    let unit: String
    let organisation: String
    let person: String
  }

  private static func package(_ rows: [Row], measures: [String]) -> PackageSketch {
    let lines = rows.map { "\($0.year),\($0.unit),\($0.organisation),\($0.person)\n" }.joined()
    let organisations = (1...5).map { "O\($0),Hội \($0)\n" }.joined()
    return PackageSketch(
      [
        .init(
          "units", fields: ["code", "name", "level", "parent"],
          csv: "code,name,level,parent\nP,Tỉnh,province,\nA,An,district,P\nB,Bình,district,P\n"),
        .init("organisations", fields: ["code", "name"], csv: "code,name\n" + organisations),
        .init(
          "members", fields: ["year:year", "unit", "organisation", "person"],
          csv: "year,unit,organisation,person\n" + lines),
      ],
      catalogue: """
        catalogue: 1
        title: T
        dimensions:
          unit: {resource: units, key: code, parent: parent, level: level, names: {vi: name, en: name}}
          organisation: {resource: organisations, key: code, names: {vi: name, en: name}}
        resources:
          members: {period: year, unit: unit, level: district, dimensions: {organisation: organisation}}
        measures:
          persons: {resource: members, column: person, kind: distinct}
        \(measures.map { "  \($0)" }.joined(separator: "\n"))
        indicators:
        \((["persons:"] + measures).map { $0.prefix { $0 != ":" } }.map { "  \($0): {names: {vi: \($0), en: \($0)}, value: \($0), unit: number}" }.joined(separator: "\n"))

        """)
  }

  private static let measures = [("k1", "1"), ("k2", "2"), ("k3", "3+")].map { name, found in
    "\(name): {resource: members, column: person, kind: distinct, found-in: {organisation: \(found)}}"
  }

  @Test(arguments: 0..<10)
  func asGoingThroughAllRowsSays(seed: Int) throws {
    var random = SeededGenerator(seed: 4_400 + seed)
    let rows = (0..<Int.random(in: 1...200, using: &random)).map { _ in
      Row(
        year: Int.random(in: 2020...2022, using: &random), unit: random.choice("A", "B"),
        organisation: "O\(Int.random(in: 1...5, using: &random))",
        person: "p\(Int.random(in: 0...30, using: &random))")
    }
    let folder = try Self.package(rows, measures: Self.measures).write()
    let dataset = try Dataset.open(folder.path)
    for (first, last) in [(2020, 2020), (2021, 2022), (2020, 2022)] {
      let asked = rows.filter { (first...last).contains($0.year) }
      let held = Dictionary(grouping: asked, by: \.person).mapValues { Set($0.map(\.organisation)).count }
      for (unit, organisation) in [(nil, nil), ("A", nil), ("B", "O1"), (nil, "O2")] as [(String?, String?)] {
        let part = asked.filter { row in
          (unit.map { row.unit == $0 } ?? true) && (organisation.map { row.organisation == $0 } ?? true)
        }
        let persons = Set(part.map(\.person))
        var selection = Selection.whole
        if let unit { selection.units = [unit] }
        if let organisation { selection.members["organisation"] = [organisation] }
        for (name, range) in [("k1", 1...1), ("k2", 2...2), ("k3", 3...9), ("persons", 1...9)] {
          let expected = persons.count { range.contains(held[$0] ?? 0) }
          let indicator = try #require(dataset.catalogue.indicator(name))
          let found = try Evaluator(dataset).observe(indicator, years: first...last, of: selection)
          #expect(found.value == (part.isEmpty ? nil : Rational(expected)), "\(name) \(first)-\(last) \(selection)")
        }
      }
    }
  }

  @Test(arguments: [
    ("{resource: members, column: person, kind: count, found-in: {organisation: 2}}", "wrong-value"),
    ("{resource: members, column: person, kind: distinct, found-in: {organisation: 0}}", "wrong-value"),
    ("{resource: members, column: person, kind: distinct, found-in: {organisation: many}}", "wrong-value"),
    ("{resource: members, column: person, kind: distinct, found-in: {organisation: +3}}", "wrong-value"),
    ("{resource: members, column: person, kind: distinct, found-in: {organisation: 1, unit: 2}}", "wrong-value"),
    ("{resource: members, column: person, kind: distinct, found-in: {organisaton: 2}}", "unknown-word"),
    ("{resource: members, column: person, kind: distinct, found-in: {unit: 2}}", "unknown-word"),
  ])
  func whatIsNoSuchCountIsSaid(measure: String, code: String) throws {
    let folder = try Self.package([], measures: ["k: \(measure)"]).write()
    let failure = #expect(throws: Failure.self) { try Dataset.open(folder.path) }
    guard case .invalid(let findings) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(findings.map(\.code) == [code])
    #expect(findings.first?.position.file == "indicators.yaml")
  }
}
