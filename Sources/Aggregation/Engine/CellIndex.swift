/// The cells of one measure and year, found by unit: a table of thousands of units asks for each of them.
struct CellIndex {
  private let all: [(key: CellKey, cell: MeasureCell)]
  private let byUnit: [String?: [(key: CellKey, cell: MeasureCell)]]

  init(_ cells: [(key: CellKey, cell: MeasureCell)]) {
    all = cells
    byUnit = Dictionary(grouping: cells, by: \.key.unit)
  }

  /// - Parameter scope: nil for all units.
  func cells(in scope: Set<String>?) -> [(key: CellKey, cell: MeasureCell)] {
    guard let scope else { return all }
    if scope.count > byUnit.count { return all.filter { $0.key.unit.map(scope.contains) ?? false } }
    return scope.flatMap { byUnit[$0] ?? [] }
  }
}
