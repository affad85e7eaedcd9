import Language
import Values

/// A word, a number or a sign of a draft, with its place.
struct DraftToken {
  enum Kind: Equatable {
    case word
    case number(PrintedNumber)
    /// A single character.
    case sign(Character)
  }

  let kind: Kind
  /// As it stands in the text.
  let text: String
  /// For comparing: in lower case, tones in one place; without diacritics where the draft has none.
  let key: String
  /// Without diacritics, in lower case.
  let folded: String
  /// From 1.
  let line: Int
  let column: Int
  /// Nothing stands between it and the token before.
  let isAttached: Bool
  /// It is the first of its line.
  let startsLine: Bool
  /// An empty line, or the head of an item of a list, stands before it.
  var startsParagraph: Bool

  var isWord: Bool { kind == .word }
  var sign: Character? { if case .sign(let character) = kind { character } else { nil } }
  var number: PrintedNumber? { if case .number(let number) = kind { number } else { nil } }
  var isCapitalised: Bool { isWord && text.first?.isUppercase == true }

  /// A year that stands alone: four digits without separators.
  var year: Int? {
    guard let number, number.isPlain, text.count == 4, let year = Int(text), (1900...2100).contains(year) else {
      return nil
    }
    return year
  }

  /// A small whole number written without separators.
  var integer: Int? { number.flatMap { $0.isPlain && text.count <= 4 ? Int(text) : nil } }
}

/// The spelling of a draft: its language, and whether its letters carry their marks.
struct DraftSpelling {
  let language: OutputLanguage
  let hasDiacritics: Bool

  private static let vietnamese: Set<String> = [
    "cua", "va", "cac", "duoc", "trong", "nam", "voi", "theo", "la", "co", "den", "cho", "tinh", "nhung", "dat", "tang",
  ]
  private static let english: Set<String> = [
    "the", "of", "and", "in", "to", "from", "with", "was", "were", "by", "a", "at", "for", "on", "is",
  ]

  /// From its most frequent small words, and from its marks.
  init(_ text: String) {
    var (vietnamese, english, marked, words) = (0, 0, 0, 0)
    for word in text.split(whereSeparator: { !$0.isLetter }) {
      let folded = VietnameseText.folded(String(word))
      words += 1
      if Self.vietnamese.contains(folded) { vietnamese += 1 }
      if Self.english.contains(folded) { english += 1 }
      if !word.utf8.allSatisfy({ $0 < 0x80 }) { marked += 1 }
    }
    let isMarked = marked * 5 > words
    language = isMarked || vietnamese >= english ? .vietnamese : .english
    hasDiacritics = language == .english || marked * 20 > words
  }

  init(_ language: OutputLanguage, hasDiacritics: Bool = true) {
    self.language = language
    self.hasDiacritics = hasDiacritics
  }

  /// A word as it is compared; English plurals and possessives are taken off.
  func key(_ word: String) -> String {
    var key = hasDiacritics ? VietnameseText.canonicalName(word).lowercased() : VietnameseText.folded(word)
    guard language == .english, key.utf8.allSatisfy({ $0 < 0x80 }) else { return key }
    for ending in ["'s", "s'"] where key.hasSuffix(ending) { key.removeLast(2) }
    if key.count > 3, key.hasSuffix("ies") {
      key = key.dropLast(3) + "y"
    } else if key.count > 3, key.hasSuffix("s"), !key.hasSuffix("ss") {
      key.removeLast()
    }
    return key
  }
}
