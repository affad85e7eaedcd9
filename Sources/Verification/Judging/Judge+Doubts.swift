import Aggregation
import Catalogue
import Findings
import Language
import Values

/// Whether the stated figure itself can be believed, whatever the data say.
extension Judge {
  func addDoubts(_ assertion: Assertion, to judgement: inout Judgement) throws(Failure) {
    guard assertion.quantity == .level, judgement.verdict != .implausible else { return }
    var doubts: [LocalizedText] = []
    for rule in dataset.catalogue.rules where rule.kind == .plausibility {
      guard case .comparison(let comparison) = rule.check, comparison.change == .none,
        comparison.left.names.contains(assertion.indicator.code),
        let (left, limit) = try sides(comparison, assertion), !comparison.relation.holds(left, limit)
      else { continue }
      doubts.append(
        Messages.breaksRule(rule.id, rule.message ?? LocalizedText(""), left: left, limit: limit, comparison.unit))
    }
    if doubts.isEmpty, let reason = assertion.indicator.implausible { doubts = [reason] }
    guard !doubts.isEmpty else { return }
    judgement.verdicts.append(.implausible)
    judgement.reasons += doubts
  }

  /// Both sides of a rule with the stated figure in the place of its indicator; nil where another term has no value.
  private func sides(
    _ comparison: RuleComparison, _ assertion: Assertion
  ) throws(Failure) -> (left: Rational, limit: Rational)? {
    let stated = try exactly { () throws(ArithmeticFailure) in try assertion.figure.scaled }
    var values: [String: Rational] = [assertion.indicator.code: stated]
    for name in comparison.names where values[name] == nil {
      guard let other = dataset.catalogue.indicator(name) else { return nil }
      do throws(Failure) {
        // The years may lie outside the data of the other term.
        values[name] = try observe(other, assertion.years, assertion.selection).0?.value
      } catch {
        guard case .refused = error else { throw error }
      }
      if values[name] == nil { return nil }
    }
    do throws(ArithmeticFailure) {
      var left = try comparison.left.value { values[$0] }
      if comparison.isMagnitude { left = left.magnitude }
      switch comparison.limit {
      case .formula(let formula): return (left, try formula.value { values[$0] })
      case .amount(let amount, let isYearly):
        return (left, isYearly ? try amount.multiplied(by: Rational(assertion.years.count)) : amount)
      }
    } catch {
      return nil
    }
  }
}
