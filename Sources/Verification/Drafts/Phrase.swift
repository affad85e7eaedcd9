import Aggregation
import Catalogue
import Datasets
import Language

/// A name, a short name or a synonym of an indicator, as its words are looked for.
struct Phrase {
  let words: [String]

  /// Nil when nothing is left without the small words.
  init?(_ text: String, _ spelling: DraftSpelling) {
    let tokens = DraftTokens.read(text, spelling)
    words = tokens.filter { $0.isWord || $0.number != nil }.map(\.key).filter { !Phrase.isSmall($0) }
    if words.isEmpty { return nil }
  }

  private static let small: Set<String> = [
    "của", "các", "và", "được", "trên", "trong", "ở", "tại", "cho", "với", "là", "có", "đã", "những", "một", "cua",
    "cac", "va", "duoc", "tren", "o", "tai", "voi", "la", "co", "da", "nhung", "mot", "of", "the", "and", "by", "a",
    "an",
    "in", "for", "with", "on", "to", "at", "were", "was", "all",
  ]
  static func isSmall(_ key: String) -> Bool { small.contains(key) }

  /// Whether all of its words stand in the text, each beside a neighbour that it has in the name, so that none is taken
  /// out of its compound. The words of the figure's unit count as standing there.
  ///
  /// - Parameters:
  ///   - pairs: neighbours in the text, small words left out.
  ///   - singles: all words of the text.
  func isMatched(pairs: Set<WordPair>, singles: Set<String>, unit: Set<String>) -> Bool {
    if words.count == 1 { return singles.contains(words[0]) || unit.contains(words[0]) }
    for (index, word) in words.enumerated() {
      if unit.contains(word) { continue }
      let neighbours = [index - 1, index + 1].filter(words.indices.contains).map { words[$0] }
      let isPaired = neighbours.contains { neighbour in
        pairs.contains(WordPair(neighbour, word)) || pairs.contains(WordPair(word, neighbour))
          || unit.contains(neighbour) && singles.contains(word)
      }
      guard isPaired else { return false }
    }
    return true
  }
}

struct WordPair: Hashable {
  let first: String
  let second: String

  init(_ first: String, _ second: String) {
    self.first = first
    self.second = second
  }

  /// The neighbours in a list of words without the small ones.
  static func all(_ words: [String]) -> Set<WordPair> {
    Set(zip(words, words.dropFirst()).map { WordPair($0, $1) })
  }
}

/// The words by which a package's indicators and members are found in a draft.
struct Lexicon {
  struct Entry {
    let indicator: Indicator
    let phrases: [Phrase]
    let unit: [String]
  }

  struct Member {
    let dimension: String
    let code: String
    let words: [String]
    let version: DimensionMember
  }

  let spelling: DraftSpelling
  let entries: [Entry]
  /// Longest first.
  let members: [Member]
  /// The words of every unit of measure, longest first.
  let units: [[String]]
  /// Codes of the members that are the whole.
  let roots: [String]

  init(_ dataset: Dataset, _ spelling: DraftSpelling) {
    self.spelling = spelling
    func keys(_ text: String) -> [String] {
      DraftTokens.read(text, spelling).filter { $0.isWord || $0.number != nil || $0.sign == "%" }.map(\.key)
    }
    entries = dataset.catalogue.indicators.map { indicator in
      let language = spelling.language
      let texts =
        [indicator.names[language], indicator.shortNames[language]] + (indicator.synonyms[language] ?? [])
      return Entry(
        indicator: indicator, phrases: texts.compactMap { Phrase($0, spelling) },
        unit: keys(indicator.unitNames[language]))
    }
    units = Set(entries.map(\.unit)).filter { !$0.isEmpty }.sorted { ($1.count, $0.joined()) < ($0.count, $1.joined()) }
    roots = dataset.units?.roots ?? []
    var members: [Member] = []
    for (name, dimension) in dataset.dimensions {
      for version in dimension.versions {
        let words = keys(version.names[spelling.language])
        guard !words.isEmpty else { continue }
        members.append(Member(dimension: name, code: version.code, words: words, version: version))
      }
    }
    self.members = members.sorted {
      ($1.words.count, $0.dimension, $0.code) < ($0.words.count, $1.dimension, $1.code)
    }
  }
}
