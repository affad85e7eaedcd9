import Catalogue
import Findings
import Values

/// Stocks of which not the last period is taken. All places are answered by periods of one kind: an average of quarters
/// is not mixed with one of year-ends, and who reports by other periods is missing.
extension RollUp {
  /// What there is at the end of the first of the finest periods that the data have; a later one does not stand in for it.
  func takeFirst(of slot: PeriodSlot, _ scope: CellScope, into answer: inout RolledUp) throws(Failure) {
    let own = calendar.months(of: slot)
    let firsts = kinds.reversed().compactMap { beginning($0, of: own) }
    guard let finest = firsts.first else {
      if !kinds.isEmpty { throw refusal(slot) }
      return answer.take([], standingFor: [slot], of: slot)
    }
    let taken = firsts.first { bySlot[$0] != nil } ?? finest
    answer.take(cells([taken], scope), standingFor: [taken], of: slot)
  }

  /// The period of a kind that begins with some months and lies within them.
  func beginning(_ kind: PeriodKind, of months: ClosedRange<Int>) -> PeriodSlot? {
    guard let slot = calendar.slot(kind, containing: months.lowerBound) else { return nil }
    let own = calendar.months(of: slot)
    return own.lowerBound == months.lowerBound && own.upperBound <= months.upperBound ? slot : nil
  }

  /// All periods of the kind by which most of the periods asked for is known; of several such kinds, of the finest.
  func takeAll(of asked: [PeriodSlot], _ scope: CellScope, into answer: inout RolledUp) throws(Failure) {
    var best: (ways: [[PeriodSlot]], known: Int)?
    for kind in kinds.reversed() {
      let ways = asked.compactMap { calendar.slots(kind, covering: calendar.months(of: $0)) }
      guard ways.count == asked.count else { continue }
      let known = ways.joined().filter { bySlot[$0] != nil }.count * (kind.months ?? 0)
      if best.map({ known > $0.known }) ?? true { best = (ways, known) }
    }
    guard let best else {
      if !kinds.isEmpty, let first = asked.first { throw refusal(first) }
      return
    }
    for (slot, way) in zip(asked, best.ways) {
      answer.take(cells(way, scope), standingFor: way, of: slot)
    }
  }
}
