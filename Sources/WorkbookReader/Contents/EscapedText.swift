/// Characters that XML cannot hold, as workbooks write them: `_x000D_` (ECMA-376-1, 22.9.2.19).
enum EscapedText {
  static func decoded(_ text: String) -> String {
    guard text.utf8.count >= 7, text.contains("_x") else { return text }
    let letters = Array(text.unicodeScalars)
    var decoded = String.UnicodeScalarView()
    var index = 0
    while index < letters.count {
      if let scalar = escaped(letters, at: index) {
        decoded.append(scalar)
        index += 7
      } else {
        decoded.append(letters[index])
        index += 1
      }
    }
    return String(decoded)
  }

  private static func escaped(_ letters: [Unicode.Scalar], at index: Int) -> Unicode.Scalar? {
    guard index + 7 <= letters.count, letters[index] == "_", letters[index + 1] == "x", letters[index + 6] == "_" else {
      return nil
    }
    let digits = letters[(index + 2)..<(index + 6)]
    guard digits.allSatisfy(\.properties.isASCIIHexDigit) else { return nil }
    return UInt32(String(String.UnicodeScalarView(digits)), radix: 16).flatMap { Unicode.Scalar($0) }
  }
}
