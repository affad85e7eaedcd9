import Findings
import Language
public import Values

/// What is wrong with events of units: names, days, shares that do not sum to one, circles, codes that come back.
struct UnitEventChecker {
  private let events: [UnitEvent]
  private let units: Dimension
  private let resource: ResourceDescriptor

  init(_ events: [UnitEvent], units: Dimension, resource: ResourceDescriptor) {
    self.events = events
    self.units = units
    self.resource = resource
  }

  func findings() -> [Finding] {
    var found: [Finding] = []
    for event in events { found += findings(of: event) }
    let days = Dictionary(grouping: events, by: \.day)
    for (day, rows) in days.sorted(by: { $0.key < $1.key }) {
      found += shares(rows, side: "weight", group: \.from, share: \.weight)
      found += shares(rows.filter(isOfOneLevel), side: "weight_back", group: \.to, share: \.weightBack)
      found += shapes(rows)
      found += circles(rows)
      found += continuing(rows, on: day)
    }
    found += severalDays()
    return found + withoutEvents()
  }

  private func findings(of event: UnitEvent) -> [Finding] {
    var found: [Finding] = []
    if event.from == nil, event.to == nil {
      found.append(
        finding("wrong-event", event, field: "from", Messages.eventWithoutUnits, Messages.eventWithoutUnitsRemedy))
    }
    if let before = event.day.previous { found += known(event.from, "from", event, on: before) }
    found += known(event.to, "to", event, on: event.day)
    if event.act == nil {
      found.append(
        finding(
          "no-legal-act", event, field: "act", severity: .warning, Messages.noLegalAct, Messages.noLegalActRemedy))
    }
    return found
  }

  private func known(_ code: String?, _ field: String, _ event: UnitEvent, on day: CalendarDate) -> [Finding] {
    guard let code else { return [] }
    guard units.contains(code) else {
      return [
        finding(
          "unknown-unit", event, field: field, value: code, Messages.unknownUnit(code),
          Messages.didYouMean(NearestWord.candidates(for: code, among: units.codes), allowed: units.codes))
      ]
    }
    guard units.version(of: code, on: day) == nil else { return [] }
    let days = units.versions(of: code).map { "\($0.validFrom?.description ?? "…")/\($0.validTo?.description ?? "…")" }
    return [
      finding(
        "event-dates", event, field: field, value: code, Messages.eventUnitNotValid(code, day, days),
        Messages.eventUnitNotValidRemedy(isFrom: field == "from"))
    ]
  }

  /// Of one unit on one day: one share is the whole; several sum to exactly 1, or none of them is known.
  private func shares(
    _ rows: [UnitEvent], side: String, group: KeyPath<UnitEvent, String?>, share: KeyPath<UnitEvent, Rational?>
  ) -> [Finding] {
    var found: [Finding] = []
    for (code, rows) in groups(rows, by: group) {
      let given = rows.compactMap { $0[keyPath: share] }
      guard let first = rows.first, !given.isEmpty else { continue }
      if given.count < rows.count, let missing = rows.first(where: { $0[keyPath: share] == nil }) {
        found.append(
          finding(
            "event-weights", missing, field: side, Messages.shareMissing(code), Messages.shareMissingRemedy))
        continue
      }
      let sum = try? given.reduce(Rational.zero) { try $0.adding($1) }
      guard sum != .one else { continue }
      found.append(
        finding(
          "event-weights", first, field: side, value: given.map(\.description).joined(separator: " + "),
          Messages.sharesNotOne(code, sum?.description ?? "…", rows.map(\.line)), Messages.sharesNotOneRemedy))
    }
    return found
  }

  /// Whether a row may say what share of a unit came from another: an abolished district falls to its province, and is
  /// no part that the province was made of.
  private func isOfOneLevel(_ event: UnitEvent) -> Bool {
    guard event.kind != .create, let from = event.from, let to = event.to, let before = event.day.previous else {
      return event.kind != .create
    }
    let (old, new) = (units.version(of: from, on: before), units.version(of: to, on: event.day))
    return old?.level == new?.level || event.weightBack != nil
  }

