import Testing

@testable import Language

/// Plain texts are taken apart by their bytes, others by their characters: both ways say the same.
@Suite struct PlainTextTests {
  private static let stock = [
    "số", "25", "Điều", "ngày", "tháng", "năm", "03", "2023,", "–", "tỷ", "đồng", "%", "‰", "điểm", "phần", "trăm",
    "(mh)",
    "Nghị", "quyết", "", "quý", "III", "5.", "May", "(“ii”)", "no.", "No", "−5", "+7", "[2014]", "“số”", "x2", "½",
    "m²",
    "2×3", "‘9’", "…", "a\u{A0}1", "\u{A0}", "\t", "\r\n", "\n", "\r", "so\u{302}\u{301}", "5\u{301}", "\u{301}7",
    "\u{301}", "(\u{301}5", "\u{37E}", "5\u{37E}", "統計", "٣", "Ⅳ", "👍🏽", "🇻🇳", "a\u{200D}5", "\u{85}", "\u{2028}",
    "\u{202F}1", "\u{0}", "\u{7F}", "ǅ", "ɐ", "ẞ", "Ỿ", "\u{AD}3", "e\u{323}%", "한", "\u{1100}\u{1161}", "नि1",
  ]

  private static func texts(_ seed: UInt64, _ count: Int = 4_000) -> [String] {
    var random = SeededGenerator(state: seed)
    return (0..<count).map { _ in
      // Half of them have only words of plain texts.
      let last = Bool.random(using: &random) ? 36 : stock.count
      let separator = Int.random(in: 0..<4, using: &random) == 0 ? "" : " "
      return (0..<Int.random(in: 0...9, using: &random)).map { _ in stock[Int.random(in: 0..<last, using: &random)] }
        .joined(separator: separator)
    }
  }

  private static let plain = (0...0x2FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
    PlainText.isPlain(String($0))
  }

  @Test func kindsOfScalarsAreThoseOfCharacters() throws {
    #expect(Self.plain.count > 700)
    for scalar in Self.plain {
      let character = Character(scalar)
      let kind = try #require(
        String(scalar).utf8.withContiguousStorageIfAvailable { PlainText.scalar(at: 0, in: $0) }??.kind)
      #expect((kind == .digit) == DigitWords.isDigit(character))
      #expect((kind == .letter) == character.isLetter)
      #expect((kind == .space) == character.isWhitespace)
      #expect((kind == .percent) == (character == "%" || character == "‰"))
      #expect(!character.isNewline && DisplayWidth.of(character) == 1)
    }
  }

  @Test func scalarsOfPlainTextsDoNotJoin() {
    var random = SeededGenerator(state: 11)
    for _ in 0..<20_000 {
      let pair = [Self.plain, Self.plain].compactMap { $0.randomElement(using: &random) }
      #expect(String(String.UnicodeScalarView(pair)).count == 2)
    }
  }

  @Test func wordsWithDigits() {
    for text in Self.texts(1) {
      let characters = Array(text)
      let (words, count) = DigitWords.found(in: text)
      let expected = DigitWords.ranges(in: characters)
      #expect(count == characters.count)
      #expect(words.map(\.start) == expected.map(\.lowerBound))
      #expect(
        words.map { Array(text[$0.range].unicodeScalars) }
          == expected.map { Array(String(characters[$0]).unicodeScalars) })
    }
  }

  /// A sign that no plain text has lets the whole text be taken apart by characters.
  @Test func joinedWords() {
    for text in Self.texts(2) where !text.hasSuffix("\r") {
      #expect(Array(JoinedWords.joined(text + " ⁂").utf8) == Array((JoinedWords.joined(text) + " ⁂").utf8))
    }
  }

  @Test(arguments: [8, 30])
  func wrappedLines(_ width: Int) {
    for breaksLongWords in [false, true] {
      let wrap = TextWrap(width: width, breaksLongWords: breaksLongWords)
      for text in Self.texts(3, 1_000) where !text.hasSuffix("\r") {
        #expect((wrap.lines(text) + ["⁂"]).map { Array($0.utf8) } == wrap.lines(text + "\n⁂").map { Array($0.utf8) })
      }
    }
  }

  @Test func widthsAndSpaces() {
    for text in Self.texts(4) {
      #expect(DisplayWidth.of(text) == text.reduce(0) { $0 + DisplayWidth.of($1) })
      let unjoined = String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
      #expect(Array(TextWrap.unjoined(text).utf8) == Array(unjoined.utf8))
      #expect(Array(TextWrap.keptTogether(text).utf8) == Array(text.replacing(" ", with: "\u{A0}").utf8))
    }
  }
}
