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

  /// Pairs cells by year, unit and the dimensions both resources have.
  ///
  /// - Parameters:
  ///   - names: the dimensions of the numerator's and the denominator's members, in their order.
  /// - Throws: `Failure.refused` when a term's kind cannot be summed.
  static func aggregate(
    _ numerator: MeasureSlice, over denominator: MeasureSlice, names: (numerator: [String], denominator: [String])
  ) throws(Failure) -> Result {
    let shared = names.numerator.filter { names.denominator.contains($0) }
    let sameTime = (numerator.measure.kind == .stock) == (denominator.measure.kind == .stock)
    func pairing(_ slice: MeasureSlice, _ own: [String]) -> (Set<PairKey>, (CellKey) -> PairKey) {
      let indices = shared.compactMap { own.firstIndex(of: $0) }
      let key: (CellKey) -> PairKey = { cell in
        PairKey(
          year: sameTime ? cell.year : 0, unit: cell.unit,
          members: indices.map { cell.members.indices.contains($0) ? cell.members[$0] : nil })
      }
      var present: Set<PairKey> = []
      var absent: Set<PairKey> = []
      for (cellKey, cell) in slice.cells {
        if cell.isReported { present.insert(key(cellKey)) }
        if cell.absent > 0 { absent.insert(key(cellKey)) }
      }
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

  private struct PairKey: Hashable {
    let year: Int
    let unit: String?
    let members: [String?]
  }
}
