/// The cells of one measure and year, found by unit: a table of thousands of units asks for each of them.
final class CellIndex {
  private let all: [CellEntry]
  /// Made when the first question about some units is asked: many are about all.
  private lazy var byUnit: [String?: [CellEntry]] = {
    Dictionary(grouping: all, by: \.key.unit)
  }()

  init(_ cells: [CellEntry]) { all = cells }

  /// - Parameter scope: nil for all units.
  func cells(in scope: Set<String>?) -> [CellEntry] {
    guard let scope else { return all }
    if scope.count > byUnit.count { return all.filter { $0.key.unit.map(scope.contains) ?? false } }
    return scope.flatMap { byUnit[$0] ?? [] }
  }
}
