import Datasets
import Findings
import Language
import TestSupport
import Testing

/// YAML and JSON from outside: positions, and files made to do harm.
@Suite struct DeclarationTests {
  private static func parse(_ text: String) throws -> Declaration { try Declaration.parse(text, file: "f.yaml") }

  @Test func keepsPositionsInCharacters() throws {
    let text = "a: 1\nđơn vị: {tên: [x, \"ấp\"]}\n"
    let root = try #require(DeclaredMapping(Self.parse(text), allowed: nil, Diagnosis()))
    let unit = try #require(root["đơn vị"])
    #expect(unit.position.description == "f.yaml:2:9")
    let names = try #require(DeclaredMapping(unit, allowed: nil, Diagnosis())?.list("tên"))
    #expect(names.map(\.position.description) == ["f.yaml:2:16", "f.yaml:2:19"])
    #expect(names.compactMap { $0.string(Diagnosis()) } == ["x", "ấp"])
  }

  @Test(arguments: [
    ("a: [1\n", "f.yaml:2:1"), ("a:\n\tb: 1\n", "f.yaml:2:1"), ("a: 'x\n", "f.yaml:2:1"),

    ("a: *b\n", "f.yaml:1:4"), ("--- 1\n--- 2\n", "f.yaml:2:1"), ("a: 1\u{0}\n", "f.yaml"),
  ]) func syntaxErrorsHavePositions(text: String, position: String) throws {
    let found = try #require(findings { try Self.parse(text) })
    #expect(found.map(\.code) == ["syntax-error"])
    #expect(found.first?.position.description.hasPrefix(position) == true, "\(found)")
  }

  @Test func aKeyThatStandsTwiceIsFound() {
    #expect(findings { try Self.parse("b:\n  a: 1\n  a: 2\n") }?.map(\.summary) == ["f.yaml:2:3 duplicate-name 'a'"])
  }

  /// A few lines of aliases to aliases are a tree of billions of nodes.
  @Test func aliasesAreRefused() throws {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    let found = try #require(findings { try Self.parse(text) })
    #expect(found.map(\.summary) == ["f.yaml:1:5 unsupported ''"])
    #expect(findings { try Self.parse("a: &a 1\nb: *a\n") }?.map(\.summary) == ["f.yaml:1:4 unsupported ''"])
  }

  @Test(arguments: ["[", "{a: ", "- ", "a:\n"]) func deepNestingIsAnError(opening: String) throws {
    var text = ""
    for level in 0..<(opening.hasSuffix("\n") ? 2_000 : 50_000) {
      text += opening.hasSuffix("\n") ? String(repeating: " ", count: level) + opening : opening
    }
    #expect(throws: Failure.self) { try Self.parse(text) }
  }

  @Test func accessorsReportWhatDoesNotFit() throws {
    let diagnosis = Diagnosis()
    let text = "n: 12\nw: yes\nl: [a]\nm: {vi: A}\ns: x\n"
    let root = try #require(DeclaredMapping(Self.parse(text), allowed: ["n", "w", "l", "m", "t"], diagnosis))
    #expect(root.integer("n", in: 0...8) == nil && root.integer("n", in: 0...20) == 12)
    #expect(root.boolean("w") == nil && root.string("l") == nil && root.list("n") == nil && root.strings("n") == ["12"])
    #expect(root.localized("m") == nil && root.choice("n", of: ["1", "2"], what: Messages.wordKey) == nil)
    #expect(root.mapping("n", allowed: nil) == nil && root.requiredString("t") == nil && root.requiredList("t") == nil)
    #expect(
      diagnosis.findings.map(\.summary) == [
        "f.yaml:5:1 unknown-word 's'", "f.yaml:1:4 wrong-number '12'", "f.yaml:2:4 unknown-word 'yes'",
        "f.yaml:3:4 wrong-type ''", "f.yaml:1:4 wrong-type ''", "f.yaml:4:4 missing-key 'en'",
        "f.yaml:1:4 unknown-word '12'", "f.yaml:1:4 wrong-type ''", "f.yaml:1:1 missing-key 't'",
        "f.yaml:1:1 missing-key 't'",
      ])
    #expect(throws: Failure.self) { try diagnosis.finish() }
  }
}

@Suite struct TextFileTests {
  @Test func readsTextAndPassesOverAByteOrderMark() throws {
    let folder = try ScratchFolder()
    try folder.write("\u{FEFF}Ủy ban", to: "a")
    #expect(try TextFile.read(folder.path(of: "a"), called: "a") == "Ủy ban")
    try folder.write("", to: "a")
    #expect(try TextFile.read(folder.path(of: "a"), called: "a") == "")
  }

  @Test func refusesWhatIsNoText() throws {
    let folder = try ScratchFolder()
    try folder.write(bytes: [0x61, 0xFF], to: "a")
    #expect(
      findings { try TextFile.read(folder.path(of: "a"), called: "a") }?.map(\.summary) == ["a encoding-error ''"])
    #expect(
      failure { try TextFile.read(folder.path(of: "b"), called: "b") }
        == .noInput(path: folder.path(of: "b"), reason: Messages.noSuchFile))
    try folder.write(bytes: Array(repeating: 0x20, count: 65 << 20), to: "large")
    #expect(
      failure { try TextFile.read(folder.path(of: "large"), called: "large") }
        == .noInput(path: folder.path(of: "large"), reason: Messages.fileTooLarge))
  }
}

@Suite struct JSONDeclarationTests {
  /// A JSON file is read by a reader of its own: what it finds and where is what the reader of YAML finds.
  @Test(arguments: [
    "{}", "[]", "{\"a\": 1}",
    "{\n  \"a\": [1, 2.50, -3e5, true, false, null],\n  \"đơn vị\": {\"tên\": \"ấp \\\"x\\\"\"}\n}\n",
    "[{\"a\": {}}, [], \"\", \"null\", [[\"b\"]]]", " [ 1 ,\n\n\t\"x\\u0111\" ]", "{\"a\":\"b\",\"c\":\"d\"}",
    "\"text\"", "12",
  ]) func jsonIsReadAsYAMLIs(text: String) throws {
    let json = try Declaration.parse(text, file: "f.json")
    let yaml = try Declaration.parse(text, file: "f.yaml")
    #expect(Self.outline(json) == Self.outline(yaml).replacing("f.yaml", with: "f.json"))
  }

  @Test(arguments: ["{\"a\": 1, \"a\": 2}", "{\"a\": [1", "{\"a\" 1}", "[1] [2]", ""])
  func brokenJSONHasTheSameErrors(text: String) throws {
    let json = try #require(findings { try Declaration.parse(text, file: "f.json") })
    let yaml = try #require(findings { try Declaration.parse(text, file: "f.yaml") })
    #expect(json.map(\.code) == yaml.map(\.code))
  }

  private static func outline(_ declaration: Declaration) -> String {
    switch declaration.content {
    case .scalar(let text, let isPlain): "\(declaration.position) \(isPlain) \(text)"
    case .sequence(let items): "\(declaration.position) [" + items.map(outline).joined(separator: "; ") + "]"
    case .mapping(let entries):
      "\(declaration.position) {"
        + entries.map { "\($0.key) \($0.position) \(outline($0.value))" }.joined(separator: "; ") + "}"
    }
  }
}
