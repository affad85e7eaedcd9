/// How many columns of a terminal a text takes, and cutting or filling it to a number of columns.
///
/// The rule is that of Markus Kuhn's `wcwidth`: combining marks, format and control characters take none, letters that
/// East Asian Width (Unicode Standard Annex #11) calls wide or fullwidth and emoji take two, everything else one;
/// ambiguous ones count as one, as in every terminal that is not set to East Asian.
public enum DisplayWidth {
  /// Linear in the text.
  public static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    // Each scalar takes one column, and one byte of it is none that goes on with another.
    if PlainText.isPlain(text) { return text.utf8.count { $0 & 0xC0 != 0x80 } }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one character: a letter with all its marks.
  public static func of(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      if scalar.value == 0xFE0F, width > 0 { return 2 }
      if width == 0 { width = columns(scalar) }
    }
    return width
  }

  public enum Side: Sendable, Hashable {
    case left, right, centre
  }

  /// Fills with spaces up to `width` columns; a wider text stays as it is.
  ///
  /// - Parameter side: where the text stands, not the spaces.
  public static func padded(_ text: String, to width: Int, _ side: Side = .left) -> String {
    let gap = width - of(text)
    guard gap > 0 else { return text }
    switch side {
    case .left: return text + spaces(gap)
    case .right: return spaces(gap) + text
    case .centre: return spaces(gap / 2) + text + spaces(gap - gap / 2)
    }
  }

  /// The longest beginning that fits in `width` columns, ending in `…` when something was cut.
  public static func truncated(_ text: String, to width: Int) -> String {
    if of(text) <= width { return text }
    guard width > 0 else { return "" }
    return prefix(text[...], columns: width - 1) + "…"
  }

  /// The longest beginning that fits; it never parts a letter from its marks.
  static func prefix(_ text: Substring, columns: Int) -> Substring {
    var used = 0
    var end = text.startIndex
    while end < text.endIndex {
      let width = of(text[end])
      if used + width > columns { break }
      used += width
      end = text.index(after: end)
    }
    return text[..<end]
  }

  public static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    if (0x1E00...0x1EFF).contains(value) || (0x2010...0x2027).contains(value) { return 1 }
    if (0x1160...0x11FF).contains(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    return wide.contains { $0.contains(value) } || scalar.properties.isEmojiPresentation ? 2 : 1
  }

  /// East Asian scripts, in blocks; wide signs outside them are emoji.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
