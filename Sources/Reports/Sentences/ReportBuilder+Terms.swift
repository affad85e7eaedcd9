import Aggregation
import Catalogue
import Findings
import Trends
import Values

extension ReportBuilder {
  /// Both terms of a ratio as figures of the ledger, the numerator first; nil unless each is published by an indicator of
  /// its own, with the value that the ratio was formed of.
  func terms(of indicator: Indicator, _ observation: Observation) throws(Failure) -> [FigureID]? {
    guard case .ratio(let top, let bottom) = indicator.definition, let slot = PeriodSlot(code: observation.period.code)
    else { return nil }
    var ids: [FigureID] = []
    for (measure, value) in [(top, observation.numerator), (bottom, observation.denominator)] {
      guard let publisher = publisher(of: measure), publisher.scaling == .one, let value else { return nil }
      let term = try evaluator.observe(publisher, in: .slot(slot), of: observation.selection)
      guard term.value == value, let id = try book.record(term, of: publisher) else { return nil }
      ids.append(id)
    }
    return ids
  }

  /// The indicator that publishes a measure as it is.
  func publisher(of measure: String) -> Indicator? {
    dataset.catalogue.indicators.first { indicator in
      if case .measure(measure) = indicator.definition { return true }
      return false
    }
  }

  /// The figures that a part's share in a change is computed from: of a sum its own two values, of a ratio the terms of the
  /// part and of the whole, before and after. Nil where they are not in the ledger.
  func inputs(of part: Contributions.Part, in all: Contributions) throws(Failure) -> [FigureID]? {
    let indicator = all.indicator
    guard case .ratio = indicator.definition else {
      guard let after = try book.record(part.after, of: indicator),
        let before = try book.record(part.before, of: indicator)
      else { return nil }
      return [after, before]
    }
    var ids: [FigureID] = []
    for observation in [part.before, part.after, all.before, all.after] {
      guard let terms = try terms(of: indicator, observation) else { return nil }
      ids += terms
    }
    return ids
  }
}
