/// The summary page is drawn on a grid of narrow columns, so that tables of different shapes share one page.
enum SummaryGrid {
  static let unit = 10
  static let count = 68

  /// Spans of whole grid columns for columns of these widths, from a first grid column on; the widest grows or shrinks
  /// until they fill the room.
  static func spans(_ widths: [Int], from first: Int, filling room: Int, growing: Int) -> [ClosedRange<Int>] {
    var spans = widths.map { max(1, ($0 + unit - 1) / unit) }
    guard !spans.isEmpty else { return [] }
    let index = min(max(growing, 0), spans.count - 1)
    var excess = spans.reduce(0, +) - room
    spans[index] = max(6, spans[index] - excess)
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
}
