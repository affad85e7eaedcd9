import Findings

/// A flow is summed over time, units and organisations.
enum FlowAggregator: Aggregator {
  static func aggregate(_ slice: MeasureSlice) throws(Failure) -> MeasureValue { try .sum(of: slice) }
}
