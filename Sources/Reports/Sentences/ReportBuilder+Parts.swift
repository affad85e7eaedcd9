import Aggregation
import Catalogue
import Datasets
import Findings
import Language
import Trends
import Values

/// What the latest change of an indicator is made of.
extension ReportBuilder {
  /// "Trong mức tăng 0,60 điểm phần trăm so với cuối năm 2022, đóng góp nhiều nhất là Đơn vị A (0,12 điểm phần trăm), …".
  ///
  /// Nil where the change is not made of parts, where a unit was not there at both times, and where no few units stand out.
  func contributionsPhrase(_ trend: Trend, _ indicator: Indicator) throws(Failure) -> ReportSentence? {
    guard let latest = trend.latestChange, trend.selection == .whole, !latest.printed.isZero,
      let found = try contributions(latest, indicator), found.parts.count > 3,
      found.parts.allSatisfy(\.isInBoth),
      let change = try changeFigure(from: latest.before, to: latest.after, indicator),
      !change.value.isZero
    else { return nil }
    let isFall = change.value.isNegative
    let names = try ranking(of: indicator)
    var leading: [(name: String, figure: ReportFigure)] = []
    for part in found.ordered {
      guard let name = names.first(where: { $0.trend.selection == part.selection })?.name,
        let figure = try contributionFigure(part, found, indicator)
      else { return nil }
      if figure.value.isZero || figure.value.isNegative != isFall { break }
      leading.append((name, figure))
    }
    // Three at most, and none that ties with one that is left out.
    let shown = leading.prefix(3).filter { item in leading.count <= 3 || item.figure.value != leading[3].figure.value }
    guard !shown.isEmpty else { return nil }
    var parts = try opening(change, latest, indicator)
    parts.append(.text(", \(Messages.largestParts(isFall: isFall)[language]) "))
    for (index, item) in shown.enumerated() {
      if index > 0 { parts.append(.text(index == shown.count - 1 ? " \(Messages.and[language]) " : ", ")) }
      parts.append(.text("\(TextWrap.keptTogether(item.name)) ("))
      parts += try quantity(item.figure.id, item.figure.value, indicator)
      parts.append(.text("\(markWithin(item.figure.isIllustrative)))"))
    }
    return ReportSentence(parts, tableID: tableID(of: indicator))
  }

  private func contributions(_ latest: LatestChange, _ indicator: Indicator) throws(Failure) -> Contributions? {
    guard let first = PeriodSlot(code: latest.before.period.code), let last = PeriodSlot(code: latest.after.period.code)
    else { return nil }
    do throws(Failure) {
      return try trends.contributions(
        of: indicator, from: .slot(first), to: .slot(last), by: DimensionDeclaration.unit)
    } catch {
      guard case .refused = error else { throw error }
      return nil
    }
  }

  /// Nil where its terms are not in the ledger.
  private func contributionFigure(
    _ part: Contributions.Part, _ all: Contributions, _ indicator: Indicator
  ) throws(Failure) -> ReportFigure? {
    guard let inputs = try inputs(of: part, in: all) else { return nil }
    let formula =
      inputs.count == 2 ? "\(inputs[0].name) - \(inputs[1].name)" : "symmetric decomposition: the part's amount"
    return try derivedFigure(
      "\(changeName(all.change, indicator))\(LedgerBook.suffix(part.selection))#contribution", part.amount,
      decimals: indicator.decimals, unit: all.change.unit, of: indicator, period: part.after.period,
      selection: part.selection, formula: formula, from: inputs)
  }

  private func changeName(_ change: TrendChange, _ indicator: Indicator) -> String {
    "\(indicator.code)@\(change.from.code)..\(change.to.code)"
  }

  /// "Trong mức tăng 0,60 điểm phần trăm (mh) so với cuối năm 2022".
  private func opening(
    _ change: ReportFigure, _ latest: LatestChange, _ indicator: Indicator
  ) throws(Failure) -> [ReportSentence.Part] {
    [.text("\(Messages.ofTheChange(isRise: !change.value.isNegative)[language]) ")]
      + (try quantity(change.id, change.value, indicator)) + [
        .text(
          "\(mark(change.isIllustrative)) "
            + Messages.against(yearBefore(latest.before, latest.after, indicator))[language])
      ]
  }

  // MARK: A rate and its terms

