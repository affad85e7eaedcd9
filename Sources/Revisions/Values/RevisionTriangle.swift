public import Aggregation
public import Catalogue
public import Findings
public import Values

/// The values of one indicator for the whole, one row a period and one column a vintage: how a figure grew old.
public struct RevisionTriangle: Sendable {
  public struct Row: Sendable {
    public let period: Period
    /// One a vintage, in their order; nil where the vintage has no value.
    public let values: [Observation?]
  }

  public let indicator: Indicator
  public let rows: [Row]

  /// - Throws: what evaluating throws.
  public static func of(_ indicator: Indicator, in vintages: [Evaluator]) throws(Failure) -> RevisionTriangle {
    var columns: [[Period: Observation]] = []
    for evaluator in vintages {
      var column: [Period: Observation] = [:]
      if let own = evaluator.dataset.catalogue.indicator(indicator.code), let years = try evaluator.years(of: own) {
        for year in years {
          let observation = try evaluator.observe(own, years: year...year)
          // A later vintage may know more of a period: its cut-off does not make it another one.
          column[observation.period.whole] = observation
        }
      }
      columns.append(column)
    }
    let periods = Set(columns.flatMap(\.keys)).sorted()
    return RevisionTriangle(
      indicator: indicator,
      rows: periods.map { period in Row(period: period, values: columns.map { $0[period] }) })
  }
}

extension Period {
  /// The same period up to its end.
  fileprivate var whole: Period { Period(kind: kind, code: code, start: start, end: end) }
}
