/// Words of a text that hold digits. Ranges count characters.
public enum DigitWords {
  /// Decimal digits of any script, and signs such as ½ and ².
  public static func isDigit(_ character: Character) -> Bool {
    character.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .decimalNumber, .letterNumber, .otherNumber: true
      default: false
      }
    }
  }

  /// The words of a text that hold a digit, without the punctuation around them: `59,22%` of `(59,22%),`.
  public static func ranges(in text: [Character]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    while start < text.count {
      guard !text[start].isWhitespace else {
        start += 1
        continue
      }
      let end = text[start...].firstIndex { $0.isWhitespace } ?? text.count
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
    character.isLetter || isDigit(character) || character == "%" || character == "‰"
  }
}
