/// Characters of a private-use plane that travel through the template engine and tell the layout what it has before it.
/// They are removed from every input, so that only those put there on purpose arrive.
enum Marker {
  /// The index of a figure follows in `digits`, then `figureText`, what is printed, and `end`.
  static let figure: Unicode.Scalar = "\u{F0000}"
  static let figureText: Unicode.Scalar = "\u{F0001}"
  static let end: Unicode.Scalar = "\u{F0002}"
  /// Before a text with digits that is no figure, up to `end`.
  static let declaredLabel: Unicode.Scalar = "\u{F0003}"
  static let dataLabel: Unicode.Scalar = "\u{F0004}"
  static let numberLabel: Unicode.Scalar = "\u{F0005}"

  static let blankLine: Unicode.Scalar = "\u{F0006}"
  static let continuation: Unicode.Scalar = "\u{F0007}"
  static let centred: Unicode.Scalar = "\u{F0008}"
  static let right: Unicode.Scalar = "\u{F0009}"
  static let preformatted: Unicode.Scalar = "\u{F000A}"
  /// The sign after the number follows as one scalar.
  static let romanNumber: Unicode.Scalar = "\u{F000B}"
  static let arabicNumber: Unicode.Scalar = "\u{F000C}"

  /// The index of a table follows in `digits`.
  static let table: Unicode.Scalar = "\u{F000D}"

  /// The index of a text of the template follows in three ASCII digits. It does not leave the template engine.
  static let text: Unicode.Scalar = "\u{F000E}"

  private static let firstDigit: UInt32 = 0xF0010
  private static let reserved: ClosedRange<UInt32> = 0xF0000...0xF0019

  static func isReserved(_ scalar: Unicode.Scalar) -> Bool { reserved.contains(scalar.value) }

  /// The digit that a scalar of a figure's index stands for.
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    (firstDigit..<firstDigit + 10).contains(scalar.value) ? Int(scalar.value - firstDigit) : nil
  }

  /// - Parameter index: not negative.
  static func opening(ofFigure index: Int) -> String { indexed(figure, index) + String(Character(figureText)) }

  static func marked(table index: Int) -> String { indexed(table, index) }

  /// - Parameter index: 0 to 899.
  static func marked(text index: Int) -> String { String(Character(text)) + String(100 + index) }

  private static func indexed(_ opening: Unicode.Scalar, _ index: Int) -> String {
    var text = String(Character(opening))
    for digit in String(index).utf8 {
      if let scalar = Unicode.Scalar(firstDigit + UInt32(digit) - 48) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  static func marked(_ text: String, _ opening: Unicode.Scalar) -> String {
    String(Character(opening)) + text + String(Character(end))
  }

  /// Without reserved characters, and on one line.
  static func cleaned(_ text: String) -> String {
    guard mayNeedCleaning(text) else { return text }
    let free =
      text.unicodeScalars.contains(where: isReserved)
      ? String(String.UnicodeScalarView(text.unicodeScalars.filter { !isReserved($0) })) : text
    return String(free.map { $0.isNewline ? " " : $0 })
  }

  /// False where no byte of a text can belong to a reserved character or to a line break.
  private static func mayNeedCleaning(_ text: String) -> Bool {
    var isLong = false
    for byte in text.utf8 {
      switch byte {
      // Line breaks of one byte, and what characters of the private-use plane begin with.
      case 0x0A...0x0D, 0xF3: return true
      // U+0085.
      case 0x85: if isLong { return true }
      // U+2028 and U+2029.
      case 0xA8, 0xA9: if isLong { return true }
      case 0xC2, 0xE2: isLong = true
      default: break
      }
    }
    return false
  }
}