  private func rateMoved(
    _ change: ReportFigure, _ latest: LatestChange, _ indicator: Indicator
  ) throws(Failure) -> [ReportSentence.Part] {
    let words = Messages.rateMoved(
      since: yearBefore(latest.before, latest.after, indicator), isRise: !change.value.isNegative)
    return [.text("\(words.start[language]) ")] + (try quantity(change.id, change.value, indicator)) + [
      .text(mark(change.isIllustrative) + words.end[language])
    ]
  }

  /// "So với cuối năm 2022, tỷ lệ tăng 0,60 điểm phần trăm, trong đó phần tính theo số đoàn viên, hội viên tăng 1,20 điểm
  /// phần trăm; phần tính theo số đối tượng giảm 0,60 điểm phần trăm"; nil for what is no quotient of indicators.
  func splitPhrase(_ trend: Trend, _ indicator: Indicator) throws(Failure) -> ReportSentence? {
    guard case .ratio(let top, let bottom) = indicator.definition, let upper = publisher(of: top),
      let lower = publisher(of: bottom)
    else { return nil }
    guard let latest = trend.latestChange, let first = PeriodSlot(code: latest.before.period.code),
      let last = PeriodSlot(code: latest.after.period.code), let before = try terms(of: indicator, latest.before),
      let after = try terms(of: indicator, latest.after)
    else { return nil }
    var split: RateSplit?
    do throws(Failure) { split = try trends.rateSplit(of: indicator, from: .slot(first), to: .slot(last)) } catch {
      guard case .refused = error else { throw error }
    }
    guard let split else { return nil }
    return try effects(
      [
        Effect(name: "numerator", words: Messages.partOf(upper.names), amount: split.numerator),
        Effect(name: "denominator", words: Messages.partOf(lower.names), amount: split.denominator),
      ], from: before + after, of: latest, indicator, isOpened: true)
  }

  /// The same change by units, without its opening: their own rates, and their weights.
  func structurePhrase(_ trend: Trend, _ indicator: Indicator) throws(Failure) -> ReportSentence? {
    guard case .ratio = indicator.definition, trend.selection == .whole, let latest = trend.latestChange,
      let found = try contributions(latest, indicator), found.parts.count > 1, found.parts.allSatisfy(\.isInBoth),
      let split = found.split
    else { return nil }
    var inputs: [FigureID] = []
    for part in found.parts {
      guard let own = try self.inputs(of: part, in: found) else { return nil }
      inputs += own.prefix(4)
    }
    return try effects(
      [
        Effect(name: "rates of the parts", words: Messages.partOfRates, amount: split.rate),
        Effect(name: "weights of the parts", words: Messages.partOfStructure, amount: split.structure),
      ], from: inputs, of: latest, indicator, isOpened: false)
  }

  private struct Effect {
    let name: String
    let words: LocalizedText
    let amount: Rational
  }

  private func effects(
    _ effects: [Effect], from inputs: [FigureID], of latest: LatestChange, _ indicator: Indicator, isOpened: Bool
  ) throws(Failure) -> ReportSentence? {
    guard let change = try changeFigure(from: latest.before, to: latest.after, indicator), !change.value.isZero else {
      return nil
    }
    var parts = isOpened ? try rateMoved(change, latest, indicator) : []
    var sum = Rational.zero
    for (index, effect) in effects.enumerated() {
      let name = effect.name.replacing(" ", with: "-")
      let figure = try derivedFigure(
        "\(changeName(latest.change, indicator))#\(name)", effect.amount, decimals: indicator.decimals,
        unit: latest.change.unit, of: indicator, period: latest.after.period,
        formula: "symmetric decomposition: \(effect.name)", from: inputs)
      sum = (try? sum.adding(Rational(figure.value))) ?? sum
      parts.append(.text("\(index == 0 ? "" : "; ")\(effect.words[language]) "))
      if figure.value.isZero {
        let word = effect.amount.isZero ? Messages.addsNothing : Messages.addsHardlyAnything
        parts.append(.text(word[language]))
      } else {
        parts.append(.text("\((figure.value.isNegative ? Messages.minus : Messages.plus)[language]) "))
        parts += try quantity(figure.id, figure.value, indicator)
      }
    }
    parts.append(.text(mark(change.isIllustrative)))
    if sum != Rational(change.value) { parts.append(.text(" (\(Messages.roundedParts[language]))")) }
    return ReportSentence(parts, tableID: tableID(of: indicator))
  }
}
