public import Aggregation
public import Catalogue
public import Findings

extension Evaluator {
  /// Whether values are added up from cells, so that missing cells make them smaller: not a rate, whose terms are paired,
  /// and not a score.
  public func isSum(_ indicator: Indicator) throws(Failure) -> Bool {
    switch indicator.definition {
    case .measure(let name): return dataset.catalogue.measures[name]?.kind != .published
    case .ratio, .share: return false
    case .derived(let derivation):
      guard let operand = dataset.catalogue.indicator(derivation.operand) else { return false }
      return try isSum(operand)
    case .formula(let formula):
      if isPaired(indicator) { return false }
      for name in formula.names {
        if let operand = dataset.catalogue.indicator(name), try isSum(operand) { return true }
      }
      return false
    }
  }
}
