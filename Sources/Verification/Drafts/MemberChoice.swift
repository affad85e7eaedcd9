import Aggregation
import Catalogue
import Language

/// Which part of the whole a figure is about, by the units and organisations named around it.
struct MemberChoice {
  struct Choice {
    /// One selection where it is certain.
    var selections: [Selection]
    /// The names as they stand in the draft.
    var evidence: [String]
    /// A place is named that the package does not have.
    var isElsewhere = false
  }

  private struct Found {
    let member: Lexicon.Member
    let tokens: Range<Int>
  }

  private let tokens: [DraftToken]
  private let found: [Found]
  /// Tokens of the names of members.
  let covered: Set<Int>
  /// Where a place is named that the package does not know.
  private let unknownPlaces: [Int]
  private let roots: [String]

  init(_ tokens: [DraftToken], _ lexicon: Lexicon) {
    self.tokens = tokens
    roots = lexicon.roots
    var found: [Found] = []
    var covered: Set<Int> = []
    var byFirst: [String: [Lexicon.Member]] = [:]
    for member in lexicon.members { byFirst[member.words[0], default: []].append(member) }
    for index in tokens.indices where !covered.contains(index) {
      // Longest first, as the lexicon lists them; a name is written with a capital letter.
      let member = byFirst[tokens[index].key]?.first { member in
        let end = index + member.words.count
        let isName = member.dimension != "unit" || tokens[index].isCapitalised || !lexicon.spelling.hasDiacritics
        return isName && end <= tokens.count
          && zip(member.words, tokens[index..<end]).allSatisfy {
            $0 == $1.key && !($1.startsParagraph && $1.line > tokens[index].line)
          }
      }
      guard let member else { continue }
      let range = index..<(index + member.words.count)
      covered.formUnion(range)
      found.append(Found(member: member, tokens: range))
    }
    self.found = found
    self.covered = covered
    let units = Set(found.filter { $0.member.dimension == "unit" }.flatMap { Array($0.tokens) })
    unknownPlaces = Self.unknownPlaces(tokens, units, lexicon)
  }

  private static let types: Set<String> = [
    "tỉnh", "huyện", "quận", "xã", "phường", "trấn", "phố", "district", "province", "city", "town", "commune",
  ]
  private static let foldedTypes = Set(types.map { VietnameseText.folded($0) })
  /// The first words of types of two words.
  private static let typeLeads: [String: String] = ["pho": "thanh", "tran": "thi"]

  /// `Đơn vị A`, `huyện Ba Tri`, `Ba Tri district`, where the package has no such name.
  private static func unknownPlaces(_ tokens: [DraftToken], _ units: Set<Int>, _ lexicon: Lexicon) -> [Int] {
    tokens.indices.filter { index in
      let token = tokens[index]
      guard token.isWord else { return false }
      let isUnit = token.folded == "vi" && index > 0 && tokens[index - 1].folded == "don" || token.folded == "unit"
      let next = index + 1
      if isUnit, tokens.indices.contains(next), tokens[next].text.count == 1, tokens[next].isCapitalised { return true }
      let isType =
        lexicon.spelling.hasDiacritics ? types.contains(token.text.lowercased()) : foldedTypes.contains(token.folded)
      guard isType, !token.isCapitalised else { return false }
      if let lead = typeLeads[token.folded], index == 0 || tokens[index - 1].folded != lead { return false }
      if lexicon.spelling.language == .english, index > 0, tokens[index - 1].isCapitalised,
        !tokens[index - 1].startsParagraph
      {
        return !units.contains(index - 1) && !["the", "this", "each", "every"].contains(tokens[index - 1].folded)
      }
      return tokens.indices.contains(next) && tokens[next].isCapitalised && !units.contains(next)
    }
  }

  /// - Parameter consumed: words of the indicator's own names.
  func choice(_ place: FigureSurroundings, _ indicator: Indicator, _ catalogue: Catalogue, consumed: Set<String>)
    -> Choice
  {
    let reach = place.clause.lowerBound..<place.right.upperBound
    var choice = Choice(selections: [.whole], evidence: [])
    choice.isElsewhere = unknownPlaces.contains { reach.contains($0) }
    for dimension in Set(found.map(\.member.dimension)).sorted() {
      guard isBrokenDown(indicator, by: dimension, catalogue) else { continue }
      let all = found.filter { $0.member.dimension == dimension && reach.contains($0.tokens.lowerBound) }
        .filter { !roots.contains($0.member.code) || dimension != "unit" }
        .filter { item in
          dimension == "unit" || dimension == "organisation"
            || item.member.words.count > 1 && !item.member.words.allSatisfy(consumed.contains)
        }
      if dimension == "organisation", mentionsAllOrganisations(reach) { continue }
      let near = all.filter { place.local.contains($0.tokens.lowerBound) || place.right.contains($0.tokens.lowerBound) }
      let meant = near.isEmpty ? all : near
      let codes = meant.map(\.member.code).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      guard !codes.isEmpty else { continue }
      choice.evidence += meant.map { DraftTokens.text(tokens[$0.tokens]) }
      var narrowed = codes.flatMap { code in
        choice.selections.map { dimension == "unit" ? $0.at(unit: code) : $0.at(code, of: dimension) }
      }
      // Of other dimensions the name may be only a word of the sentence.
      if dimension != "unit", dimension != "organisation" { narrowed += choice.selections }
      choice.selections = narrowed
    }
    return choice
  }

  private func isBrokenDown(_ indicator: Indicator, by dimension: String, _ catalogue: Catalogue) -> Bool {
    catalogue.measures(of: indicator).contains { catalogue.roles[$0.resource]?.column(of: dimension) != nil }
  }

  /// `và các tổ chức`, `all organisations`.
  private func mentionsAllOrganisations(_ reach: Range<Int>) -> Bool {
    let text = tokens[reach].map(\.folded).joined(separator: " ")
    return ["cac to chuc", "cac doan the", "all organisations", "and the other organisations"]
      .contains { text.contains($0) }
  }
}
