/// A part of a filled template, as it is laid out: a paragraph with its figures and labels still marked.
struct Paragraph {
  enum Style: Hashable {
    case plain, centred, right, preformatted
    /// Numbered I, II, …, with the sign after the number.
    case heading(String)
    /// Numbered 1, 2, … under its heading, with the sign after the number.
    case item(String)
    /// A blank line.
    case blank
    /// By its index in the context.
    case table(Int)
  }

  var style: Style
  var marked: String

  /// Takes a filled template apart. Linear in the text.
  static func all(in filled: String) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    for line in filled.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = Line(line)
      if let table = line.table {
        paragraphs.append(Paragraph(style: .table(table), marked: ""))
      } else if line.isEmpty {
        if line.style == .blank || line.style == .preformatted {
          paragraphs.append(Paragraph(style: .blank, marked: ""))
        }
      } else if line.isContinuation, let last = paragraphs.last, last.isText {
        let separator = line.beginsWithClosingSign ? "" : " "
        paragraphs[paragraphs.count - 1].marked += separator + line.marked
      } else {
        paragraphs.append(Paragraph(style: line.style == .blank ? .plain : line.style, marked: line.marked))
      }
    }
    return withoutEmptyHeadings(paragraphs)
  }

  private var isText: Bool {
    switch style {
    case .blank, .table: false
    default: true
    }
  }

  /// A heading whose paragraphs all fell away says nothing.
  private static func withoutEmptyHeadings(_ paragraphs: [Paragraph]) -> [Paragraph] {
    var kept: [Paragraph] = []
    var isUsed = false
    for paragraph in paragraphs.reversed() {
      if case .heading = paragraph.style {
        if isUsed { kept.append(paragraph) }
        isUsed = false
      } else {
        if paragraph.style != .blank { isUsed = true }
        kept.append(paragraph)
      }
    }
    return kept.reversed()
  }
}

/// One line of a filled template.
private struct Line {
  var style = Paragraph.Style.plain
  var isContinuation = false
  var marked = ""
  private(set) var table: Int?
  /// The first character that is printed, spaces left out.
  private var firstInk: Unicode.Scalar?

  init(_ line: Substring) {
    var text = String.UnicodeScalarView()
    var hasLayout = false
    var awaited: Unicode.Scalar?
    for scalar in line.unicodeScalars {
      if scalar == Marker.table {
        table = 0
        continue
      }
      if let index = table, let digit = Marker.digit(scalar) {
        table = index * 10 + digit
        continue
      }
      if let number = awaited {
        awaited = nil
        if !hasLayout { style = number == Marker.romanNumber ? .heading(String(scalar)) : .item(String(scalar)) }
        hasLayout = true
        continue
      }
      let layout: Paragraph.Style?
      switch scalar {
      case Marker.blankLine: layout = .blank
      case Marker.centred: layout = .centred
      case Marker.right: layout = .right
      case Marker.preformatted: layout = .preformatted
      case Marker.romanNumber, Marker.arabicNumber:
        awaited = scalar
        continue
      case Marker.continuation:
        if !hasLayout { isContinuation = true }
        continue
      default: layout = nil
      }
      if let layout {
        if !hasLayout { style = layout }
        hasLayout = true
        continue
      }
      if firstInk == nil, MarkedText.isInk(scalar), !Marker.isReserved(scalar) { firstInk = scalar }
      text.append(scalar)
    }
    marked = String(text)
  }

  var isEmpty: Bool { firstInk == nil }

  var beginsWithClosingSign: Bool { firstInk.map { ",;.:!?)]”’%".unicodeScalars.contains($0) } ?? false }
}
