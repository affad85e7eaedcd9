import Reports
import Values
import WorkbookReader

/// Where the rows of a sheet have gone, when some were taken out or put in above them.
struct RowShift {
  /// Rows of the ledger with numbers, from 0, that stand nowhere any more.
  private(set) var gone: Set<Int> = []
  /// Row by row, ascending: what has to be added to the number of this row and of those after it.
  private var steps: [(row: Int, shift: Int)] = []

  /// Whether rows stand elsewhere than the ledger has them.
  var isShifted: Bool { steps.contains { $0.shift != 0 } || !gone.isEmpty }

  /// The numbers of a row by columns, as far as both the ledger's and a computed one have digits.
  private typealias Signature = [Int: Float]

  init(_ numbers: [String: LedgerPlaces.Number], _ sheet: ReadSheet) {
    var old: [Int: Signature] = [:]
    for (reference, number) in numbers {
      guard let cell = CellAddress(reference) else { continue }
      old[cell.row, default: [:]][cell.column] = Float(number.entry.published.approximation)
    }
    var new: [Int: Signature] = [:]
    for cell in sheet.cells {
      guard case .number = cell.value, let number = cell.number else { continue }
      new[cell.address.row, default: [:]][cell.address.column] = Float(number.approximation)
    }
    guard old != new else { return }
    let (before, after) = (old.keys.sorted(), new.keys.sorted())
    let alignment = Alignment(before.map { old[$0] ?? [:] }, after.map { new[$0] ?? [:] })
    // Where nothing that agrees has moved, a row with other numbers is a row that was edited.
    guard alignment.kept.contains(where: { before[$0.old] != after[$0.new] }) else { return }
    var pairs = alignment.kept
    for gap in alignment.gaps {
      let count = min(gap.old.count, gap.new.count)
      // The last row of a part is a total more often than the first.
      pairs += zip(gap.old.suffix(count), gap.new.suffix(count)).map { (old: $0, new: $1) }
      for index in gap.old.dropLast(count) { gone.insert(before[index]) }
    }
    steps = pairs.map { (before[$0.old], after[$0.new] - before[$0.old]) }.sorted { $0.row < $1.row }
  }

  /// What the ledger has for each cell, under the names that the cells have today; without the rows that are gone.
  func moved<Content>(_ cells: [String: Content]) -> [String: Content] {
    guard isShifted else { return cells }
    var moved: [String: Content] = [:]
    for (reference, content) in cells {
      guard let cell = CellAddress(reference), !gone.contains(cell.row) else { continue }
      let shift = steps.last { $0.row <= cell.row }?.shift ?? 0
      moved[CellAddress(row: max(0, cell.row + shift), column: cell.column).description] = content
    }
    return moved
  }
}
