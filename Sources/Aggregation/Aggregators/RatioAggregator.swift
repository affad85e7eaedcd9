import Catalogue
import Findings
import Language
import Values

/// A ratio keeps its numerator and denominator: Σ numerator / Σ denominator over the cells where both are present.
/// A mean of ratios is never taken.
enum RatioAggregator {
  struct Result {
    var value: Rational?
    var absence: Absence?
    var numerator: MeasureValue
    var denominator: MeasureValue
    /// The cells of the numerator that were paired.
    var paired: [(key: CellKey, cell: MeasureCell)]
  }

  /// Pairs cells by period, unit and the dimensions both resources have. Terms by different kinds of period are paired
  /// by the period asked for, where both are complete.
  ///
  /// - Parameters:
  ///   - names: the dimensions of the numerator's and the denominator's members, in their order.
  /// - Throws: `Failure.refused` when a term's kind cannot be summed.
  static func aggregate(
    _ numerator: MeasureSlice, over denominator: MeasureSlice, names: (numerator: [String], denominator: [String])
  ) throws(Failure) -> Result {
    let shared = names.numerator.filter { names.denominator.contains($0) }
    let sameTime =
      (numerator.measure.kind == .stock) == (denominator.measure.kind == .stock)
      && (numerator.measure.kind != .stock || numerator.measure.take == denominator.measure.take)
    let sameGrain = numerator.time.grain.count == 1 && numerator.time.grain == denominator.time.grain
    func pairing(_ slice: MeasureSlice, _ own: [String]) -> (Set<PairKey>, (CellKey) -> PairKey) {
      let indices = shared.compactMap { own.firstIndex(of: $0) }
      let key: (CellKey) -> PairKey = { cell in
        PairKey(
          slot: !sameTime ? nil : sameGrain ? slice.time.standing(cell.slot) : slice.time.owner(of: cell.slot),
          unit: cell.unit,
          members: indices.map { cell.members.indices.contains($0) ? cell.members[$0] : nil })
      }
      var present: Set<PairKey> = []
      var absent: Set<PairKey> = []
      for (cellKey, cell) in slice.cells {
        if cell.isReported { present.insert(key(cellKey)) }
        if cell.absent > 0 { absent.insert(key(cellKey)) }
      }
      if sameTime, !sameGrain { absent.formUnion(incomplete(slice, key)) }
      return (present.subtracting(absent), key)
    }
    let (top, topKey) = pairing(numerator, names.numerator)
    let (bottom, bottomKey) = pairing(denominator, names.denominator)
    let both = top.intersection(bottom)
    var pairedTop = numerator
    pairedTop.cells = numerator.cells.filter { both.contains(topKey($0.key)) }
    var pairedBottom = denominator
    pairedBottom.cells = denominator.cells.filter { both.contains(bottomKey($0.key)) }
    let above = try numerator.measure.kind.aggregator.aggregate(pairedTop)
    let below = try denominator.measure.kind.aggregator.aggregate(pairedBottom)
    var result = Result(numerator: above, denominator: below, paired: pairedTop.cells)
    guard let dividend = above.value, let divisor = below.value else {
      let whole = try numerator.measure.kind.aggregator.aggregate(numerator)
      let base = try denominator.measure.kind.aggregator.aggregate(denominator)
      result.absence = whole.absence ?? base.absence ?? .missing
      return result
    }
    guard !divisor.isZero else {
      result.absence = .notApplicable
      return result
    }
    do { result.value = try dividend.divided(by: divisor) } catch { throw .refused(Messages.overflow) }
    return result
  }

  /// Whether every period counts, and not the last alone: the average of a ratio of stocks over several periods is
  /// Σ numerator / Σ denominator, too.
  static func isAverage(_ numerator: Measure, _ denominator: Measure) -> Bool {
    numerator.kind == .stock && denominator.kind == .stock && numerator.take == .last && denominator.take == .last
  }

  /// Where not all of the period asked for is there, of what is added up over it.
  private static func incomplete(_ slice: MeasureSlice, _ key: (CellKey) -> PairKey) -> Set<PairKey> {
    guard slice.measure.kind != .stock, slice.measure.kind != .published, !slice.time.isDaily else { return [] }
    var known: [PairKey: Set<PeriodSlot>] = [:]
    for (cellKey, cell) in slice.cells where cell.isReported { known[key(cellKey), default: []].insert(cellKey.slot) }
    return Set(
      known.filter { key, slots in
        slots.reduce(0) { $0 + ($1.kind.months ?? 0) } < (key.slot?.kind.months ?? 0)
      }.keys)
  }

  private struct PairKey: Hashable {
    /// Nil where a stock is set against a flow.
    let slot: PeriodSlot?
    let unit: String?
    let members: [String?]
  }
}
