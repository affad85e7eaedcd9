import Testing

/// Every finding has a code, and every code stands in `notebooks-docs/findings.md` with its meaning and remedy.
@Suite struct FindingCodesTests {
  static let document = "notebooks-docs/findings.md"

  @Test func everyCodeIsExplainedAndNoOther() throws {
    let used = Set(try Repository.sources.get().flatMap(FindingCodes.codes))
    let explained = FindingCodes.explained(in: try Repository.text(of: Self.document))
    #expect(used.count > 40, "\(used.sorted())")
    #expect(Set(explained).subtracting(used) == [], "explained, but in no source")
    #expect(used.subtracting(explained) == [], "in the sources, but not explained in \(Self.document)")
    #expect(explained.count == Set(explained).count, "explained twice")
  }

  @Test(arguments: [
    (#"Finding(code: "a-b", position: p)"#, ["a-b"]), (#"RowProblem(\#n  code: "overflow", field: 1)"#, ["overflow"]),
    (#"diagnosis.report(\#n  "wrong-type", at: p)"#, ["wrong-type"]),
    (#"report("not-a-value", tag) { }"#, ["not-a-value"]),
    (#"TemplateFinding("unclosed-tag", a, b)"#, ["unclosed-tag"]), (#"UnitOfMeasure(code: "percent")"#, []),
    (#"let text = "Finding(code: \"x-y\")""#, []), (#"print("a-b")"#, []),
    (#"return finding("parent-cycle", member)"#, ["parent-cycle"]),
    (
      #"enum FieldProblem { var code: String { switch self { case .encoding: "encoding-error" } } }"#,
      ["encoding-error"]
    ),
    (#"switch kind { case .nulByte: ("encoding-error", nulByte, remedy) }"#, ["encoding-error"]),
  ])
  func codesAreFound(text: String, expected: [String]) {
    #expect(FindingCodes.codes(in: SwiftSource(path: "Planted.swift", text: text)) == expected)
  }

  @Test func explanationsAreTheFirstCellsOfTables() {
    let text = "| code | meaning |\n| --- | --- |\n| `a-b` | as `c-d` |\n| plain | x |\n`e-f` | y\n"
    #expect(FindingCodes.explained(in: text) == ["a-b"])
  }
}

/// Where codes of findings stand: the first argument of what makes a finding, or the value of a case.
enum FindingCodes {
  private static let makers = ["Finding(code:", "RowProblem(code:", "TemplateFinding(", "report(", "finding("]

  static func codes(in source: SwiftSource) -> [String] {
    let code = Array(source.code.utf8)
    return source.literals.filter { isCode($0.text) && isInPlace($0, after: code) }.map(\.text)
  }

  private static func isCode(_ text: String) -> Bool {
    text.first?.isLetter == true && text.allSatisfy { $0 == "-" || ("a"..."z").contains($0) }
  }

  /// Reads back from the literal, without the spaces.
  private static func isInPlace(_ literal: SwiftSource.Literal, after code: [UInt8]) -> Bool {
    let start = max(0, literal.offset - 200)
    let before = String(decoding: code[start..<literal.offset], as: UTF8.self).filter { !$0.isWhitespace }
    if makers.contains(where: before.hasSuffix) { return true }
    // `case .encoding: "encoding-error"`, and the same as the first of several values.
    guard literal.text.contains("-"), before.hasSuffix(":") || before.hasSuffix(":(") else { return false }
    let name = before.split(separator: "case.", omittingEmptySubsequences: false).dropFirst().last?.drop { $0 != ":" }
    return name == ":" || name == ":("
  }

  /// The codes that a document explains: the first cell of a table's row, as code.
  static func explained(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { return nil }
      return String(line[line.index(line.startIndex, offsetBy: 3)..<end])
    }
  }
}
