import Language

/// A row on one line of the terminal with a part of it marked, cut around that part where it is too long.
struct RowWindow {
  /// What is before the part, the part, and what is behind it.
  var before: String
  var marked: String
  var after: String

  /// - Parameter width: columns; nil for no limit.
  /// - Returns: the row, and a line of carets to stand under it.
  func lines(width: Int?) -> (row: String, marks: String) {
    let (before, marked, after) = cut(to: width)
    let marks =
      DisplayWidth.spaces(DisplayWidth.of(before)) + String(repeating: "^", count: max(1, DisplayWidth.of(marked)))
    return (before + marked + after, marks)
  }

  private func cut(to width: Int?) -> (String, String, String) {
    guard let width, DisplayWidth.of(before + marked + after) > width else { return (before, marked, after) }
    let room = max(3, width)
    let part = DisplayWidth.truncated(marked, to: max(1, room - 2))
    let rest = room - DisplayWidth.of(part)
    let (left, right) = (DisplayWidth.of(before), DisplayWidth.of(after))
    // Each side has half of the room, and what the other does not need.
    let leftRoom = min(left, max(rest / 2, rest - right))
    return (Self.ending(before, columns: leftRoom), part, DisplayWidth.truncated(after, to: rest - min(left, leftRoom)))
  }

  /// The longest end that fits, behind `…` when something was cut.
  private static func ending(_ text: String, columns: Int) -> String {
    if DisplayWidth.of(text) <= columns { return text }
    guard columns > 0 else { return "" }
    var used = 1
    var start = text.endIndex
    while start > text.startIndex {
      let previous = text.index(before: start)
      used += DisplayWidth.of(text[previous])
      if used > columns { break }
      start = previous
    }
    return "…" + text[start...]
  }
}
