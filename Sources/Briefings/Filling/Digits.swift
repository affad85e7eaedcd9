import Language

/// Where texts hold digits. Columns and ranges count characters.
enum Digits {
  static func isDigit(_ character: Character) -> Bool { DigitWords.isDigit(character) }

  static func words(in text: [Character]) -> [Range<Int>] { DigitWords.ranges(in: text) }

  /// Where the declared labels stand in a text, in order and not overlapping; the longest wins.
  ///
  /// A label is no part of a longer number or word. One that is only the number of a paragraph (`1.`, `2)`) is one only
  /// where a paragraph may begin.
  ///
  /// - Parameter start: the offset at which the paragraph begins, nil when it began before this text.
  static func labels(_ labels: [String], in text: [Character], start: Int?) -> [Range<Int>] {
    let wanted = labels.map(Array.init).filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    var found: [Range<Int>] = []
    var index = 0
    while index < text.count {
      let match = wanted.first { label in
        text[index...].starts(with: label) && isApart(index..<index + label.count, in: text)
          && (index == start || !isParagraphNumber(label))
      }
      if let match {
        found.append(index..<index + match.count)
        index += match.count
      } else {
        index += 1
      }
    }
    return found
  }

  /// Words with digits that stand in no label.
  static func typed(in text: [Character], labels: [Range<Int>]) -> [Range<Int>] {
    words(in: text).filter { word in
      word.contains { index in isDigit(text[index]) && !labels.contains { $0.contains(index) } }
    }
  }

  private static func isApart(_ range: Range<Int>, in text: [Character]) -> Bool {
    guard let first = text[range].first, let last = text[range].last else { return false }
    if range.lowerBound > 0 {
      let before = text[range.lowerBound - 1]
      if isDigit(before) || (before.isLetter && (first.isLetter || isDigit(first))) { return false }
    }
    if range.upperBound < text.count {
      let after = text[range.upperBound]
      if isDigit(after) || (after.isLetter && (last.isLetter || isDigit(last))) { return false }
    }
    return true
  }

  private static func isParagraphNumber(_ label: [Character]) -> Bool {
    guard let last = label.last, last == "." || last == ")", label.count > 1 else { return false }
    return label.dropLast().allSatisfy(isDigit)
  }
}
