import Findings
import Language
import Values

/// Different values, counted again on the whole: one movement that runs in every year and district is one.
enum DistinctAggregator: Aggregator {
  static func aggregate(_ slice: MeasureSlice) throws(Failure) -> MeasureValue {
    var result = MeasureValue(evidenceOf: slice)
    if let part = result.parts.first(where: { !$0.origin.isWhole }) {
      throw .refused(Messages.distinctNotDivided(slice.measure.name, part.origin.unit.code))
    }
    var values: Set<String> = []
    for entry in slice.cells { values.formUnion(entry.cell.values) }
    for entry in slice.register {
      values.insert(entry.value)
      result.flags.formUnion(entry.flags)
      result.lines.insert(entry.line.line, part: entry.line.part)
    }
    // Where an engine has only counted them, there is one cell.
    let count = slice.cells.first?.cell.distinct ?? values.count
    // Those found in so many members of a dimension may be none of those that there are.
    let isKnown = slice.measure.foundIn != nil && slice.cells.contains(where: \.cell.isReported)
    guard count > 0 || isKnown else { return result }
    result.absence = nil
    result.value = Rational(count)
    return result
  }
}
