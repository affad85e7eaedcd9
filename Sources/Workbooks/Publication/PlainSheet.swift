import Language
import Reports
import Values

/// A sheet of the publication profile: lines in column A, then one marked-up table from column A on. Nothing is merged,
/// filled, frozen or filtered, nothing stands beside or below the table.
struct PlainSheet {
  struct Line {
    var content: PlannedCell.Content
    var isBold = false
  }

  let frame: PageFrame
  let name: String
  let title: String
  let lines: [Line]
  /// Nil where there is nothing to list.
  let table: PlainTable?

  func plan() -> SheetPlan {
    let widths = table?.widths(frame.measure, frame.theme.sizes) ?? [PageFrame.portraitWidth]
    var builder = PlanBuilder(name: name, widths: widths, theme: frame.theme)
    put(.text(title), builder.texts.title.with { $0.colour = .text }, into: &builder)
    for line in lines {
      var style = builder.texts.body.with { $0.isBold = line.isBold }
      if case .link = line.content { style = builder.texts.link }
      put(line.content, style.with { $0.vertical = .centre }, into: &builder)
    }
    let header = builder.row
    table?.draw(into: &builder)
    var page = PageSetup()
    page.isLandscape = builder.plan.width > PageFrame.portraitWidth + 60
    page.isCentred = false
    // A total alone on a second page helps nobody.
    let (width, height) =
      page.isLandscape
      ? (PageFrame.landscapeWidth, PageFrame.landscapeHeight) : (PageFrame.portraitWidth, PageFrame.portraitHeight)
    let onePage = height * max(builder.plan.width, width) / width
    page.isOnePage = builder.plan.height(ofRows: 0..<builder.row) <= onePage * 13 / 10
    if table != nil { page.repeatedRows = header...header }
    builder.plan.page = page
    return builder.plan
  }

  /// Lines as wide as an upright page: a longer one would be printed with small letters.
  static func lines(_ text: String, isBold: Bool = false, frame: PageFrame) -> [Line] {
    frame.measure.wrapped(
      text, within: Double(PageFrame.portraitWidth) / 1.04, size: frame.theme.sizes.text, isBold: isBold
    ).map { Line(content: .text($0), isBold: isBold) }
  }

  /// A line runs over the empty cells at its right: wrapped, it would make a tower of the first column.
  private func put(_ content: PlannedCell.Content, _ style: CellStyle, into builder: inout PlanBuilder) {
    builder.put(content, in: 0...0, row: builder.row, style: style)
    builder.skip(Int(builder.measure.lineHeight(size: style.fontSize)) + 6)
  }
}

/// A table of the publication profile.
struct PlainTable {
  struct Column {
    var heading: String
    var isNumber = false
  }

  struct Cell {
    var content: PlannedCell.Content
    var numberFormat: String?
    /// What is measured.
    var text: String

    init(_ text: String) {
      content = text.isEmpty ? .blank : .text(text)
      self.text = text
    }

    init(_ content: PlannedCell.Content, text: String, numberFormat: String? = nil) {
      self.content = content
      self.text = text
      self.numberFormat = numberFormat
    }
  }

  struct Row {
    var cells: [Cell]
    var isBold = false
    /// How deep a row stands below the rows above it.
    var level = 0
  }

  let name: String
  let columns: [Column]
  let rows: [Row]

  /// In pixels: as wide as the longest text, up to a width at which texts wrap, with a heading on three lines at most.
  func widths(_ measure: TextMeasure, _ sizes: Theme.Sizes) -> [Int] {
    columns.indices.map { column in
      let isNumber = columns[column].isNumber
      let heading = MeasuredText(columns[column].heading, by: measure, size: sizes.text, isBold: true)
      let third = measure.width(columns[column].heading, size: sizes.text, isBold: true) / 3 * 1.2
      var widest = 0.0
      for row in rows where column < row.cells.count {
        let text = row.cells[column].text
        let width = measure.width(text, size: sizes.text, isBold: row.isBold) + Double(row.level) * 12
        // A fingerprint has no place to be broken at.
        let word = min(measure.widestWord(text, size: sizes.text, isBold: row.isBold), 640)
        widest = max(widest, isNumber ? width : min(width, max(word, 480)))
      }
      let least = Int((max(heading.widestWord, third, widest, 40) * 1.04).rounded(.up)) + 16 + indent(column) * 12
      let gap = 12 + Double(indent(column)) * 12
      return (least...least + 30).first { heading.isClear($0, gap: gap) } ?? least
    }
  }

  /// A text stands away from the numbers at its left.
  private func indent(_ column: Int) -> Int { column > 0 && !columns[column].isNumber ? 1 : 0 }

  func draw(into builder: inout PlanBuilder) {
    let header = builder.row
    let size = builder.texts.sizes.text
    let rule = CellStyle.Border(.medium, .text)
    let styles = columns.indices.map { column in
      CellStyle(
        fontSize: size, isBold: true, colour: .text, horizontal: columns[column].isNumber ? .right : .left,
        vertical: .bottom, wraps: true, indent: indent(column), bottom: rule)
    }
    for (column, description) in columns.enumerated() {
      builder.grow(for: description.heading, in: column...column, style: styles[column], padding: 8)
    }
    builder.plan.table = TableDescription(
      name: name,
      range: CellRange(
        CellAddress(row: header, column: 0), CellAddress(row: header + max(rows.count, 1), column: columns.count - 1)),
      headings: columns.map(\.heading), headerStyles: styles, hasFilters: false)
    builder.row += 1
    for row in rows { draw(row, size, &builder) }
  }

  private func draw(_ row: Row, _ size: Double, _ builder: inout PlanBuilder) {
    var styles = row.cells.enumerated().map { column, cell in
      var style = CellStyle(
        fontSize: size, isBold: row.isBold, horizontal: columns[column].isNumber ? .right : .left,
        wraps: !columns[column].isNumber, indent: column == 0 ? row.level : indent(column),
        bottom: .init(.thin, .hairline))
      style.numberFormat = cell.numberFormat
      if case .link = cell.content {
        style.colour = .link
        style.isUnderlined = true
      }
      if style.wraps { builder.grow(for: cell.text, in: column...column, style: style, padding: 6) }
      return style
    }
    // Beside a text of several lines, everything begins at its first.
    if builder.plan.height(ofRow: builder.row) > Int(builder.measure.lineHeight(size: size) * 1.5) + 6 {
      for column in styles.indices { styles[column].vertical = .top }
    }
    for (column, cell) in row.cells.enumerated() {
      builder.put(cell.content, in: column...column, row: builder.row, style: styles[column])
    }
    builder.row += 1
  }
}
