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

  /// A word of a text that holds a digit.
  public struct Found: Sendable, Hashable {
    public let range: Range<String.Index>
    /// The characters before it.
    public let start: Int
  }

  /// The same of a text that is not yet taken apart, and how many characters it has. Linear in the text.
  public static func found(in text: String) -> (words: [Found], count: Int) {
    if let plain = text.utf8.withContiguousStorageIfAvailable(plain), let (words, count) = plain {
      let found = words.map { word in
        let first = text.utf8.index(text.startIndex, offsetBy: word.bytes.lowerBound)
        return Found(range: first..<text.utf8.index(first, offsetBy: word.bytes.count), start: word.start)
      }
      return (found, count)
    }
    let characters = Array(text)
    var index = text.startIndex
    var before = 0
    let found = ranges(in: characters).map { word in
      let first = text.index(index, offsetBy: word.lowerBound - before)
      index = text.index(first, offsetBy: word.count)
      before = word.upperBound
      return Found(range: first..<index, start: word.lowerBound)
    }
    return (found, characters.count)
  }

  /// The words of a plain text by their bytes; nil for any other.
  private static func plain(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (words: [(bytes: Range<Int>, start: Int)], count: Int)? {
    var words: [(bytes: Range<Int>, start: Int)] = []
    var count = 0
    // From the first to the last letter, digit or sign of percent of the word.
    var word: (bytes: Range<Int>, start: Int)?
    var hasDigit = false
    var index = 0
    while index < bytes.count {
      guard let (kind, length) = PlainText.scalar(at: index, in: bytes) else { return nil }
      switch kind {
      case .letter, .digit, .percent:
        word = ((word?.bytes.lowerBound ?? index)..<index + length, word?.start ?? count)
        if kind == .digit { hasDigit = true }
      case .space:
        if hasDigit, let word { words.append(word) }
        (word, hasDigit) = (nil, false)
      case .sign: break
      }
      index += length
      count += 1
    }
    if hasDigit, let word { words.append(word) }
    return (words, count)
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
