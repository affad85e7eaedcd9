import Findings
import Language
import Values

/// A stock is what there is at the end: the last period of those asked for, summed over units and organisations. A missing
/// last one is missing; an earlier one does not stand in for it. Where it is declared, the first one, or the average:
/// the sum over the periods divided by the number of those with a value.
enum StockAggregator: Aggregator {
  static func aggregate(_ slice: MeasureSlice) throws(Failure) -> MeasureValue {
    var result = try MeasureValue.sum(of: slice)
    guard slice.measure.take == .average, let sum = result.value else { return result }
    let periods = Set(slice.cells.lazy.filter { $0.cell.present > 0 }.map(\.key.slot)).count
    do { result.value = try sum.divided(by: Rational(periods)) } catch { throw .refused(Messages.overflow) }
    return result
  }
}
