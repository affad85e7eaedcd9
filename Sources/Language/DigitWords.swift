/// Words of a text that hold digits. Ranges count characters.
public enum DigitWords {
  /// Decimal digits of any script, and signs such as ½ and ².
  public static func isDigit(_ character: Character) -> Bool {
    character.unicodeScalars.contains { scalar in
      // Of most characters their number tells it sooner.
      if scalar.isASCII { return ("0"..."9").contains(scalar) }
      switch scalar.properties.generalCategory {
      case .decimalNumber, .letterNumber, .otherNumber: return true
      default: return false
      }
    }
  }

  /// The words of a text that hold a digit, without the punctuation around them: `59,22%` of `(59,22%),`.
  public static func ranges(in text: [Character]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    while start < text.count {
      guard !isSpace(text[start]) else {
        start += 1
        continue
      }
      let end = text[start...].firstIndex(where: isSpace) ?? text.count
      if let first = text[start..<end].firstIndex(where: isWordEdge),
        let last = text[start..<end].lastIndex(where: isWordEdge), text[first...last].contains(where: isDigit)
      {
        words.append(first..<last + 1)
      }
      start = end
    }
    return words
  }

  private static func isWordEdge(_ character: Character) -> Bool {
    if let byte = character.asciiValue {
      return UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || byte == UInt8(ascii: "%")
    }
    return character.isLetter || isDigit(character) || character == "‰"
  }

  private static func isSpace(_ character: Character) -> Bool {
    if let byte = character.asciiValue { return byte == 0x20 || 0x09...0x0D ~= byte }
    return character.isWhitespace
  }
}
