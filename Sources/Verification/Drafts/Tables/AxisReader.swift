import Aggregation
import Catalogue
import Language

/// What a label, a heading or a title says of the cells that it stands by.
struct AxisMeaning {
  enum Quantity: Equatable {
    case level, average, target
    /// From one year to another.
    case change(from: Int, to: Int)
  }

  struct Named: Equatable {
    let dimension: String
    /// All that bear the name; several where it was given anew.
    let members: [String]
  }

  var indicator: Indicator?
  var years: ClosedRange<Int>?
  var member: Named?
  /// Of a title: what a part may be named by.
  var restrictions: Set<String> = []
  var quantity = Quantity.level
  /// The sum of all that stands beside it.
  var isTotal = false
  /// The whole: it narrows nothing.
  var isWhole = false
  /// The words in brackets behind it, or behind “Đơn vị tính”.
  var unit: [String]?
}

/// Reads labels and headings of tables: only what is understood to its last word means anything.
struct AxisReader {
  let lexicon: Lexicon
  private var spelling: DraftSpelling { lexicon.spelling }

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// Nil where a word of it is not understood.
  func meaning(_ text: String) -> AxisMeaning? {
    var tokens = CellNumber.withoutMarks(DraftTokens.read(text, spelling))
    var meaning = AxisMeaning()
    let shortened = withoutUnit(tokens)
    if let unit = shortened.unit { (tokens, meaning.unit) = (shortened.tokens, unit) }
    let mentions = times(tokens)
    let times = Set(mentions.flatMap { Array($0.tokens) })
    let rest = tokens.indices.filter { !times.contains($0) }.map { tokens[$0] }
    let spoken = rest.filter { $0.isWord || $0.number != nil }
    let words = spoken.map(\.folded).filter { !Self.silent.contains($0) }.joined(separator: " ")
    guard let years = years(mentions, tokens, words) else { return nil }
    meaning.years = years.last
    if let quantity = quantity(words, years) {
      (meaning.quantity, meaning.isTotal) = (quantity.kind, quantity.isTotal)
      if case .change = quantity.kind { meaning.years = nil }
      if quantity.kind == .target {
        // Plans are a kind of documents, too. "Kế hoạch (2019, 2020)": the column says which year.
        meaning.member = member(spoken.map(\.key))
        if years.count > 1 { meaning.years = nil }
      }
      return meaning
    }
    if Self.wholes.contains(words) {
      meaning.isWhole = true
      return years.count < 2 ? meaning : nil
    }
    if words.isEmpty || Self.isTerm(words) { return meaning.years == nil ? nil : meaning }
    guard years.count < 2 else { return nil }
    let keys = spoken.map(\.key)
    if let member = member(keys) {
      meaning.member = member
      return meaning
    }
    guard let indicator = indicator(keys) else { return nil }
    meaning.indicator = indicator
    return meaning
  }

  /// The indicator, the years and the unit that a title names, and nothing that it may be restricted to.
  ///
  /// - Returns: nil where it names a member or months, so that the cells are not the whole's.
  func title(_ text: String) -> AxisMeaning? {
    var meaning = AxisMeaning()
    var tokens = CellNumber.withoutMarks(DraftTokens.read(text, spelling))
    if let start = unitStart(tokens) {
      let words = tokens[start.end...].prefix { !".;“(\"".contains($0.sign ?? " ") }.map(\.key)
      meaning.unit = words.isEmpty ? nil : words
      tokens = Array(tokens[..<start.begin])
    }
    let mentions = PeriodReader(tokens).mentions()
    guard !mentions.contains(where: { $0.kind == .finer }) else { return nil }
    let spans = mentions.compactMap(Self.span)
    if spans.count == 1 { meaning.years = spans[0] }
    let named = MemberChoice(tokens, lexicon)
    guard named.namesNoPlaceOrBody else { return nil }
    meaning.restrictions = named.dimensions
    // “Biểu 03: Tỷ lệ tập hợp … theo đơn vị, 2018 – 2023”
    if let colon = tokens.prefix(4).firstIndex(where: { $0.sign == ":" || $0.sign == "." }) {
      tokens.removeFirst(colon + 1)
    }
    let name = tokens.prefix { !["theo", "by"].contains($0.folded) && $0.number == nil && $0.sign != "(" }
    meaning.indicator = indicator(name.filter(\.isWord).map(\.key))
    return meaning
  }

  // MARK: Words

