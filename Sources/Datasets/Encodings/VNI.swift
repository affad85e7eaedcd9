/// VNI for Windows: a letter, and behind it a character that holds its circumflex or breve and its tone.
enum VNI {
  static func decode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2)
    var previous: UInt8 = 0
    for byte in bytes {
      defer { previous = byte }
      if byte < 0x80 {
        text.append(byte)
      } else if carriesMarks(previous), let marks = marks[byte | 0x20] {
        text += marks
      } else if let letter = letters[byte | 0x20] {
        text += Array((isCapital(byte) ? letter.uppercased() : letter).utf8)
      } else if byte < 0xC0, let punctuation = CodePage.windows1252[byte] {
        text += Array(String(punctuation).utf8)
      } else {
        text.append(TextEncoding.undecodable)
      }
    }
    return CodePage.composed(text)
  }

  /// 0xC0 to 0xDF are the capitals of 0xE0 to 0xFF.
  private static func isCapital(_ byte: UInt8) -> Bool { byte & 0x20 == 0 }

  private static func carriesMarks(_ byte: UInt8) -> Bool {
    "aeiouyAEIOUY".utf8.contains(byte) || byte | 0x20 == 0xF4 || byte | 0x20 == 0xF6
  }

  /// Letters of their own: ơ, ư, đ, and i and y with the tones that have no room behind them.
  private static let letters: [UInt8: String] = [
    0xF4: "ơ", 0xF6: "ư", 0xF1: "đ", 0xED: "í", 0xEC: "ì", 0xE6: "ỉ", 0xF3: "ĩ", 0xF2: "ị", 0xEE: "ỵ",
  ]

  private static let marks: [UInt8: [UInt8]] = [
    0xF8: "\u{300}", 0xF9: "\u{301}", 0xFB: "\u{309}", 0xF5: "\u{303}", 0xEF: "\u{323}",
    0xE2: "\u{302}", 0xE0: "\u{302}\u{300}", 0xE1: "\u{302}\u{301}", 0xE5: "\u{302}\u{309}", 0xE3: "\u{302}\u{303}",
    0xE4: "\u{302}\u{323}",
    0xEA: "\u{306}", 0xE8: "\u{306}\u{300}", 0xE9: "\u{306}\u{301}", 0xFA: "\u{306}\u{309}", 0xFC: "\u{306}\u{303}",
    0xEB: "\u{306}\u{323}",
  ].mapValues { Array($0.utf8) }
}
