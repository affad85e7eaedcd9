import Catalogue
import Findings
import Language
import Values

/// The cells of one measure by period, and how finer periods become coarser ones.
///
/// A period that is asked for is answered by its own cells, or from cells of finer periods, for each place (unit and
/// members) one or the other and never both: the coarsest periods that are complete, and otherwise those that most of
/// it is known by. Six and nine months count from the start of the year, so that neither is added to the other.
struct RollUp: Sendable {
  typealias Cells = [CellEntry]

  let measure: Measure
  let roles: ResourceRoles
  let bySlot: [PeriodSlot: CellIndex]
  /// One cell's key for each place that has cells in some period.
  let places: [CellKey]
  /// The kinds of period that the cells have, the coarsest first.
  let kinds: [PeriodKind]
  private let choices = WayChoices()
  /// The months that the cells cover.
  let months: ClosedRange<Int>?
  /// Whether the cells are of all that there is, as one period.
  let isWhole: Bool
  var calendar: ReportingYear { roles.reportingYear }

  /// - Parameter numbers: the same for all measures whose cells are compared.
  init(
    _ measure: Measure, _ roles: ResourceRoles, _ cells: [CellKey: MeasureCell], _ numbers: CellPlaces,
    isWhole: Bool = false
  ) {
    self.measure = measure
    self.isWhole = isWhole
    self.roles = roles
    var grouped: [PeriodSlot: Cells] = [:]
    var places: [Int: CellKey] = [:]
    for entry in numbers.entries(cells) {
      grouped[entry.key.slot, default: []].append(entry)
      if places[entry.place] == nil { places[entry.place] = entry.key }
    }
    self.places = Array(places.values)
    bySlot = grouped.mapValues { CellIndex($0) }
    let found = Set(bySlot.keys.map(\.kind))
    kinds = PeriodKind.regular.filter(found.contains)
    let spans = bySlot.keys.map { roles.reportingYear.months(of: $0) }
    if let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() {
      months = first...last
    } else {
      months = nil
    }
  }

  /// What answers a question about some periods, which do not overlap.
  ///
  /// - Parameter scope: the units and members asked about. Cells of other members may be among the answer's.
  /// - Throws: `Failure.refused` when the data are by longer periods than the question.
  func answer(_ asked: [PeriodSlot], in scope: CellScope) throws(Failure) -> RolledUp {
    var answer = RolledUp(asked: asked, reportingYear: calendar, isDaily: roles.isDaily)
    if isWhole {
      for slot in bySlot.keys { answer.take(cells([slot], scope), standingFor: [slot], of: slot) }
      return answer
    }
    if measure.kind == .stock, measure.take == .average {
      try takeAll(of: asked, scope, into: &answer)
      return answer
    }
    for slot in asked {
      switch measure.kind {
      case .stock where measure.take == .first: try takeFirst(of: slot, scope, into: &answer)
      case .stock: try takeLast(of: slot, scope, into: &answer)
      case .published: try takeOne(slot, scope, into: &answer)
      case .flow, .count, .distinct: try add(up: slot, scope, into: &answer)
      }
    }
    return answer
  }

  func cells(_ slots: [PeriodSlot], _ scope: CellScope) -> Cells {
    slots.count == 1 ? bySlot[slots[0]]?.cells(in: scope) ?? [] : slots.flatMap { bySlot[$0]?.cells(in: scope) ?? [] }
  }

  func refusal(_ slot: PeriodSlot) -> Failure { .refused(Messages.notSplit(slot.description, into: kinds)) }

  /// The kinds of period for which there is an answer, the coarsest first.
  var answeredKinds: [PeriodKind] {
    PeriodKind.regular.filter { kind in
      guard let month = months?.lowerBound, let slot = PeriodSlot(kind, calendar.year(ofMonth: month)) else {
        return false
      }
      let own = calendar.months(of: slot)
      switch measure.kind {
      case .published: return kinds.contains(kind)
      case .stock where measure.take == .average: return kinds.contains { calendar.slots($0, covering: own) != nil }
      case .stock where measure.take == .first: return kinds.contains { beginning($0, of: own) != nil }
      case .stock: return kinds.contains { isEnd($0, of: own) }
      case .flow, .count, .distinct: return kinds.contains { calendar.slots($0, covering: own) != nil }
      }
    }
  }

  private func isEnd(_ kind: PeriodKind, of months: ClosedRange<Int>) -> Bool {
    guard let slot = calendar.slot(kind, containing: months.upperBound) else { return false }
    let own = calendar.months(of: slot)
    return own.upperBound == months.upperBound && own.lowerBound >= months.lowerBound
  }

  // MARK: Scores

  /// A score is not made from others.
  private func takeOne(_ slot: PeriodSlot, _ scope: CellScope, into answer: inout RolledUp) throws(Failure) {
    if bySlot[slot] == nil, !kinds.isEmpty, !kinds.contains(slot.kind) {
      let isFiner = kinds.contains { calendar.slots($0, covering: calendar.months(of: slot)) != nil }
      throw isFiner ? .refused(Messages.publishedNotAdded(LocalizedText(measure.name))) : refusal(slot)
    }
    answer.take(cells([slot], scope), standingFor: [slot], of: slot)
  }

