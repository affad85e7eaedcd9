/// The cells of one measure and year, found by unit: a table of thousands of units asks for each of them.
final class CellIndex {
  private let all: [CellEntry]
  /// Made when the first question about some units is asked: many are about all.
  private lazy var byUnit: [String?: [CellEntry]] = {
    Dictionary(grouping: all, by: \.key.unit)
  }()

  init(_ cells: [CellEntry]) { all = cells }

  func cells(in scope: CellScope) -> [CellEntry] {
    let narrows = scope.members.contains { $0 != nil }
    guard let units = scope.units else { return narrows ? all.filter { scope.holds($0.key.members) } : all }
    if units.count > byUnit.count {
      return all.filter { $0.key.unit.map(units.contains) ?? false && scope.holds($0.key.members) }
    }
    if !narrows { return units.flatMap { byUnit[$0] ?? [] } }
    var found: [CellEntry] = []
    for unit in units {
      for entry in byUnit[unit] ?? [] where scope.holds(entry.key.members) { found.append(entry) }
    }
    return found
  }
}
