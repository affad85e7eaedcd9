import Aggregation
import Catalogue
import Values

/// What two editions of a report say of the same things, by the names in their ledgers.
struct EditionComparison {
  /// A number that was counted again up to the same day, and is another.
  struct Revision {
    let old: LedgerEntry
    let new: LedgerEntry
  }

  /// Indicators that were computed in another way or unit: nothing of theirs is compared.
  private(set) var redefined: Set<String> = []
  /// In the order of the new edition's names; printed differently.
  private(set) var revisions: [Revision] = []
  /// Numbers that were counted up to another day, the first of each year.
  private(set) var extended: [Revision] = []
  private let old: [FigureID: LedgerEntry]
  private let until: CalendarDate

  init(_ old: Ledger, _ new: [FigureID: LedgerEntry]) {
    let before = Dictionary(old.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.old = before
    until = old.period.cutOff
    var pairs: [Revision] = []
    for entry in new.values.sorted(by: { $0.id < $1.id }) {
      guard let earlier = before[entry.id], Self.isObservation(entry), Self.isObservation(earlier) else { continue }
      pairs.append(Revision(old: earlier, new: entry))
    }
    for pair in pairs {
      guard let code = pair.new.indicator else { continue }
      if pair.old.formula != pair.new.formula || pair.old.unitOfMeasure != pair.new.unitOfMeasure {
        redefined.insert(code)
      }
    }
    for pair in pairs {
      guard let code = pair.new.indicator, !redefined.contains(code), let then = pair.old.period,
        let now = pair.new.period
      else { continue }
      if then.cutOff != now.cutOff {
        if now.kind != .range, !extended.contains(where: { $0.new.period?.code == now.code }) { extended.append(pair) }
      } else if pair.old.published != pair.new.published {
        revisions.append(pair)
      }
    }
  }

  private static func isObservation(_ entry: LedgerEntry) -> Bool {
    if case .observation = entry.origin { return true }
    return false
  }

  /// What the old edition had under a name; nil for an indicator that is computed in another way now.
  func earlier(_ id: FigureID) -> LedgerEntry? {
    guard let entry = old[id], entry.indicator.map({ !redefined.contains($0) }) ?? true else { return nil }
    return entry
  }

  /// Whether a value is new, or another than the old edition had. What was there then and was merely not printed is not
  /// known, and so not new.
  func isNews(_ id: FigureID, _ entry: LedgerEntry, upTo cutOff: CalendarDate) -> Bool {
    guard let before = earlier(id) else { return old[id] == nil && cutOff > until }
    return before.published != entry.published
  }

  /// Whether the last planned value that the old edition judged was reached there; nil when it judged none.
  func metTarget(of indicator: Indicator) -> Bool? {
    guard !redefined.contains(indicator.code) else { return nil }
    let planned = old.values.filter { $0.indicator == indicator.code && $0.id.name.hasSuffix("#target") }
    guard let last = planned.max(by: { ($0.period?.end, $0.id) < ($1.period?.end, $1.id) }),
      let reached = old[FigureID(String(last.id.name.dropLast("#target".count)))]
    else { return nil }
    return indicator.good == .down ? reached.value <= last.value : reached.value >= last.value
  }

  /// The old edition was of a year that was not over when it judged the target.
  func wasOpen(_ indicator: Indicator, isFlow: Bool) -> Bool {
    isFlow
      && old.values.contains {
        $0.indicator == indicator.code && $0.id.name.hasSuffix("#target") && $0.period?.isPartial == true
      }
  }
}

private func < (left: (CalendarDate?, FigureID), right: (CalendarDate?, FigureID)) -> Bool {
  switch (left.0, right.0) {
  case (let one?, let other?) where one != other: one < other
  case (nil, .some): true
  case (.some, nil): false
  default: left.1 < right.1
  }
}
