import Language
import Reports
import Testing

@testable import Briefings

/// What is done by bytes where it can be gives what it gives by characters.
@Suite struct MarkedTextTests {
  private static let stock = [
    "số", "25-NQ/TW", " ", "năm 2023,", "(59,22%)", "\u{A0}", "\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}",
    "\u{B}",
    "so\u{302}\u{301}", "5\u{301}", "\u{301}", "統計 3", "٣", "👍🏽", "\u{F0000}", "\u{F0012}", "\u{F000E}", "\u{F0020}",
    "\u{F5}", "Å", "ẩ", "ễ", "″", "⅓",
  ]

  private static func texts(_ seed: UInt64) -> [String] {
    var random = Seeded(seed)
    return (0..<3_000).map { _ in
      let last = Bool.random(using: &random) ? 6 : stock.count
      return (0..<Int.random(in: 0...7, using: &random)).map { _ in stock[Int.random(in: 0..<last, using: &random)] }
        .joined()
    }
  }

  private func cleaned(_ text: String) -> String {
    let free = String(String.UnicodeScalarView(text.unicodeScalars.filter { !Marker.isReserved($0) }))
    return String(free.map { $0.isNewline ? " " : $0 })
  }

  @Test func cleanedTexts() {
    for text in Self.texts(1) { #expect(Array(Marker.cleaned(text).utf8) == Array(cleaned(text).utf8)) }
  }

  @Test func markedWords() {
    for text in Self.texts(2) {
      let characters = Array(cleaned(text))
      var marked = ""
      var end = 0
      for word in Digits.words(in: characters) {
        marked += String(characters[end..<word.lowerBound])
        marked += Marker.marked(String(characters[word]), Marker.dataLabel)
        end = word.upperBound
      }
      marked += String(characters[end...])
      #expect(Array(MarkedContext.words(text).utf8) == Array(marked.utf8))
    }
  }

  /// Long texts of a template travel through the engine as numbers, short ones as they are.
  @Test func longTextsAreShortTexts() throws {
    let long = String(repeating: "dài", count: 20)
    let lines = [
      "x", "  x", "x ", "= x", "> x", "| x", "#I- x", "#1. x", "- x {{a}}", "{{a}} x", "x{{a}}x",
      " x {{#yes}} x {{/yes}} x",
      "{{#yes}}", "  {{#yes}}", "{{/yes}}", "  {{/yes}}  ", "{{#no}}", "{{/no}}", "{{^no}}x", "{{/no}} x", "", "  ",
      "{{#items}}x {{it}}", "x{{/items}}", "{x} x } x", "x 25",
    ]
    let context: BriefingValue = .object([
      "a": .text("một"), "yes": .flag(true), "no": .flag(false),
      "items": .list(["một", "hai"].map { .object(["it": .text($0)]) }),
    ])
    var random = Seeded(3)
    var filled = 0
    for _ in 0..<4_000 {
      let template = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        lines[Int.random(in: 0..<lines.count, using: &random)]
      }.joined(separator: "\n")
      func briefing(_ template: String) -> Briefing? {
        try? BriefingWriter.write(
          template: template, templateFile: "t", context: context, labels: ["25"], file: "f", format: .markdown)
      }
      let short = briefing(template)
      let whole = briefing(template.replacing("x", with: long))
      #expect(whole?.text.replacing(long, with: "x") == short?.text)
      if short != nil { filled += 1 }
    }
    #expect(filled > 200)
  }
}
