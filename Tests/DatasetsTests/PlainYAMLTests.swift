import Findings
import TestSupport
import Testing

@testable import Datasets

/// What the fast reader of YAML takes on itself, it reads as Yams does, with every position.
@Suite struct PlainYAMLTests {
  private static func dump(_ declaration: Declaration) -> String {
    let content =
      switch declaration.content {
      case .scalar(let text, let isPlain): "\(isPlain ? "plain" : "quoted") \(text.debugDescription)"
      case .sequence(let items): "[" + items.map(dump).joined(separator: ", ") + "]"
      case .mapping(let entries):
        "{" + entries.map { "\($0.key.debugDescription) @\($0.position): \(dump($0.value))" }.joined(separator: ", ")
          + "}"
      }
    return "@\(declaration.position) \(content)"
  }

  /// Both readers on one text.
  ///
  /// - Returns: whether the fast one took it.
  @discardableResult
  private static func compare(_ text: String) throws -> Bool {
    guard let plain = PlainYAML.read(text, file: "f.yaml") else { return false }
    let whole = Result { try Declaration.parseAll(text, file: "f.yaml") }
    guard case .success(let whole) = whole else {
      Issue.record("only the fast reader takes \(text.debugDescription)")
      return true
    }
    #expect(dump(plain) == dump(whole), "\(text.debugDescription)")
    return true
  }

  private static let files = [
    "datasets/kien-giang/indicators.yaml", "datasets/an-giang-kien-giang/indicators.yaml",
    "datasets/tay-ninh/indicators.yaml", "datasets/thanh-hoa/indicators.yaml", "reports/decade/report.yaml",
    "reports/year/report.yaml", "reports/half-year/report.yaml", "reports/nine-month/report.yaml",
    "reports/themes/office.yaml", "reports/themes/accessible.yaml", "Tests/Packages/tiny-definitions/indicators.yaml",
    "Tests/Packages/tiny-periods/indicators.yaml", "Tests/Packages/tiny-province/indicators.yaml",
    "Tests/Packages/tiny-province/reports/review/report.yaml",
  ]

  @Test(arguments: files) func readsTheFilesOfTheProject(file: String) throws {
    let text = try Repository.text(of: file)
    let isTaken = try Self.compare(text)
    // Catalogues are read at every start; of the others some hold texts of several lines.
    #expect(isTaken || !file.hasSuffix("indicators.yaml"), "the fast reader leaves \(file) to Yams")
  }

