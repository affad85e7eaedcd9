import Language
import Testing

@Suite struct TextLayoutTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Giồng Riềng", 11), ("Gio\u{302}\u{300}ng", 5), ("統計", 4), ("…–“”", 4), ("😀", 2),
    ("👩‍👩‍👧", 2), ("🇻🇳", 2), ("❤️", 2), ("a\u{200B}b", 2), ("▁▂▃█", 4), ("\u{1B}", 0), ("ｶ", 1), ("Ａ", 2), ("đ", 1),
    ("\u{A0}", 1), ("\u{3099}", 0),
  ])
  func countsColumns(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [
    ("Riềng", 8, DisplayWidth.Side.left, "Riềng   "), ("Riềng", 8, .right, "   Riềng"),
    ("Riềng", 8, .centre, " Riềng  "),
    ("Riềng", 3, .left, "Riềng"), ("統", 3, .right, " 統"),
  ])
  func pads(_ text: String, _ width: Int, _ side: DisplayWidth.Side, _ padded: String) {
    #expect(DisplayWidth.padded(text, to: width, side) == padded)
  }

  @Test(arguments: [
    ("Giồng Riềng", 11, "Giồng Riềng"), ("Giồng Riềng", 6, "Giồng…"), ("Gio\u{302}\u{300}ng", 4, "Gio\u{302}\u{300}…"),
    ("統計", 3, "統…"), ("統計", 2, "…"), ("abc", 0, ""),
  ])
  func truncates(_ text: String, _ width: Int, _ truncated: String) {
    #expect(DisplayWidth.truncated(text, to: width) == truncated)
  }

  @Test func wrapsWithIndents() {
    let wrap = TextWrap(width: 24, firstIndent: "1. ", hangingIndent: "   ")
    #expect(
      wrap.lines("Toàn tỉnh hiện có 625.926 đoàn viên, hội viên") == [
        "1. Toàn tỉnh hiện có", "   625.926 đoàn viên,", "   hội viên",
      ])
  }

  @Test func keepsPhrasesTogether() {
    let phrase = TextWrap.keptTogether("2,92 điểm phần trăm")
    #expect(
      TextWrap(width: 30).lines("so với cuối năm 2013 tăng \(phrase).") == [
        "so với cuối năm 2013 tăng", "2,92 điểm phần trăm.",
      ])
    #expect(TextWrap(width: 10).lines(phrase) == ["2,92 điểm", "phần trăm"])
    #expect(TextWrap.unjoined(phrase) == "2,92 điểm phần trăm")
  }

  @Test func keepsLineBreaksAndCollapsesSpaces() {
    #expect(TextWrap(width: 20).lines("a  b\n\n c ") == ["a b", "", "c"])
    #expect(TextWrap(width: 20).lines("") == [""])
  }

  @Test func breaksLongWordsOnlyWhenAsked() {
    let hash = "0123456789abcdef"
    #expect(TextWrap(width: 6).lines("a \(hash) b") == ["a", hash, "b"])
    #expect(TextWrap(width: 6, breaksLongWords: true).lines("a \(hash) b") == ["a", "012345", "6789ab", "cdef b"])
    let uneven = TextWrap(width: 8, hangingIndent: "   ", breaksLongWords: true)
    #expect(uneven.lines("0123456") == ["01234", "   56"])
    #expect(TextWrap(width: 0, breaksLongWords: true).lines("統a") == ["統", "a"])
  }

  @Test func centres() {
    #expect(TextWrap.centred("BÁO CÁO", width: 13) == ["   BÁO CÁO"])
    #expect(TextWrap.centred("một hai ba", width: 8) == ["một hai", "   ba"])
  }

  /// Whatever the text: no line too wide, no word lost, no space at an end.
  @Test(arguments: [7, 20, 78])
  func wrapsRandomText(_ width: Int) {
    var generator = SeededGenerator(state: UInt64(width))
    let stock = ["đơn", "vị", "Giồng", "2.731", "統計", "nghị\u{A0}quyết", "a", "👍"]
    for _ in 0..<200 {
      let words = (0..<Int.random(in: 1...40, using: &generator)).compactMap { _ in
        stock.randomElement(using: &generator)
      }
      let text = words.joined(separator: " ")
      let lines = TextWrap(width: width).lines(text)
      #expect(lines.joined(separator: " ") == TextWrap.unjoined(text))
      for line in lines {
        #expect(DisplayWidth.of(line) <= max(width, 5))
        #expect(!line.hasSuffix(" ") && !line.hasPrefix(" "))
      }
    }
  }
}
