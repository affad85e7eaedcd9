public import Values

/// Reads what `NumberForm` prints, and what people type: the inverse of the one formatter of numbers.
///
/// Thousands are groups of three digits, all of them or none. What only the other language's convention can read
/// (`59.22` in Vietnamese) is read by that one; what both can read (`1.234`) is read by the text's own, and the other
/// reading is kept beside it. Linear in the text.
public struct NumberReader: Sendable {
  public let language: OutputLanguage

  public init(_ language: OutputLanguage) { self.language = language }

  /// The number that is the whole text, with or without a sign and `%`; nil where it is none.
  public func number(_ text: some StringProtocol) -> ExactDecimal? {
    var characters = Array(text)
    if characters.last == "%" { characters.removeLast() }
    let found = numbers(in: characters)
    guard found.count == 1, found[0].range == 0..<characters.count else { return nil }
    return found[0].value
  }

  /// Every run of digits with its separators, in order.
  public func numbers(in text: [Character]) -> [PrintedNumber] {
    var found: [PrintedNumber] = []
    var index = 0
    while index < text.count {
      guard Self.isDigit(text[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < text.count {
        if Self.isDigit(text[end]) {
          end += 1
        } else if Self.isSeparator(text[end]), end + 1 < text.count, Self.isDigit(text[end + 1]) {
          end += 2
        } else {
          break
        }
      }
      let start = Self.signStart(text, before: index)
      found.append(read(text[index..<end], isNegative: start < index && text[start] != "+", range: start..<end))
      index = end
    }
    return found
  }

  private func read(_ digits: ArraySlice<Character>, isNegative: Bool, range: Range<Int>) -> PrintedNumber {
    let isVietnamese = language == .vietnamese
    let own = Self.value(digits, group: isVietnamese ? "." : ",", decimal: isVietnamese ? "," : ".", isNegative)
    let other = Self.value(digits, group: isVietnamese ? "," : ".", decimal: isVietnamese ? "." : ",", isNegative)
    return PrintedNumber(
      value: own ?? other, alternative: own == other || own == nil ? nil : other, isForeign: own == nil && other != nil,
      isPlain: range.count == digits.count && digits.allSatisfy(Self.isDigit), range: range)
  }

  /// Nil where the characters do not follow the convention, or need more than 127 bits.
  private static func value(
    _ text: ArraySlice<Character>, group: Character, decimal: Character, _ isNegative: Bool
  ) -> ExactDecimal? {
    let halves = text.split(separator: decimal, omittingEmptySubsequences: false)
    guard halves.count <= 2, let whole = halves.first, !(halves.count == 2 && halves[1].contains(group)) else {
      return nil
    }
    let groups = whole.split(separator: group, omittingEmptySubsequences: false)
    guard let first = groups.first, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    // 0.123 is no number of thousands.
    if groups.count > 1, first.count > 3 || first.first == "0" { return nil }
    let fraction = halves.count == 2 ? "." + String(halves[1]) : ""
    return ExactDecimal((isNegative ? "-" : "") + groups.map { String($0) }.joined() + fraction)
  }

  /// Where the number begins with its sign. A hyphen between two words or two years is none.
  private static func signStart(_ text: [Character], before index: Int) -> Int {
    guard index > 0, text[index - 1] == "-" || text[index - 1] == "+" || text[index - 1] == "\u{2212}" else {
      return index
    }
    guard index > 1 else { return 0 }
    let before = text[index - 2]
    return before.isWhitespace || "([“\":;".contains(before) ? index - 1 : index
  }

  static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
  private static func isSeparator(_ character: Character) -> Bool { character == "." || character == "," }
}
