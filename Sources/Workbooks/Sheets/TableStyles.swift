import Reports

/// The styles of a table's cells.
struct TableStyles: Sendable {
  let shape: TableShape
  /// In a wide column, numbers move away from its edge, towards the middle under the heading.
  private let spaces: [NumberForms.Space]
  /// Columns of short texts, such as units of measure, which stand in the middle; sentences begin at the left.
  private let isShort: [Bool]

  /// - Parameter widths: of the columns, in pixels.
  init(shape: TableShape, widths: [Int]) {
    self.shape = shape
    let digit = TextMeasure.width("0", size: shape.fontSize)
    isShort = shape.columns.indices.map { column in
      shape.columns[column].role == .text
        && shape.table.rows.indices.allSatisfy { shape.text($0, column).count <= 14 }
    }
    spaces = shape.columns.indices.map { column in
      let widest = shape.table.rows.indices.map { row in
        TextMeasure.width(shape.paddedText(row, column), size: shape.fontSize, isBold: shape.isBold(row))
      }.max()
      let slack = Double(widths[column]) - (widest ?? 0) * 1.03 - 14
      return NumberForms.Space(
        widestMark: shape.widestMarks[column], digits: min(max(Int(slack / 2 / digit), 0), 5))
    }
  }

  func header(_ column: Int) -> CellStyle {
    let role = shape.columns[column].role
    let isLongText = role == .text && !isShort[column]
    return CellStyle(
      fontSize: shape.headerSize, isBold: true, colour: .white, fill: .navy,
      horizontal: role == .label || isLongText ? .left : .centre, wraps: true,
      indent: isLongText || (role == .label && column == 0) ? 1 : 0,
      left: shape.columns[column].isDerived ? .init(.thin, .lightTeal) : nil)
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
        of: figure, marks: shape.marks(row, column), space: spaces[column])
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
      style.indent = shape.table.rows[row].level + (column == 0 ? 1 : 0)
    case .text:
      let isShort = isShort[column]
      style.horizontal = isShort ? .centre : .left
      style.indent = isShort ? 0 : 1
      style.wraps = true
      style.colour = isShort ? .grey : .text
    case .number:
      style.horizontal = .right
      if case .absent = shape.cell(row, column) {
        style.colour = .grey
        style.numberFormat = shape.forms.format(ofTextWith: spaces[column])
      }
    }
  }
}
