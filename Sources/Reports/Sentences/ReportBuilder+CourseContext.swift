import Catalogue
import Findings
import Trends

extension ReportBuilder {
  /// What a template can say of the course of an indicator: a phrase each, or false where the figures do not bear it.
  func course(of indicator: Indicator, _ trend: Trend?) throws(Failure) -> [String: BriefingValue] {
    func phrase(_ sentence: ReportSentence?) -> BriefingValue {
      sentence.map { .object(["phrase": .sentence($0)]) } ?? .flag(false)
    }
    func text(_ words: String?) -> BriefingValue { words.map { .object(["phrase": .text($0)]) } ?? .flag(false) }
    guard let trend else {
      return Dictionary(uniqueKeysWithValues: Self.courseKeys.map { ($0, .flag(false)) })
    }
    var values: [String: BriefingValue] = [
      "last-change": phrase(try latestPhrase(trend, indicator)),
      "same-period": phrase(try samePeriodPhrase(trend, indicator)), "run": phrase(try runPhrase(trend, indicator)),
      "record": text(recordPhrase(trend).map { $0 + mark(trend.isIllustrative) }),
      "turn": phrase(try turnPhrase(trend, indicator)),
      "gaps": text(gapsPhrase(trend)), "split": .flag(false), "structure": .flag(false), "contributions": .flag(false),
    ]
    guard definition.isUsed(indicator.code) else { return values }
    values["split"] = phrase(try splitPhrase(trend, indicator))
    values["structure"] = phrase(try structurePhrase(trend, indicator))
    values["contributions"] = phrase(try contributionsPhrase(trend, indicator))
    return values
  }

  private static let courseKeys = [
    "last-change", "same-period", "run", "record", "turn", "gaps", "split", "structure", "contributions",
  ]
}
