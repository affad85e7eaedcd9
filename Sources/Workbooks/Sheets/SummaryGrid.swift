/// The summary page is drawn on a grid of narrow columns, so that tables of different shapes share one page.
///
/// A page with much on it gets more columns: it is scaled to its height anyway, and fills the width of the paper again.
struct SummaryGrid: Sendable {
  /// In pixels.
  static let unit = 17
  static let counts = 40...54

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
}
