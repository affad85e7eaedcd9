/// How a line of a template begins: which layout it asks for.
///
/// A layout mark is one only in the template's own text, before anything that prints, so that no value of the data can
/// change the layout.
struct LineOpening: Hashable {
  enum Layout: Hashable {
    case plain
    /// `= `
    case centred
    /// `> `
    case right
    /// `| `
    case preformatted
    /// `#I- `, `#I. `: a heading with a Roman number, and the sign after it.
    case heading(Character)
    /// `#1. `, `#1) `: a paragraph with a number that starts again under each heading.
    case item(Character)
    /// Spaces before the text: it goes on with the paragraph above.
    case continuation
    /// Nothing on the line.
    case blank
    /// Only tags that print nothing.
    case silent
  }

  let layout: Layout
  /// The piece in which the paragraph's text begins, when it begins with text; with the number of characters of spaces
  /// and mark before it.
  let textPiece: Int?
  let textStart: Int

  init(_ line: TemplateText.Line) {
    var isIndented = false
    for (index, piece) in line.pieces.enumerated() {
      switch piece {
      case .tag(let tag) where tag.isSilent: continue
      case .tag:
        self.init(layout: isIndented ? .continuation : .plain)
        return
      case .text(let text, _):
        let spaces = text.prefix { $0.isWhitespace }.count
        if index == 0, spaces > 0 { isIndented = true }
        if spaces == text.count { continue }
        let (mark, length) = Self.mark(text[spaces...])
        let layout = mark ?? (isIndented ? .continuation : .plain)
        self.init(layout: layout, textPiece: index, textStart: spaces + length)
        return
      }
    }
    let isBlank = !line.hasComment && line.pieces.allSatisfy { if case .text = $0 { true } else { false } }
    self.init(layout: isBlank ? .blank : .silent)
  }

  private init(layout: Layout, textPiece: Int? = nil, textStart: Int = 0) {
    self.layout = layout
    self.textPiece = textPiece
    self.textStart = textStart
  }

  /// The layout that a text asks for and the length of its mark; nil when it asks for none.
  private static func mark(_ text: ArraySlice<Character>) -> (Layout?, Int) {
    let start = Array(text.prefix(4))
    if start.count > 1, start[1] == " " {
      switch start[0] {
      case "=": return (.centred, 2)
      case ">": return (.right, 2)
      case "|": return (.preformatted, 2)
      case "-", "+": return (.plain, 0)
      default: break
      }
    }
    if start == ["|"] { return (.preformatted, 1) }
    if start.count == 4, start[0] == "#", ".)-/".contains(start[2]), start[3] == " " {
      if start[1] == "I" { return (.heading(start[2]), 4) }
      if start[1] == "1" { return (.item(start[2]), 4) }
    }
    let number = text.prefix { Digits.isDigit($0) }
    let rest = text.dropFirst(number.count).prefix(2)
    if !number.isEmpty, rest.elementsEqual(". ") || rest.elementsEqual(") ") { return (.plain, 0) }
    return (nil, 0)
  }
}
