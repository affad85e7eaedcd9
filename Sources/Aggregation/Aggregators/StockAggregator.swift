import Findings
import Values

/// A stock is what there is at the end: the last period of those asked for, summed over units and organisations. A missing
/// last one is missing; an earlier one does not stand in for it.
enum StockAggregator: Aggregator {
  static func counted(_ slots: [PeriodSlot]) -> [PeriodSlot] { slots.suffix(1) }

  static func aggregate(_ slice: MeasureSlice) throws(Failure) -> MeasureValue { try .sum(of: slice) }
}
