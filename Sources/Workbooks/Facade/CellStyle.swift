import Reports

/// How a cell looks. Equal styles share one format of the workbook.
struct CellStyle: Sendable, Hashable {
  enum Horizontal: Sendable, Hashable { case general, left, centre, right }
  enum Vertical: Sendable, Hashable { case top, centre, bottom }
  enum Line: Sendable, Hashable { case hair, thin, medium, thick }

  struct Border: Sendable, Hashable {
    var line: Line
    var colour: Colour
    init(_ line: Line, _ colour: Colour) {
      self.line = line
      self.colour = colour
    }
  }

  var fontSize: Double = 11
  var isBold = false
  var isItalic = false
  var isUnderlined = false
  var colour: Colour = .text
  var fill: Colour?
  var numberFormat: String?
  var horizontal: Horizontal = .general
  var vertical: Vertical = .centre
  var wraps = false
  var indent = 0
  var top: Border?
  var bottom: Border?
  var left: Border?
  var right: Border?

  /// The same style with something changed.
  func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = self
    change(&style)
    return style
  }
}

/// A colour by what it is for; the workbook's look says which it is.
typealias Colour = Theme.Ink
