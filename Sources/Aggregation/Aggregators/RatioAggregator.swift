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
    var paired: [CellEntry]
    /// Those of the denominator.
    var pairedBase: [CellEntry]
  }

  /// Pairs cells by period, unit and the dimensions both resources have. Terms by different kinds of period are paired
  /// by the period asked for, where both are complete.
  ///
  /// - Parameters:
  ///   - names: the dimensions of the numerator's and the denominator's members, in their order.
  ///   - expected: what should be there of each term; nil where a cell counts only together with its other one. Otherwise
  ///     a cell counts alone where the other term has none that should be there, as members of a body that has no residents.
  /// - Throws: `Failure.refused` when a term's kind cannot be summed.
  static func aggregate(
    _ numerator: MeasureSlice, over denominator: MeasureSlice, names: (numerator: [String], denominator: [String]),
    expected: (numerator: ExpectedPlaces, denominator: ExpectedPlaces)? = nil
  ) throws(Failure) -> Result {
    let shared = names.numerator.filter { names.denominator.contains($0) }
    let sameTime =
      (numerator.measure.kind == .stock) == (denominator.measure.kind == .stock)
      && (numerator.measure.kind != .stock || numerator.measure.take == denominator.measure.take)
    let sameGrain = numerator.time.grain.count == 1 && numerator.time.grain == denominator.time.grain
    let isWhole = names.numerator == names.denominator
    var pairing = Pairing()
    func match(_ slice: MeasureSlice, _ own: [String]) -> Pairing.Side {
      let indices = shared.compactMap { own.firstIndex(of: $0) }
      let side = pairing.side(slice) { entry in
        let slot = entry.key.slot
        return PairKey(
          slot: !sameTime ? nil : sameGrain ? slice.time.standing(slot) : slice.time.owner(of: slot),
          place: isWhole ? .number(entry.place) : .codes(entry.key.unit, Self.members(of: entry, indices)))
      } members: {
        isWhole ? $0.key.members : Self.members(of: $0, indices)
      }
      return sameTime && !sameGrain ? pairing.withoutIncomplete(side, slice) : side
    }
    let (top, bottom) = (match(numerator, names.numerator), match(denominator, names.denominator))
    let kept = try pairing.kept(top, bottom, expected, shared)
    let pairedTop = pairing.narrowed(numerator, top, to: kept)
    let pairedBottom = pairing.narrowed(denominator, bottom, to: kept)
    let above = try numerator.measure.kind.aggregator.aggregate(pairedTop)
    let below = try denominator.measure.kind.aggregator.aggregate(pairedBottom)
    var result = Result(
      numerator: above, denominator: below, paired: pairedTop.cells, pairedBase: pairedBottom.cells)
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

  private static func members(of entry: CellEntry, _ indices: [Int]) -> [String?] {
    indices.map { entry.key.members.indices.contains($0) ? entry.key.members[$0] : nil }
  }

  /// Whether every period counts, and not the last alone: the average of a ratio of stocks over several periods is
  /// Σ numerator / Σ denominator, too.
  static func isAverage(_ numerator: Measure, _ denominator: Measure) -> Bool {
    numerator.kind == .stock && denominator.kind == .stock && numerator.take == .last && denominator.take == .last
  }

  /// The cells of both terms by what they are paired by; each such key has a number.
  private struct Pairing {
    private var numbers: [PairKey: Int] = [:]
    /// What was first found by each key.
    private var found: [(slot: PeriodSlot?, unit: String?, members: [String?])] = []

    /// The cells of one term.
    struct Side {
      /// For each cell, the number of its key.
      var numbers: [Int] = []
      /// The keys with a value and nothing missing.
      var complete: Set<Int> = []
    }

    /// - Parameter members: those by which cells are paired.
    mutating func side(
      _ slice: MeasureSlice, _ key: (CellEntry) -> PairKey, members: (CellEntry) -> [String?]
    ) -> Side {
      var side = Side()
      side.numbers.reserveCapacity(slice.cells.count)
      var absent: [Int] = []
      for entry in slice.cells {
        let key = key(entry)
        let number = numbers[key] ?? found.count
        if number == found.count {
          numbers[key] = number
          found.append((key.slot, entry.key.unit, members(entry)))
        }
        side.numbers.append(number)
        if entry.cell.isReported { side.complete.insert(number) }
        if entry.cell.absent > 0 { absent.append(number) }
      }
      if !absent.isEmpty { side.complete.subtract(absent) }
      return side
    }

    /// Where not all of the period asked for is there, of what is added up over it, nothing is paired.
    func withoutIncomplete(_ side: Side, _ slice: MeasureSlice) -> Side {
      guard slice.measure.kind != .stock, slice.measure.kind != .published, !slice.time.isDaily else { return side }
      var known: [Int: Set<PeriodSlot>] = [:]
      for (index, number) in side.numbers.enumerated() where slice.cells[index].cell.isReported {
        known[number, default: []].insert(slice.cells[index].key.slot)
      }
      var whole = side
      for (number, slots) in known {
        let months = slots.reduce(0) { $0 + ($1.kind.months ?? 0) }
        if months < found[number].slot?.kind.months ?? 0 { whole.complete.remove(number) }
      }
      return whole
    }

    /// The keys whose cells count.
    func kept(
      _ top: Side, _ bottom: Side, _ expected: (numerator: ExpectedPlaces, denominator: ExpectedPlaces)?,
      _ shared: [String]
    ) throws(Failure) -> Set<Int> {
      var kept = top.complete.intersection(bottom.complete)
      guard let expected else { return kept }
      let (above, below) = (Set(top.numbers), Set(bottom.numbers))
      for (lone, other) in [
        (top.complete.subtracting(below), expected.denominator),
        (bottom.complete.subtracting(above), expected.numerator),
      ] {
        for number in lone {
          let key = found[number]
          let members = zip(shared, key.members).map { (dimension: $0, member: $1) }
          if try !other.expects(key.unit, members, in: key.slot) { kept.insert(number) }
        }
      }
      return kept
    }

    /// The slice with the cells alone that count.
    func narrowed(_ slice: MeasureSlice, _ side: Side, to kept: Set<Int>) -> MeasureSlice {
      let isKept = side.numbers.map(kept.contains)
      guard isKept.contains(false) else { return slice }
      var narrowed = slice
      narrowed.cells = zip(slice.cells, isKept).filter(\.1).map(\.0)
      return narrowed
    }
  }

  private struct PairKey: Hashable {
    /// Nil where a stock is set against a flow.
    let slot: PeriodSlot?
    let place: Place

    enum Place: Hashable {
      /// Where both terms have the same dimensions.
      case number(Int)
      case codes(String?, [String?])
    }
  }
}