  /// The rows of each unit, in the order of the file.
  private func groups(
    _ rows: [UnitEvent], by key: KeyPath<UnitEvent, String?>
  ) -> [(code: String, rows: [UnitEvent])] {
    var order: [String] = []
    var groups: [String: [UnitEvent]] = [:]
    for row in rows {
      guard let code = row[keyPath: key] else { continue }
      if groups[code] == nil { order.append(code) }
      groups[code, default: []].append(row)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  /// Whether the rows of a day look as their kinds say.
  private func shapes(_ rows: [UnitEvent]) -> [Finding] {
    rows.compactMap { event in
      let sources = rows.count { $0.to == event.to }
      let targets = rows.count { $0.from == event.from }
      let fits =
        switch event.kind {
        case .merge: event.to != nil && sources > 1
        case .split: event.from != nil && targets > 1
        case .rename, .retype, .move:
          event.from != nil && event.to != nil && sources == 1 && targets == 1 && differs(event)
        case .create: event.from == nil
        case .abolish: event.from != nil
        }
      guard !fits else { return nil }
      return finding(
        "wrong-event", event, field: "kind", value: event.kind.rawValue, Messages.eventShape(event.kind.rawValue),
        Messages.eventShapeRemedy)
    }
  }

  /// Whether the list of units shows what a rename, a retype or a move says; also where the days are wrong already.
  private func differs(_ event: UnitEvent) -> Bool {
    guard let from = event.from, let to = event.to, let before = event.day.previous,
      let old = units.version(of: from, on: before), let new = units.version(of: to, on: event.day)
    else { return true }
    switch event.kind {
    case .rename: return old.names != new.names || old.code != new.code
    case .retype: return old.types != new.types || old.level != new.level
    case .move: return old.parent != new.parent
    default: return true
    }
  }

  /// Whole units that become each other on one day.
  private func circles(_ rows: [UnitEvent]) -> [Finding] {
    var next: [String: UnitEvent] = [:]
    for (code, rows) in groups(rows, by: \.from) where rows.count == 1 && rows[0].to != code { next[code] = rows[0] }
    var found: [Finding] = []
    var visited: Set<String> = []
    for start in rows.compactMap(\.from) {
      var path: Set<String> = []
      var current: String? = start
      while let code = current, !visited.contains(code), let event = next[code] {
        guard path.insert(code).inserted else {
          found.append(
            finding(
              "event-cycle", event, field: "from", value: code, Messages.eventCycle(code), Messages.eventCycleRemedy))
          break
        }
        current = event.to
      }
      visited.formUnion(path)
    }
    return found
  }

  /// A unit that gives something away and stays says how much it keeps.
  private func continuing(_ rows: [UnitEvent], on day: CalendarDate) -> [Finding] {
    groups(rows, by: \.from).compactMap { code, rows in
      guard let event = rows.first, let before = day.previous, let old = units.version(of: code, on: before),
        old.isValid(on: day), !rows.contains(where: { $0.to == code })
      else { return nil }
      return finding(
        "event-dates", event, field: "from", value: code, Messages.eventUnitGoesOn(code, day),
        Messages.eventUnitGoesOnRemedy)
    }
  }

  private func severalDays() -> [Finding] {
    var first: [String: UnitEvent] = [:]
    return events.compactMap { event in
      guard let known = first[event.id] else {
        first[event.id] = event
        return nil
      }
      guard known.day != event.day else { return nil }
      return finding(
        "event-dates", event, field: "day", value: event.day.description,
        Messages.eventOnSeveralDays(event.id, known.day, firstLine: known.line), Messages.eventOnSeveralDaysRemedy)
    }
  }

  /// Units that begin or end and no event says from what or into what.
  private func withoutEvents() -> [Finding] {
    let starts = Set(events.map { Change(code: $0.to, day: $0.day) })
    let ends = Set(events.map { Change(code: $0.from, day: $0.day) })
    let earliest = units.versions.compactMap(\.validFrom).min()
    var found: [Finding] = []
    for code in units.codes {
      let versions = units.versions(of: code)
      for (index, version) in versions.enumerated() {
        let begins = version.validFrom.map { starts.contains(Change(code: code, day: $0)) } ?? true
        if index > 0, !begins {
          found.append(
            finding(
              "reused-code", of: version, .error, Messages.codeComesBack(code, firstLine: versions[index - 1].line)))
        } else if index == 0, !begins, version.validFrom != earliest {
          found.append(finding("unit-without-event", of: version, .warning, Messages.unitBeginsWithoutEvent(code)))
        }
        let end = version.validTo?.next
        let follows = index + 1 < versions.count && versions[index + 1].validFrom == end
        if let end, !follows, !ends.contains(Change(code: code, day: end)) {
          found.append(finding("unit-without-event", of: version, .warning, Messages.unitEndsWithoutEvent(code)))
        }
      }
    }
    return found
  }

  private struct Change: Hashable {
    let code: String?
    let day: CalendarDate
  }

  /// About a row of the list of units, named in the message, at the events that lack it.
  private func finding(
    _ code: String, of version: DimensionMember, _ severity: Severity, _ message: LocalizedText
  ) -> Finding {
    Finding(
      code: code, severity: severity, resource: resource.name, position: Position(file: resource.path), field: "to",
      value: version.code, message: message,
      remedy: Messages.addEventRemedy(version.code, version.validFrom, version.validTo?.next))
  }

  private func finding(
    _ code: String, _ event: UnitEvent, field: String, value: String? = nil, severity: Severity = .error,
    _ message: LocalizedText, _ remedy: LocalizedText
  ) -> Finding {
    Finding(
      code: code, severity: severity, resource: resource.name, position: Position(file: event.file, line: event.line),
      field: field, value: value, message: message, remedy: remedy)
  }
}

extension Dimension {
  /// The version of a member that is valid on a day; nil when none is, unlike `member(_:on:)`.
  public func version(of code: String, on day: CalendarDate) -> DimensionMember? {
    versions(of: code).first { $0.isValid(on: day) }
  }
}
