import Language
import Reports

/// Lays paragraphs out as lines of a fixed width and notes on which line each figure and label comes to stand.
struct TextLayout {
  private let width: Int
  private let file: String
  private let figures: [FigureID]
  private var lines: [String] = []
  private var places: [FigurePlace] = []
  private var labels: [BriefingLabel] = []
  private var headings = 0
  private var items = 0

  init(width: Int, file: String, figures: [FigureID]) {
    self.width = width
    self.file = file
    self.figures = figures
  }

  /// Linear in the text.
  static func briefing(of filled: String, figures: [FigureID], file: String, width: Int) -> Briefing {
    var layout = TextLayout(width: width, file: file, figures: figures)
    for paragraph in Paragraph.all(in: filled) { layout.add(paragraph) }
    while layout.lines.last?.isEmpty == true { layout.lines.removeLast() }
    let text = layout.lines.joined(separator: "\n") + "\n"
    return Briefing(text: text, places: layout.places, labels: layout.labels)
  }

  private mutating func add(_ paragraph: Paragraph) {
    if paragraph.style == .blank {
      if let last = lines.last, !last.isEmpty { lines.append("") }
      return
    }
    let marked = MarkedText(number(of: paragraph) + paragraph.marked)
    let added = laidOut(marked.text, paragraph.style)
    place(marked.spans, in: added)
    lines += added
  }

  /// The paragraph's number, with the sign and the space after it.
  private mutating func number(of paragraph: Paragraph) -> String {
    switch paragraph.style {
    case .heading(let sign):
      headings += 1
      items = 0
      return "\(Self.roman(headings))\(sign) "
    case .item(let sign):
      items += 1
      return Marker.marked("\(items)\(sign)", Marker.numberLabel) + " "
    case .plain, .centred, .right, .preformatted, .blank: return ""
    }
  }

  private func laidOut(_ text: String, _ style: Paragraph.Style) -> [String] {
    switch style {
    case .centred: return TextWrap.centred(text, width: width)
    case .right: return TextWrap(width: width).lines(text).map { DisplayWidth.padded($0, to: width, .right) }
    case .preformatted:
      let line = TextWrap.unjoined(text)
      return [String(line.prefix(upTo: line.lastIndex { !$0.isWhitespace }.map(line.index(after:)) ?? line.startIndex))]
    case .plain, .heading, .item, .blank: return TextWrap(width: width).lines(text)
    }
  }

  /// Wrapping only moves spaces, so that the characters before a span, spaces not counted, tell its line.
  private mutating func place(_ spans: [MarkedText.Span], in added: [String]) {
    var line = 0
    var begin = 0
    var end = added.first.map(MarkedText.ink) ?? 0
    for span in spans {
      while span.start >= end, line + 1 < added.count {
        line += 1
        begin = end
        end += MarkedText.ink(of: added[line])
      }
      let number = lines.count + line + 1
      let column = added.indices.contains(line) ? MarkedText.column(after: span.start - begin, in: added[line]) : 1
      switch span.kind {
      case .label(let origin):
        labels.append(BriefingLabel(label: span.text, line: number, column: column, origin: origin))
      case .figure(let index) where figures.indices.contains(index):
        places.append(
          FigurePlace(
            figure: figures[index], file: file, spot: .line(number), printed: span.text, column: column))
      case .figure: continue
      }
    }
  }

  /// - Parameter number: 1 to 3999; larger ones only grow longer.
  private static func roman(_ number: Int) -> String {
    let letters = Array("IVXLCDM")
    var text = String(repeating: "M", count: number / 1000)
    for (one, unit) in [(4, 100), (2, 10), (0, 1)] {
      let digit = number / unit % 10
      let ones = String(repeating: letters[one], count: digit % 5)
      switch digit {
      case 9: text += [letters[one], letters[one + 2]]
      case 4: text += [letters[one], letters[one + 1]]
      case 5...: text += [letters[one + 1]] + ones
      default: text += ones
      }
    }
    return text
  }
}
