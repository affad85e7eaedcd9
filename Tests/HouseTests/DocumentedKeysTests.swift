import Testing

/// What the documents say of files is what the code reads and writes.
@Suite struct DocumentedKeysTests {
  static let document = "notebooks-docs/formats.md"

  @Test func everyDocumentedKeyIsAWordOfTheSources() throws {
    let known = Set(try Repository.sources.get().flatMap { $0.literals.map(\.text) })
    let documented = Self.keys(in: try Repository.text(of: Self.document))
    #expect(documented.count > 80)
    #expect(documented.filter { !known.contains($0) } == [], "documented, but no source has them")
  }

  /// The keys that a reader takes stand in a list beside it; each has its row.
  @Test(arguments: ["Sources/Catalogue/Reading/", "Sources/Reports/Definition/"])
  func everyKeyThatIsReadIsDocumented(folder: String) throws {
    let documented = Set(Self.keys(in: try Repository.text(of: Self.document)))
    let sources = try Repository.sources.get().filter { $0.path.hasPrefix(folder) }
    let read = sources.flatMap { Self.listed(in: $0) }
    #expect(!read.isEmpty)
    #expect(read.filter { !documented.contains($0) } == [])
  }

  @Test func keysAreTheFirstCells() {
    #expect(Self.keys(in: "| `a`, `b.c` | see `d` |\n| plain | `e` |\n| --- | --- |\n") == ["a", "c"])
  }

  @Test func listsAreFoundByTheirNames() {
    let text = #"let keys = ["a", "b"]; let words = ["c"]; static let roleKeys = [ "d" ]; keys.count; f(["e"])"#
    #expect(Self.listed(in: SwiftSource(path: "", text: text)) == ["a", "b", "d"])
  }

  /// Words in code in the first cells of tables; of `schema.fields` the last part.
  static func keys(in text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { line -> [String] in
      let cell = line.dropFirst(2).prefix { $0 != "|" }
      let parts = cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      return parts.filter { $0.offset % 2 == 1 }.compactMap { $0.element.split(separator: ".").last.map(String.init) }
    }
  }

  /// The literals in `keys = […]` and `…Keys = […]`.
  static func listed(in source: SwiftSource) -> [String] {
    let code = Array(source.code.utf8)
    return source.literals.filter { literal in
      let before = code[..<literal.offset]
      guard let bracket = before.lastIndex(of: UInt8(ascii: "[")), !before[bracket...].contains(UInt8(ascii: "]"))
      else { return false }
      let start = max(0, bracket - 40)
      let name = String(decoding: before[start..<bracket], as: UTF8.self).filter { !$0.isWhitespace }
      return name.hasSuffix("keys=") || name.hasSuffix("Keys=")
    }.map(\.text)
  }
}
