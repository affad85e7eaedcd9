import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

extension ReportBuilder {
  /// What a leader should know before signing: each line follows from the figures, and only then stands there.
  func attention() throws(Failure) -> [ReportSentence] {
    var sentences: [ReportSentence] = []
    for indicator in usedIndicators where indicator.implausible != nil {
      if let sentence = try questioned(indicator) { sentences.append(sentence) }
    }
    if let moves = try movesSentence() { sentences.append(moves) }
    sentences += try missedTargets()
    sentences += try coverageSentences().prefix(3)
    if let partial = try partialSentence() { sentences.append(partial) }
    return sentences
  }

  private func wholeOrLast(_ indicator: Indicator) throws(Failure) -> Observation? {
    if let whole = try total(indicator) { return whole }
    return current(try trend(indicator))
  }

  /// The number of the first table that shows an indicator.
  func tableID(of indicator: Indicator) -> String? {
    definition.tables.first { $0.names(indicator.code) }?.id
  }

  private func questioned(_ indicator: Indicator) throws(Failure) -> ReportSentence? {
    guard let reason = indicator.implausible, let whole = try wholeOrLast(indicator),
      let value = try prose(whole, indicator)
    else { return nil }
    var parts: [ReportSentence.Part] = [.text("\(indicator.names[language]): ")] + value.parts
    if let share = try perHead(indicator) {
      parts.append(.text(", \(Messages.thatIs[language]) "))
      parts += share.parts
    }
    return ReportSentence(parts + [.text(". \(reason[language])")], tableID: tableID(of: indicator))
  }

  /// The whole period's value over another indicator, where the catalogue has such a quotient: an amount a resident.
  func perHead(_ indicator: Indicator) throws(Failure) -> ReportSentence? {
    for quotient in dataset.catalogue.indicators {
      guard case .formula(.dividing(.indicator(indicator.code), .indicator)) = quotient.definition,
        let whole = try total(quotient)
      else { continue }
      return try prose(whole, quotient)
    }
    return nil
  }

  /// "So với năm trước, 11/16 đơn vị tăng, 05 đơn vị giảm."
  ///
  /// - Parameter isNamed: it stands where the indicator is named already.
  func movesSentence(isNamed: Bool = false) throws(Failure) -> ReportSentence? {
    let indicator = try indicator(definition.summary.headline)
    let ranked = try ranking(of: indicator)
    var inputs: [FigureID] = []
    var (rises, falls, compared) = (0, 0, 0)
    for unit in ranked {
      guard let before = unit.trend.comparable.dropLast().last, before.period.year == unit.last.period.year - 1,
        let change = try changeFigure(from: before, to: unit.last, indicator)
      else { continue }
      compared += 1
      inputs.append(change.id)
      if change.value.isNegative { falls += 1 } else if !change.value.isZero { rises += 1 }
    }
    guard compared > 0, let last = ranked.first?.last.period else { return nil }
    let illustrative = ranked.contains { $0.last.isIllustrative }
    func count(_ name: String, _ number: Int, isFraction: Bool = false) -> ReportSentence.Part {
      let id = countFigure(
        "\(indicator.code)@\(last.code)#units-\(name)", number, formula: "count of units \(name)", from: inputs,
        isIllustrative: illustrative)
      return .figure(id, printed: isFraction ? numbers.string(number) : numbers.inProse(number))
    }
    let mark = illustrative ? "\u{A0}\(Messages.illustrativeMark[language])" : ""
    let words = Messages.movesOfUnits(indicator.shortNames, isPart: periods.isPartOfYear)
    return ReportSentence(
      [
        .text(
          isNamed ? Messages.comparedWithYearBefore(isPart: periods.isPartOfYear)[language] : words.start[language]),
        count("rising", rises, isFraction: true), .text(Messages.outOf[language]),
        count("compared", compared, isFraction: true), .text(words.rising[language]), count("falling", falls),
        .text(words.falling[language] + mark + "."),
      ], tableID: tableID(of: indicator))
  }

  private func missedTargets() throws(Failure) -> [ReportSentence] {
    var sentences: [ReportSentence] = []
    for assessed in try assessedTargets() where assessed.state == .missed && definition.isUsed(assessed.indicator.code)
    {
      let phrase = try targetPhrase(assessed)
      sentences.append(
        ReportSentence(
          [.text("\(assessed.indicator.names[language]): ")] + phrase.parts + [.text(".")],
          tableID: tableID(of: assessed.indicator)))
    }
    return sentences
  }

  /// "Mô hình mới: năm 2016 có 60/64 ô số liệu báo cáo."
  func coverageSentences() throws(Failure) -> [ReportSentence] {
    var sentences: [ReportSentence] = []
    for indicator in usedIndicators {
      guard let trend = try trend(indicator) else { continue }
      for point in trend.points {
        guard let coverage = point.coverage, !coverage.isComplete else { continue }
        let (reporting, expected) = try coverageFigures(point, coverage, indicator)
        let words = Messages.coverageOf(
          indicator.names, dates.inSentence(point.period), isPart: periods.isPartOfYear)
        sentences.append(
          ReportSentence(
            [
              .text(words.start[language]), .figure(reporting, printed: numbers.string(coverage.reporting)),
              .text(Messages.outOf[language]), .figure(expected, printed: numbers.string(coverage.expected)),
              .text(words.end[language]),
            ], tableID: tableID(of: indicator)))
      }
    }
    return sentences
  }

