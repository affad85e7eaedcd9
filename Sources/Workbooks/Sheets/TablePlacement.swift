import Reports
import Values

/// Where the rows and columns of one table came to stand.
struct TablePlacement: Sendable {
  var sheet: String
  var table: ReportTable
  var headerRow: Int
  /// The sheet's row of each row of the document.
  var rows: [Int: Int]
  /// The sheet's columns of each column of the document.
  var columns: [ClosedRange<Int>]

  func address(row: Int, column: Int) -> CellAddress? {
    guard let sheetRow = rows[row], columns.indices.contains(column) else { return nil }
    return CellAddress(row: sheetRow, column: columns[column].lowerBound)
  }

  func headingAddress(column: Int) -> CellAddress? {
    guard columns.indices.contains(column) else { return nil }
    return CellAddress(row: headerRow, column: columns[column].lowerBound)
  }
}

/// Lays a table's cells on a sheet.
struct TablePen {
  let shape: TableShape
  let kind: FigureContext.Kind
  /// The sheet's columns of each column of the table.
  let columns: [ClosedRange<Int>]
  /// In pixels.
  let widths: [Int]

  /// - Returns: where everything stands; the builder's current row is below the table.
  func draw(into builder: inout PlanBuilder) -> TablePlacement {
    let headerRow = builder.row
    let isExcelTable = kind == .table && shape.itemCount > 0
    let styles = TableStyles(shape: shape, widths: widths)
    drawHeader(into: &builder, styles: styles, isExcelTable: isExcelTable)
    let firstItem = builder.row
    let lastItem = firstItem + max(shape.itemCount, 1) - 1
    var placed: [Int: Int] = [:]
    if shape.itemCount == 0 { drawNothing(into: &builder) }
    for (position, row) in shape.order.enumerated() {
      placed[row] = builder.row
      if kind == .table, shape.table.rows[row].level > 0 {
        builder.plan.outline[builder.row] = shape.table.rows[row].level
      }
      builder.plan.heights[builder.row] = max(
        shape.height(of: row, widths), builder.plan.heights[builder.row] ?? 0)
      for column in shape.columns.indices {
        let style = styles.cell(row, column, isFirstAfterItems: position == shape.itemCount && position > 0)
        builder.put(
          content(row, column, items: firstItem...lastItem, isExcelTable: isExcelTable), in: columns[column],
          row: builder.row, style: style)
      }
      builder.row += 1
    }
    let range = CellRange(
      CellAddress(row: headerRow, column: columns.first?.lowerBound ?? 0),
      CellAddress(row: lastItem, column: columns.last?.upperBound ?? 0))
    if isExcelTable {
      builder.plan.table = TableDescription(
        name: shape.table.definedName, range: range, headings: shape.columns.map(\.heading),
        headerStyles: shape.columns.indices.map { styles.header($0) })
    } else {
      builder.plan.names.append((shape.table.definedName, range))
    }
    builder.plan.signColours += signColours(placed)
    for column in shape.columns.indices where shape.columns[column].hasBars && shape.itemCount > 1 {
      let sheetColumn = columns[column].lowerBound
      builder.plan.bars.append(
        CellRange(CellAddress(row: firstItem, column: sheetColumn), CellAddress(row: lastItem, column: sheetColumn)))
    }
    return TablePlacement(
      sheet: builder.plan.name, table: shape.document, headerRow: headerRow, rows: placed,
      columns: shape.places.map { columns[$0] })
  }

  private func drawHeader(into builder: inout PlanBuilder, styles: TableStyles, isExcelTable: Bool) {
    let row = builder.row
    builder.plan.heights[row] = max(shape.headerHeight(widths), builder.plan.heights[row] ?? 0)
    // Without filters, a heading stands over its numbers and their signs.
    for column in shape.columns.indices where !isExcelTable && !shape.marks.contains(column) {
      let last = columns[shape.isMarked(column) ? column + 1 : column].upperBound
      builder.put(
        .text(shape.brokenBeforeMark(shape.columns[column].heading)), in: columns[column].lowerBound...last, row: row,
        style: styles.header(column))
    }
    builder.row += 1
  }

  private func drawNothing(into builder: inout PlanBuilder) {
    guard let first = columns.first, let last = columns.last else { return }
    let style = builder.texts.note.with {
      $0.isItalic = true
      $0.colour = .quiet
      $0.bottom = .init(.thin, .hairline)
    }
    builder.line(.text(shape.forms.nothing), in: first.lowerBound...last.upperBound, style: style)
  }

  private func content(_ row: Int, _ column: Int, items: ClosedRange<Int>, isExcelTable: Bool)
    -> PlannedCell.Content
  {
    switch shape.cell(row, column) {
    case .empty: .blank
    case .text(let text): .text(text)
    case .absent: .text(shape.text(row, column))
    case .figure(let figure): .figure(figure, context(row, column, items: items, isExcelTable: isExcelTable))
    }
  }

  private func context(_ row: Int, _ column: Int, items: ClosedRange<Int>, isExcelTable: Bool) -> FigureContext {
    var context = FigureContext(kind: kind)
    guard shape.table.rows[row].role != .item, shape.itemCount > 0 else { return context }
    let sheetColumn = columns[column].lowerBound
    context.items = CellRange(
      CellAddress(row: items.lowerBound, column: sheetColumn), CellAddress(row: items.upperBound, column: sheetColumn))
    context.itemFigures = shape.order.prefix(shape.itemCount).compactMap {
      if case .figure(let figure) = shape.cell($0, column) { figure } else { nil }
    }
    if isExcelTable { context.table = (shape.table.definedName, shape.columns[column].heading) }
    return context
  }

  /// Runs of cells below each other that have a good direction, where it is the same.
  private func signColours(_ placed: [Int: Int]) -> [SignColours] {
    var colours: [SignColours] = []
    for column in shape.columns.indices {
      for row in shape.order {
        guard case .figure(let figure) = shape.cell(row, column), figure.direction != 0, let sheetRow = placed[row]
        else { continue }
        let cell = CellAddress(row: sheetRow, column: columns[column].lowerBound)
        if let last = colours.last, last.risingIsGood == (figure.direction > 0),
          last.range.last == CellAddress(row: sheetRow - 1, column: cell.column)
        {
          colours[colours.count - 1].range = CellRange(last.range.first, cell)
        } else {
          colours.append(SignColours(range: CellRange(cell), risingIsGood: figure.direction > 0))
        }
      }
    }
    return colours
  }
}
