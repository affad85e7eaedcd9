import Catalogue
import Language
import Values

/// Which indicator a figure may be, by the words around it and by its unit.
struct IndicatorChoice {
  struct Candidate {
    let indicator: Indicator
    /// Words of its name in the figure's own part, and in all that was looked at.
    var local: Int
    var total: Int
    /// The words of the name that was found.
    let phrase: [String]
    /// The unit of the draft is another one for the same thing: persons for memberships.
    let isOtherUnit: Bool
  }

  private let tokens: [DraftToken]
  private let lexicon: Lexicon
  private let catalogue: Catalogue

  init(_ tokens: [DraftToken], _ lexicon: Lexicon, _ catalogue: Catalogue) {
    self.tokens = tokens
    self.lexicon = lexicon
    self.catalogue = catalogue
  }

  /// Persons, or how often they took part: offices confuse them.
  private static let persons = Set(
    "lượt,người,lượt người,luot,nguoi,luot nguoi,membership,person,people,attendance,member".split(separator: ",")
      .map { String($0) })

  private enum Fit { case own, other, none }

  private func fit(_ entry: Lexicon.Entry, _ figure: FoundFigure, _ quantity: StatedQuantity) -> Fit {
    let unit = entry.indicator.unit
    let isRelative = quantity.kind == .change || quantity.kind == .completion
    switch figure.unit {
    case .percent:
      if quantity.kind == .completion { return .own }
      return unit.isPercent || isRelative ? .own : .none
    case .percentagePoint: return unit.isPercent && quantity.kind != .completion ? .own : .none
    case .money: return unit.dimension == ["dong": 1] ? .own : .none
    case .catalogue(let words):
      if entry.unit == words { return .own }
      let isSame =
        Self.persons.contains(words.joined(separator: " "))
        && Self.persons.contains(entry.unit.joined(separator: " "))
      return isSame ? .other : .none
    case .none, .noun: return .own
    }
  }

  /// The best of what the words allow; several where they do not decide.
  ///
  /// - Parameter previous: the indicators of the earlier figures of the sentence, the last one last.
  func candidates(
    _ figure: FoundFigure, _ quantity: StatedQuantity, _ place: FigureSurroundings, previous: [Indicator]
  ) -> [Candidate] {
    let unit = words(figure.index + 1..<max(figure.index + 1, figure.tokens.upperBound))
    let sentence = words(place.sentence.lowerBound..<place.local.upperBound) + unit + words(place.right)
    let local = words(place.local) + words(place.right)
    var matches = matches(figure, quantity, sentence, local)
    let hasLocal = matches.contains { $0.local > 0 }
    if !hasLocal, let inherited = inherited(figure, quantity, previous) { return [inherited] }
    if matches.isEmpty { matches = self.matches(figure, quantity, words(place.title) + sentence, local) }
    // A number without a unit is a figure only where its own part names it.
    switch figure.unit {
    case .none where quantity.kind != .target: matches = matches.filter { $0.local > 0 }
    case .noun(let noun):
      // What is counted must be named whole: not "hội viên" of "hội viên danh dự".
      let counted = [noun] + place.right.dropFirst().prefix { !isLink($0) }.map { tokens[$0].key }
      matches = matches.filter { Set($0.phrase).isSuperset(of: counted) }
    default: break
    }
    // An average or a change behind a figure is that figure's, unless its own words fit something else better.
    if quantity.kind != .level, let last = previous.last, let nearest = matches.map(\.local).max(),
      let own = matches.first(where: { $0.indicator.code == last.code && $0.local == nearest })
    {
      return [own]
    }
    guard let best = matches.map({ ($0.local, $0.total) }).max(by: <) else { return [] }
    let winners = matches.filter { ($0.local, $0.total) == best }
    return winners + rivals(of: winners, figure, quantity)
  }

