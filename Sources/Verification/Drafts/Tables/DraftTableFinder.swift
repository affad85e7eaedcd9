import Language

/// Finds the tables of a draft: columns over a rule of dashes, and Markdown's between pipes. Linear in the text.
struct DraftTableFinder {
  private let lines: [[Character]]
  private(set) var tables: [DraftTable] = []
  /// The text without the tables, its other lines where they were.
  private(set) var prose = ""

  init(_ text: String) {
    lines = VietnameseText.normalised(text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { Array($0) }
    var kept = lines
    var index = 0
    while index < lines.count {
      guard let table = ruled(at: index) ?? piped(at: index) else {
        index += 1
        continue
      }
      tables.append(table)
      for line in table.lines { kept[line - 1] = [] }
      index = max(index + 1, table.lines.upperBound)
    }
    prose = kept.map { String($0) }.joined(separator: "\n")
  }

  private static func isBlank(_ line: [Character]) -> Bool { line.allSatisfy(\.isWhitespace) }

  // MARK: Columns over a rule

  /// The columns that a rule draws; nil for another line, and for a rule of one piece, which is no table's.
  private func columns(_ index: Int) -> [Range<Int>]? {
    guard lines.indices.contains(index) else { return nil }
    let line = lines[index]
    var columns: [Range<Int>] = []
    for (place, character) in line.enumerated() {
      if "-=─".contains(character) {
        if let last = columns.last, last.upperBound == place {
          columns[columns.count - 1] = last.lowerBound..<(place + 1)
        } else {
          columns.append(place..<(place + 1))
        }
      } else if !character.isWhitespace {
        return nil
      }
    }
    return columns.count > 1 && columns.contains { $0.count > 2 } ? columns : nil
  }

  /// What stands under each column; nil for a line that is none of the table's.
  private func cells(_ index: Int, _ columns: [Range<Int>]) -> [DraftTable.Cell?]? {
    let line = lines[index]
    var pieces: [Int: Range<Int>] = [:]
    if line.indices.allSatisfy({ place in line[place].isWhitespace || columns.contains { $0.contains(place) } }) {
      for (column, range) in columns.enumerated() {
        let places = range.filter { $0 < line.count && !line[$0].isWhitespace }
        if let first = places.first, let last = places.last { pieces[column] = first..<(last + 1) }
      }
    } else {
      // What is wider than its column still stands apart from the other columns.
      for piece in Self.pieces(line) {
        let own = columns.indices.filter { columns[$0].overlaps(piece) }
        guard own.count == 1, pieces.updateValue(piece, forKey: own[0]) == nil else { return nil }
      }
    }
    return columns.indices.map { column in
      pieces[column].map {
        DraftTable.Cell(text: String(line[$0]), line: index + 1, column: $0.lowerBound + 1)
      }
    }
  }

  /// What two spaces or more separate.
  private static func pieces(_ line: [Character]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    for place in line.indices where !line[place].isWhitespace {
      if let last = pieces.last, place - last.upperBound < 2 {
        pieces[pieces.count - 1] = last.lowerBound..<(place + 1)
      } else {
        pieces.append(place..<(place + 1))
      }
    }
    return pieces
  }

  private func ruled(at rule: Int) -> DraftTable? {
    guard let columns = columns(rule) else { return nil }
    let previous = tables.last?.lines.upperBound ?? 0
    var top = rule
    while top > previous, !Self.isBlank(lines[top - 1]), cells(top - 1, columns) != nil { top -= 1 }
    var end = rule + 1
    var starts = [end]
    while end < lines.count, !Self.isBlank(lines[end]) {
      if self.columns(end) != nil {
        starts.append(end + 1)
      } else if cells(end, columns) == nil {
        break
      }
      end += 1
    }
    guard top < rule, end > rule + 1 else { return nil }
    var headings = columns.map { _ in "" }
    for line in top..<rule {
      for (index, cell) in (cells(line, columns) ?? []).enumerated() {
        guard let cell else { continue }
        headings[index] += (headings[index].isEmpty ? "" : " ") + cell.text
      }
    }
    return DraftTable(
      title: title(above: top), headings: headings,
      rows: rows(rule + 1..<end, columns, starts: Set(starts)), lines: (top + 1)...end)
  }

  /// A row begins where a label stands beside a number, or a sign in its place; other lines go on with the row above.
  private func rows(_ range: Range<Int>, _ columns: [Range<Int>], starts: Set<Int>) -> [DraftTable.Row] {
    let found = range.compactMap { line in
      self.columns(line) == nil ? cells(line, columns).map { (line: line, cells: $0) } : nil
    }
    let isNumber = columns.indices.map { column in
      let texts = found.compactMap { $0.cells[column]?.text }
      let numbers = texts.count { CellNumber.isInColumn($0) }
      return texts.contains { $0.contains(where: \.isNumber) } && numbers * 2 > texts.count
    }
    let lead = isNumber.firstIndex(of: true) ?? columns.count
    var rows: [DraftTable.Row] = []
    for (line, cells) in found {
      let label = cells.first { $0.map { !CellNumber.isInColumn($0.text) } ?? false }?.map(\.text)
      let isLed = cells[..<max(lead, 1)].contains { $0 != nil } || lead == 0
      let hasNumber = zip(isNumber, cells).contains { $0 && $1.map { CellNumber.isInColumn($0.text) } ?? false }
      guard !(isLed && hasNumber), !starts.contains(line), var row = rows.popLast() else {
        rows.append(DraftTable.Row(cells: cells, line: line + 1, labels: [label].compactMap { $0 }))
        continue
      }
      for (column, cell) in cells.enumerated() {
        guard let cell else { continue }
        if row.cells[column] == nil { row.cells[column] = cell } else { row.cells[column]?.text += " " + cell.text }
      }
      if let label { row.labels.append(label) }
      rows.append(row)
    }
    return rows
  }

  /// The lines right above, up to an empty one; of a part of a table that stands below another part, that one's.
  private func title(above top: Int) -> String {
    var start = top
    while start > 0, !Self.isBlank(lines[start - 1]), top - start < 6 { start -= 1 }
    if let last = tables.last, last.lines.upperBound <= top,
      lines[last.lines.upperBound..<top].allSatisfy(Self.isBlank)
    {
      return last.title
    }
    return lines[start..<top].map { String($0).trimmed }.joined(separator: " ")
  }

  // MARK: Between pipes

  private func piped(at rule: Int) -> DraftTable? {
    guard rule > 0, isPipeRule(lines[rule]), let heads = pipeCells(rule - 1), heads.count > 1 else { return nil }
    guard pipeCells(rule)?.count == heads.count else { return nil }
    var rows: [DraftTable.Row] = []
    var end = rule + 1
    while end < lines.count, let cells = pipeCells(end) {
      let row = heads.indices.map { cells.indices.contains($0) ? cells[$0] : nil }
      rows.append(DraftTable.Row(cells: row, line: end + 1))
      end += 1
    }
    guard !rows.isEmpty else { return nil }
    var top = rule - 1
    while top > 0, Self.isBlank(lines[top - 1]) { top -= 1 }
    return DraftTable(
      title: title(above: top), headings: heads.map { $0?.text ?? "" }, rows: rows, lines: rule...end)
  }

  private func isPipeRule(_ line: [Character]) -> Bool {
    line.contains("-") && line.contains("|") && line.allSatisfy { "|-: ".contains($0) }
  }

  /// Nil for a line without pipes.
  private func pipeCells(_ index: Int) -> [DraftTable.Cell?]? {
    let line = lines[index]
    var bars = line.indices.filter { line[$0] == "|" && !($0 > 0 && line[$0 - 1] == "\\") }
    guard let first = bars.first, let last = bars.last else { return nil }
    if !Self.isBlank(Array(line[..<first])) { bars.insert(-1, at: 0) }
    if !Self.isBlank(Array(line[(last + 1)...])) { bars.append(line.count) }
    return zip(bars, bars.dropFirst()).map { before, after in
      let places = (before + 1..<after).filter { !line[$0].isWhitespace && !"*\\`".contains(line[$0]) }
      guard let start = places.first, let end = places.last else { return nil }
      let text = line[start...end].filter { !"*\\`".contains($0) }
      return DraftTable.Cell(text: String(text), line: index + 1, column: start + 1)
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
