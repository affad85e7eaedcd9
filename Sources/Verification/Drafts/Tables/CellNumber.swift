import Language

/// The number of a cell, with the words that may stand around it there.
struct CellNumber {
  let number: PrintedNumber
  let bound: NumberBound
  let isPercent: Bool

  /// Nil for what is no single number.
  init?(_ text: String, _ spelling: DraftSpelling) {
    let tokens = DraftTokens.read(text, spelling).filter { !$0.text.isEmpty }
    let kept = CellNumber.withoutMarks(tokens)
    guard let index = kept.firstIndex(where: { $0.number != nil }), let number = kept[index].number else { return nil }
    let before = kept[..<index]
    guard before.allSatisfy(\.isWord) else { return nil }
    let (bound, words) = BoundWord.bound(before.map(\.key))
    guard words == before.count else { return nil }
    let after = kept[(index + 1)...]
    isPercent = after.count == 1 && after.first?.sign == "%"
    guard after.isEmpty || isPercent else { return nil }
    (self.number, self.bound) = (number, bound)
  }

  /// Without `(mh)`, `(*)` and the like: brackets around one word or sign.
  static func withoutMarks(_ tokens: [DraftToken]) -> [DraftToken] {
    var kept: [DraftToken] = []
    var index = 0
    while index < tokens.count {
      if isMark(tokens, index) {
        index += tokens[index + 2].sign == "." ? 4 : 3
      } else {
        kept.append(tokens[index])
        index += 1
      }
    }
    return kept
  }

  private static let marks: Set<String> = Set(
    OutputLanguage.allCases.map { language in
      VietnameseText.folded(Messages.illustrativeMark[language].filter(\.isLetter))
    })

  private static func isMark(_ tokens: [DraftToken], _ index: Int) -> Bool {
    guard tokens[index].sign == "(", index + 2 < tokens.count else { return false }
    let isKnown = tokens[index + 1].sign == "*" || marks.contains(tokens[index + 1].folded)
    if tokens[index + 2].sign == "." { return isKnown && index + 3 < tokens.count && tokens[index + 3].sign == ")" }
    return isKnown && tokens[index + 2].sign == ")"
  }

  /// A number, or a sign in the place of one.
  static func isInColumn(_ text: String) -> Bool {
    if ["-", "...", "…", "x", "–"].contains(text) { return true }
    let digits = text.count(where: \.isNumber)
    guard digits > 0, !text.contains("/") else { return false }
    // "hơn 19.200", "Năm 2022" is a label.
    guard let first = text.first(where: \.isLetter), !text.hasPrefix("+"), !text.hasPrefix("-") else { return true }
    return first.isLowercase && digits * 2 >= text.count(where: \.isLetter)
  }
}
