import Aggregation
import Catalogue
import Findings
import Language
import Values

/// One figure of a draft: what it may be, and what the data say to that.
struct DraftFigureCheck {
  private let judge: Judge
  private let reading: DraftReading
  private let figure: FoundFigure
  private let place: FigureSurroundings
  private let quantity: StatedQuantity

  init(_ judge: Judge, _ reading: DraftReading, _ figure: FoundFigure, _ place: FigureSurroundings) {
    self.judge = judge
    self.reading = reading
    self.figure = figure
    self.place = place
    func folded(_ range: Range<Int>) -> [String] { reading.tokens[range].filter(\.isWord).map(\.folded) }
    let after = figure.tokens.upperBound..<max(figure.tokens.upperBound, place.sentence.upperBound)
    // What follows the next number is said of that one.
    let end =
      after.first {
        reading.tokens[$0].sign == ";" || reading.tokens[$0].number != nil && !reading.times.contains($0)
      } ?? after.upperBound
    // A bound word may stand between the direction and the number: tăng hơn 2%.
    quantity = QuantityWords.quantity(
      folded(place.local), folded(after.lowerBound..<end), isPercent: figure.unit == .percent)
  }

  func result(after history: [(sentence: Range<Int>, indicator: Indicator)]) throws(Failure) -> DraftResult {
    let token = reading.tokens[figure.index]
    let shown = DraftFigure(
      printed: DraftTokens.text(reading.tokens[figure.tokens]), line: token.line, column: token.column,
      value: figure.number.value, bound: figure.bound)
    if let reason = obstacle { return DraftResult(figure: shown, proposals: [], judgement: unknown([reason])) }
    let candidates = reading.indicators.candidates(figure, quantity, place, previous: previous(history))
    guard !candidates.isEmpty else {
      return DraftResult(figure: shown, proposals: [], judgement: unknown([Messages.noCandidate]))
    }
    var proposals: [DraftProposal] = []
    var reasons: [LocalizedText] = []
    var isCertain = candidates.count == 1
    if candidates.count > 1 { reasons.append(Messages.severalCandidates) }
    for candidate in candidates.prefix(4) {
      let (found, doubt) = try self.proposals(candidate)
      proposals += found
      if let doubt {
        isCertain = false
        if !reasons.contains(doubt) { reasons.append(doubt) }
      }
    }
    if proposals.count == 1, isCertain {
      return DraftResult(figure: shown, proposals: proposals, judgement: proposals[0].judgement)
    }
    if let agreed = agreed(proposals), candidates.count == 1, reasons.isEmpty {
      return DraftResult(figure: shown, proposals: [agreed], judgement: agreed.judgement)
    }
    if proposals.count > 1, !reasons.contains(Messages.severalCandidates) { reasons.append(Messages.severalReadings) }
    return DraftResult(figure: shown, proposals: proposals, judgement: unknown(reasons))
  }

  /// Why it cannot be known what the figure is, before its indicator is looked for.
  private var obstacle: LocalizedText? {
    guard figure.number.value != nil else { return Messages.unreadableNumber }
    if reading.tokens.indices.contains(figure.tokens.upperBound), reading.tokens[figure.tokens.upperBound].text == "‰" {
      return Messages.unreadableNumber
    }
    if figure.denominator != nil { return Messages.pairOfNumbers }
    if reading.isMixed, figure.number.alternative != nil { return Messages.mixedConventions }
    let doubt = FigureDoubt(reading, figure, place)
    if doubt.isEndOfRange { return Messages.endOfRange }
    // Points of what, if nothing is said to have risen or fallen?
    if quantity.kind == .comparison || figure.unit == .percentagePoint && quantity.kind == .level {
      return Messages.comparedElsewhere
    }
    if quantity.kind == .change, doubt.isContribution { return Messages.contributionToChange }
    if doubt.isDenied { return Messages.deniedFigure }
    if doubt.isHopedFor, ![.target, .gap, .completion].contains(quantity.kind) { return Messages.hopedForFigure }
    return nil
  }

  private func unknown(_ reasons: [LocalizedText]) -> Judgement { Judgement([.unknown], reasons: reasons) }

  /// The indicators of earlier figures of the sentence; of the sentence before where this one points back to it.
  private func previous(_ history: [(sentence: Range<Int>, indicator: Indicator)]) -> [Indicator] {
    let own = history.filter { $0.sentence == place.sentence }.map(\.indicator)
    guard own.isEmpty, let last = history.last, last.sentence.upperBound == place.sentence.lowerBound,
      last.sentence.lowerBound >= place.paragraph || place.paragraph == place.sentence.lowerBound,
      pointsBack
    else {
      guard own.isEmpty, pointsBack, let last = history.last, last.sentence.lowerBound >= place.paragraph else {
        return own
      }
      return [last.indicator]
    }
    return [last.indicator]
  }

  private var pointsBack: Bool {
    reading.tokens[place.local].contains {
      ["nay", "tren", "do", "this", "it", "which"].contains($0.folded) && $0.isWord
    }
  }