  @Test(arguments: [
    "a: 1", "a: 1 # x\n\n# y\nb:\n  c: [1, {d: e f}, 'g', \"h: i\"] # z\n", "- a\n- b: 1\n  c: 2\n-\n  d: 3\n",
    "a:\n- 1\n- -2\nb: -c\n", "a: {b: [],\n  c: {}, # d\n  e: f\n   }\ng: h",
    "đ ờ: {ế: ữ#x, y: z:1}\n\"k\" : 1\n'l': 2\n",
    "a:\n    b:\n        - c\n    d: e\nf: g  \n", "  a: 1\n  b: 2\n", "a: x,y [z] {w} 'v' \"u\" t:s r#q\n",
  ]) func readsPlainTexts(text: String) throws { #expect(try Self.compare(text)) }

  /// What Yams reads otherwise, or refuses, is left to it.
  @Test(arguments: [
    "", "# only\n", "a", "- - a\n", "a:\n", "a:\nb: 1\n", "a: b: c\n", "a: |\n  x\n", "a: x\n  y\n", "a: 'x\n  y'\n",
    "a: \"\\n\"\n", "a: 'it''s'\n", "a:\tb\n", "a: b\r\n", "a: &x 1\n", "a: *x\n", "a: !!str 1\n", "? a\n: b\n",
    "---\na: 1\n", "a: 1\n...\n", "%YAML 1.1\n", "a: 1\na: 2\n", "{a: 1, a: 2}", "[a: 1]", "{a}", "{a, b: 1}", "[a,]",
    "[a, , b]", "{a: }", "a: [1]x\n", "a: [1]#x\n", "a: 'b'#x\n", "a: [b\n  c]\n", "a: {b\n  : c}\n", "a: 1\n b: 2\n",
    "a:\n  b: 1\n c: 2\n", "a: [1\n", "a: @b\n", "a: `b\n", "a: %b\n", "a: {b:[1]}\n", "a: {b: c:}\n", "a: \u{85}\n",
    "a: \u{2028}\n", "a: \u{FEFF}\n", "a: \u{0}\n", "\u{65}\u{301}: 1\n\u{E9}: 2\n", "a: ?b\n", "a: :b\n",
    "- a\nb: 1\n",
    "a: 1\n- b\n", "a:\n  - b\n  c: 1\n",
  ]) func leavesTheRest(text: String) throws { #expect(try Self.compare(text) == false) }

  /// Deeper than the fast reader goes, and keys longer than Yams takes.
  @Test func leavesDepthAndLength() throws {
    let deep = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    #expect(try Self.compare("a: \(deep)\n") == false)
    #expect(try Self.compare(String(repeating: "k", count: 1100) + ": 1\n") == false)
    #expect(try Self.compare(String(repeating: "k", count: 900) + ": 1\n"))
  }

  @Test(arguments: 0..<8) func agreesOnRandomTexts(seed: Int) throws {
    var generator = SeededGenerator(seed: 4_100 + seed)
    let pieces = [
      "a", "b", "đ", "key", ": ", ":", ",", ", ", "[", "]", "{", "}", "- ", "-", "\n", "\n  ", "\n    ", " ", "  ", "#",
      " # x", "'", "\"", "\\", "1", "2.5", "null", "?", "|", "&", "*", "!", "\t", "\n\n", "a: ", "b: ", "{a: ", "[1, ",
      "\n- ", "\n  - ", "\na: ", "\n  b: ", "\n  c: ", "---", "%",
    ]
    var taken = 0
    for _ in 0..<3000 {
      var text = ["a: ", "- ", "{a: ", "a:\n  "].randomElement(using: &generator) ?? ""
      for _ in 0..<Int.random(in: 1...12, using: &generator) { text += pieces.randomElement(using: &generator) ?? "" }
      if try Self.compare(text) { taken += 1 }
    }
    #expect(taken > 100, "too few texts say anything")
  }

  /// Trees of all that the fast reader knows, written in random forms: it has to take every one.
  @Test(arguments: 0..<4) func takesRandomTrees(seed: Int) throws {
    var generator = SeededGenerator(seed: 4_200 + seed)
    for _ in 0..<300 {
      let text = RandomYAML.mapping(depth: 3, indent: 0, &generator)
      let isTaken = try Self.compare(text)
      #expect(isTaken, "\(text)")
    }
  }

  @Test(arguments: files) func agreesOnDamagedFiles(file: String) throws {
    var generator = SeededGenerator(seed: 4_300 + file.utf8.count)
    let whole = Array(try Repository.text(of: file).utf8)
    // A part of a long file is damaged where it matters.
    let lines = whole.split(separator: 0x0A, omittingEmptySubsequences: false)
    let mutator = Mutator(splicing: [whole])
    for _ in 0..<120 {
      let start = Int.random(in: 0..<lines.count, using: &generator)
      let part = lines[start..<min(lines.count, start + 12)].joined(separator: [0x0A])
      guard let text = String(validating: mutator.damaged(Array(part), using: &generator), as: UTF8.self) else {
        continue
      }
      try Self.compare(text)
    }
  }
}

/// Writes trees as people write catalogues.
private enum RandomYAML {
  static func mapping(depth: Int, indent: Int, _ generator: inout SeededGenerator) -> String {
    var text = ""
    let space = String(repeating: " ", count: indent)
    for index in 0..<Int.random(in: 1...4, using: &generator) {
      if generator.oneIn(5) { text += generator.choice("\n", "\(space)# a comment: {\n", "  # out of line\n") }
      let key = generator.choice("k\(index)", "\"k \(index)\"", "'ký \(index)'", "mã-\(index)", "k\(index) x")
      text += space + key + generator.choice(":", " :", ":")
      text += value(depth: depth, indent: indent, &generator)
    }
    return text
  }

  private static func value(depth: Int, indent: Int, _ generator: inout SeededGenerator) -> String {
    let deeper = indent + Int.random(in: 1...4, using: &generator)
    switch depth > 0 ? Int.random(in: 0...4, using: &generator) : 4 {
    case 0: return end(&generator) + mapping(depth: depth - 1, indent: deeper, &generator)
    case 1: return end(&generator) + sequence(depth: depth - 1, indent: deeper, &generator)
    case 2: return end(&generator) + sequence(depth: depth - 1, indent: indent, &generator)
    case 3: return " " + flow(depth: depth, &generator) + end(&generator)
    default: return " " + scalar(inFlow: false, &generator) + end(&generator)
    }
  }

  private static func sequence(depth: Int, indent: Int, _ generator: inout SeededGenerator) -> String {
    var text = ""
    let space = String(repeating: " ", count: indent)
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      text += space
      if depth > 0, generator.oneIn(3) {
        let body = mapping(depth: depth - 1, indent: indent + 2, &generator)
        // A comment cannot stand between the dash and the first key.
        let isBare = body.hasPrefix(String(repeating: " ", count: indent + 2)) && !body.hasPrefix("\(space)  #")
        text += isBare ? "- " + body.dropFirst(indent + 2) : "-\n" + body
      } else {
        text += "- " + scalar(inFlow: false, &generator) + end(&generator)
      }
    }
    return text
  }

  private static func flow(depth: Int, _ generator: inout SeededGenerator) -> String {
    guard depth > 0, !generator.oneIn(3) else { return scalar(inFlow: true, &generator) }
    let isMapping = Bool.random(using: &generator)
    let items = (0..<Int.random(in: 0...3, using: &generator)).map { index in
      (isMapping ? "k\(index): " : "") + flow(depth: depth - 1, &generator)
    }
    let comma = generator.choice(", ", ",", " ,\n     ", ", # more\n   ")
    return isMapping ? "{\(items.joined(separator: comma))}" : "[ \(items.joined(separator: comma)) ]"
  }

  private static func scalar(inFlow: Bool, _ generator: inout SeededGenerator) -> String {
    let any = generator.choice(
      "1", "-2.50", "true", "Đơn vị", "\"a: b, c\"", "'x # y'", "a#b", "a:b", "12-15..12-14", "a  b", "\"\"", "''", "-x"
    )
    return inFlow ? any : generator.choice(any, "a, b [c] {d}", "it's \"so\"")
  }

  private static func end(_ generator: inout SeededGenerator) -> String { generator.choice("\n", " # c\n", "  \n") }
}
