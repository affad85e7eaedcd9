import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

/// Whether a planned value came out as it never did before.
extension ReportBuilder {
  /// "lần đầu đạt kế hoạch trong các năm 2019 – 2023 có kế hoạch": of two earlier years at least, each of which is judged
  /// and came out the other way; nil otherwise.
  func firstTime(_ assessed: AssessedTarget) throws(Failure) -> LocalizedText? {
    guard assessed.state != .open else { return nil }
    let isMet = assessed.state == .met
    let year = flowYears.upperBound
    let before = targets.filter { target in
      target.indicator == assessed.indicator.code && target.unit == nil && target.organisation == nil
        && target.year < year
    }
    guard before.count > 1, let first = before.map(\.year).min() else { return nil }
    for target in before {
      guard try wasMet(target, assessed.indicator) == !isMet else { return nil }
    }
    return Messages.forTheFirstTime(isMet: isMet, from: first, to: year)
  }

  /// Nil where that cannot be judged: no value, a year that is partial or not fully reported.
  private func wasMet(_ target: Target, _ indicator: Indicator) throws(Failure) -> Bool? {
    guard let known = try evaluator.years(of: indicator), known.contains(target.year) else { return nil }
    let observation = try evaluator.observe(indicator, years: target.year...target.year)
    guard let value = observation.value, !observation.period.isPartial, observation.coverage?.isComplete ?? true else {
      return nil
    }
    let planned = Rational(target.value)
    return indicator.good == .down ? value <= planned : value >= planned
  }

  func firstTimeContext(_ assessed: AssessedTarget) throws(Failure) -> BriefingValue {
    guard let words = try firstTime(assessed) else { return .flag(false) }
    return .object(["phrase": .text(words[language])])
  }
}
