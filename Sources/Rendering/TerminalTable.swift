public import Language

/// A table for reading on a terminal: no borders, a rule under the head, decimals under each other, numbers and symbols
/// of the reader's language.
///
/// What is too wide is wrapped, and a table that does not fit then is split into blocks under each other, each with the
/// labels; nothing is cut. Status flags stand behind their number and are explained below.
public struct TerminalTable: TableRenderer {
  public var language: OutputLanguage
  /// Nil for no limit.
  public var width: Int?
  public var style: TextStyle

  public init(language: OutputLanguage, width: Int? = 80, style: TextStyle = .plain) {
    self.language = language
    self.width = width
    self.style = style
  }

  private static let gap = 2

  public func render(_ grid: Grid, to out: inout String) {
    let printed = PrintedGrid(grid, language: language)
    for notice in grid.notices { write(notice, .yellow, to: &out) }
    if let title = grid.title { write(title, .bold, to: &out) }
    if grid.title != nil || !grid.notices.isEmpty { out += "\n" }

    let layout = ColumnLayout(width: width, gap: Self.gap, margin: 0)
    let blocks = layout.blocks(printed.columns.map(Self.measure))
    for (index, block) in blocks.enumerated() {
      if index > 0 { out += "\n" }
      write(block, of: printed, span: layout.span(block), to: &out)
    }
    if !printed.footnotes.isEmpty { out += "\n" }
    for note in printed.footnotes { write(note, nil, to: &out) }
  }

  private func write(_ text: String, _ emphasis: TextStyle.Emphasis?, to out: inout String) {
    for line in TextWrap(width: width ?? .max).lines(PrintedCell.printable(text)) {
      out += (emphasis.map { style($0, line) } ?? line) + "\n"
    }
  }

  private func write(_ block: [ColumnLayout.Placed], of grid: PrintedGrid, span: Int, to out: inout String) {
    let rule = style(.dim, String(repeating: "─", count: span)) + "\n"
    let heads = block.map { placed in
      let column = grid.columns[placed.column]
      return TextWrap(width: placed.width, breaksLongWords: true).lines(column.heading).map { line in
        Self.head(line, column, placed.width)
      }
    }
    // Heads of several lines stand on the rule.
    let height = heads.map(\.count).max() ?? 0
    let lowered = heads.map { Array(repeating: "", count: height - $0.count) + $0 }
    writeLines(lowered, block, .bold, to: &out)
    out += rule
    for row in grid.columns.first.map({ Array($0.rows.indices) }) ?? [] {
      let tones = block.map { Self.tone(grid.columns[$0.column], row) }
      writeLines(
        block.map { Self.lines(grid.columns[$0.column], \.rows[row], $0.width) }, block, nil, tones: tones, to: &out)
    }
    let totals = grid.columns.first.map { Array($0.totals.indices) } ?? []
    if !totals.isEmpty { out += rule }
    for row in totals {
      writeLines(block.map { Self.lines(grid.columns[$0.column], \.totals[row], $0.width) }, block, .bold, to: &out)
    }
  }

  /// Puts the lines of cells beside each other; lines end without spaces.
  private func writeLines(
    _ cells: [[String]], _ block: [ColumnLayout.Placed], _ emphasis: TextStyle.Emphasis?,
    tones: [TextStyle.Emphasis?] = [], to out: inout String
  ) {
    for index in 0..<(cells.map(\.count).max() ?? 0) {
      var line = ""
      for (place, (cell, placed)) in zip(cells, block).enumerated() {
        if placed != block.first { line += DisplayWidth.spaces(Self.gap) }
        let text = DisplayWidth.padded(index < cell.count ? cell[index] : "", to: placed.width)
        line += (place < tones.count ? tones[place] : nil).map { style($0, text) } ?? text
      }
      while line.last == " " { line.removeLast() }
      out += (emphasis.map { style($0, line) } ?? line) + "\n"
    }
  }

  /// Green for the better, red for the worse; nothing where no direction is good.
  private static func tone(_ column: PrintedGrid.Column, _ row: Int) -> TextStyle.Emphasis? {
    switch column.rows[row].sign * column.good {
    case 0: nil
    case let direction: direction > 0 ? .green : .red
    }
  }

  /// A number's heading ends above the last digit, not above the flags, where it can.
  private static func head(_ line: String, _ column: PrintedGrid.Column, _ width: Int) -> String {
    guard column.isNumeric else { return line }
    let room = width - column.marksWidth
    return DisplayWidth.padded(line, to: DisplayWidth.of(line) <= room ? room : width, .right)
  }

  private static func lines(
    _ column: PrintedGrid.Column, _ cell: KeyPath<PrintedGrid.Column, PrintedCell>, _ width: Int
  ) -> [String] {
    let cell = column[keyPath: cell]
    if column.isNumeric { return [DisplayWidth.padded(column.aligned(cell), to: width, .right)] }
    let indent = cell.text.prefix { $0 == " " }.count
    let hanging = min(indent + (column.isLabel ? 2 : 0), max(0, width / 2))
    let wrap = TextWrap(
      width: width, firstIndent: DisplayWidth.spaces(min(indent, width / 2)),
      hangingIndent: DisplayWidth.spaces(hanging), breaksLongWords: true)
    return DisplayWidth.of(cell.text) <= width && !cell.text.contains("\n")
      ? [TextWrap.unjoined(cell.text)] : wrap.lines(cell.text)
  }

  private static func measure(_ column: PrintedGrid.Column) -> ColumnLayout.Measure {
    let heading = widest(column.heading, \.isNewline)
    guard !column.isNumeric else {
      let cells = column.cellWidth
      return ColumnLayout.Measure(
        natural: max(cells, heading), comfortable: max(cells, width(of: column.heading, lines: 2)),
        minimum: max(cells, width(of: column.heading, lines: 4)), isLabel: column.isLabel, isNumeric: true)
    }
    let natural = max(heading, column.cells.map { widest($0.text, \.isNewline) }.max() ?? 0)
    let words = column.cells.map { widest($0.text, \.isBreakable) }.max() ?? 0
    // A hash or an address may be broken; an ordinary word not.
    let minimum = min(natural, max(12, widest(column.heading, \.isBreakable), min(words + 2, 24)))
    return ColumnLayout.Measure(
      natural: natural, comfortable: minimum, minimum: minimum, isLabel: column.isLabel, isNumeric: false)
  }

  /// The narrowest column in which a heading takes at most so many lines without breaking a word.
  private static func width(of heading: String, lines: Int) -> Int {
    let word = max(1, widest(heading, \.isBreakable))
    let natural = max(word, widest(heading, \.isNewline))
    return (word...natural).first { TextWrap(width: $0).lines(heading).count <= lines } ?? natural
  }

  private static func widest(_ text: String, _ isSeparator: (Character) -> Bool) -> Int {
    text.split(whereSeparator: isSeparator).map { DisplayWidth.of($0) }.max() ?? 0
  }
}

extension Character {
  /// Where a line may end; not at a no-break space.
  fileprivate var isBreakable: Bool { self == " " || isNewline }
}
