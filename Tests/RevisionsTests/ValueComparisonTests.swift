import Aggregation
import Catalogue
import Revisions
import TestSupport
import Testing
import Values

@Suite struct ValueComparisonTests {
  /// The province of the tests, copied, with some lines of its files replaced.
  private func province(_ edits: [(file: String, old: String, new: String)] = []) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let files = [
      "activities.csv", "collections.csv", "datapackage.json", "drives.csv", "indicators.yaml", "membership.csv",
      "organisations.csv", "units.csv",
    ]
    for file in files {
      var text = try Repository.text(of: "Tests/Packages/tiny-province/\(file)")
      for edit in edits where edit.file == file {
        #expect(text.contains(edit.old))
        text = text.replacing(edit.old, with: edit.new)
      }
      try folder.write(text, to: file)
    }
    return folder
  }

  private func revision(_ old: ScratchFolder, _ new: ScratchFolder) throws -> Revision {
    try Revision.between(try Dataset.open(old.path), try Dataset.open(new.path), names: (old: "old", new: "new"))
  }

  private func edits(of seed: Int) throws -> [(file: String, old: String, new: String)] {
    var random = SeededGenerator(seed: seed)
    return try ["membership.csv", "activities.csv"].compactMap { file in
      guard
        let line = try Repository.text(of: "Tests/Packages/tiny-province/\(file)").split(separator: "\n").dropFirst()
          .randomElement(using: &random).map(String.init)
      else { return nil }
      // The last digit of the last whole number that is no part of a day.
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      guard let index = fields.lastIndex(where: { Int($0) != nil }), let old = Int(fields[index]) else { return nil }
      var edited = fields.map(String.init)
      edited[index] = "\(old - old % 10 + (old + 3) % 10)"
      let new = edited.joined(separator: ";")
      return (file, line, new)
    }
  }

  @Test func theSameDataHaveNoRevision() throws {
    #expect(try revision(try province(), try province()).isEmpty)
  }

  /// Against a plain comparison: every indicator, year, unit and organisation asked of both vintages.
  @Test(arguments: 0..<12) func everyValueThatMovesAndNoOther(seed: Int) throws {
    let (old, new) = (try province(), try province(try edits(of: seed)))
    let found = try revision(old, new)
    let sides = try [old, new].map { Evaluator(try Dataset.open($0.path)) }
    var expected: Set<String> = []
    let dataset = sides[0].dataset
    let organisations: [String?] = [nil] + (dataset.dimensions["organisation"]?.codes ?? [])
    let units: [String?] = [nil] + (dataset.units?.codes ?? [])
    for indicator in dataset.catalogue.indicators {
      for year in 2000...2030 {
        for unit in units {
          for organisation in organisations {
            var selection = Selection.whole
            if let unit, dataset.units?.roots != [unit] { selection = selection.at(unit: unit) }
            if let organisation { selection = selection.at(organisation, of: "organisation") }
            let values = sides.map { try? $0.observe(indicator, years: year...year, of: selection).value }
            if values[0] != values[1] { expected.insert("\(indicator.code) \(year) \(selection)") }
          }
        }
      }
    }
    let moved = found.values.filter(\.isOfValue).map { value in
      "\(value.indicator.code) \(value.subject?.period.code ?? "") \(value.subject?.selection ?? .whole)"
    }
    #expect(!moved.isEmpty && moved.count == Set(moved).count)
    #expect(Set(moved) == expected)
  }

  @Test func meansAreOverThePeriodsOfTheWhole() throws {
    let text = try Repository.text(of: "Tests/Packages/tiny-province/drives.csv")
    let lines = text.split(separator: "\n").map(String.init)
    let new = try province([("drives.csv", text, lines.dropLast().joined(separator: "\n") + "\n")])
    let found = try revision(try province(), new)
    #expect(found.rows.differences.map(\.kind) == [.removed])
    let summary = try #require(found.summaries.first)
    #expect(found.indicators.map(\.code) == ["drives"])
    let whole = found.values.filter { $0.subject?.selection == .whole }.compactMap(\.revision)
    var sum = Rational.zero
    for revision in whole { sum = try sum.adding(revision) }
    #expect(summary.mean == (try sum.divided(by: Rational(summary.periods))))
    #expect(summary.meanAbsolute == summary.mean?.magnitude)
  }

  @Test func aTriangleHasOneColumnAVintage() throws {
    let folders = [try province(), try province(try edits(of: 1)), try province(try edits(of: 2))]
    let vintages = try folders.map { Evaluator(try Dataset.open($0.path)) }
    let indicator = try vintages[0].dataset.indicator(named: "meetings")
    let triangle = try RevisionTriangle.of(indicator, in: vintages)
    #expect(triangle.rows.map(\.period.code) == triangle.rows.map(\.period.code).sorted())
    for row in triangle.rows {
      for (evaluator, value) in zip(vintages, row.values) {
        let year = row.period.year
        #expect(try evaluator.observe(indicator, years: year...year).value == value?.value)
      }
    }
    #expect(triangle.rows.contains { Set($0.values.map { $0?.value }).count > 1 })
  }
}