  func coverageFigures(
    _ point: Observation, _ coverage: Coverage, _ indicator: Indicator
  ) throws(Failure) -> (reporting: FigureID, expected: FigureID) {
    let name = LedgerBook.name(indicator.code, point.period, point.selection).name
    let inputs = try book.record(point, of: indicator).map { [$0] } ?? []
    return (
      countFigure(
        "\(name)#reporting", coverage.reporting, formula: "cells that report", from: inputs,
        isIllustrative: point.isIllustrative),
      countFigure(
        "\(name)#expected", coverage.expected, formula: "cells expected to report", from: inputs,
        isIllustrative: point.isIllustrative)
    )
  }

  /// "Số liệu năm 2023 là số sơ bộ, tính đến 30/9/2023; …"
  func partialSentence() throws(Failure) -> ReportSentence? {
    for indicator in usedIndicators {
      guard let period = try trend(indicator)?.partial.last else { continue }
      return ReportSentence(Messages.partialYear(dates.inSentence(period), dates.short(period.cutOff))[language])
    }
    return nil
  }

  /// How a planned value stands. A flow whose year is not over may still reach its target.
  enum TargetState {
    case met, missed, open

    /// Nil while it is open.
    var isMet: Bool? { self == .open ? nil : self == .met }
  }

  /// A planned value with what was reached.
  struct AssessedTarget {
    let indicator: Indicator
    let observation: Observation
    let target: ReportFigure
    let completion: ReportFigure
    let state: TargetState
  }

  /// Targets of the report's last year that can be judged: the indicator has a good direction and may be compared.
  func assessedTargets() throws(Failure) -> [AssessedTarget] {
    var assessed: [AssessedTarget] = []
    for indicator in dataset.catalogue.indicators where indicator.good != .none && indicator.isComparable {
      guard let target = target(indicator, year: flowYears.upperBound), let trend = try trend(indicator),
        let observation = current(trend), observation.period.year == target.year, let value = observation.value
      else { continue }
      let figure = try targetFigure(target, indicator)
      guard let completion = try completionFigure(observation, figure, indicator) else { continue }
      let planned = Rational(target.value)
      let isOpen = periods.isPartOfYear || trend.partial.contains(observation.period)
      let state: TargetState =
        switch indicator.good {
        // What is below its limit may still pass it in the rest of the year; what has passed it stays so.
        case .down: value > planned ? .missed : (isOpen ? .open : .met)
        case .up, .none: value >= planned ? .met : (isOpen ? .open : .missed)
        }
      assessed.append(
        AssessedTarget(
          indicator: indicator, observation: observation, target: figure, completion: completion,
          state: state))
    }
    return assessed
  }

  /// "59,22%, thấp hơn 0,78 điểm phần trăm so với kế hoạch 60,00%"; "1.312 buổi, đạt 70,9% kế hoạch".
  func targetPhrase(_ assessed: AssessedTarget) throws(Failure) -> ReportSentence {
    let indicator = assessed.indicator
    // What is not over yet is held against the plan of the whole year.
    let isOfYear = periods.isPartOfYear || assessed.observation.period.isPartial && evaluator.isFlow(indicator)
    let mark = assessed.target.isIllustrative ? "\u{A0}\(Messages.illustrativeMark[language])" : ""
    guard isMeasuredByGap(indicator) else {
      return ReportSentence([
        .text("\(Messages.reaches[language]) "),
        .figure(assessed.completion.id, printed: numbers.percent(assessed.completion.value)),
        .text(" \(Messages.ofTarget(ofYear: isOfYear)[language])\(mark)"),
      ])
    }
    let gap = assessed.completion
    let target = assessed.target.value
    let planned = ReportSentence.Part.figure(
      assessed.target.id, printed: indicator.unit.isPercent ? numbers.percent(target) : numbers.inProse(target))
    let unit = indicator.unit.isPercent ? "" : unitAfter(target, indicator)
    let verdict = indicator.good == .down ? Messages.limitState(assessed.state.isMet)[language] : ""
    if gap.value.isZero {
      return ReportSentence([
        .text("\(Messages.equalsTarget(ofYear: isOfYear)[language]) "), planned,
        .text(unit + mark + verdict),
      ])
    }
    let words = Messages.comparedWithTarget(isBelow: gap.value.isNegative, ofYear: isOfYear)
    return ReportSentence(
      [.text(words.start[language])] + (try quantity(gap.id, gap.value, indicator)) + [
        .text(words.end[language]), planned, .text(unit + mark + verdict),
      ])
  }
}