  /// Names that hold all words of the winner's and more: the words do not say that these are not meant.
  private func rivals(
    of winners: [Candidate], _ figure: FoundFigure, _ quantity: StatedQuantity
  ) -> [Candidate] {
    guard winners.count == 1, let winner = winners.first else { return [] }
    // Its full name is meant by it, even where another name goes on.
    let own = Set(winner.phrase)
    if let name = Phrase(winner.indicator.names[lexicon.spelling.language], lexicon.spelling), own == Set(name.words) {
      return []
    }
    return lexicon.entries.compactMap { entry in
      guard entry.indicator.code != winner.indicator.code, fit(entry, figure, quantity) == .own,
        let wider = entry.phrases.first(where: { own.isStrictSubset(of: $0.words) || own == Set($0.words) })
      else { return nil }
      return Candidate(
        indicator: entry.indicator, local: 0, total: 0, phrase: wider.words, isOtherUnit: false)
    }
  }

  private func matches(
    _ figure: FoundFigure, _ quantity: StatedQuantity, _ text: [String], _ local: [String]
  ) -> [Candidate] {
    let spoken = text.filter { !Phrase.isSmall($0) }
    let (pairs, singles) = (WordPair.all(spoken), Set(spoken))
    var unit: Set<String> = []
    if case .catalogue(let words) = figure.unit { unit = Set(words) }
    if case .noun(let noun) = figure.unit { unit = [noun] }
    let near = Set(local)
    return lexicon.entries.compactMap { entry in
      let fit = fit(entry, figure, quantity)
      guard fit != .none else { return nil }
      var best: Candidate?
      for phrase in entry.phrases where phrase.isMatched(pairs: pairs, singles: singles, unit: unit) {
        let candidate = Candidate(
          indicator: entry.indicator, local: phrase.words.count { near.contains($0) && !unit.contains($0) },
          total: phrase.words.count, phrase: phrase.words, isOtherUnit: fit == .other)
        if best.map({ ($0.local, $0.total) < (candidate.local, candidate.total) }) ?? true { best = candidate }
      }
      // A name that is nothing but its unit has its words there, if nothing else is counted in it: 20 phong trào.
      if var found = best, found.local == 0, Set(found.phrase).isSubset(of: unit), isOnlyOne(entry) {
        found.local = found.phrase.count
        best = found
      }
      return best
    }
  }

  private func isOnlyOne(_ entry: Lexicon.Entry) -> Bool {
    lexicon.entries.count { $0.unit == entry.unit } == 1
  }

  /// What the sentence has spoken of before: the same indicator, or the ratio of two that it has named.
  private func inherited(
    _ figure: FoundFigure, _ quantity: StatedQuantity, _ previous: [Indicator]
  ) -> Candidate? {
    guard let last = previous.last else { return nil }
    func candidate(_ indicator: Indicator) -> Candidate {
      Candidate(indicator: indicator, local: 0, total: 0, phrase: [], isOtherUnit: false)
    }
    if figure.unit == .percent, quantity.kind == .level, case .measure(let top) = last.definition {
      let bottoms = previous.dropLast().compactMap { indicator -> String? in
        if case .measure(let name) = indicator.definition { name } else { nil }
      }
      let ratio = lexicon.entries.first { entry in
        guard case .ratio(top, let bottom) = entry.indicator.definition else { return false }
        return bottoms.contains(bottom)
      }
      return ratio.map { candidate($0.indicator) }
    }
    guard let entry = lexicon.entries.first(where: { $0.indicator.code == last.code }) else { return nil }
    switch figure.unit {
    case .noun: return nil
    case .none where ![.target, .gap, .change].contains(quantity.kind): return nil
    case .catalogue, .money, .percent, .percentagePoint, .none:
      return fit(entry, figure, quantity) == .own ? candidate(last) : nil
    }
  }

  private func isLink(_ index: Int) -> Bool {
    !tokens[index].isWord || FigureFinder.links.contains(tokens[index].folded)
  }

  func words(_ range: Range<Int>) -> [String] {
    tokens[range].compactMap { token in token.isWord || token.number != nil ? token.key : nil }
  }
}
