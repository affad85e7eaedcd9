import Findings
import Values

/// Rows with a value, counted.
enum CountAggregator: Aggregator {
  static func aggregate(_ slice: MeasureSlice) throws(Failure) -> MeasureValue {
    var result = MeasureValue(evidenceOf: slice)
    if result.absence == nil { try result.addUp(slice) { ExactDecimal($0.present) } }
    return result
  }
}
