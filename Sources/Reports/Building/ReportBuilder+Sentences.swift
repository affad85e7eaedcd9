import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

extension ReportBuilder {
  /// A value as running text has it, with its unit: the published figure at its printed precision where one agrees,
  /// otherwise the computed one, marked when it is illustrative. Nil without a value.
  func prose(_ observation: Observation, _ indicator: Indicator) throws(Failure) -> ReportSentence? {
    guard let value = observation.value, let id = try book.record(observation, of: indicator) else { return nil }
    if let claim = claim(indicator, observation) {
      let words = try amount(Rational(claim.value), decimals: claim.value.scale, indicator)
      let bound = claim.bound.words.map { $0[language] + "\u{A0}" } ?? ""
      let name = try scaledName(claimFigure(claim, indicator), words, indicator)
      return sentence(name, bound + words.printed, words.unit)
    }
    let words = try amount(value, decimals: indicator.decimals, indicator)
    let mark = observation.isIllustrative ? "\u{A0}\(Messages.illustrativeMark[language])" : ""
    let name = try scaledName(id, words, indicator)
    return sentence(name, words.printed, words.unit + mark)
  }

  /// A published figure in a table: as its source has it, and in English with the separators and words of its readers,
  /// who would take 2.731 for a fraction.
  func published(_ claim: Claim, _ indicator: Indicator?) throws(Failure) -> String {
    guard language == .english else { return claim.printed }
    let bound = claim.bound.words.map { $0[language] + "\u{A0}" } ?? ""
    guard let indicator else { return bound + numbers.string(claim.value) }
    let words = try amount(Rational(claim.value), decimals: claim.value.scale, indicator)
    return bound + words.printed + (words.money == nil ? "" : words.unit)
  }

  private func sentence(_ id: FigureID, _ printed: String, _ rest: String) -> ReportSentence {
    ReportSentence([.figure(id, printed: printed)] + (rest.isEmpty ? [] : [.text(rest)]))
  }

  struct Amount {
    let printed: String
    /// What follows the number, with its space.
    let unit: String
    /// The amount in the unit in which it is said, where that is another one.
    var money: MoneyAmount?
  }

  func amount(_ value: Rational, decimals: Int, _ indicator: Indicator) throws(Failure) -> Amount {
    do {
      if indicator.unit.isPercent {
        return Amount(printed: numbers.percent(try value.rounded(to: decimals)), unit: "")
      }
      if let money = try MoneyAmount(value, in: indicator.unit) {
        let unit = Messages.money[money.unit.code]?[language] ?? ""
        return Amount(
          printed: numbers.string(money.value), unit: "\u{A0}" + TextWrap.keptTogether(unit), money: money)
      }
      let rounded = try value.rounded(to: decimals)
      return Amount(printed: numbers.inProse(rounded), unit: unitAfter(rounded, indicator))
    } catch {
      throw .refused(Messages.overflow)
    }
  }

  /// An amount said in another unit is another number and has a name of its own.
  func scaledName(_ id: FigureID, _ words: Amount, _ indicator: Indicator) throws(Failure) -> FigureID {
    guard let money = words.money, let entry = book[id], money.unit != indicator.unit || money.isRounded else {
      return id
    }
    let name = FigureID("\(id.name)#in-\(money.unit.code)")
    let factor: Rational
    let exact: Rational
    do {
      factor = try indicator.unit.factor.divided(by: money.unit.factor)
      exact = try entry.value.multiplied(by: factor)
    } catch {
      throw .refused(Messages.overflow)
    }
    book.add(
      LedgerEntry(
        id: name, indicator: indicator.code, period: entry.period, selection: entry.selection, value: exact,
        published: money.value, unitOfMeasure: money.unit.code, flags: entry.flags,
        isIllustrative: entry.isIllustrative, formula: "\(id.name) * \(factor)", origin: .derived(from: [id])))
    return name
  }

  /// "tăng 2,92 điểm phần trăm", "giảm 277 buổi", "không đổi"; nil where nothing is compared.
  func changePhrase(_ trend: Trend, _ indicator: Indicator) throws(Failure) -> ReportSentence? {
    guard let ends = ends(of: trend) else { return nil }
    return try changePhrase(from: ends.from, to: ends.to, indicator)
  }

  func changePhrase(
    from first: Observation, to last: Observation, _ indicator: Indicator
  ) throws(Failure) -> ReportSentence? {
    guard let figure = try changeFigure(from: first, to: last, indicator) else { return nil }
    if figure.value.isZero { return ReportSentence(Messages.unchanged[language]) }
    let word = figure.value.isNegative ? Messages.falls[language] : Messages.rises[language]
    return try differencePhrase(word, figure, indicator)
  }

  /// A difference without its sign after the word that says its direction.
  func differencePhrase(_ word: String, _ figure: ReportFigure, _ indicator: Indicator) throws(Failure)
    -> ReportSentence
  {
    let isMarked = figure.isIllustrative && !isPublished(figure)
    return ReportSentence(
      [.text("\(word) ")] + (try quantity(figure.id, figure.value, indicator)) + [.text(mark(isMarked))])
  }

  func isPublished(_ change: ReportFigure) -> Bool { claimOfChange(change) != nil }

  /// A published change that a computed one agrees with.
  private func claimOfChange(_ figure: ReportFigure) -> Claim? {
    guard let entry = book[figure.id], entry.selection == .whole, case .derived(let terms) = entry.origin,
      terms.count == 2, let first = book[terms[1]]?.period, let last = book[terms[0]]?.period
    else { return nil }
    return claims.first {
      $0.kind == .change && $0.indicator == entry.indicator && $0.years == first.year...last.year
        && $0.agrees(with: entry.value)
    }
  }

  /// "cuối năm 2013", "đến ngày 30/9/2023" for a stock; "năm 2014" for a flow.
  func pointInTime(_ observation: Observation, _ indicator: Indicator) -> String {
    let period = observation.period
    if evaluator.isFlow(indicator) && accumulates(indicator) { return dates.inSentence(period) }
    if period.isPartial || period.kind < .year { return Messages.asOf(dates.short(period.cutOff))[language] }
    return Messages.atEndOf(dates.label(period))[language]
  }
}

extension ReportSentence {
  func appending(_ text: String) -> ReportSentence {
    text.isEmpty ? self : ReportSentence(parts + [.text(text)], tableID: tableID)
  }
}

extension Messages {
  /// The words of a run around its number. Its order differs between the languages.
  static func inARow(
    _ word: String, _ language: OutputLanguage, number: () -> ReportSentence.Part
  ) -> ReportSentence {
    switch language {
    case .vietnamese: ReportSentence([.text("\(word) năm thứ "), number(), .text(" liên tiếp")])
    case .english: ReportSentence([.text("\(word) for the "), number(), .text(" year in a row")])
    }
  }
}