  // MARK: Stocks

  /// What there is at the end: of the period itself, or of a finer or coarser one that ends on the same day. Where the
  /// data end within the period, the last there is, with its own cut-off.
  private func takeLast(of slot: PeriodSlot, _ scope: CellScope, into answer: inout RolledUp) throws(Failure) {
    guard kinds != [slot.kind] else { return answer.take(cells([slot], scope), standingFor: [slot], of: slot) }
    let own = calendar.months(of: slot)
    var ends = slots(endingWith: own.upperBound, first: slot)
    if !ends.contains(where: { bySlot[$0] != nil }), let last = months?.upperBound, own.contains(last),
      last < own.upperBound
    {
      ends = slots(endingWith: last, first: slot).filter { calendar.months(of: $0).lowerBound >= own.lowerBound }
    }
    if ends.isEmpty, !kinds.isEmpty { throw refusal(slot) }
    try choose(ends.map { [$0] }, for: slot, scope, into: &answer)
  }

  private func slots(endingWith month: Int, first: PeriodSlot) -> [PeriodSlot] {
    var slots: [PeriodSlot] = []
    for kind in kinds {
      guard let slot = calendar.slot(kind, containing: month),
        calendar.months(of: slot).upperBound == month
      else { continue }
      if slot == first { slots.insert(slot, at: 0) } else { slots.append(slot) }
    }
    return slots
  }

  // MARK: Flows

  private func add(up slot: PeriodSlot, _ scope: CellScope, into answer: inout RolledUp) throws(Failure) {
    guard !kinds.isEmpty, kinds != [slot.kind] else {
      return answer.take(cells([slot], scope), standingFor: [slot], of: slot)
    }
    let own = calendar.months(of: slot)
    var ways = kinds.compactMap { calendar.slots($0, covering: own) }
    // Nothing covers the whole of it: what counts from its start is the figure to date.
    let toDate = kinds.compactMap { kind -> [PeriodSlot]? in
      guard let first = calendar.slot(kind, containing: own.lowerBound) else { return nil }
      let months = calendar.months(of: first)
      return months.lowerBound == own.lowerBound && months.upperBound < own.upperBound ? [first] : nil
    }
    if ways.isEmpty, toDate.isEmpty { throw refusal(slot) }
    ways += toDate.filter { !ways.contains($0) }
    try choose(ways, for: slot, scope, into: &answer)
  }

  // MARK: One way for each place

  /// - Parameter ways: periods that together are the one asked for, or its start; the coarsest first.
  private func choose(
    _ ways: [[PeriodSlot]], for slot: PeriodSlot, _ scope: CellScope, into answer: inout RolledUp
  ) throws(Failure) {
    func known(_ way: [PeriodSlot]) -> Int { way.filter { bySlot[$0] != nil }.reduce(0) { $0 + length($1) } }
    let most = ways.map(known).max() ?? 0
    let usual = ways.first { known($0) == most } ?? [slot]
    let others = ways.filter { $0 != usual && known($0) > 0 && (measure.kind == .stock || length($0) == length(slot)) }
    let standing = roles.isDaily ? [slot] : usual
    guard !others.isEmpty || isMixed(slot) else {
      return answer.take(cells(usual, scope), standingFor: standing, of: slot)
    }
    let choice = choices.of(slot) { chosen(ways, usual: usual, for: slot) }
    for own in choice.places(in: scope.units) {
      answer.take(own.cells, standingFor: own.way, of: slot, at: own.way == usual ? nil : own.place)
    }
    answer.usual[slot] = standing
  }

  /// For each place with cells, the way by which it is known.
  private func chosen(_ ways: [[PeriodSlot]], usual: [PeriodSlot], for slot: PeriodSlot) -> WayChoice {
    var places: [Int: [PeriodSlot: CellEntry]] = [:]
    let within = measure.kind == .stock ? Set(ways.joined()) : Set(bySlot.keys.filter { isWithin($0, slot) })
    for cell in cells(within.sorted(), .all) { places[cell.place, default: [:]][cell.key.slot] = cell }
    let whole = measure.kind == .stock ? ways : ways.filter { length($0) == length(slot) }
    return WayChoice(
      places.values.compactMap { found in
        guard let key = found.values.first?.key else { return nil }
        func isThere(_ slot: PeriodSlot) -> Bool { found[slot]?.cell.isReported ?? false }
        let way = whole.first { $0.allSatisfy(isThere) } ?? mixed(slot, isThere) ?? usual
        return WayChoice.Own(place: CellPlace(key), way: way, cells: way.compactMap { found[$0] })
      })
  }

  private func length(_ slot: PeriodSlot) -> Int { slot.kind.months ?? 0 }
  private func length(_ slots: [PeriodSlot]) -> Int { slots.reduce(0) { $0 + length($1) } }

