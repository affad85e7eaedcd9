import Language

/// A text without its marks, and where its figures and labels stand.
struct MarkedText {
  enum Kind: Hashable {
    /// By its index in the context.
    case figure(Int)
    case label(BriefingLabel.Origin)
  }

  struct Span: Hashable {
    var kind: Kind
    /// How many characters that are no spaces stand before it: what wrapping does not change.
    var start: Int
    /// As the reader sees it.
    var text: String
  }

  private(set) var text = ""
  private(set) var spans: [Span] = []

  /// Linear in the text.
  init(_ marked: String) {
    var visible = String.UnicodeScalarView()
    var ink = 0
    var index = 0
    var isIndex = false
    var open: (kind: Kind, start: Int, from: String.Index)?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case Marker.figure: (index, isIndex) = (0, true)
      case Marker.figureText:
        isIndex = false
        open = (.figure(index), ink, visible.endIndex)
      case Marker.declaredLabel: open = (.label(.declared), ink, visible.endIndex)
      case Marker.dataLabel: open = (.label(.data), ink, visible.endIndex)
      case Marker.numberLabel: open = (.label(.numbering), ink, visible.endIndex)
      case Marker.end:
        if let span = open {
          let printed = TextWrap.unjoined(String(visible[span.from...]))
          spans.append(Span(kind: span.kind, start: span.start, text: printed))
        }
        open = nil
      default:
        if isIndex, let digit = Marker.digit(scalar) {
          index = index * 10 + digit
        } else if !Marker.isReserved(scalar) {
          visible.append(scalar)
          if Self.isInk(scalar) { ink += 1 }
        }
      }
    }
    text = String(visible)
  }

  /// Whether a character survives wrapping: spaces are moved, added and dropped.
  static func isInk(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\u{A0}", "\u{202F}": false
    default: true
    }
  }

  static func ink(of line: String) -> Int { line.unicodeScalars.count(where: isInk) }

  /// The character, from 1, with which what stands behind so much ink begins.
  static func column(after ink: Int, in line: String) -> Int {
    var seen = 0
    for (index, character) in line.enumerated() {
      let own = character.unicodeScalars.count(where: isInk)
      if own > 0, seen >= ink { return index + 1 }
      seen += own
    }
    return line.count + 1
  }
}
