/// Texts from files, made harmless for a terminal or a sheet.
public enum PrintableText {
  /// Line breaks stay, tabs are spaces; other control characters, and those that turn the direction of writing, are
  /// replaced by U+FFFD. Linear in the text.
  public static func of(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: result += "\n"
      case 0x0D: continue
      case 0x09: result += " "
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The same on one line: line breaks and tabs are signs.
  public static func line(_ text: String) -> String {
    of(String(text.map { $0.isNewline ? "⏎" : $0 == "\t" ? "⇥" : $0 }))
  }
}
