import Aggregation
import Catalogue
import Findings

/// Which years a figure is about, by the times named around it.
struct PeriodChoice {
  private let tokens: [DraftToken]
  private let mentions: [PeriodMention]
  private let sentences: DraftSentences
  /// The time that the head of the draft names.
  private let head: PeriodMention?
  /// Mentions that stand right after a figure belong to it alone.
  private var taken: Set<Int> = []

  init(
    _ tokens: [DraftToken], _ mentions: [PeriodMention], _ sentences: DraftSentences, first figure: Int?,
    _ surroundings: [FigureSurroundings]
  ) {
    self.tokens = tokens
    self.mentions = mentions
    self.sentences = sentences
    head = mentions.first { mention in
      guard mention.tokens.upperBound <= figure ?? tokens.count, !mention.isBaseline else { return false }
      switch mention.kind {
      case .range, .year, .lastYears: return true
      case .since, .previousYear, .day, .finer: return false
      }
    }
    taken = Set(surroundings.compactMap { self.following($0)?.tokens.lowerBound })
  }

  private func following(_ place: FigureSurroundings) -> PeriodMention? {
    // “so với mức 56,3% cuối năm 2013”: the comparison begins before the figure, so the time is its own.
    mentions.first { mention in
      place.right.contains(mention.tokens.lowerBound)
        && !tokens[place.right.lowerBound..<mention.tokens.lowerBound].contains {
          ["voi", "compared", "versus", "than", "against", "from"].contains($0.folded)
        }
    }
  }

  /// “so với năm 2021 (26 doanh nghiệp)”: what stands in brackets behind a time is of that time.
  private func explained(_ place: FigureSurroundings) -> PeriodMention? {
    let bracket = place.local.upperBound - 1
    guard place.local.contains(bracket), tokens[bracket].sign == "(" else { return nil }
    return mentions.first { $0.tokens.upperBound == bracket }
  }

  /// The times that may be meant, the nearest first: before an opening bracket, right after the figure, in its own part, before it in the sentence,
  /// at the head of an earlier sentence of the paragraph, at the head of the draft.
  func candidates(_ place: FigureSurroundings) -> [PeriodMention] {
    var found: [PeriodMention] = []
    if let compared = explained(place) { found.append(compared) }
    if let next = following(place) { found.append(next) }
    let usable = mentions.filter { !$0.isBaseline && !taken.contains($0.tokens.lowerBound) }
    found += usable.filter { place.local.contains($0.tokens.lowerBound) }.reversed()
    found += usable.filter {
      $0.tokens.lowerBound >= place.sentence.lowerBound && $0.tokens.upperBound <= place.local.lowerBound
    }.reversed()
    found += usable.filter { mention in
      mention.tokens.lowerBound >= place.paragraph && mention.tokens.lowerBound < place.sentence.lowerBound
        && sentences.sentences.contains {
          $0.contains(mention.tokens.lowerBound) && mention.tokens.lowerBound <= $0.lowerBound + 2
        }
    }.reversed()
    if let head { found.append(head) }
    return found
  }

  /// What a change is counted from: what stands after “so với”, or the begin of a named span.
  func baseline(_ place: FigureSurroundings, _ figure: FoundFigure) -> PeriodMention? {
    let end = (figure.tokens.upperBound..<place.sentence.upperBound).first { tokens[$0].sign == ";" }
    let rest = figure.tokens.upperBound..<(end ?? max(figure.tokens.upperBound, place.sentence.upperBound))
    if let after = mentions.first(where: { rest.contains($0.tokens.lowerBound) && ($0.isBaseline || isSpan($0)) }) {
      return after
    }
    return mentions.last {
      $0.tokens.lowerBound >= place.clause.lowerBound && $0.tokens.upperBound <= figure.tokens.lowerBound
        && ($0.isBaseline || isSpan($0))
    }
  }

  private func isSpan(_ mention: PeriodMention) -> Bool {
    switch mention.kind {
    case .since, .range, .lastYears: true
    case .year, .previousYear, .day, .finer: false
    }
  }

  func text(_ mention: PeriodMention) -> String { DraftTokens.text(tokens[mention.tokens]) }

  /// Years in the data of an indicator; nil where the time means none for it.
  ///
  /// - Parameters:
  ///   - available: the years of the indicator's data.
  ///   - isAtEnd: whether it is taken at the end of the last year, so that a cut-off says which.
  func years(_ mention: PeriodMention, available: ClosedRange<Int>, isAtEnd: Bool) -> ClosedRange<Int>? {
    switch mention.kind {
    case .year(let year): return year...year
    case .range(let first, let last): return first...last
    case .since(let year):
      let first = max(year, available.lowerBound)
      return first <= available.upperBound ? first...available.upperBound : nil
    case .lastYears(let count):
      let last = headEnd ?? available.upperBound
      return (last - count + 1)...last
    case .previousYear: return headEnd.map { ($0 - 1)...($0 - 1) }
    case .day(let year): return isAtEnd ? year...year : nil
    case .finer: return nil
    }
  }

  private var headEnd: Int? {
    switch head?.kind {
    case .year(let year): year
    case .range(_, let last): last
    default: nil
    }
  }
}

extension DraftTokens {
  /// Tokens as they stood on a line.
  static func text(_ tokens: some Collection<DraftToken>) -> String {
    var text = ""
    for token in tokens { text += (text.isEmpty || token.isAttached ? "" : " ") + token.text }
    return text
  }
}
