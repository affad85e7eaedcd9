/// The summary page is drawn on a grid of narrow columns, so that tables of different shapes share one page.
///
/// A page with much on it gets more columns: it is scaled to its height anyway, and fills the width of the paper again.
struct SummaryGrid: Sendable {
  /// In pixels.
  static let unit = 14
  static let counts = 49...67

  let count: Int

  var all: ClosedRange<Int> { 0...(count - 1) }
  var width: Int { count * Self.unit }
  /// What one page holds at the scale that fills its width.
  var pageHeight: Int { (PageFrame.portraitHeight + 15) * width / PageFrame.portraitWidth }

  /// Spans of whole grid columns for columns of these widths, from a first grid column on; one of them, the label,
  /// grows or shrinks until they fill the room.
  ///
  /// - Parameter least: how narrow each column may become.
  static func spans(_ widths: [Int], least: [Int], from first: Int, filling room: Int, growing: Int)
    -> [ClosedRange<Int>]
  {
    var spans = zip(widths, least).map { max(1, $0 / unit, ($1 + unit - 1) / unit) }
    guard !spans.isEmpty else { return [] }
    let index = min(max(growing, 0), spans.count - 1)
    var excess = spans.reduce(0, +) - room
    spans[index] = max(4, spans[index] - excess)
    excess = spans.reduce(0, +) - room
    while excess > 0, let widest = spans.indices.max(by: { spans[$0] < spans[$1] }), spans[widest] > 1 {
      spans[widest] -= 1
      excess -= 1
    }
    var start = first
    return spans.map { span in
      defer { start += span }
      return start...(start + span - 1)
    }
  }

  /// A few grid columns move between the label and the others, so that no heading reaches the next one and no label
  /// needs a second line for a little.
  ///
  /// - Parameter isClear: whether a column's heading has room when the columns have these counts.
  static func settled(
    _ spans: [ClosedRange<Int>], least: [Int], label: Int, wholeLabel: Int, fixed: Set<Int>,
    isClear: (_ column: Int, _ counts: [Int], _ gap: Double) -> Bool
  ) -> [ClosedRange<Int>] {
    guard let first = spans.first?.lowerBound, spans.indices.contains(label) else { return spans }
    var counts = spans.map(\.count)
    let others = counts.indices.filter { $0 != label && !fixed.contains($0) }
    func allows(_ column: Int, _ count: Int, _ gap: Double) -> Bool {
      var tried = counts
      tried[column] = count
      return count * unit >= least[column] && isClear(column, tried, gap)
    }
    for column in others {
      let tries = [0, 1, -1, 2, -2, 3, -3].map { counts[column] + $0 }
      let found = [9.0, 6].compactMap { gap in tries.first { allows(column, $0, gap) } }
      guard let count = found.first, counts[label] + counts[column] - count > 4 else { continue }
      counts[label] += counts[column] - count
      counts[column] = count
    }
    while counts[label] * unit < wholeLabel {
      // Whoever can give, and gives least beyond what is needed; over a width at which its heading would not be clear.
      let gifts = others.compactMap { column in
        (1...6).first { allows(column, counts[column] - $0, 6) }.map { (column: column, count: $0) }
      }
      guard let gift = gifts.max(by: { counts[$0.column] < counts[$1.column] }) else { break }
      counts[gift.column] -= gift.count
      counts[label] += gift.count
    }
    var start = first
    return counts.map { count in
      defer { start += count }
      return start...(start + count - 1)
    }
  }
}
