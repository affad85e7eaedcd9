import Language

/// What is wrong with a text whatever its column is for. Looked at once for each different text.
enum TextTrouble {
  static func problem(_ text: String) -> FieldProblem? {
    let utf8 = text.utf8
    // How a whole document is written is not looked at.
    guard let first = utf8.first, let last = utf8.last, utf8.count <= ResourceScanner.fieldLimit else { return nil }
    if first == UInt8(ascii: "#"), NumberTrouble.isSpreadsheetError(text) { return .spreadsheetError }
    var previous: UInt8 = 0
    var isPlain = first != 0x20 && last != 0x20
    for byte in utf8 {
      if byte >= 0x80 || byte < 0x20 || (byte == 0x20 && previous == 0x20) { isPlain = false }
      previous = byte
    }
    return isPlain ? nil : irregular(text)
  }

  private static func irregular(_ text: String) -> FieldProblem? {
    // What follows finds nothing in single spaces and letters that are composed already.
    let isRegular = isRegular(text)
    if isRegular, hasLetterBeyondLatin1(text) { return nil }
    if let reading = LegacyFont.reading(text) { return .legacyFont(reading.text, reading.encoding) }
    if isRegular { return nil }
    if text.unicodeScalars.contains(where: isInvisible) { return .invisibleCharacter }
    let collapsed = VietnameseText.collapsed(text)
    if !collapsed.isEmpty, collapsed != text || text.unicodeScalars.contains("\u{A0}"), !isBroken(text) {
      return .irregularSpaces
    }
    let normalised = VietnameseText.normalised(text)
    return normalised.utf8.elementsEqual(text.utf8) ? nil : .decomposed
  }

  /// Whether there are only printable ASCII, single spaces inside, and letters of Latin and of Vietnamese in NFC.
  private static func isRegular(_ text: String) -> Bool {
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20: if previous == " " { return false }
      case 0x21...0x7E, 0xC0...0x17F, 0x1A0...0x1A1, 0x1AF...0x1B0, 0x1EA0...0x1EF9: break
      default: return false
      }
      previous = scalar
    }
    return previous != " "
  }

  /// Old fonts were typed in Windows-1252, which has none of these.
  private static func hasLetterBeyondLatin1(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x102...0x103, 0x110...0x111, 0x128...0x129, 0x168...0x169, 0x1A0...0x1B0, 0x1EA0...0x1EF9: true
      default: false
      }
    }
  }

  /// A text of several lines keeps them.
  private static func isBroken(_ text: String) -> Bool { text.utf8.contains { $0 == 0x0A || $0 == 0x0D } }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
    case 0..<0x20: scalar != "\n" && scalar != "\r" && scalar != "\t"
    default: false
    }
  }
}
