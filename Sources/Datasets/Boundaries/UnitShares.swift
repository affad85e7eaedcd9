public import Findings
import Language
public import Values

/// What share of a unit of one day lies in some units of another day: the algebra behind restated series.
///
/// Shares are exact and composed over all events between the two days, forwards or backwards. A share that an event
/// does not give is needed only where the units asked for hold a part of what was divided and not all of it.
public struct UnitShares {
  /// A part of a unit before or after one change.
  struct Place: Hashable {
    let unit: UnitID
    let day: CalendarDate
  }

  private let history: UnitHistory
  /// The day whose units are asked for.
  public let day: CalendarDate
  public let targets: Set<UnitID>
  private var known: [Place: Rational] = [:]

  public init(_ history: UnitHistory, of targets: Set<UnitID>, on day: CalendarDate) {
    self.history = history
    self.targets = targets
    self.day = day
  }

  /// The share of a unit that lies in the targets, 0 to 1.
  ///
  /// - Parameter source: a day on which the unit is valid.
  /// - Throws: `Failure.refused` when an event between the days does not say what is needed, naming its line.
  /// - Complexity: linear in the changes between the days; at once when asked again.
  public mutating func share(of unit: UnitID, on source: CalendarDate) throws(Failure) -> Rational {
    let place = Place(unit: unit, day: source)
    if let share = known[place] { return share }
    let forward = source <= day
    guard let step = try history.step(of: unit, from: source, to: day) else {
      let share: Rational = targets.contains(unit) ? .one : .zero
      known[place] = share
      return share
    }
    var parts: [(weight: Rational?, share: Rational)] = []
    for edge in step.edges {
      guard let next = forward ? edge.to : edge.from, let nextDay = forward ? step.day : step.day.previous else {
        parts.append((forward ? edge.weight : edge.back, .zero))
        continue
      }
      parts.append((forward ? edge.weight : edge.back, try share(of: next, on: nextDay)))
    }
    guard let share = try Self.sum(parts) else { throw history.unknownShares(of: unit, step, forward) }
    known[place] = share
    return share
  }

  /// Nil when shares that are not known make a difference.
  private static func sum(_ parts: [(weight: Rational?, share: Rational)]) throws(Failure) -> Rational? {
    // All of it lies in the same place, however it was divided.
    if let first = parts.first?.share, parts.allSatisfy({ $0.share == first }) { return first }
    var sum = Rational.zero
    for part in parts {
      guard let weight = part.weight else { return nil }
      do { sum = try sum.adding(weight.multiplied(by: part.share)) } catch { throw .refused(Messages.overflow) }
    }
    return sum
  }
}

extension UnitHistory {
  /// The next change on the way from one day to another, forwards or backwards; nil when the unit itself is valid then.
  ///
  /// - Throws: `Failure.refused` when the unit ends, or begins, on the way and no event says more.
  func step(of unit: UnitID, from source: CalendarDate, to target: CalendarDate) throws(Failure) -> Step? {
    guard let member = member(unit) else { throw .defect("no unit \(unit.code)") }
    if source <= target {
      if let step = firstStep(of: unit, after: source, upTo: target) { return step }
      if let end = member.validTo, end < target {
        throw .refused(Messages.unitEnded(member.names, code: unit.code, on: end.next ?? end))
      }
    } else {
      if let step = lastStep(of: unit, upTo: source, after: target) { return step }
      if let start = member.validFrom, start > target {
        throw .refused(Messages.unitBegan(member.names, code: unit.code, on: start))
      }
    }
    return nil
  }

  func unknownShares(of unit: UnitID, _ step: Step, _ forward: Bool) -> Failure {
    let rows = step.edges.compactMap(\.event)
    let others = step.edges.compactMap { forward ? $0.to : $0.from }.compactMap { member($0)?.names }
    return .refused(
      Messages.sharesNotKnown(
        member(unit)?.names ?? LocalizedText(unit.code), parts: others, day: step.day,
        column: forward ? "weight" : "weight_back", file: rows.first?.file ?? "", lines: rows.map(\.line)))
  }

  /// A unit of one day as exact shares of the units of another; the shares sum to 1.
  ///
  /// - Throws: `Failure.refused` when an event does not give a share, or a part lies outside the package.
  public func mapping(
    of unit: UnitID, on source: CalendarDate, to target: CalendarDate
  ) throws(Failure) -> [UnitID: Rational] {
    let forward = source <= target
    guard let step = try step(of: unit, from: source, to: target) else { return [unit: .one] }
    var mapping: [UnitID: Rational] = [:]
    for edge in step.edges {
      guard let weight = forward ? edge.weight : edge.back else { throw unknownShares(of: unit, step, forward) }
      guard let next = forward ? edge.to : edge.from, let day = forward ? step.day : step.day.previous else {
        throw outside(unit, edge)
      }
      for (part, share) in try self.mapping(of: next, on: day, to: target) {
        do {
          mapping[part] = try (mapping[part] ?? .zero).adding(share.multiplied(by: weight))
        } catch { throw .refused(Messages.overflow) }
      }
    }
    return mapping
  }

  func outside(_ unit: UnitID, _ edge: Edge) -> Failure {
    .refused(
      Messages.partOutside(
        member(unit)?.names ?? LocalizedText(unit.code), file: edge.event?.file ?? "", line: edge.event?.line ?? 0))
  }
}
