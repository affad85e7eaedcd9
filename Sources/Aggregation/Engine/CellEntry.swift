/// A cell and where it stands. Cells are large and every question takes slices of hundreds of them, so slices hold
/// references.
final class CellEntry: Sendable {
  let key: CellKey
  /// The number of its unit and members, by `CellPlaces`.
  let place: Int
  let cell: MeasureCell

  init(_ key: CellKey, place: Int, _ cell: MeasureCell) {
    self.key = key
    self.place = place
    self.cell = cell
  }

  /// Another cell in its place.
  func with(_ cell: MeasureCell) -> CellEntry { CellEntry(key, place: place, cell) }
}
