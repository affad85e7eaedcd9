/// A word, a quoted text or a sign of a filter, with its column.
struct FilterToken: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case word, quoted, sign
  }

  let kind: Kind
  let text: String
  /// From 1, in characters.
  let column: Int

  private static let signs: Set<Character> = ["(", ")", "<", ">", "=", "!", "&", "|", ","]
  private static let pairs: Set<String> = ["<=", ">=", "==", "!=", "&&", "||"]

  /// Nil when a quotation does not end; the column where it begins is then `unclosed`.
  static func all(in text: String, unclosed: inout Int?) -> [FilterToken] {
    var tokens: [FilterToken] = []
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      let (start, character) = (index, characters[index])
      if character.isWhitespace {
        index += 1
      } else if character == "\"" || character == "'" {
        guard let end = characters[(start + 1)...].firstIndex(of: character) else {
          unclosed = start + 1
          return tokens
        }
        tokens.append(FilterToken(kind: .quoted, text: String(characters[start + 1..<end]), column: start + 1))
        index = end + 1
      } else if signs.contains(character) {
        let pair = String(characters[start..<min(start + 2, characters.count)])
        let sign = pairs.contains(pair) ? pair : String(character)
        tokens.append(FilterToken(kind: .sign, text: sign, column: start + 1))
        index += sign.count
      } else {
        while index < characters.count, !characters[index].isWhitespace, !signs.contains(characters[index]) {
          index += 1
        }
        tokens.append(FilterToken(kind: .word, text: String(characters[start..<index]), column: start + 1))
      }
    }
    return tokens
  }
}
