import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

/// How a series went: runs, records, turning points, gaps.
extension ReportBuilder {
  /// "tăng năm thứ hai liên tiếp" for a run of two or more.
  ///
  /// - Parameter isDated: it stands beside the time of the last comparable value.
  func runPhrase(_ trend: Trend, _ indicator: Indicator, isDated: Bool = false) throws(Failure) -> ReportSentence? {
    guard trend.refusal == nil, let run = trend.run, run.length > 1, let count = try runFigure(trend, run, indicator)
    else { return nil }
    let word = run.isRise ? Messages.rises[language] : Messages.falls[language]
    let printed = Messages.ordinal(run.length)[language]
    return Messages.inARow(word, language) { .figure(count, printed: printed) }
      .appending((isDated ? "" : until(run.end, trend)) + mark(trend.isIllustrative))
  }

  private func runFigure(_ trend: Trend, _ run: TrendRun, _ indicator: Indicator) throws(Failure) -> FigureID? {
    let points = trend.points.filter { $0.period.kind == run.end.kind && $0.period.year <= run.end.year }
    let inputs = try points.suffix(run.length + 1).compactMapped { point throws(Failure) in
      try book.record(point, of: indicator)
    }
    guard inputs.count == run.length + 1 else { return nil }
    return countFigure(
      "\(LedgerBook.name(indicator.code, run.end, trend.selection).name)#run", run.length,
      formula: "consecutive \(run.isRise ? "rises" : "falls")", from: inputs, isIllustrative: trend.isIllustrative)
  }

  /// ", tính đến năm 2022", where the series has a later point that the statement leaves out.
  private func until(_ end: Period, _ trend: Trend) -> String {
    guard trend.points.last?.period != end else { return "" }
    return ", " + TextWrap.keptTogether(Messages.until(dates.inSentence(end))[language])
  }

  /// "cao nhất kể từ năm 2013", "bằng mức cao nhất kể từ năm 2013, của năm 2019".
  func recordPhrase(_ trend: Trend, isDated: Bool = false) -> String? {
    guard let record = trend.record else { return nil }
    let since = TextWrap.keptTogether(dates.inSentence(record.since))
    let ties = Messages.list(record.ties.map { TextWrap.keptTogether(dates.inSentence($0)) }, language)
    let words =
      record.ties.isEmpty
      ? (record.isHighest ? Messages.highestSince(since) : Messages.lowestSince(since))
      : (record.isHighest ? Messages.asHighAs(ties, since: since) : Messages.asLowAs(ties, since: since))
    let gaps = record.hasGaps ? " \(Messages.amongCompleteYears[language])" : ""
    return words[language] + gaps + (isDated ? "" : until(record.at, trend))
  }

  /// "giảm 03 năm liên tiếp đến năm 2016, sau đó tăng 04 năm liên tiếp".
  func turnPhrase(_ trend: Trend, _ indicator: Indicator, isDated: Bool = false) throws(Failure) -> ReportSentence? {
    guard let turn = trend.turningPoint, let run = trend.run, try runFigure(trend, run, indicator) != nil else {
      return nil
    }
    let points = trend.points.filter { $0.period.kind == turn.at.kind && $0.period.year <= turn.end.year }
      .suffix(turn.before + turn.after + 1)
    let name = LedgerBook.name(indicator.code, turn.end, trend.selection).name
    func count(_ what: String, _ number: Int, isRise: Bool, of points: some Sequence<Observation>) throws(Failure)
      -> ReportSentence.Part
    {
      let inputs = try points.compactMapped { point throws(Failure) in try book.record(point, of: indicator) }
      let id = countFigure(
        "\(name)#\(what)", number, formula: "consecutive \(isRise ? "rises" : "falls")", from: inputs,
        isIllustrative: trend.isIllustrative)
      return .figure(id, printed: numbers.inProse(number))
    }
    let words = Messages.turned(low: turn.isLow, at: TextWrap.keptTogether(dates.inSentence(turn.at)))
    return ReportSentence([
      .text(words.start[language]),
      try count("before-turn", turn.before, isRise: !turn.isLow, of: points.prefix(turn.before + 1)),
      .text(words.middle[language]),
      try count("after-turn", turn.after, isRise: turn.isLow, of: points.suffix(turn.after + 1)),
      .text(words.end[language] + (isDated ? "" : until(turn.end, trend)) + mark(trend.isIllustrative)),
    ])
  }

  /// "không có số liệu năm 2015 và năm 2017; chuỗi số liệu bị ngắt ở năm 2019, …".
  func gapsPhrase(_ trend: Trend) -> String? {
    let gaps = trend.gaps
    func names(_ periods: [Period]) -> String {
      Messages.list(periods.map { TextWrap.keptTogether(dates.inSentence($0)) }, language)
    }
    let parts =
      (gaps.missing.isEmpty ? [] : [Messages.noFiguresIn(names(gaps.missing))[language]])
      + (gaps.breaks.isEmpty ? [] : [Messages.brokenAt(names(gaps.breaks))[language]])
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension Sequence {
  /// `compactMap` with a typed error.
  func compactMapped<Result, Failure: Error>(
    _ transform: (Element) throws(Failure) -> Result?
  ) throws(Failure) -> [Result] {
    var results: [Result] = []
    for element in self {
      if let result = try transform(element) { results.append(result) }
    }
    return results
  }
}
