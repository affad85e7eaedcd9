import Reports

/// The styles of a table's cells.
struct TableStyles: Sendable {
  let shape: TableShape

  func header(_ column: Int) -> CellStyle {
    let isLabel = shape.columns[column].role == .label
    return CellStyle(
      fontSize: shape.headerSize, isBold: true, colour: .white, fill: .navy, horizontal: isLabel ? .left : .centre,
      wraps: true, left: shape.columns[column].isDerived ? .init(.thin, .lightTeal) : nil)
  }

  func cell(_ row: Int, _ column: Int, isFirstAfterItems: Bool) -> CellStyle {
    let role = shape.table.rows[row].role
    var style = CellStyle(fontSize: shape.fontSize, isBold: shape.isBold(row), bottom: .init(.thin, .hairline))
    align(&style, row, column)
    if shape.columns[column].isDerived { style.left = .init(.thin, .rule) }
    switch role {
    case .item: break
    case .total:
      style.fill = .wash
      style.bottom = .init(.thin, .rule)
    case .summary:
      style.isItalic = true
      style.bottom = .init(.thin, .hairline)
    }
    if isFirstAfterItems { style.top = .init(.medium, .navy) }
    if case .figure(let figure) = shape.cell(row, column) {
      style.numberFormat = shape.forms.format(
        of: figure, marks: shape.marks(row, column), paddedLike: shape.widestMarks[column])
    }
    return style
  }

  private func align(_ style: inout CellStyle, _ row: Int, _ column: Int) {
    switch shape.columns[column].role {
    case .ordinal:
      style.horizontal = .centre
      style.colour = .grey
    case .label:
      style.horizontal = .left
      style.wraps = true
      style.indent = shape.table.rows[row].level
    case .text:
      // Short texts, such as units of measure, stand in the middle; sentences begin at the left.
      let isShort = shape.table.rows.indices.allSatisfy { shape.text($0, column).count <= 14 }
      style.horizontal = isShort ? .centre : .left
      style.wraps = true
      style.colour = isShort ? .grey : .text
    case .number:
      style.horizontal = .right
      if case .absent = shape.cell(row, column) { style.colour = .grey }
    }
  }
}
