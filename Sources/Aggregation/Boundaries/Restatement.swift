import Catalogue
import Datasets
import Findings
import Language
import Values

/// Series on the units of one day: which units there were, and what share of a unit that reported lies in them.
final class Restatement {
  let history: UnitHistory
  let day: CalendarDate
  /// The units of the day, in the order of the list.
  let members: [DimensionMember]
  private let children: [String: [DimensionMember]]
  private var scopes: [[String]: RestatedScope] = [:]

  /// - Throws: `Failure.usage` when no unit is valid on the day.
  init(_ history: UnitHistory, on day: CalendarDate) throws(Failure) {
    self.history = history
    self.day = day
    members = history.units(on: day)
    guard !members.isEmpty else { throw .usage(Messages.noUnitsOnDay(day)) }
    var children: [String: [DimensionMember]] = [:]
    for member in members {
      if let parent = member.parent { children[parent, default: []].append(member) }
    }
    self.children = children
  }

  /// The units asked for with all that lie below them on the day; all units for none.
  ///
  /// - Throws: `Failure.refused` when one of them is not valid on the day.
  func scope(_ codes: [String]) throws(Failure) -> RestatedScope {
    if let scope = scopes[codes] { return scope }
    var found: Set<UnitID> = []
    var waiting: [DimensionMember] = []
    for code in codes {
      guard let member = history.units.version(of: code, on: day) else {
        throw .refused(
          Messages.unitNotOnDay(history.units.member(code)?.names ?? LocalizedText(code), code: code, on: day))
      }
      waiting.append(member)
    }
    if codes.isEmpty { waiting = members }
    while let member = waiting.popLast() {
      guard found.insert(member.id).inserted else { continue }
      waiting += children[member.code] ?? []
    }
    let scope = RestatedScope(history, of: found, on: day, isAll: codes.isEmpty)
    scopes[codes] = scope
    return scope
  }

  /// The levels that units of the day have, in the order of the list.
  var levels: [String] {
    var levels: [String] = []
    for member in members {
      if let level = member.level, !levels.contains(level) { levels.append(level) }
    }
    return levels
  }

  /// The units of a level at or below some units of the day, or all of the level.
  func codes(at level: String, under roots: [String]) throws(Failure) -> [String] {
    let scope = try scope(roots)
    return members.filter { $0.level == level && scope.targets.contains($0.id) }.map(\.code)
  }
}

/// Some units of the day, and what share of other days' units lies in them.
final class RestatedScope {
  private let history: UnitHistory
  private let day: CalendarDate
  let targets: Set<UnitID>
  /// Everything in the package: also what has no unit of its own on the day is then in one of them.
  let isAll: Bool
  private var shares: UnitShares
  private var known: [Source: UnitOrigin?] = [:]
  private var outside: [CalendarDate: [UnitEvent]] = [:]

  private struct Source: Hashable {
    let code: String
    let start: CalendarDate
    let end: CalendarDate
  }

  init(_ history: UnitHistory, of targets: Set<UnitID>, on day: CalendarDate, isAll: Bool) {
    self.history = history
    self.targets = targets
    self.day = day
    self.isAll = isAll
    shares = UnitShares(history, of: targets, on: day)
  }

  /// How the figures of a unit and a period come in; nil when they do not.
  ///
  /// - Throws: `Failure.refused` when an event does not say what is needed, or figures from outside the package lack.
  func origin(_ code: String, in period: Period) throws(Failure) -> UnitOrigin? {
    let source = Source(code: code, start: period.start, end: period.end)
    if let origin = known[source] { return origin }
    guard let (unit, day) = history.unit(code, from: period.start, to: period.end) else {
      throw .refused(
        Messages.unitNotValid(history.units.member(code)?.names ?? LocalizedText(code), period: period.code))
    }
    let origin = try origin(of: unit, on: day)
    known[source] = origin
    return origin
  }

  private func origin(of unit: UnitID, on source: CalendarDate) throws(Failure) -> UnitOrigin? {
    let share = try shares.share(of: unit, on: source)
    if isAll, share != .one {
      // What left the package is in no unit of it; the mapping says where it left.
      _ = try history.mapping(of: unit, on: source, to: day)
      throw .defect("shares of \(unit.code) in all units are \(share)")
    }
    guard !share.isZero else { return nil }
    if !isAll, let event = outsideParts(source).first {
      let names = event.to.flatMap { history.units.version(of: $0, on: event.day) }?.names
      throw .refused(
        Messages.partOutside(
          names ?? event.from.flatMap { history.units.member($0)?.names } ?? LocalizedText(unit.code),
          file: event.file, line: event.line))
    }
    let events = history.events(of: unit, on: source, to: day, in: targets)
    return UnitOrigin(unit: unit, share: share, isRestated: !events.isEmpty, events: events)
  }

  private func outsideParts(_ source: CalendarDate) -> [UnitEvent] {
    if let events = outside[source] { return events }
    let events = history.outsideParts(of: targets, on: day, seenFrom: source)
    outside[source] = events
    return events
  }

  /// The share of a unit's figures that counts, 0 for none.
  func share(_ unit: UnitID, on source: CalendarDate) throws(Failure) -> Rational {
    try shares.share(of: unit, on: source)
  }

  /// Whether the units asked for are, one by one, the units that reported: nothing joined and nothing left.
  func isUnchanged(_ code: String, in period: Period) throws(Failure) -> Bool {
    guard let origin = try origin(code, in: period), origin.isWhole,
      let (unit, source) = history.unit(code, from: period.start, to: period.end)
    else { return false }
    let there = try history.mapping(of: unit, on: source, to: day)
    guard there.count == 1, let target = there.keys.first else { return false }
    return try history.mapping(of: target, on: day, to: source) == [unit: .one]
  }

  /// Whether units of a level ever have a share in the units asked for, so that the question has a meaning.
  func isReached(from level: String) -> Bool {
    history.units.versions.contains { version in
      guard version.level == level else { return false }
      let source =
        version.validTo.map { min($0, max(day, version.validFrom ?? $0)) } ?? max(day, version.validFrom ?? day)
      // Where an event does not say enough, the answer will.
      return ((try? shares.share(of: version.id, on: source)) ?? .one) != .zero
    }
  }
}
