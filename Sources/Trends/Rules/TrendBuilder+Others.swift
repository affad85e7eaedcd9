public import Aggregation
public import Catalogue
public import Findings
import Language
public import Values

extension TrendBuilder {
  /// What the other parts of a whole have together: of a rate Σ numerator / Σ denominator over them, of what is summed
  /// their mean.
  ///
  /// - Parameter count: how many parts the whole has, this one included.
  /// - Returns: nil where that has no meaning: no other part, no denominator among them, a score.
  public func others(
    of indicator: Indicator, than part: Observation, in whole: Observation, count: Int
  ) throws(Failure) -> Rational? {
    guard indicator.isComparable, count > 1, let own = part.value, let all = whole.value else { return nil }
    do {
      if case .ratio = indicator.definition, let factor = try evaluator.rateFactor(of: indicator) {
        guard let top = whole.numerator, let bottom = whole.denominator, let less = part.numerator,
          let base = part.denominator, bottom != base
        else { return nil }
        return try top.subtracting(less).divided(by: bottom.subtracting(base)).multiplied(by: factor)
      }
      guard case .measure(let name) = indicator.definition,
        let kind = evaluator.dataset.catalogue.measures[name]?.kind, kind != .published, kind != .distinct
      else { return nil }
      return try all.subtracting(own).divided(by: Rational(count - 1))
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .refused(Messages.overflow)
    }
  }
}
