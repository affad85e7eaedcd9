import Language
import Reports

/// A table in lines of a width: as it is where it fits, else turned, else in parts that stand below each other. Nothing of it
/// is left out.
struct TextTable {
  /// A line, cell by cell.
  typealias Line = [Piece]

  struct Piece: Hashable {
    var before = ""
    /// The number as it is printed, or words.
    var text: String
    var after = ""
    var figure: FigureID?
  }

  private static let gap = 2
  /// A label gets no narrower.
  private static let leastLabel = 14

  let lines: [Line]

  init(_ table: PrintedTable, width: Int) {
    // Numbers of unlike decimals take less room flush than aligned.
    for grid in [Grid(table), Grid(table, isAligned: false), Grid(table.turned)] {
      guard let widths = grid.widths(in: width, gap: Self.gap, least: Self.leastLabel) else { continue }
      lines = grid.lines(widths, gap: Self.gap)
      return
    }
    var lines: [Line] = []
    for part in Self.parts(table, width: width) {
      if !lines.isEmpty { lines.append([]) }
      let grid = Grid(part)
      let widths = grid.widths(in: width, gap: Self.gap, least: Self.leastLabel) ?? grid.least(Self.leastLabel)
      lines += grid.lines(widths, gap: Self.gap)
    }
    self.lines = lines
  }

  /// As many columns as fit beside those that lead, again and again.
  private static func parts(_ table: PrintedTable, width: Int) -> [PrintedTable] {
    let lead = table.columns.indices.filter { table.columns[$0].isLead }
    var rest = table.columns.indices.filter { !table.columns[$0].isLead }
    var parts: [PrintedTable] = []
    while !rest.isEmpty {
      var count = 1
      while count < rest.count {
        let wider = Grid(table.with(lead + rest.prefix(count + 1)))
        guard wider.widths(in: width, gap: gap, least: leastLabel) != nil else { break }
        count += 1
      }
      parts.append(table.with(lead + rest.prefix(count)))
      rest.removeFirst(count)
    }
    return parts
  }
}

extension PrintedTable {
  func with(_ columns: some Sequence<Int>) -> PrintedTable {
    let kept = Array(columns)
    return PrintedTable(
      columns: kept.map { self.columns[$0] },
      rows: rows.map { row in Row(cells: kept.map { row.cells[$0] }, isClosing: row.isClosing) })
  }
}

/// A table with what its columns need.
private struct Grid {
  private let table: PrintedTable
  private let isAligned: Bool
  /// Of each column: columns of text before the decimal sign, from it on, and of the sign behind.
  private var shapes: [(whole: Int, fraction: Int, sign: Int)] = []

  init(_ table: PrintedTable, isAligned: Bool = true) {
    self.table = table
    self.isAligned = isAligned
    for column in table.columns.indices {
      var shape = (whole: 0, fraction: 0, sign: 0)
      for row in table.rows where row.cells[column].isNumber {
        let cell = row.cells[column]
        let (whole, fraction) = split(cell.text)
        shape.whole = max(shape.whole, DisplayWidth.of(whole))
        shape.fraction = max(shape.fraction, DisplayWidth.of(fraction))
        shape.sign = max(shape.sign, DisplayWidth.of(cell.sign))
      }
      shapes.append(shape)
    }
  }

  /// At the last separator with other than three digits behind it, or the one sign that is only a decimal one.
  private func split(_ text: String) -> (Substring, Substring) {
    guard isAligned, let mark = text.lastIndex(where: { $0 == "," || $0 == "." }), text.contains(where: \.isNumber)
    else {
      return (text[...], "")
    }
    let behind = text[text.index(after: mark)...]
    let isGroup = behind.count == 3 && behind.allSatisfy(\.isNumber)
    return isGroup || behind.isEmpty ? (text[...], "") : (text[..<mark], text[mark...])
  }

  private func numbers(_ column: Int) -> Int { shapes[column].whole + shapes[column].fraction + shapes[column].sign }

  private func isText(_ column: Int) -> Bool { !table.rows.contains { $0.cells[column].isNumber } }

  private func longestWord(_ text: String) -> Int {
    text.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0
  }

