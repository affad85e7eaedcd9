/// A word or sign of a formula or rule, and where it stands.
struct FormulaToken: Sendable, Hashable {
  let text: String
  /// Characters before it.
  let offset: Int

  private static func isSign(_ character: Character) -> Bool {
    switch character {
    case "(", ")", "*", "/", "+", "%", "<", ">", "=", "≤", "≥": true
    default: false
    }
  }

  /// A minus is a sign only between spaces, since names contain hyphens.
  static func all(in text: String) -> [FormulaToken] {
    var tokens: [FormulaToken] = []
    var word = ""
    var start = 0
    func close() {
      if !word.isEmpty { tokens.append(FormulaToken(text: word, offset: start)) }
      word = ""
    }
    for (offset, character) in text.enumerated() {
      if character == " " || character.isWhitespace {
        close()
      } else if isSign(character) {
        close()
        if character == "=", let last = tokens.last, last.text == "<" || last.text == ">", last.offset == offset - 1 {
          tokens[tokens.count - 1] = FormulaToken(text: last.text + "=", offset: last.offset)
        } else {
          tokens.append(FormulaToken(text: String(character), offset: offset))
        }
      } else {
        if word.isEmpty { start = offset }
        word.append(character)
      }
    }
    close()
    return tokens
  }
}
