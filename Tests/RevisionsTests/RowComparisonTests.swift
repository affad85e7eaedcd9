import Datasets
import Findings
import Revisions
import TestSupport
import Testing

/// A table of one key column and two others, in the order of its rows.
private struct Sketch {
  var rows: [(key: Int, amount: String, note: String)]

  func package(delimiter: String = ",", reversed: Bool = false, keyed: Bool = true) throws -> ScratchFolder {
    let names = reversed ? ["note", "amount", "id"] : ["id", "amount", "note"]
    let lines = rows.map { row in
      let values = ["\(row.key)", row.amount, row.note]
      return (reversed ? values.reversed() : values).joined(separator: delimiter)
    }
    return try PackageSketch([
      .init(
        "rows", fields: ["id:integer", "amount:number", "note"], schema: keyed ? [#""primaryKey": ["id"]"#] : [],
        properties: [#""dialect": {"delimiter": "\#(delimiter)"}"#],
        csv: ([names.joined(separator: delimiter)] + lines).joined(separator: "\n") + "\n")
    ]).write()
  }
}

private func compare(_ old: ScratchFolder, _ new: ScratchFolder) throws -> RowRevision {
  try RowComparison.run(
    try DataPackage.open(old.path), try DataPackage.open(new.path), names: (old: "old", new: "new"))
}

@Suite struct RowComparisonTests {
  private let sketch = Sketch(rows: [(1, "1.5", "a"), (2, "2", "b"), (3, "", "c")])

  @Test func otherSpellingIsNoDifference() throws {
    let old = try sketch.package()
    var other = sketch
    other.rows = [(3, "", "c"), (1, "1.50", "a"), (2, "2.0", "b")]
    #expect(try compare(old, try other.package(delimiter: ";", reversed: true)).differences.isEmpty)
    #expect(try compare(old, try sketch.package()).differences.isEmpty)
  }

  @Test func aChangedFieldIsNamedWithItsLines() throws {
    var other = sketch
    other.rows = [(0, "9", "z"), (1, "1.5", "a"), (2, "2.25", "b"), (3, "", "c")]
    let differences = try compare(try sketch.package(), try other.package()).differences
    #expect(differences.map(\.kind) == [.added, .changed])
    #expect(differences.map(\.keyText) == ["id=0", "id=2"])
    #expect(differences[1].fields == [RowDifference.Field(name: "amount", old: "2", new: "2.25")])
    #expect(differences[1].oldLine == 3 && differences[1].newLine == 4)
  }

  @Test func aCorrectionIsARevision() throws {
    let (old, new) = (try sketch.package(), try sketch.package())
    try new.write(
      "resource,row,column,expected,corrected,reason,who,day\nrows,id=2,amount,2,2.5,miscounted,District office,2024-01-05\n",
      to: "corrections.csv")
    let differences = try compare(old, new).differences
    #expect(differences.map(\.keyText) == ["id=2"])
    #expect(differences.first?.fields == [RowDifference.Field(name: "amount", old: "2", new: "2.5")])
  }

  @Test func rowsWithoutAKeyAreComparedWhole() throws {
    var other = sketch
    other.rows = [(1, "1.5", "a"), (1, "1.5", "a"), (2, "2", "b")]
    let differences = try compare(try sketch.package(keyed: false), try other.package(keyed: false)).differences
    #expect(differences.map(\.kind) == [.added, .removed])
    #expect(differences.map(\.keyText) == ["id=1, amount=1.5, note=a", "id=3, note=c"])
  }

  @Test func aWrongFileIsNamedAfterItsVintage() throws {
    var other = sketch
    other.rows[1].amount = "two"
    let failure = #expect(throws: Failure.self) { try compare(try sketch.package(), try other.package()) }
    guard case .invalid(let findings)? = failure else { return #expect(Bool(false), "wrong data are refused") }
    #expect(findings.map(\.position.description) == ["new/rows.csv:3:3"])
  }

  /// Random edits of random tables are found: each of them and nothing else.
  @Test(arguments: 0..<60) func randomEdits(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = Sketch(
      rows: (0..<Int.random(in: 1...30, using: &random)).map { ($0, "\(Int.random(in: 0...9, using: &random))", "n") })
    var edited = sketch
    var expected: Set<String> = []
    edited.rows = sketch.rows.compactMap { row in
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        expected.insert("removed \(row.key)")
        return nil
      case 1:
        expected.insert("changed \(row.key)")
        return (row.key, row.amount + ".5", row.note)
      default: return row
      }
    }
    for key in 100..<(100 + Int.random(in: 0...3, using: &random)) {
      expected.insert("added \(key)")
      edited.rows.append((key, "1", "new"))
    }
    edited.rows.shuffle(using: &random)
    let differences = try compare(try sketch.package(), try edited.package(delimiter: ";", reversed: true)).differences
    let found = differences.map { "\($0.kind.rawValue) \($0.key[0].value)" }
    #expect(found.count == expected.count && Set(found) == expected)
  }
}
