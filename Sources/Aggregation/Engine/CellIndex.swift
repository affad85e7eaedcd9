/// The cells of one measure and year, found by unit: a table of thousands of units asks for each of them.
final class CellIndex {
  private let all: [(key: CellKey, cell: MeasureCell)]
  /// Made when the first question about some units is asked: many are about all.
  private lazy var byUnit: [String?: [(key: CellKey, cell: MeasureCell)]] = {
    Dictionary(grouping: all, by: \.key.unit)
  }()

  init(_ cells: [(key: CellKey, cell: MeasureCell)]) { all = cells }

  func cells(in scope: CellScope) -> [(key: CellKey, cell: MeasureCell)] {
    let narrows = scope.members.contains { $0 != nil }
    guard let units = scope.units else { return narrows ? all.filter { scope.holds($0.key.members) } : all }
    if units.count > byUnit.count {
      return all.filter { $0.key.unit.map(units.contains) ?? false && scope.holds($0.key.members) }
    }
    var found: [(key: CellKey, cell: MeasureCell)] = []
    for unit in units {
      guard let own = byUnit[unit] else { continue }
      // Cells are large: those that do not count are not copied.
      for index in own.indices where !narrows || scope.holds(own[index].key.members) { found.append(own[index]) }
    }
    return found
  }
}