  /// The times of running text, and every year: in a heading nothing is counted by 2018.
  private func times(_ tokens: [DraftToken]) -> [PeriodMention] {
    let mentions = PeriodReader(tokens).mentions()
    let known = Set(mentions.flatMap { Array($0.tokens) })
    let years = tokens.indices.filter { !known.contains($0) }.compactMap { index in
      tokens[index].year.map { PeriodMention(kind: .year($0), tokens: index..<(index + 1), isBaseline: false) }
    }
    return (mentions + years).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private static let silent: Set<String> = ["cuoi", "so_bo", "provisional", "end", "of", "the", "as", "year", "nam"]
  private static let totals: Set<String> = ["tong cong", "tong so", "tong", "ca ky", "total", "whole period", "cong"]
  private static let wholes: Set<String> = ["toan tinh", "muc chung", "chung", "muc chung toan tinh", "whole province"]
  private static let averages: Set<String> = [
    "binh quan moi", "binh quan", "binh quan mot", "bq", "average a", "average per", "yearly average", "average",
  ]
  private static let targets: Set<String> = ["ke hoach", "kh", "target", "planned", "plan"]
  private static let changes: Set<String> = ["so voi", "so sanh", "thay doi", "tang giam", "against", "change", "from"]
  private static let estimates: Set<String> = ["so bo", "uoc", "estimate", "estimated"]

  private static func isTerm(_ words: String) -> Bool {
    estimates.contains(words) || words.hasSuffix("nhiem ky") || words.hasSuffix("term") || words == "giai doan"
      || words == "period" || words == "ky"
  }

  private func quantity(
    _ words: String, _ years: [ClosedRange<Int>]
  ) -> (kind: AxisMeaning.Quantity, isTotal: Bool)? {
    if Self.totals.contains(words) { return (.level, true) }
    if Self.averages.contains(words) { return (.average, false) }
    if Self.targets.contains(words) { return (.target, false) }
    guard Self.changes.contains(words) else { return nil }
    let all = years.flatMap { $0.count == 1 ? [$0.lowerBound] : [$0.lowerBound, $0.upperBound] }
    guard all.count == 2, let first = all.min(), let last = all.max(), first < last else { return nil }
    return (.change(from: first, to: last), false)
  }

  /// Nil where a time is none of whole years, or several do not explain each other.
  private func years(
    _ mentions: [PeriodMention], _ tokens: [DraftToken], _ words: String
  ) -> [ClosedRange<Int>]? {
    let spans = mentions.map(Self.span)
    guard spans.allSatisfy({ $0 != nil }) else { return nil }
    let found = spans.compactMap { $0 }
    guard found.count > 1 else { return found }
    if Self.changes.contains(words) || Self.targets.contains(words) { return found }
    // “Nhiệm kỳ 2016 – 2021 (2019 – 2020)”: the brackets say which years of it.
    guard found.count == 2, Self.isTerm(words), let last = mentions.last, last.tokens.lowerBound > 0,
      tokens[last.tokens.lowerBound - 1].sign == "("
    else { return nil }
    return [found[1]]
  }

  private static func span(_ mention: PeriodMention) -> ClosedRange<Int>? {
    switch mention.kind {
    case .year(let year), .day(let year): year...year
    case .range(let first, let last): first...last
    case .since, .lastYears, .previousYear, .finer: nil
    }
  }

  private func member(_ keys: [String]) -> AxisMeaning.Named? {
    let found = lexicon.members.filter { $0.words == keys }
    guard let first = found.first, found.allSatisfy({ $0.dimension == first.dimension }) else { return nil }
    return AxisMeaning.Named(
      dimension: first.dimension, members: found.map(\.code).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
  }

  /// The only one of that name.
  private func indicator(_ keys: [String]) -> Indicator? {
    let words = keys.filter { !Phrase.isSmall($0) }
    guard !words.isEmpty else { return nil }
    let found = lexicon.entries.filter { $0.phrases.contains { $0.words == words } }
    return found.count == 1 ? found[0].indicator : nil
  }

  // MARK: Units

  /// “(buổi)”, “(điểm %)”, “(+/-)” at the end.
  private func withoutUnit(_ tokens: [DraftToken]) -> (tokens: [DraftToken], unit: [String]?) {
    guard tokens.last?.sign == ")", let open = tokens.lastIndex(where: { $0.sign == "(" }) else { return (tokens, nil) }
    let inside = tokens[(open + 1)..<(tokens.count - 1)]
    guard !inside.isEmpty, PeriodReader(Array(inside)).mentions().isEmpty else { return (tokens, nil) }
    return (Array(tokens[..<open]), inside.map(\.key))
  }

  /// “Đơn vị tính:”
  private func unitStart(_ tokens: [DraftToken]) -> (begin: Int, end: Int)? {
    let heads = [["don", "vi", "tinh"], ["dvt"], ["unit", "of", "measure"], ["unit"]]
    for index in tokens.indices {
      for head in heads where tokens[index...].prefix(head.count).map(\.folded) == head {
        let end = index + head.count
        if tokens.indices.contains(end), tokens[end].sign == ":" { return (index, end + 1) }
      }
    }
    return nil
  }

  static func isUnitHeading(_ text: String, _ spelling: DraftSpelling) -> Bool {
    let words = DraftTokens.read(text, spelling).filter(\.isWord).map(\.folded).joined(separator: " ")
    return ["don vi tinh", "dvt", "unit of measure", "unit"].contains(words)
  }

  static func isOrdinalHeading(_ text: String, _ spelling: DraftSpelling) -> Bool {
    let words = DraftTokens.read(text, spelling).filter(\.isWord).map(\.folded).joined(separator: " ")
    return ["tt", "stt", "so thu tu", "no"].contains(words) || text == "#"
  }
}