  /// All readings of one indicator, and why none of them is certain.
  private func proposals(
    _ candidate: IndicatorChoice.Candidate
  ) throws(Failure) -> ([DraftProposal], doubt: LocalizedText?) {
    let indicator = candidate.indicator
    let consumed = Set(candidate.phrase)
    guard let available = try judge.evaluator.years(of: indicator) else { return ([], Messages.noData) }
    let isAtEnd = judge.isAtEnd(indicator)
    var doubt = FigureDoubt(reading, figure, place).isQualified(candidate) ? Messages.qualifiedFigure : nil
    var years: ClosedRange<Int>?
    var time: PeriodMention?
    for mention in reading.periods.candidates(place) {
      if mention.kind == .finer {
        doubt = Messages.finerPeriod
        break
      }
      guard let found = reading.periods.years(mention, available: available, isAtEnd: isAtEnd) else { continue }
      (years, time) = (found, mention)
      if try isWithinYear(mention, indicator) { doubt = Messages.finerPeriod }
      break
    }
    if years == nil, doubt == nil { doubt = Messages.noPeriodNamed }
    let meant = years ?? (isAtEnd ? available.upperBound...available.upperBound : available)
    let members = reading.members.choice(place, meant, indicator, judge.dataset.catalogue, consumed: consumed)
    if members.isElsewhere { return ([], Messages.unknownPlace) }
    var quantity: Assertion.Quantity?
    switch self.quantity.kind {
    case .level, .comparison: quantity = .level
    case .average: quantity = .yearlyAverage
    case .target: quantity = .target
    case .gap: quantity = .targetGap
    case .completion: quantity = .completion
    case .change:
      if let first = try baseline(meant, indicator) { quantity = .change(since: first) }
      if quantity == nil { doubt = Messages.noBaseline }
    }
    guard let quantity else { return ([], doubt) }
    var evidence = members.evidence
    if let time { evidence.append(reading.periods.text(time)) }
    if !candidate.phrase.isEmpty { evidence.insert(candidate.phrase.joined(separator: " "), at: 0) }
    var found: [DraftProposal] = []
    for selection in members.selections {
      let assertion = try assertion(candidate, quantity, meant, selection)
      guard let assertion else { continue }
      found.append(
        DraftProposal(
          indicator: indicator, quantity: self.quantity.kind.rawValue, years: span(assertion),
          unit: selection.unit, organisation: selection.member(of: DimensionDeclaration.organisation),
          evidence: evidence.joined(separator: ", "), judgement: try judge.judge(assertion)))
    }
    return (found, doubt)
  }

  private func span(_ assertion: Assertion) -> ClosedRange<Int> {
    if case .change(let first) = assertion.quantity, first <= assertion.years.upperBound {
      return first...assertion.years.upperBound
    }
    return judge.isAtEnd(assertion.indicator)
      ? assertion.years.upperBound...assertion.years.upperBound : assertion.years
  }

  /// The year that a change is counted from.
  private func baseline(_ years: ClosedRange<Int>, _ indicator: Indicator) throws(Failure) -> Int? {
    guard let mention = reading.periods.baseline(place, figure), try !isWithinYear(mention, indicator) else {
      return nil
    }
    switch mention.kind {
    case .year(let year), .day(let year), .since(let year): return year
    case .range(let first, _): return first
    case .previousYear: return years.upperBound - 1
    case .lastYears(let count): return years.upperBound - count
    case .finer: return nil
    }
  }

  /// A day before the year's own data end: what it was then is not the value of the year.
  private func isWithinYear(_ mention: PeriodMention, _ indicator: Indicator) throws(Failure) -> Bool {
    guard case .day(let year) = mention.kind, let date = mention.date,
      let available = try judge.evaluator.years(of: indicator), available.contains(year)
    else { return false }
    return try date < judge.evaluator.observe(indicator, years: year...year).period.cutOff
  }

  private func assertion(
    _ candidate: IndicatorChoice.Candidate, _ quantity: Assertion.Quantity, _ years: ClosedRange<Int>,
    _ selection: Selection
  ) throws(Failure) -> Assertion? {
    let indicator = candidate.indicator
    guard let printed = figure.number.value else { return nil }
    var multiplier = PrintedFigure.power(figure.power)
    var unit = Assertion.StatedUnit.own
    switch figure.unit {
    case .percent: unit = quantity == .completion || isLevelOfPercent(indicator, quantity) ? .own : .percent
    case .percentagePoint: unit = .percentagePoint
    case .money:
      multiplier = try judge.exactly { () throws(ArithmeticFailure) in
        try multiplier.divided(by: indicator.unit.factor)
      }
      if let dong = UnitOfMeasure.money["dong"] { unit = .money(dong) }
    case .catalogue(let words):
      if candidate.isOtherUnit { unit = .other(words.joined(separator: " ")) }
    case .none, .noun: break
    }
    let isSigned: Bool =
      switch quantity {
      case .change, .targetGap: true
      case .level, .yearlyAverage, .target, .completion: false
      }
    let value =
      isSigned && self.quantity.isFall && !printed.isNegative
      ? ExactDecimal(coefficient: -printed.coefficient, scale: printed.scale) : printed
    return Assertion(
      indicator: indicator, quantity: quantity, years: years, selection: selection,
      figure: PrintedFigure(value: value, multiplier: multiplier, bound: figure.bound), unit: unit)
  }

  private func isLevelOfPercent(_ indicator: Indicator, _ quantity: Assertion.Quantity) -> Bool {
    indicator.unit.isPercent && [.level, .target].contains(quantity)
  }

  /// Readings of one indicator that come to the same verdict with the same value are one.
  private func agreed(_ proposals: [DraftProposal]) -> DraftProposal? {
    guard let first = proposals.first else { return nil }
    let isSame = proposals.allSatisfy {
      $0.judgement.verdicts == first.judgement.verdicts && $0.judgement.computed == first.judgement.computed
    }
    return isSame ? first : nil
  }
}
