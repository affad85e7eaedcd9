import Testing
@testable import Values

@Suite struct JSONReaderTests {
  @Test func everythingIsReadWithItsPlace() throws {
    let node = try JSONReader.read(
      "{\n  \"số\": [1.50, -2e3, true, null],\n  \"tên\": \"Kiên \\u0047\\ud83d\\ude00\\n\"\n}")
    let list = try #require(node["số"])
    #expect((list.line, list.column) == (2, 9))
    guard case .array(let items) = list.content else { return #expect(Bool(false)) }
    #expect(items.map(\.content) == [.number("1.50"), .number("-2e3"), .bool(true), .null])
    #expect(items.map(\.column) == [10, 16, 22, 28])
    #expect(node["tên"]?.content == .string("Kiên G😀\n"))
    #expect(node["x"] == nil && list["x"] == nil)
  }

  @Test(arguments: [
    ("", 1, 1), ("{", 1, 2), ("[1,]", 1, 4), ("[1] 2", 1, 5), ("{\"a\" 1}", 1, 6), ("[\n01]", 2, 3), ("[1.]", 1, 4),
    ("\"a", 1, 3),
    ("\"\\x\"", 1, 4), ("\"\\ud800\"", 1, 8), ("\"\u{1}\"", 1, 2), ("tru", 1, 1), ("+1", 1, 1), ("{a: 1}", 1, 2),
    ("[1 2]", 1, 4), ("-", 1, 2),
  ])
  func mistakesHaveTheirPlace(text: String, line: Int, column: Int) {
    #expect(throws: JSONProblem(kind: .syntax, line: line, column: column)) { try JSONReader.read(text) }
  }

  @Test func aKeyThatStandsTwiceAndDepthAreRefused() {
    #expect(throws: JSONProblem(kind: .keyTwice("a"), line: 1, column: 10)) {
      try JSONReader.read("{\"a\": 1, \"a\": 2}")
    }
    #expect(throws: JSONProblem(kind: .tooDeep, line: 1, column: 65)) {
      try JSONReader.read(String(repeating: "[", count: 100_000))
    }
    #expect(throws: JSONProblem.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
  }

  /// What the writer writes is read as it was, in both layouts.
  @Test func whatIsWrittenIsReadAgain() throws {
    var random = SystemSeed(state: 3)
    for _ in 0..<300 {
      let value = random.value(depth: 0)
      for layout in [JSONWriter.Layout.compact, .pretty] {
        let text = JSONWriter(layout).string(value)
        #expect(Self.plain(try JSONReader.read(text)) == value, "\(text)")
      }
    }
  }

  /// Arrays that are written in parts are those that are written at once.
  @Test func partsAreTheWhole() {
    var random = SystemSeed(state: 5)
    for _ in 0..<300 {
      // None fits in a line.
      let elements = (0..<1 + random.next(9)).map { _ in
        JSONValue.object([
          .init("long", .string(String(repeating: "x", count: 100))), .init("value", random.value(depth: 1)),
        ])
      }
      let cut = random.next(elements.count) + 1
      let parts = [elements[..<cut], elements[cut...]].filter { !$0.isEmpty }.map { JSONWriter.elements(Array($0)) }
      let others = [JSONValue.Member("a", random.value(depth: 1)), JSONValue.Member("b", random.value(depth: 1))]
      func members(_ elements: [JSONValue]) -> [JSONValue.Member] {
        [others[0], .init("entries", .array(elements)), others[1]]
      }
      #expect(
        JSONWriter.bytes(members([]), elements: ["entries": parts])
          == JSONWriter(.pretty).bytes(.object(members(elements))))
      #expect(JSONWriter.bytes(members([]), elements: [:]) == JSONWriter(.pretty).bytes(.object(members([]))))
    }
  }

  private static func plain(_ node: JSONNode) -> JSONValue {
    switch node.content {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .number(let digits): .number(ExactDecimal(digits) ?? .zero)
    case .string(let text): .string(text)
    case .array(let items): .array(items.map(plain))
    case .object(let members): .object(members.map { .init($0.key, plain($0.value)) })
    }
  }

  private struct SystemSeed {
    var state: UInt64

    mutating func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }

    mutating func value(depth: Int) -> JSONValue {
      switch next(depth < 4 ? 6 : 4) {
      case 0: return .null
      case 1: return .bool(next(2) == 0)
      case 2: return .number(ExactDecimal(coefficient: Int128(next(1_000_000) - 500_000), scale: next(5)))
      case 3: return .string(["", "Ủy ban", "\"\\/\u{8}\u{C}\n\r\t\u{1}", "😀", "a"][next(5)])
      case 4: return .array((0..<next(5)).map { _ in value(depth: depth + 1) })
      default: return .object((0..<next(5)).map { .init("k\($0)", value(depth: depth + 1)) })
      }
    }
  }
}