  private func isWithin(_ slot: PeriodSlot, _ whole: PeriodSlot) -> Bool {
    let (own, all) = (calendar.months(of: slot), calendar.months(of: whole))
    return own.lowerBound >= all.lowerBound && own.upperBound <= all.upperBound
  }

  /// Whether periods of several kinds lie within one.
  private func isMixed(_ slot: PeriodSlot) -> Bool {
    measure.kind != .stock && kinds.count > 1 && Set(bySlot.keys.filter { isWithin($0, slot) }.map(\.kind)).count > 1
  }

  /// The ways in which finer periods that are there make up one: all of a kind, or of several kinds. Of a stock, those that
  /// end with it.
  func finerParts(of slot: PeriodSlot, isThere: (PeriodSlot) -> Bool) -> [[PeriodSlot]] {
    let own = calendar.months(of: slot)
    if measure.kind == .stock {
      return slots(endingWith: own.upperBound, first: slot).filter { $0.kind < slot.kind && isThere($0) }.map { [$0] }
    }
    let ways = kinds.filter { $0 < slot.kind }.compactMap { calendar.slots($0, covering: own) }
      .filter { $0.allSatisfy(isThere) }
    if !ways.isEmpty { return ways }
    return mixed(slot, { $0 != slot && isThere($0) }).map { [$0] } ?? []
  }

  /// Periods of several kinds that cover the whole without overlap, all of them there: nine months and the last quarter.
  private func mixed(_ slot: PeriodSlot, _ isThere: (PeriodSlot) -> Bool) -> [PeriodSlot]? {
    guard measure.kind != .stock else { return nil }
    let all = calendar.months(of: slot)
    func cover(from month: Int) -> [PeriodSlot]? {
      if month > all.upperBound { return [] }
      for kind in kinds {
        guard let next = calendar.slot(kind, containing: month) else { continue }
        let own = calendar.months(of: next)
        guard own.lowerBound == month, own.upperBound <= all.upperBound, isThere(next),
          let rest = cover(from: own.upperBound + 1)
        else { continue }
        return [next] + rest
      }
      return nil
    }
    return cover(from: all.lowerBound)
  }
}

/// The cells that answer a question, and which periods they stand for.
struct RolledUp {
  let asked: [PeriodSlot]
  let reportingYear: ReportingYear
  /// Events of days: a month without any is no gap.
  let isDaily: Bool
  var cells: [CellEntry] = []
  /// For each period asked for, the periods whose cells answer it, unless a place has a way of its own.
  var usual: [PeriodSlot: [PeriodSlot]] = [:]
  var unusual: [CellPlace: [PeriodSlot: [PeriodSlot]]] = [:]
  /// The period asked for that a cell's period belongs to, where they differ.
  private var owners: [PeriodSlot: PeriodSlot] = [:]

  init(asked: [PeriodSlot], reportingYear: ReportingYear, isDaily: Bool) {
    self.asked = asked
    self.reportingYear = reportingYear
    self.isDaily = isDaily
  }

  mutating func take(
    _ found: [CellEntry], standingFor slots: [PeriodSlot], of slot: PeriodSlot,
    at place: CellPlace? = nil
  ) {
    if cells.isEmpty { cells = found } else { cells += found }
    if let place { unusual[place, default: [:]][slot] = slots } else { usual[slot] = slots }
    if slots != [slot] || isDaily {
      for cell in found where cell.key.slot != slot { owners[cell.key.slot] = slot }
    }
  }

  /// Takes over what answers other periods, but not the cells.
  mutating func add(_ other: RolledUp) {
    usual.merge(other.usual) { first, _ in first }
    unusual.merge(other.unusual) { first, second in first.merging(second) { first, _ in first } }
    owners.merge(other.owners) { first, _ in first }
  }

  /// The period asked for to which a cell belongs.
  func owner(of slot: PeriodSlot) -> PeriodSlot { owners[slot] ?? slot }

  /// The period that a cell is counted as, where cells are counted.
  func standing(_ slot: PeriodSlot) -> PeriodSlot { isDaily ? owner(of: slot) : slot }

  /// The kinds of period by which it is answered.
  var grain: Set<PeriodKind> {
    Set(usual.values.joined().map(\.kind) + unusual.values.flatMap { $0.values.joined().map(\.kind) })
  }

  /// Whether a finer period has no cell with a value while a later one does, of the same period asked for.
  func hasMissingParts(present: (PeriodSlot) -> Bool) -> Bool {
    guard !isDaily else { return false }
    for (_, way) in usual where way.count > 1 {
      guard let last = way.lastIndex(where: present) else { continue }
      if !way[..<last].allSatisfy(present) { return true }
    }
    return false
  }

  /// The last day of what has been counted when that lies within the last period asked for.
  func derivedCutOff(last: PeriodSlot?) -> CalendarDate? {
    guard !isDaily, let last, owner(of: last) == asked.last, last != asked.last, let whole = asked.last else {
      return nil
    }
    let end = reportingYear.months(of: last).upperBound
    return end < reportingYear.months(of: whole).upperBound ? reportingYear.end(ofMonth: end) : nil
  }
}
