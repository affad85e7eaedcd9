import Aggregation
import Catalogue
import Language
import Values

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
    let dimension: String
    /// All that bear the name, of any date.
    let members: [Lexicon.Member]
    let tokens: Range<Int>

    /// Codes of those that exist in the years, in the order of the lexicon.
    func codes(in years: ClosedRange<Int>) -> [String] {
      let (first, last) = (CalendarDate.firstDay(of: years.lowerBound), CalendarDate.lastDay(of: years.upperBound))
      return members.filter { $0.version.isValid(from: first, to: last) }.map(\.code)
        .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
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
      let named = (byFirst[tokens[index].key] ?? []).filter {
        $0.words == member.words && $0.dimension == member.dimension
      }
      found.append(Found(dimension: member.dimension, members: named, tokens: range))
    }
    self.found = found
    self.covered = covered
    let units = Set(found.filter { $0.dimension == "unit" }.flatMap { Array($0.tokens) })
    unknownPlaces = Self.unknownPlaces(tokens, units, lexicon)
  }

  /// No unit but the whole, no organisation, and no place that the package does not have is named.
  var namesNoPlaceOrBody: Bool {
    unknownPlaces.isEmpty
      && found.allSatisfy { item in
        item.dimension == DimensionDeclaration.unit
          ? item.members.contains { roots.contains($0.code) } : item.dimension != DimensionDeclaration.organisation
      }
  }

  /// Other dimensions that a member of is named, or a word is that could be its name.
  var dimensions: Set<String> {
    Set(found.map(\.dimension)).subtracting([DimensionDeclaration.unit, DimensionDeclaration.organisation])
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

  /// - Parameters:
  ///   - years: of the figure; of several units of one name, those are meant that exist in them.
  ///   - consumed: words of the indicator's own names.
  func choice(
    _ place: FigureSurroundings, _ years: ClosedRange<Int>, _ indicator: Indicator, _ catalogue: Catalogue,
    consumed: Set<String>
  ) -> Choice {
    let reach = place.clause.lowerBound..<place.right.upperBound
    var choice = Choice(selections: [.whole], evidence: [])
    choice.isElsewhere = unknownPlaces.contains { reach.contains($0) } || isWider(place.local)
    // The name of a unit that does not exist in these years is not the unit of its code.
    if found.contains(where: {
      $0.dimension == "unit" && reach.contains($0.tokens.lowerBound) && $0.codes(in: years).isEmpty
    }) {
      choice.isElsewhere = true
    }
    for dimension in Set(found.map(\.dimension)).sorted() {
      guard isBrokenDown(indicator, by: dimension, catalogue) else { continue }
      let all = found.filter { $0.dimension == dimension && reach.contains($0.tokens.lowerBound) }
        .filter { dimension != "unit" || !$0.codes(in: years).contains(where: roots.contains) }
        .filter { item in
          dimension == "unit" || dimension == "organisation"
            || item.members.contains { $0.words.count > 1 && !$0.words.allSatisfy(consumed.contains) }
        }
      if dimension == "organisation", mentionsAllOrganisations(reach) { continue }
      let near = all.filter { place.local.contains($0.tokens.lowerBound) || place.right.contains($0.tokens.lowerBound) }
      let meant = near.isEmpty ? all : near
      let codes = meant.flatMap { $0.codes(in: years) }.reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
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

  /// `cả nước`, `mỗi huyện`: not this province, or a mean of its parts.
  private func isWider(_ local: Range<Int>) -> Bool {
    let text = " " + tokens[local].filter(\.isWord).map(\.folded).joined(separator: " ") + " "
    return [
      " ca nuoc ", " toan quoc ", " ca vung ", " toan vung ", " khu vuc ", " nationwide ", " national average ",
      " moi huyen ", " moi xa ", " moi don vi ", " moi dia phuong ", " moi thang ", " moi quy ", " moi ngay ",
      " per month ", " a month ", " per district ", " per commune ", " each month ", " each district ",
      " each commune ",
    ].contains { text.contains($0) }
  }

  /// `và các tổ chức`, `all organisations`.
  private func mentionsAllOrganisations(_ reach: Range<Int>) -> Bool {
    let text = tokens[reach].map(\.folded).joined(separator: " ")
    return ["cac to chuc", "cac doan the", "all organisations", "and the other organisations"]
      .contains { text.contains($0) }
  }
}
