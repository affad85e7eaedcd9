import Testing

@Suite struct SwiftSourceTests {
  @Test(arguments: [
    (#"let a = "91""#, ["91"]),
    (#"let a = "a\"b" // "comment""#, [#"a\"b"#]),
    (#"/* "x" /* "y" */ */ f("z")"#, ["z"]),
    (#"print("a\(f("b", (1, 2)))c")"#, [#"a\()c"#, "b"]),
    (##"let r = #"a "quoted" \n"# + "b""##, [#"a "quoted" \n"#, "b"]),
    ("let m = \"\"\"\n  one \"two\"\n  \"\"\"; let n = \"3\"", ["\n  one \"two\"\n  ", "3"]),
    ("let broken = \"abc\nlet next = \"d\"", ["abc", "d"]),
  ])
  func literals(text: String, expected: [String]) {
    #expect(SwiftSource(path: "", text: text).literals.map(\.text) == expected)
  }

  @Test func codeKeepsItsPlacesAndLosesLiteralsAndComments() {
    let text = "let a = \"try!\" // as!\nlet b = x as! Int\n"
    let source = SwiftSource(path: "", text: text)
    #expect(source.code.utf8.count == text.utf8.count)
    #expect(source.lines(holding: "try!").isEmpty)
    #expect(source.lines(holding: "as!") == [2])
    #expect(source.literals.first?.line == 1)
  }

  @Test func importsInEveryForm() {
    let text = """
      import A
      public import B // import Comment
      @testable import C
      private import struct D.Thing
      #if canImport(E)
        import E
      #endif
      let important = "import F"
      #if canImport(FoundationEssentials)
        import FoundationEssentials
      #else
        import Foundation
      #endif
      #if os(Linux)
        import G
      #else
        import H
      #endif
      """
    let expected = ["A", "B", "C", "D", "E", "FoundationEssentials", "G", "H"]
    #expect(SwiftSource(path: "", text: text).imports == expected)
  }

  @Test func dependenciesOfAManifest() {
    let manifest = """
      func module(_ name: String) -> Target { .target(name: name) }
      let targets = [
        module("A"), module("B", ["A", .product(name: "P", package: "p")]),
        .executableTarget(name: "c", dependencies: ["B"]), tests("ATests", ["A"]),
      ]
      """
    let declared = Architecture.declaredDependencies(in: SwiftSource(path: "", text: manifest))
    #expect(declared == ["A": [], "B": ["A", "P", "p"], "c": ["B"]])
  }
}
