import Synchronization

/// A unit and members, without the period.
struct CellPlace: Hashable, Sendable, CustomStringConvertible {
  let unit: String?
  let members: [String?]

  init(_ key: CellKey) {
    unit = key.unit
    members = key.members
  }

  var description: String { ([unit] + members).map { $0 ?? "" }.joined(separator: "/") }
}

/// Numbers the places of cells, the same for all measures of a dataset: to compare codes for every cell of every question
/// would cost more than all that is done with the cells.
final class CellPlaces: Sendable {
  private let known = Mutex<[CellPlace: Int]>([:])

  /// The cells with their numbers.
  func entries(_ cells: [CellKey: MeasureCell]) -> [CellEntry] {
    known.withLock { known in
      cells.map { key, cell in
        let place = CellPlace(key)
        let number = known[place] ?? known.count
        if number == known.count { known[place] = number }
        return CellEntry(key, place: number, cell)
      }
    }
  }
}
