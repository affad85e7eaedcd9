import TestSupport
import Testing

@testable import Datasets

/// What a plain pattern says, `Regex` says as well.
@Suite struct PlainPatternTests {
  @Test(arguments: [
    ("[ABDEFILMOPU]( [ABDEFILMOPU])*", ["A", "A B", "A B U"], ["", "A ", " A", "AB", "A  B", "a", "C"]),
    ("20[0-9][0-9](-S1|-9M)?", ["2023", "2023-S1", "2023-9M"], ["2123", "2023-S2", "2023-S1-9M", "202"]),
    ("^KG-[A-Z]{2}(-\\d{2})?$", ["KG-RG", "KG-RG-01"], ["KG-R", "KG-RG-1", "KG-RG-", "KG-RGA"]),
    ("(?:ab|a)(bc)?", ["ab", "a", "abbc", "abc"], ["abcb", "", "b"]),
    ("[^0-9]+", ["abc", "-"], ["a1", ""]), (".{2,3}", ["ab", "a,b"], ["a", "abcd"]),
    ("a{2,}", ["aa", "aaaaa"], ["a", "aab"]), ("x{0,2}y", ["y", "xy", "xxy"], ["xxxy", "x"]),
    ("(a|b)*c\\.d", ["c.d", "abbac.d"], ["cxd", "ab.d"]), ("[a+.()$|*?]+", ["a+", ".(", "$|?*)"], ["b", "[", ""]),
  ])
  func matchesAsMeant(pattern: String, right: [String], wrong: [String]) throws {
    let plain = try #require(PlainPattern(pattern))
    for text in right + wrong {
      #expect(plain.matches(text) == right.contains(text), "\(pattern) \(text)")
      #expect(try Self.regexMatches(pattern, text) == right.contains(text), "\(pattern) \(text)")
    }
  }

  @Test(arguments: ["é", "A\u{301}", "２", "A\n", "\r\n", "a\tb", "\u{7F}", "A\u{200D}"])
  func leavesOtherTexts(text: String) throws {
    #expect(try #require(PlainPattern(".*")).matches(text) == nil)
  }

  @Test(arguments: [
    "", "(", ")", "a)", "[", "[]", "[a", "a**", "a*?", "a++", "a{", "a{,2}", "a{2", "a{3,2}", "a{0}", "*", "|a", "a|",
    "()",
    "(?=a)", "(?<x>a)", "(?i)a", "\\w", "\\1", "\\p{L}", "\\b", "[a-]", "[-a]", "[z-a]", "[A-z]", "[[:alpha:]]",
    "[a&&b]",
    "[\\d-x]", "a^b", "a$b", "é", "\\", "a{65}", "(a{20}){4}", "#", "a{1,2}{3}",
  ])
  func leavesOtherExpressions(pattern: String) { #expect(PlainPattern(pattern) == nil) }

  @Test(arguments: 0..<40) func saysWhatRegexSays(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var matching = 0
    for _ in 0..<12 {
      let pattern = Self.pattern(2, &generator)
      // With too many places it is left to the other.
      guard !PatternGuard.nestsRepetitions(pattern), let plain = PlainPattern(pattern) else { continue }
      for _ in 0..<25 {
        let text = String(
          (0..<Int.random(in: 0...7, using: &generator)).map { _ in
            "abAB01-. (+"[at: .random(in: 0..<11, using: &generator)]
          })
        #expect(try plain.matches(text) == Self.regexMatches(pattern, text), "\(pattern) |\(text)|")
        if plain.matches(text) ?? false { matching += 1 }
      }
    }
    #expect(matching > 0)
  }

  /// Any signs at all: what is taken for a plain pattern is an expression, and says the same.
  @Test(arguments: 0..<20) func takesNoExpressionForAnother(seed: Int) throws {
    var generator = SeededGenerator(seed: 1000 + seed)
    var taken = 0
    let signs = Array("ab1A-.^$*+?{},()[]|\\d&~ :<=!")
    for _ in 0..<400 {
      let pattern = String(
        (0..<Int.random(in: 1...8, using: &generator)).map { _ in signs[.random(in: 0..<signs.count, using: &generator)]
        })
      guard !PatternGuard.nestsRepetitions(pattern), let plain = PlainPattern(pattern) else { continue }
      taken += 1
      for text in ["", "a", "b", "ab", "1", "a-", "aab", "A1", "-", ".", "^", "&", "&&", "~", "a|b", "]"] {
        #expect(try plain.matches(text) == Self.regexMatches(pattern, text), "\(pattern) |\(text)|")
      }
    }
    #expect(taken > 10)
  }

  private static func regexMatches(_ pattern: String, _ text: String) throws -> Bool {
    try Regex(pattern).wholeMatch(in: text) != nil
  }

  /// An expression of the kind, with groups of a depth.
  private static func pattern(_ depth: Int, _ generator: inout SeededGenerator) -> String {
    let items = ["a", "b", "A", "0", "-", "\\.", "\\d", "[ab]", "[A-C]", "[^a]", "[0-9b]", "\\+", " ", "."]
    let limits = ["", "", "", "?", "*", "+", "{2}", "{1,}", "{0,2}"]
    func item() -> String {
      let isGroup = depth > 0 && Int.random(in: 0..<4, using: &generator) == 0
      let text =
        isGroup
        ? (Bool.random(using: &generator) ? "(" : "(?:") + pattern(depth - 1, &generator) + ")"
        : items[.random(in: 0..<items.count, using: &generator)]
      return text + limits[.random(in: 0..<limits.count, using: &generator)]
    }
    let branches = (0..<Int.random(in: 1...2, using: &generator)).map { _ in
      (0..<Int.random(in: 1...3, using: &generator)).map { _ in item() }.joined()
    }
    return branches.joined(separator: "|")
  }
}

extension String {
  fileprivate subscript(at index: Int) -> Character { self[self.index(startIndex, offsetBy: index)] }
}
