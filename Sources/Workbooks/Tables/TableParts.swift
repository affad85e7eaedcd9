import Values

/// How a table's rows are divided among sheets: one where they fit, else numbered ones.
struct TableParts: Sendable {
  struct Part: Sendable, Hashable {
    var sheet: String
    var rows: Range<Int>
  }

  let parts: [Part]

  /// - Parameters:
  ///   - room: rows of data that one sheet holds.
  ///   - name: of the first sheet; the others are `name (2)`, `name (3)`, …
  init(rowCount: Int, room: Int, name: String) {
    let room = max(1, room)
    let count = max(1, (rowCount + room - 1) / room)
    parts = (0..<count).map { index in
      Part(
        sheet: index == 0 ? name : "\(name) (\(index + 1))",
        rows: index * room..<min(rowCount, (index + 1) * room))
    }
  }

  var isDivided: Bool { parts.count > 1 }
}
