import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

extension ReportBuilder {
  /// What stands out among the indicators of the summary but the headline: the most telling ones, in the order of the
  /// catalogue. An ordinary year is not told.
  func highlights() throws(Failure) -> [ReportSentence] {
    let wanted = Set((definition.summary.levels + definition.summary.totals).map(\.code))
    var found: [(importance: Int, sentence: ReportSentence)] = []
    for indicator in usedIndicators
    where wanted.contains(indicator.code) && indicator.code != definition.summary.headline.code {
      guard let trend = try trend(indicator), let importance = importance(of: trend),
        let sentence = try highlight(trend, indicator)
      else { continue }
      found.append((importance, sentence))
    }
    let limit = found.map(\.importance).sorted(by: >).prefix(definition.highlights).last ?? 0
    return found.filter { $0.importance >= limit }.prefix(definition.highlights).map(\.sentence)
  }

  /// A record counts most, then a turn and a long run, then a change that is large for the series; nil for nothing of it.
  private func importance(of trend: Trend) -> Int? {
    var importance = 0
    if let record = trend.record { importance += record.ties.isEmpty ? 4 : 2 }
    if trend.turningPoint != nil { importance += 3 }
    if let run = trend.run, run.length > 2 { importance += min(run.length, 6) }
    if let words = definition.words, trend.latestChange?.strength(words) == .strong { importance += 2 }
    return importance > 1 ? importance : nil
  }

  /// "Đoàn viên, hội viên: đến ngày 30/9/2023 là 625.926 lượt, tăng 12.345 lượt (2,0%) so với cuối năm 2022; cao nhất kể từ
  /// năm 2013."
  func highlight(_ trend: Trend, _ indicator: Indicator) throws(Failure) -> ReportSentence? {
    // A report on one period tells nothing of another.
    guard let last = trend.comparable.last, !periods.isSingle || last.period.year == flowYears.upperBound,
      let value = try prose(last, indicator)
    else { return nil }
    var parts: [ReportSentence.Part] = [
      .text("\(indicator.names[language]): \(inTime(last, indicator))\(Messages.amountsTo[language])")
    ]
    parts += value.parts
    if let change = try latestPhrase(trend, indicator) { parts += [.text(", ")] + change.parts }
    var course: [ReportSentence] = []
    if let turn = try turnPhrase(trend, indicator, isDated: true) {
      course.append(turn)
    } else if let run = try runPhrase(trend, indicator, isDated: true) {
      course.append(run)
    }
    if let record = recordPhrase(trend, isDated: true) {
      course.append(ReportSentence(record + mark(trend.isIllustrative)))
    }
    for (index, item) in course.enumerated() { parts += [.text(index == 0 ? "; " : ", ")] + item.parts }
    return ReportSentence(parts + [.text(".")], tableID: tableID(of: indicator))
  }

  /// "năm 2022", "cuối năm 2022", "đến ngày 30/9/2023" with the word that English needs before it.
  func inTime(_ observation: Observation, _ indicator: Indicator) -> String {
    let time = TextWrap.keptTogether(pointInTime(observation, indicator))
    guard language == .english, !time.hasPrefix("as") else { return time }
    return (time.hasPrefix("the\u{A0}end") ? "at " : "in ") + time
  }
}
