import Synchronization

/// The cells of one measure and period, found by unit: a table of thousands of units asks for each of them.
final class CellIndex: Sendable {
  /// Made as questions ask for them: many are about all units.
  private struct Known {
    var byUnit: [String?: [CellEntry]]?
    /// By the units that questions name, those of all that lie below.
    var byRoots: [[String]: [CellEntry]] = [:]
  }

  private let all: [CellEntry]
  private let known = Mutex(Known())

  init(_ cells: [CellEntry]) { all = cells }

  func cells(in scope: CellScope) -> [CellEntry] {
    let cells = scope.units.map { self.cells(of: $0, under: scope.roots) } ?? all
    // None, all or, where only one member reports, mostly all: then nothing is copied.
    return cells.allSatisfy { scope.holds($0.key.members) } ? cells : cells.filter { scope.holds($0.key.members) }
  }

  private func cells(of units: Set<String>, under roots: [String]) -> [CellEntry] {
    known.withLock { known in
      if let cells = known.byRoots[roots] { return cells }
      let byUnit = known.byUnit ?? Dictionary(grouping: all, by: \.key.unit)
      known.byUnit = byUnit
      let cells =
        units.count > byUnit.count
        ? all.filter { $0.key.unit.map(units.contains) ?? false } : units.flatMap { byUnit[$0] ?? [] }
      known.byRoots[roots] = cells
      return cells
    }
  }
}