  private func natural(_ column: Int) -> Int {
    let heading = longestWord(table.columns[column].heading)
    let words = table.rows.map(\.cells[column]).filter { !$0.isNumber }.map(\.text)
    let longest = words.map(longestWord).max() ?? 0
    guard isText(column) else { return max(heading, numbers(column), longest) }
    let whole = words.map { DisplayWidth.of($0) }.max() ?? 0
    return max(heading, whole, min(DisplayWidth.of(table.columns[column].heading), 24))
  }

  /// - Parameter label: what columns of words need at least.
  private func smallest(_ column: Int, _ label: Int) -> Int {
    guard isText(column) else { return natural(column) }
    let words = table.rows.map { longestWord($0.cells[column].text) }.max() ?? 0
    return min(natural(column), max(words, longestWord(table.columns[column].heading), label))
  }

  func least(_ label: Int) -> [Int] { table.columns.indices.map { smallest($0, label) } }

  /// Nil where the columns do not fit, even when words are wrapped.
  func widths(in width: Int, gap: Int, least label: Int) -> [Int]? {
    var widths = table.columns.indices.map(natural)
    let smallest = least(label)
    let room = width - gap * max(0, widths.count - 1)
    guard smallest.reduce(0, +) <= room else { return nil }
    while widths.reduce(0, +) > room {
      let wide = widths.indices.filter { widths[$0] > smallest[$0] }.max {
        widths[$0] - smallest[$0] < widths[$1] - smallest[$1]
      }
      guard let wide else { return nil }
      widths[wide] -= 1
    }
    // What is left goes to the headings that are tallest.
    for _ in widths.reduce(0, +)..<max(room, widths.reduce(0, +)) {
      guard let tall = widths.indices.max(by: { height($0, widths[$0]) < height($1, widths[$1]) }),
        height(tall, widths[tall]) > 2
      else { break }
      widths[tall] += 1
    }
    return widths
  }

  private func height(_ column: Int, _ width: Int) -> Int {
    TextWrap(width: width).lines(table.columns[column].heading).count
  }

  func lines(_ widths: [Int], gap: Int) -> [TextTable.Line] {
    var lines = wrapped(
      table.columns.map { PrintedTable.Cell(text: $0.heading, isNumber: $0.isNumber) }, widths, isHead: true)
    let rule: TextTable.Line = widths.enumerated().map { index, width in
      TextTable.Piece(text: (index > 0 ? DisplayWidth.spaces(gap) : "") + String(repeating: "-", count: width))
    }
    lines = lines.map { spaced($0, gap) } + [rule]
    for row in table.rows {
      if row.isClosing { lines.append(rule) }
      lines += wrapped(row.cells, widths, isHead: false).map { spaced($0, gap) }
    }
    return lines
  }

  private func spaced(_ line: TextTable.Line, _ gap: Int) -> TextTable.Line {
    line.enumerated().flatMap { index, piece in
      index > 0 ? [TextTable.Piece(text: DisplayWidth.spaces(gap)), piece] : [piece]
    }
  }

  /// One row as lines: its cells side by side, each wrapped to its column.
  private func wrapped(_ cells: [PrintedTable.Cell], _ widths: [Int], isHead: Bool) -> [TextTable.Line] {
    let columns = cells.indices.map { column -> [TextTable.Piece] in
      let cell = cells[column]
      if cell.isNumber, !isHead { return [number(cell, column, widths[column])] }
      return TextWrap(width: widths[column]).lines(cell.text).map { line in
        TextTable.Piece(
          text: DisplayWidth.padded(line, to: widths[column], table.columns[column].isNumber ? .right : .left),
          figure: cell.figure)
      }
    }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { line in
      columns.indices.map { column in
        // Headings stand on their rule.
        let own = columns[column]
        let index = isHead ? line - (height - own.count) : line
        return own.indices.contains(index) ? own[index] : TextTable.Piece(text: DisplayWidth.spaces(widths[column]))
      }
    }
  }

  private func number(_ cell: PrintedTable.Cell, _ column: Int, _ width: Int) -> TextTable.Piece {
    let shape = shapes[column]
    let (_, fraction) = split(cell.text)
    let after =
      DisplayWidth.spaces(shape.fraction - DisplayWidth.of(fraction)) + DisplayWidth.padded(cell.sign, to: shape.sign)
    let before = DisplayWidth.spaces(width - DisplayWidth.of(cell.text + after))
    return TextTable.Piece(before: before, text: cell.text, after: after, figure: cell.figure)
  }
}
