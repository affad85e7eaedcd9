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
    if let reading = LegacyFont.reading(text) { return .legacyFont(reading.text, reading.encoding) }
    if text.unicodeScalars.contains(where: isInvisible) { return .invisibleCharacter }
    let collapsed = VietnameseText.collapsed(text)
    if !collapsed.isEmpty, collapsed != text || text.unicodeScalars.contains("\u{A0}"), !isBroken(text) {
      return .irregularSpaces
    }
    let normalised = VietnameseText.normalised(text)
    return normalised.utf8.elementsEqual(text.utf8) ? nil : .decomposed
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
