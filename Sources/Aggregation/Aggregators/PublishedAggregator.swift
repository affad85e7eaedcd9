import Findings
import Language
import Values

/// A score given by someone else is shown as it is: one cell, or nothing. Neither a sum nor a mean of it means anything.
enum PublishedAggregator: Aggregator {
  static func aggregate(_ slice: MeasureSlice) throws(Failure) -> MeasureValue {
    var result = MeasureValue(evidenceOf: slice)
    let present = slice.cells.filter { $0.cell.present > 0 }
    guard present.count <= 1, present.allSatisfy({ $0.cell.present == 1 }) else {
      throw .refused(Messages.publishedNotAdded(LocalizedText(slice.measure.name)))
    }
    if let cell = present.first?.cell {
      result.absence = nil
      result.value = Rational(cell.sum.value)
    }
    return result
  }
}
