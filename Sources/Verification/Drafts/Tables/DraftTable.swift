/// A table of a draft, taken apart into its cells; what they mean is not known yet.
struct DraftTable {
  struct Cell {
    var text: String
    /// From 1, of the first character.
    let line: Int
    let column: Int
  }

  struct Row {
    /// One for each column; nil where nothing stands.
    var cells: [Cell?]
    let line: Int
    /// What stood in the first column on each line of the row: a long label is wrapped.
    var labels: [String] = []
  }

  /// What stands right above the table, its lines as one.
  let title: String
  var headings: [String]
  var rows: [Row]
  /// From the heading to the last row.
  let lines: ClosedRange<Int>
}
