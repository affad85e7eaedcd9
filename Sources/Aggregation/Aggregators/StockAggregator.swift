import Findings

/// A stock is what there is at the end: the last year of the period, summed over units and organisations. A missing
/// last year is missing; an earlier one does not stand in for it.
enum StockAggregator: Aggregator {
  static func years(_ years: ClosedRange<Int>) -> ClosedRange<Int> { years.upperBound...years.upperBound }

  static func aggregate(_ slice: MeasureSlice) throws(Failure) -> MeasureValue { try .sum(of: slice) }
}
