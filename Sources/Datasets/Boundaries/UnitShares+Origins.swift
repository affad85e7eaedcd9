public import Values

extension UnitHistory {
  /// The events through which a unit of one day became parts of some units of another, in the order of the days.
  public func events(
    of unit: UnitID, on source: CalendarDate, to target: CalendarDate, in targets: Set<UnitID>
  ) -> [UnitEvent] {
    var found: [UnitEvent] = []
    _ = collect(unit, source, target, targets, into: &found)
    return found.sorted { ($0.day, $0.line) < ($1.day, $1.line) }
  }

  /// Whether any of the unit lies in the targets.
  private func collect(
    _ unit: UnitID, _ source: CalendarDate, _ target: CalendarDate, _ targets: Set<UnitID>,
    into found: inout [UnitEvent]
  ) -> Bool {
    let forward = source <= target
    guard let step = try? step(of: unit, from: source, to: target) else { return targets.contains(unit) }
    var reaches = false
    for edge in step.edges {
      guard let next = forward ? edge.to : edge.from, let day = forward ? step.day : step.day.previous,
        collect(next, day, target, targets, into: &found)
      else { continue }
      reaches = true
      if let event = edge.event, !found.contains(event) { found.append(event) }
    }
    return reaches
  }

  /// The events that brought units of a day something from outside the package since another day or, where the other
  /// day is later, took something of them outside until then: figures of the other day's units lack that part.
  public func outsideParts(
    of targets: Set<UnitID>, on target: CalendarDate, seenFrom source: CalendarDate
  ) -> [UnitEvent] {
    let backwards = source <= target
    var found: [UnitEvent] = []
    var waiting = targets.map { ($0, target) }
    var visited: Set<UnitShares.Place> = []
    while let (unit, day) = waiting.popLast() {
      guard
        let step = backwards
          ? lastStep(of: unit, upTo: day, after: source) : firstStep(of: unit, after: day, upTo: source)
      else { continue }
      for edge in step.edges {
        guard let next = backwards ? edge.from : edge.to else {
          // What was created came from nowhere, and what was abolished went nowhere.
          if let event = edge.event, event.kind != .create, event.kind != .abolish { found.append(event) }
          continue
        }
        let before = backwards ? step.day.previous ?? step.day : step.day
        if visited.insert(UnitShares.Place(unit: next, day: before)).inserted { waiting.append((next, before)) }
      }
    }
    return found.sorted { ($0.day, $0.line) < ($1.day, $1.line) }
  }
}
