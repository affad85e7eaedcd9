import Language
import Reports
import Values

/// Writes the cells of one column, and remembers how wide they want to be.
struct TableColumnPen {
  private struct Look: Hashable {
    var scale: Int
    var hasStatus: Bool
    var style: ReportFigure.Style
    var isBound: Bool
  }

  let kind: TableDocument.Column.Kind
  let column: Int
  let forms: NumberForms
  private let text: Workbook.StyleID
  private let absent: Workbook.StyleID
  private let base: CellStyle
  private var looks: [(look: Look, style: Workbook.StyleID)] = []

  /// The widest of what was written, in pixels.
  private(set) var width = 0.0
  /// Bytes of the longest text.
  private var longest = 0
  private var measured = 0
  private var largest = 0.0
  private var isNegative = false
  private(set) var flags: StatusFlags = []
  /// A number that binary, and Excel, hold with fewer digits than it has.
  private(set) var isCut = false
  /// What the column comes to; nil where something cannot be added.
  private(set) var sum: ExactDecimal? = .zero
  private var adds: Bool

  init(
    _ column: TableDocument.Column, at index: Int, adds: Bool, forms: NumberForms, in book: inout Workbook
  ) throws(WorkbookError) {
    kind = column.kind
    self.column = index
    self.forms = forms
    self.adds = adds
    base = TableLook.cell(column.kind)
    text = try book.styleID(base)
    absent = try book.styleID(
      base.with {
        $0.colour = .quiet
        $0.horizontal = .right
      })
  }

  mutating func put(_ cell: TableCell, row: Int, on sheet: Workbook.SheetID, in book: inout Workbook)
    throws(WorkbookError)
  {
    switch cell {
    case .empty:
      guard kind == .number else { return }
      try book.put(NumberForm.notApplicable, row: row, column: column, on: sheet, style: absent)
    case .text(let words):
      measure(words)
      try book.put(words, row: row, column: column, on: sheet, style: text)
    case .number(let number, let flags, let isRounded):
      try put(
        number,
        Look(scale: number.scale, hasStatus: !flags.isEmpty, style: isRounded ? .rounded : .plain, isBound: false),
        flags, row, sheet, &book)
    case .lowerBound(let number, let flags):
      try put(
        number, Look(scale: number.scale, hasStatus: !flags.isEmpty, style: .plain, isBound: true), flags, row, sheet,
        &book)
    case .absent(let absence):
      // A blank cell could also be forgotten: what is not reported says so.
      let printed = forms.printed(absence)
      let words = printed.isEmpty ? absence.name[forms.language] : printed
      measure(words)
      try book.put(words, row: row, column: column, on: sheet, style: absent)
    }
  }

  private mutating func put(
    _ number: ExactDecimal, _ look: Look, _ flags: StatusFlags, _ row: Int, _ sheet: Workbook.SheetID,
    _ book: inout Workbook
  ) throws(WorkbookError) {
    let value = number.approximation
    if look.hasStatus { self.flags.formUnion(flags) }
    if abs(value) > largest { largest = abs(value) }
    if value < 0 { isNegative = true }
    if number.coefficient.magnitude > 999_999_999_999_999 { isCut = true }
    if adds {
      sum = sum.flatMap { try? Rational($0).adding(Rational(number)).rounded(to: max($0.scale, number.scale)) }
    }
    let style = try style(look, &book)
    try book.put(value, row: row, column: column, on: sheet, style: style)
  }

  /// A column has a few looks, and most of its cells the last one.
  private mutating func style(_ look: Look, _ book: inout Workbook) throws(WorkbookError) -> Workbook.StyleID {
    for known in looks where known.look == look { return known.style }
    let style = try book.styleID(totalStyle(look, base))
    looks.append((look, style))
    return style
  }

  private func totalStyle(_ look: Look, _ base: CellStyle) -> CellStyle {
    base.with {
      $0.horizontal = .right
      $0.numberFormat = forms.format(
        of: figure(look, ExactDecimal(coefficient: 1, scale: look.scale)), hasStatus: look.hasStatus)
    }
  }

  private func figure(_ look: Look, _ value: ExactDecimal) -> ReportFigure {
    var figure = ReportFigure(id: FigureID(""), value: value, style: look.style)
    figure.isLowerBound = look.isBound
    return figure
  }

  /// The style of a total of this column.
  func total(_ cell: TableCell) -> CellStyle {
    let ground = TableLook.total(kind)
    switch cell {
    case .number(let number, let flags, let isRounded):
      return totalStyle(
        Look(scale: number.scale, hasStatus: !flags.isEmpty, style: isRounded ? .rounded : .plain, isBound: false),
        ground)
    case .lowerBound(let number, let flags):
      return totalStyle(
        Look(scale: number.scale, hasStatus: !flags.isEmpty, style: .plain, isBound: true), ground)
    case .absent: return ground.with { $0.horizontal = .right }
    case .empty, .text: return ground
    }
  }

  // MARK: widths

  /// The first thousand texts are measured, then those that are longer than any before.
  mutating func measure(_ text: String, isBold: Bool = false) {
    let bytes = text.utf8.count
    guard measured < 1_000 || bytes > longest else { return }
    measured += 1
    longest = max(longest, bytes)
    width = max(width, TextMeasure.serif.width(text, size: base.fontSize, isBold: isBold))
  }

  /// What the largest number of each look takes, with its sign, its mark and the space that the format keeps.
  var numberWidth: Double {
    var widest = 0.0
    for (look, _) in looks {
      guard let whole = ExactDecimal(String(format: largest)) else { continue }
      let scaled = (try? Rational(whole).rounded(to: look.scale)) ?? whole
      let printed = forms.printed(figure(look, scaled), hasStatus: look.hasStatus)
      widest = max(
        widest,
        TextMeasure.serif.width((isNegative ? "-" : "") + printed + " ", size: base.fontSize, isBold: true))
    }
    return widest
  }
}

extension String {
  /// The whole part of a number that is not negative.
  fileprivate init(format number: Double) {
    self = number < 1e18 ? String(Int64(number)) : "1" + String(repeating: "0", count: 30)
  }
}
