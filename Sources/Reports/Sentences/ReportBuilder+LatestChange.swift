import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

extension ReportBuilder {
  /// "tăng nhẹ 12 buổi (1,3%) so với năm 2021": the last year against the one before, in a word that the series itself
  /// bears out. Nil where the two may not be compared.
  func latestPhrase(_ trend: Trend, _ indicator: Indicator) throws(Failure) -> ReportSentence? {
    guard let latest = trend.latestChange,
      let figure = try changeFigure(from: latest.before, to: latest.after, indicator)
    else { return nil }
    let against = " \(Messages.against(yearBefore(latest.before, latest.after, indicator))[language])"
    guard !figure.value.isZero, !latest.printed.isZero else {
      return ReportSentence(Messages.unchanged[language] + against)
    }
    let word = changeWord(latest, isFall: figure.value.isNegative)[language]
    var parts: [ReportSentence.Part] = [.text("\(word) ")]
    parts += try quantity(figure.id, figure.value, indicator)
    if let relative = try relativeFigure(latest, figure, indicator) {
      let percent = ReportSentence.Part.figure(relative.id, printed: numbers.percent(relative.value.magnitude))
      parts += [.text(" ("), percent, .text("\(markWithin(figure.isIllustrative)))\(against)")]
    } else {
      parts.append(.text(mark(figure.isIllustrative) + against))
      if latest.change.relative != nil, latest.relative == nil { parts += try base(latest, indicator) }
    }
    return ReportSentence(parts)
  }

  private func changeWord(_ latest: LatestChange, isFall: Bool) -> LocalizedText {
    switch definition.words.flatMap({ latest.strength($0) }) {
    case .strong?: isFall ? Messages.fallsStrongly : Messages.risesStrongly
    case .slight?: isFall ? Messages.fallsSlightly : Messages.risesSlightly
    case .steady?: isFall ? Messages.steadyFalling : Messages.steadyRising
    case .plain?, nil: isFall ? Messages.falls : Messages.rises
    }
  }

  /// In percent of the year before, to one decimal; nil where it would print as nothing, or says too much.
  private func relativeFigure(
    _ latest: LatestChange, _ change: ReportFigure, _ indicator: Indicator
  ) throws(Failure) -> ReportFigure? {
    guard let relative = latest.relative, !isScore(indicator),
      let start = try book.record(latest.before, of: indicator)
    else { return nil }
    let figure = try derivedFigure(
      "\(change.id.name)-relative", relative, decimals: 1, unit: .percent, of: indicator,
      period: latest.after.period, selection: latest.after.selection,
      formula: "100 * \(change.id.name) / \(start.name)", from: [change.id, start])
    return figure.value.isZero ? nil : figure
  }

  /// " (02 mô hình)": the value of the year before, where a percentage of so few would mislead.
  private func base(_ latest: LatestChange, _ indicator: Indicator) throws(Failure) -> [ReportSentence.Part] {
    guard let id = try book.record(latest.before, of: indicator), let value = book[id]?.published else { return [] }
    return [
      .text(" ("), .figure(id, printed: numbers.inProse(value)),
      .text("\(unitAfter(value, indicator))\(markWithin(latest.before.isIllustrative)))"),
    ]
  }

  /// "năm 2021", "cuối năm 2022", "cùng kỳ năm 2022".
  func yearBefore(_ before: Observation, _ after: Observation, _ indicator: Indicator) -> String {
    guard after.period.kind != .year, let slot = PeriodSlot(code: before.period.code),
      evaluator.isFlow(indicator)
    else {
      return TextWrap.keptTogether(
        periods.isPartOfYear ? comparedPoint(before, indicator) : pointInTime(before, indicator))
    }
    let year = dates.label(ReportingYear.calendar.year(slot.year))
    return Messages.samePeriod(TextWrap.keptTogether(year))[language]
  }

  /// A partial year against as many months of the year before: "tăng 12 buổi so với cùng kỳ năm 2022".
  func samePeriodPhrase(_ trend: Trend, _ indicator: Indicator) throws(Failure) -> ReportSentence? {
    guard let toDate = trend.toDate, toDate.gap == nil,
      let figure = try differenceFigure(from: toDate.before, to: toDate.now, indicator)
    else { return nil }
    let year = dates.label(ReportingYear.calendar.year(toDate.before.period.year))
    let against = Messages.against(Messages.samePeriod(TextWrap.keptTogether(year))[language])[language]
    guard !figure.value.isZero else { return ReportSentence("\(Messages.unchanged[language]) \(against)") }
    let word = figure.value.isNegative ? Messages.falls : Messages.rises
    var parts: [ReportSentence.Part] = [.text("\(word[language]) ")]
    parts += try quantity(figure.id, figure.value, indicator)
    return ReportSentence(parts + [.text("\(mark(figure.isIllustrative)) \(against)")])
  }
}
