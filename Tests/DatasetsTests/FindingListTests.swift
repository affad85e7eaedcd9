import Findings
import Language
import TestSupport
import Testing

/// The list keeps the first of the worst findings and counts all: compared with sorting everything.
@Suite struct FindingListTests {
  private static func finding(_ number: Int, _ severity: Severity, code: String = "a", field: String? = nil) -> Finding
  {
    Finding(
      code: code, severity: severity, position: Position(file: "f\(number % 3).csv", line: number), field: field,
      value: "\(number)", message: LocalizedText("\(number)"), remedy: LocalizedText(""))
  }

  private static func random(_ count: Int, seed: Int) -> [Finding] {
    var source = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      finding(
        number, Severity.allCases.randomElement(using: &source) ?? .error,
        code: ["a", "b"].randomElement(using: &source) ?? "a")
    }
  }

  /// The plain way: sort all by severity, take the first, put them back in order.
  private static func reference(_ findings: [Finding], limit: Int) -> [Finding] {
    let ranked = findings.enumerated().sorted { left, right in
      left.element.severity == right.element.severity
        ? left.offset < right.offset : left.element.severity < right.element.severity
    }
    return ranked.prefix(limit).sorted { $0.offset < $1.offset }.map(\.element)
  }

  @Test(arguments: [0, 1, 2, 7, 40, 1000], [1, 2, 3])
  func keepsTheFirstOfTheWorst(limit: Int, seed: Int) {
    let findings = Self.random(60, seed: seed)
    var list = FindingList(limit: limit)
    list.add(findings)
    let expected = Self.reference(findings, limit: limit)
    #expect(list.findings == expected)
    #expect(list.count == 60)
    #expect(list.errors == findings.count { $0.severity == .error })
    #expect(list.warnings == findings.count { $0.severity == .warning })
    #expect(list.hasErrors)
    var rest: [FindingList.Kind: Int] = [:]
    for finding in findings where !expected.contains(finding) { rest[finding.kind, default: 0] += 1 }
    #expect(list.omitted == rest)
  }

  @Test(arguments: [0, 1, 5, 30, 100], [4, 5])
  func listsOfPartsAreTheListOfTheWhole(limit: Int, seed: Int) {
    let findings = Self.random(60, seed: seed)
    var whole = FindingList(limit: limit)
    whole.add(findings)
    var joined = FindingList(limit: limit)
    for part in [findings[..<10], findings[10..<45], findings[45...]] {
      var list = FindingList(limit: limit)
      list.add(part)
      joined.add(list)
    }
    #expect(joined.findings == whole.findings)
    #expect(joined.counts == whole.counts && joined.omitted == whole.omitted)
  }

  @Test func anErrorIsNeverHiddenByAFloodOfInformation() {
    var list = FindingList(limit: 10)
    for number in 0..<1000 { list.add(Self.finding(number, .information)) }
    list.add(Self.finding(5000, .error))
    #expect(list.findings.count == 10)
    #expect(list.findings.last?.position.line == 5000)
    #expect(list.omitted.values.reduce(0, +) == 991)
  }

  @Test func whatIsWithheldWasNeverFound() {
    var list = FindingList(limit: 4)
    for number in 0..<6 { list.add(Self.finding(number, .error, field: number % 2 == 0 ? "secret" : nil)) }
    list.withhold(["secret"])
    list.addFirst(Self.finding(9, .error, code: "personal-data", field: "secret"))
    #expect(list.findings.map(\.code) == ["personal-data", "a", "a"])
    #expect(list.findings.map(\.value) == ["9", nil, nil])
    #expect(list.errors == 4)
  }

  @Test func theFirstFindingIsKeptInAFullList() {
    var list = FindingList(limit: 2)
    list.add([Self.finding(1, .error), Self.finding(2, .error)])
    list.addFirst(Self.finding(3, .error, code: "personal-data"))
    #expect(list.findings.map(\.position.line) == [3, 1])
    #expect(list.errors == 3)
  }
}
