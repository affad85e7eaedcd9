import Aggregation
import Findings
import TestSupport
import Testing

/// What is said of figures does not depend on the file in which their rows stand.
@Suite struct SplitTableRuleTests {
  private struct Said: Hashable {
    let code: String
    let line: Int?
    let column: Int?
    let field: String?
    let value: String?
  }

  /// What `check` says, each line as it would be in one file.
  private func said(_ sketch: RuleSketch) throws -> [Said] {
    try sketch.findings().map { finding in
      let position = finding.position
      var line = position.line
      for (number, cut) in sketch.cuts.enumerated() where position.file == "figures.\(number + 2).csv" {
        line = line.map { $0 + cut + 1 }
      }
      return Said(
        code: finding.code, line: line, column: position.column, field: finding.field, value: finding.value)
    }
  }

  private func sketch(seed: Int) -> RuleSketch {
    var sketch = RuleSketch.ordinary(seed: seed)
    sketch.rules = """
        - {id: r, check: counted-once, of: meetings, hosts: body, remark: remark, severity: warning, message: {vi: Trùng., en: Twice.}}
        - {id: most, check: "members <= eligible", by: [unit, body], severity: error, message: {vi: Quá., en: Above.}}

      """
    // A joint event of two rows, more members than people, a value with a digit too many, a copied denominator.
    for index in [3, 13] { sketch.rows[index].meetings = 4 }
    sketch.rows[3].remark = "phối hợp Y"
    sketch.rows[13].remark = "phối hợp X"
    sketch.rows[25].members = sketch.rows[25].eligible + 7
    sketch.rows[47].members *= 10
    sketch.rows[47].eligible *= 10
    return sketch
  }

  @Test(arguments: 0..<12) func findingsNameTheFileOfTheirRow(seed: Int) throws {
    let plain = sketch(seed: seed)
    let expected = try said(plain)
    var generator = SeededGenerator(seed: seed)
    var split = plain
    split.cuts = plain.rows.indices.dropFirst().filter { _ in generator.oneIn(9) }
    #expect(Set(try said(split)) == Set(expected))
    #expect(Set(expected.map(\.code)).isSuperset(of: ["joint-event", "rule-broken", "outlier"]), "\(expected)")
  }

  @Test func theOtherRowOfAJointEventIsNamedWithItsFile() throws {
    var split = sketch(seed: 4)
    split.cuts = [10]
    let found = try #require(split.findings().first { $0.code == "joint-event" })
    #expect(found.position.file == "figures.2.csv" && found.position.line == 4)
    #expect(found.message.english.contains("of X in line 5 of figures.csv, and"), "\(found.message.english)")
    #expect(found.message.english.contains("Rows: figures.2.csv 4; figures.csv 5."))
    #expect(found.message.vietnamese.contains("ở dòng 5 của figures.csv, "))
  }
}
