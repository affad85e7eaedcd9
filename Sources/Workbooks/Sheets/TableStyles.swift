import Reports

/// The styles of a table's cells.
struct TableStyles: Sendable {
  let shape: TableShape
  /// In a wide column, numbers move away from its edge, towards the middle under the heading.
  private let spaces: [Int]
  /// Columns of short texts, such as units of measure, which stand in the middle; sentences begin at the left.
  private let isShort: [Bool]

  /// - Parameter widths: of the columns, in pixels.
  init(shape: TableShape, widths: [Int]) {
    self.shape = shape
    let digit = shape.measure.width("0", size: shape.fontSize)
    isShort = shape.columns.indices.map { column in
      shape.columns[column].role == .text && !shape.marks.contains(column)
        && shape.table.rows.indices.allSatisfy { shape.text($0, column).count <= 14 }
    }
    spaces = shape.columns.indices.map { column in
      let widest = shape.table.rows.indices.map { shape.paddedWidth($0, column) }.max()
      let slack = Double(widths[column]) - (widest ?? 0) * 1.03 - 14
      return shape.isMarked(column) ? 0 : min(max(Int(slack / 2 / digit), 0), 5)
    }
  }

  func header(_ column: Int) -> CellStyle {
    let role = shape.columns[column].role
    let isMark = shape.marks.contains(column)
    let isLongText = role == .text && !isShort[column] && !isMark
    return CellStyle(
      fontSize: isMark ? shape.headerSize - 2 : shape.headerSize, isBold: !isMark, colour: .ground, fill: .structure,
      horizontal: role == .label || isLongText ? .left : .centre, wraps: true,
      indent: isLongText || (role == .label && column == 0) ? 1 : 0,
      left: column > 0 && !isMark && shape.columns[column - 1].role != .ordinal ? .init(.thin, .rule) : nil)
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
    if isFirstAfterItems { style.top = .init(.medium, .structure) }
    if case .figure(let figure) = shape.cell(row, column) {
      style.numberFormat = shape.forms.format(
        of: figure, digits: spaces[column], isFlush: shape.isMarked(column), hasStatus: shape.isSigned(row, column))
    }
    return style
  }

  private func align(_ style: inout CellStyle, _ row: Int, _ column: Int) {
    switch shape.columns[column].role {
    case .ordinal:
      style.horizontal = .centre
      style.colour = .quiet
    case .label:
      style.horizontal = .left
      style.wraps = true
      style.indent = shape.table.rows[row].level + (column == 0 ? 1 : 0)
    case .text where shape.marks.contains(column):
      style.horizontal = .left
      style.colour = .quiet
    case .text:
      let isShort = isShort[column]
      style.horizontal = isShort ? .centre : .left
      style.indent = isShort ? 0 : 1
      style.wraps = true
      style.colour = isShort ? .quiet : .text
    case .number:
      style.horizontal = .right
      guard case .absent = shape.cell(row, column) else { return }
      style.colour = .quiet
      // As far from the edge as the numbers above it.
      style.numberFormat = NumberForms.textFormat(digits: spaces[column], isFlush: shape.isMarked(column))
    }
  }
}
