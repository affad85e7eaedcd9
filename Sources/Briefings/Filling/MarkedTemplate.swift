/// A checked template as the template engine takes it: without comments, with marks for layout and labels instead of
/// the characters that stand for them, and with numbers for its texts, since the engine measures what is left of a
/// template at each tag.
struct MarkedTemplate {
  // No character of a text is escaped: this is no HTML.
  private(set) var source = "{{%CONTENT_TYPE:TEXT}}\n"
  private var texts: [String] = []

  init(of text: TemplateText, labels: [String]) {
    for line in text.lines {
      let opening = LineOpening(line)
      if let marker = Self.marker(opening.layout), opening.textPiece == nil { source += marker }
      for (index, piece) in line.pieces.enumerated() {
        switch piece {
        case .tag(let tag): source += tag.written
        case .text(let characters, _):
          let isStart = index == opening.textPiece
          if isStart { source += Self.marker(opening.layout) ?? "" }
          // Before the text begins there are only spaces.
          let isBefore = opening.textPiece.map { index < $0 } ?? (opening.layout == .silent)
          if !isBefore {
            let shown = Array(characters.dropFirst(isStart ? opening.textStart : 0))
            add(Self.marked(shown, isStart, labels), isSpace: shown.allSatisfy(\.isWhitespace))
          }
        }
      }
      source += "\n"
    }
  }

  /// Spaces stay, since the engine leaves out what stands around tags alone on their line.
  private mutating func add(_ text: String, isSpace: Bool) {
    guard !isSpace, text.utf8.count > 24, texts.count < 900 else { return source += text }
    source += Marker.marked(text: texts.count)
    texts.append(text)
  }

  /// What the engine made of the source, with the texts. Linear in the result.
  func expanded(_ filled: String) -> String {
    var result = ""
    var rest = filled[...]
    while let mark = rest.unicodeScalars.firstIndex(of: Marker.text) {
      result += rest[..<mark]
      let digits = rest[rest.unicodeScalars.index(after: mark)...].utf8.prefix(3)
      let index = digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) } - 100
      if texts.indices.contains(index) { result += texts[index] }
      rest = rest[digits.endIndex...]
    }
    return result + rest
  }

  private static func marked(_ characters: [Character], _ isStart: Bool, _ labels: [String]) -> String {
    var marked = ""
    var end = 0
    for label in Digits.labels(labels, in: characters, start: isStart ? 0 : nil) {
      marked += Marker.cleaned(String(characters[end..<label.lowerBound]))
      let text = Marker.cleaned(String(characters[label]))
      marked += Marker.marked(String(text.map { $0 == " " ? "\u{A0}" : $0 }), Marker.declaredLabel)
      end = label.upperBound
    }
    return marked + Marker.cleaned(String(characters[end...]))
  }

  private static func marker(_ layout: LineOpening.Layout) -> String? {
    switch layout {
    case .plain, .silent: nil
    case .centred: String(Character(Marker.centred))
    case .right: String(Character(Marker.right))
    case .preformatted: String(Character(Marker.preformatted))
    case .heading(let sign): String(Character(Marker.romanNumber)) + String(sign)
    case .item(let sign): String(Character(Marker.arabicNumber)) + String(sign)
    case .continuation: String(Character(Marker.continuation))
    case .blank: String(Character(Marker.blankLine))
    }
  }
}

extension TemplateText.Tag {
  /// In the one form that the template engine needs.
  fileprivate var written: String {
    switch kind {
    case .variable: "{{\(name)}}"
    case .section: "{{#\(name)}}"
    case .inverted: "{{^\(name)}}"
    case .close: "{{/\(name)}}"
    case .include, .unsupported: ""
    }
  }
}
