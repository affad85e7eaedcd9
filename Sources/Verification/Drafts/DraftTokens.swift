import Language
import Values

/// Takes a draft apart. Linear in the text.
enum DraftTokens {
  static func read(_ text: String, _ spelling: DraftSpelling) -> [DraftToken] {
    var tokens: [DraftToken] = []
    var isAfterEmpty = true
    let lines = VietnameseText.normalised(text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      let characters = Array(line)
      guard characters.contains(where: { !$0.isWhitespace }) else {
        isAfterEmpty = true
        continue
      }
      var found = self.tokens(characters, line: number + 1, spelling)
      if !found.isEmpty { found[0].startsParagraph = isAfterEmpty || isItem(found) }
      tokens += found
      isAfterEmpty = false
    }
    return tokens
  }

  /// `- `, `* `, `1. `, `a) `, `I- `, `# ` at the head of a line.
  private static func isItem(_ line: [DraftToken]) -> Bool {
    guard line.count > 1, !line[1].isWord || line[0].sign != nil else { return false }
    if let sign = line[0].sign { return "-*+•#>|".contains(sign) && !line[1].isAttached || sign == "#" || sign == "|" }
    guard line[1].isAttached, let mark = line[1].sign, ".)-:/".contains(mark) else { return false }
    if let integer = line[0].integer { return integer < 100 && (line.count == 2 || !line[2].isAttached) }
    return line[0].text.count <= 4 && line[0].text.allSatisfy { "IVXabcdđeghABCD".contains($0) }
  }

  private static func tokens(_ line: [Character], line number: Int, _ spelling: DraftSpelling) -> [DraftToken] {
    var tokens: [DraftToken] = []
    let numbers = NumberReader(spelling.language).numbers(in: line)
    var next = 0
    var index = 0
    var wasSpace = true
    func add(_ kind: DraftToken.Kind, _ range: Range<Int>) {
      let text = String(line[range])
      let isWord = kind == .word
      tokens.append(
        DraftToken(
          kind: kind, text: text, key: isWord ? spelling.key(text) : text,
          folded: isWord ? VietnameseText.folded(text) : text, line: number, column: range.lowerBound + 1,
          isAttached: !wasSpace, startsLine: tokens.isEmpty, startsParagraph: false))
      wasSpace = false
    }
    while index < line.count {
      while next < numbers.count, numbers[next].range.lowerBound < index { next += 1 }
      let character = line[index]
      if character.isWhitespace {
        wasSpace = true
        index += 1
      } else if next < numbers.count, numbers[next].range.lowerBound == index {
        add(.number(numbers[next]), numbers[next].range)
        index = numbers[next].range.upperBound
      } else if character.isLetter {
        var end = index + 1
        while end < line.count, isInside(line, end) { end += 1 }
        add(.word, index..<end)
        index = end
      } else {
        add(.sign(character), index..<(index + 1))
        index += 1
      }
    }
    return tokens
  }

  /// Letters, their marks, and an apostrophe between letters.
  private static func isInside(_ line: [Character], _ index: Int) -> Bool {
    if line[index].isLetter { return true }
    return "'’".contains(line[index]) && index + 1 < line.count && line[index + 1].isLetter
  }
}
