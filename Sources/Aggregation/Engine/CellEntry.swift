/// A cell and where it stands. Cells are large and every question takes slices of hundreds of them, so slices hold
/// references.
final class CellEntry: Sendable {
  let key: CellKey
  let cell: MeasureCell

  init(_ key: CellKey, _ cell: MeasureCell) {
    self.key = key
    self.cell = cell
  }
}
