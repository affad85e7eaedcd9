import Language
import Reports
import Values

/// Fills a sheet from top to bottom.
struct PlanBuilder {
  var plan: SheetPlan
  /// The next free row.
  var row = 0
  let texts: TextStyles
  let measure: TextMeasure

  init(name: String, widths: [Int], theme: Theme = .office) {
    plan = SheetPlan(name: name, widths: widths)
    texts = TextStyles(sizes: theme.sizes)
    measure = TextMeasure(widths: theme.widths)
  }

  var columns: ClosedRange<Int> { 0...max(plan.widths.count - 1, 0) }

  func width(of columns: ClosedRange<Int>) -> Int { columns.reduce(0) { $0 + plan.widths[$1] } }

  mutating func skip(_ pixels: Int) {
    plan.heights[row] = pixels
    row += 1
  }

  /// Puts something into cells of one row, merged when there are several.
  mutating func put(
    _ content: PlannedCell.Content, in columns: ClosedRange<Int>, row: Int, style: CellStyle
  ) {
    let range = CellRange(
      CellAddress(row: row, column: columns.lowerBound), CellAddress(row: row, column: columns.upperBound))
    plan.cells.append(PlannedCell(range: range, content: content, style: style))
  }

  /// A row of its own for a text, as high as its lines need.
  mutating func line(
    _ content: PlannedCell.Content, in columns: ClosedRange<Int>? = nil, style: CellStyle, padding: Int = 6
  ) {
    let columns = columns ?? self.columns
    put(content, in: columns, row: row, style: style.with { $0.wraps = true })
    let text =
      switch content {
      case .text(let text), .link(let text, _, _): text
      case .sentence(let sentence, let prefix): prefix + sentence.text
      case .blank, .figure: ""
      }
    grow(for: text, in: columns, style: style, padding: padding)
    row += 1
  }

  /// What every page says, in one box; nothing when there is nothing to say.
  mutating func notices(_ notices: [String], size: Double = 10) {
    guard !notices.isEmpty else { return }
    line(.text(notices.joined(separator: "\n")), style: texts.notice(size), padding: 8)
  }

  /// Makes the current row high enough for a text.
  mutating func grow(for text: String, in columns: ClosedRange<Int>, style: CellStyle, padding: Int = 6) {
    // A spreadsheet keeps a few pixels free on both sides of a cell, and letters may be a little wider on its screen.
    let room = (Double(width(of: columns)) - 8 - Double(style.indent) * 10) / 1.03
    let lines = measure.lines(text, within: room, size: style.fontSize, isBold: style.isBold)
    let needed = Int((Double(lines) * measure.lineHeight(size: style.fontSize)).rounded(.up)) + padding
    plan.heights[row] = max(plan.heights[row] ?? 0, needed)
  }

  mutating func colour(_ columns: ClosedRange<Int>, row: Int, style: CellStyle) {
    for column in columns { put(.blank, in: column...column, row: row, style: style) }
  }
}
