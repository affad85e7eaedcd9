public import Values

/// The units of a package through time: on each day on which something changed, which unit gave what share to which.
///
/// Mappings between two days follow from it by composition (`UnitShares`, `mapping(of:on:to:)`).
public struct UnitHistory: Sendable {
  /// What one unit gives to another on a day; a unit that goes on gives itself, without an event.
  struct Edge: Sendable, Hashable {
    /// Valid on the day before; nil for what lies outside the package.
    let from: UnitID?
    /// Valid on the day; nil for what lies outside the package.
    let to: UnitID?
    /// The share of `from` that goes to `to`; nil where it is not known.
    var weight: Rational?
    /// The share of `to` that came from `from`; nil where it is not known.
    var back: Rational?
    let event: UnitEvent?
    /// Whether it only brings what the receiver has anyway from units of its own level: a district that is abolished
    /// falls to its province, which comes from provinces.
    var isFromBelow = false
  }

  struct Step: Sendable {
    let day: CalendarDate
    let edges: [Edge]
  }

  public let units: Dimension
  /// What units give away, by day, the earliest first.
  private let given: [UnitID: [Step]]
  /// What units receive, by day, the earliest first.
  private let received: [UnitID: [Step]]
  private let members: [UnitID: DimensionMember]

  /// - Parameter events: free of errors (`UnitEventReader`); rows whose units are not valid on their day are left out.
  public init(_ units: Dimension, events: [UnitEvent]) {
    self.units = units
    members = Dictionary(units.versions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var given: [UnitID: [Step]] = [:]
    var received: [UnitID: [Step]] = [:]
    for (day, rows) in Dictionary(grouping: events, by: \.day).sorted(by: { $0.key < $1.key }) {
      let edges = Self.edges(rows, on: day, units)
      for (unit, edges) in Dictionary(grouping: edges, by: \.from) {
        if let unit { given[unit, default: []].append(Step(day: day, edges: edges)) }
      }
      for (unit, edges) in Dictionary(grouping: edges, by: \.to) {
        if let unit { received[unit, default: []].append(Step(day: day, edges: edges.filter { !$0.isFromBelow })) }
      }
    }
    self.given = given
    self.received = received
  }

  private static func edges(_ rows: [UnitEvent], on day: CalendarDate, _ units: Dimension) -> [Edge] {
    func unit(_ code: String?, _ day: CalendarDate?) -> DimensionMember? {
      guard let code, let day else { return nil }
      return units.version(of: code, on: day)
    }
    var edges: [Edge] = []
    for row in rows {
      let (from, to) = (unit(row.from, day.previous), unit(row.to, day))
      guard (row.from == nil || from != nil) && (row.to == nil || to != nil) else { continue }
      var edge = Edge(from: from?.id, to: to?.id, weight: row.weight, back: row.weightBack, event: row)
      edge.isFromBelow = from != nil && to != nil && from?.level != to?.level
      edges.append(edge)
    }
    // A unit that receives something and stays gives itself to itself.
    for receiver in Set(edges.compactMap(\.to)) where !edges.contains(where: { $0.from == receiver }) {
      if let before = day.previous, units.version(of: receiver.code, on: before)?.id == receiver {
        edges.append(Edge(from: receiver, to: receiver, weight: nil, back: nil, event: nil))
      }
    }
    // The only receiver gets the whole, and the only giver has given the whole.
    let givers = Dictionary(grouping: edges.indices, by: { edges[$0].from })
    for (unit, indices) in Dictionary(grouping: edges.indices, by: { edges[$0].to })
    where unit == nil || indices.allSatisfy({ edges[$0].isFromBelow }) {
      // A unit that comes from units of another level alone comes from them.
      for index in indices { edges[index].isFromBelow = false }
    }
    let receivers = Dictionary(grouping: edges.indices.filter { !edges[$0].isFromBelow }, by: { edges[$0].to })
    for (unit, indices) in givers where unit != nil && indices.count == 1 { edges[indices[0]].weight = .one }
    for (unit, indices) in receivers where unit != nil && indices.count == 1 { edges[indices[0]].back = .one }
    return edges
  }

  public func member(_ unit: UnitID) -> DimensionMember? { members[unit] }

  /// The unit that a code means at the end of a period: the one valid on its last day, otherwise the last one that was
  /// valid in it; and the last day on which it was.
  public func unit(
    _ code: String, from start: CalendarDate, to end: CalendarDate
  ) -> (id: UnitID, day: CalendarDate)? {
    guard let version = units.versions(of: code).last(where: { $0.isValid(from: start, to: end) }) else { return nil }
    return (version.id, min(version.validTo ?? end, end))
  }

  /// The units that are valid on a day.
  public func units(on day: CalendarDate) -> [DimensionMember] { units.versions.filter { $0.isValid(on: day) } }

  /// The last day on which a unit gave or received something, up to a day and after another.
  public func lastChange(of unit: UnitID, upTo day: CalendarDate, after first: CalendarDate) -> CalendarDate? {
    let days = [given[unit], received[unit]].compactMap { $0?.last { $0.day <= day && $0.day > first }?.day }
    return days.max()
  }

  /// The first change of a unit after a day, up to another.
  func firstStep(of unit: UnitID, after day: CalendarDate, upTo last: CalendarDate) -> Step? {
    given[unit]?.first { $0.day > day && $0.day <= last }
  }

  /// The last change that a unit came from, up to a day and after another.
  func lastStep(of unit: UnitID, upTo day: CalendarDate, after first: CalendarDate) -> Step? {
    received[unit]?.last { $0.day <= day && $0.day > first }
  }
}
