/// Breaks running text into lines of at most a number of columns.
public struct TextWrap: Sendable {
  public var width: Int
  public var firstIndent: String
  public var hangingIndent: String
  /// What is wider than a line is broken anywhere; otherwise it stands alone on a line that is too long.
  public var breaksLongWords: Bool

  /// - Parameters:
  ///   - width: columns of a whole line, its indent included; at least one column is left for text.
  ///   - firstIndent: before the first line of the text.
  ///   - hangingIndent: before each further line.
  public init(width: Int, firstIndent: String = "", hangingIndent: String = "", breaksLongWords: Bool = false) {
    self.width = width
    self.firstIndent = firstIndent
    self.hangingIndent = hangingIndent
    self.breaksLongWords = breaksLongWords
  }

  /// Each line takes as many words as fit. Runs of spaces count as one; a line break in the text stays one; an empty
  /// text is one empty line. A no-break space (U+00A0) joins words and comes out as a space; only a group of words that
  /// is wider than a line is broken at one. No line ends in a space. Linear in the text.
  public func lines(_ text: String) -> [String] {
    var lines: [String] = []
    let isPlain = PlainText.isPlain(text)
    let paragraphs =
      isPlain ? [text[...]] : text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for paragraph in paragraphs {
      var line = Line(indent: lines.isEmpty ? firstIndent : hangingIndent)
      for word in words(paragraph, isPlain) {
        if !line.isEmpty, word.startsLine || line.columns + 1 + word.columns > width {
          lines.append(line.text)
          line = Line(indent: hangingIndent)
        }
        line.add(word)
      }
      lines.append(line.isEmpty ? "" : line.text)
    }
    return lines
  }

  /// Each line of the text, wrapped, in the middle of `width` columns; without spaces at the ends of lines.
  public static func centred(_ text: String, width: Int) -> [String] {
    TextWrap(width: width).lines(text).map {
      DisplayWidth.spaces((width - DisplayWidth.of($0)) / 2) + $0
    }
  }

  /// Joins the words of a phrase that must not be parted: `2,92 điểm phần trăm`.
  public static func keptTogether(_ phrase: String) -> String {
    guard phrase.utf8.contains(UInt8(ascii: " ")) else { return phrase }
    return phrase.replacing(" ", with: "\u{A0}")
  }

  /// For outputs that break no lines: no-break spaces as plain ones.
  public static func unjoined(_ text: String) -> String {
    // U+00A0 begins with 0xC2, U+202F with 0xE2.
    guard text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 }) else { return text }
    return String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
  }

  private struct Word {
    var text: String
    var columns: Int
    /// The rest of a broken word, which no space may part from its beginning.
    var startsLine = false

    init(_ text: some StringProtocol) {
      self.text = TextWrap.unjoined(String(text))
      columns = DisplayWidth.of(self.text)
    }
  }

  private struct Line {
    var text: String
    var columns: Int
    var isEmpty = true

    init(indent: String) {
      text = indent
      columns = DisplayWidth.of(indent)
    }

    mutating func add(_ word: Word) {
      if !isEmpty {
        text += " "
        columns += 1
      }
      text += word.text
      columns += word.columns
      isEmpty = false
    }
  }

  /// The narrower of the two kinds of line decides what is too wide.
  private var room: Int { max(1, width - max(DisplayWidth.of(firstIndent), DisplayWidth.of(hangingIndent))) }

  private func words(_ paragraph: Substring, _ isPlain: Bool) -> [Word] {
    var words: [Word] = []
    let groups =
      isPlain
      ? paragraph.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
      : paragraph.split(whereSeparator: { $0 == " " || $0 == "\t" })
    for group in groups {
      let whole = Word(group)
      if whole.columns <= room {
        words.append(whole)
        continue
      }
      for part in group.split(whereSeparator: { $0 == "\u{A0}" || $0 == "\u{202F}" }) {
        words += breaksLongWords ? pieces(part) : [Word(part)]
      }
    }
    return words
  }

  private func pieces(_ word: Substring) -> [Word] {
    var rest = word
    var pieces: [Word] = []
    while !rest.isEmpty {
      var piece = DisplayWidth.prefix(rest, columns: room)
      // A wide letter in a single column: it cannot be narrower.
      if piece.isEmpty { piece = rest.prefix(1) }
      var part = Word(piece)
      part.startsLine = !pieces.isEmpty
      pieces.append(part)
      rest = rest[piece.endIndex...]
    }
    return pieces
  }
}
