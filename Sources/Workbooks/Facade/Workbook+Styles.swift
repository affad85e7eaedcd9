import CXLSXWriter
import Reports

extension Workbook {
  func newFormat(_ style: CellStyle) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
    guard let format = workbook_add_format(pointer) else { throw .outOfMemory }
    format_set_font_name(format, look.font)
    format_set_font_size(format, style.fontSize)
    format_set_font_color(format, look.library(style.colour))
    if style.isBold { format_set_bold(format) }
    if style.isItalic { format_set_italic(format) }
    if style.isUnderlined { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    if let numberFormat = style.numberFormat {
      guard numberFormat.utf8.count <= ExcelLimits.formatBytes else { throw .attributeTooLong(numberFormat) }
      format_set_num_format(format, numberFormat)
    }
    if let fill = style.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_fg_color(format, look.library(fill))
    }
    Self.align(format, style)
    if let border = style.top { set(border, format_set_top, format_set_top_color, format) }
    if let border = style.bottom { set(border, format_set_bottom, format_set_bottom_color, format) }
    if let border = style.left { set(border, format_set_left, format_set_left_color, format) }
    if let border = style.right { set(border, format_set_right, format_set_right_color, format) }
    return format
  }

  private static func align(_ format: UnsafeMutablePointer<lxw_format>, _ style: CellStyle) {
    let horizontal: lxw_format_alignments? =
      switch style.horizontal {
      case .general: nil
      case .left: LXW_ALIGN_LEFT
      case .centre: LXW_ALIGN_CENTER
      case .right: LXW_ALIGN_RIGHT
      }
    let vertical: lxw_format_alignments =
      switch style.vertical {
      case .top: LXW_ALIGN_VERTICAL_TOP
      case .centre: LXW_ALIGN_VERTICAL_CENTER
      case .bottom: LXW_ALIGN_VERTICAL_BOTTOM
      }
    if let horizontal { format_set_align(format, UInt8(horizontal.rawValue)) }
    format_set_align(format, UInt8(vertical.rawValue))
    if style.wraps { format_set_text_wrap(format) }
    if style.indent > 0 { format_set_indent(format, UInt8(min(style.indent, 15))) }
  }

  private func set(
    _ border: CellStyle.Border, _ setLine: (UnsafeMutablePointer<lxw_format>?, UInt8) -> Void,
    _ setColour: (UnsafeMutablePointer<lxw_format>?, lxw_color_t) -> Void,
    _ format: UnsafeMutablePointer<lxw_format>
  ) {
    let line: lxw_format_borders =
      switch border.line {
      case .hair: LXW_BORDER_HAIR
      case .thin: LXW_BORDER_THIN
      case .medium: LXW_BORDER_MEDIUM
      case .thick: LXW_BORDER_THICK
      }
    setLine(format, UInt8(line.rawValue))
    setColour(format, look.library(border.colour))
  }

  /// Colours the numbers above and below zero in a range, live.
  ///
  /// - Parameter colours: for numbers above zero, and for numbers below it.
  func colourBySign(_ range: CellRange, on sheet: SheetID, above: Colour, below: Colour) throws(WorkbookError) {
    try ExcelLimits.check(range)
    for (criteria, colour) in [
      (LXW_CONDITIONAL_CRITERIA_GREATER_THAN, above), (LXW_CONDITIONAL_CRITERIA_LESS_THAN, below),
    ] {
      guard let format = workbook_add_format(pointer) else { throw .outOfMemory }
      format_set_font_color(format, look.library(colour))
      // Read without colours, too: the arrow says where to, the weight that it is the wrong way.
      if colour == .bad { format_set_bold(format) }
      var rule = lxw_conditional_format()
      rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
      rule.criteria = UInt8(criteria.rawValue)
      rule.value = 0
      rule.format = format
      let code = worksheet_conditional_format_range(
        sheets[sheet.index].pointer, UInt32(range.first.row), UInt16(range.first.column), UInt32(range.last.row),
        UInt16(range.last.column), &rule)
      try Self.check(code, "adding a conditional format")
    }
  }
}

extension Workbook {
  /// Bars from zero behind the numbers of a range.
  func drawBars(_ range: CellRange, on sheet: SheetID, colour: Colour) throws(WorkbookError) {
    try ExcelLimits.check(range)
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
    rule.data_bar_2010 = 1
    rule.bar_solid = 1
    rule.bar_no_border = 1
    // Half as strong, so that the digits before it stay legible.
    rule.bar_color = lxw_color_t(look.tint(of: colour))
    rule.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    rule.min_value = 0
    let code = worksheet_conditional_format_range(
      sheets[sheet.index].pointer, UInt32(range.first.row), UInt16(range.first.column), UInt32(range.last.row),
      UInt16(range.last.column), &rule)
    try Self.check(code, "adding data bars")
  }
}

extension Theme {
  /// The library keeps 0 for "not set" and marks black with a bit above the others.
  func library(_ ink: Ink) -> lxw_color_t {
    self[ink] == 0 ? lxw_color_t(LXW_COLOR_BLACK.rawValue) : lxw_color_t(self[ink])
  }

  /// A colour half-way to the ground.
  func tint(of ink: Ink) -> UInt32 {
    var mixed: UInt32 = 0
    for shift: UInt32 in [16, 8, 0] {
      let (own, ground) = ((self[ink] >> shift) & 0xFF, (self[.ground] >> shift) & 0xFF)
      mixed |= ((own + ground) / 2) << shift
    }
    return mixed
  }

  /// Columns are measured in digits of the default font, 12 points of the theme's typeface. A digit of Times New Roman
  /// is then 8 pixels wide everywhere: its own size needs no rounding; one of Arial, 8.9, which counts as 9.
  var digitPixels: Double { widths == .serif ? 8 : 9 }
}
