/// A checked template as the template engine takes it: without comments, with marks for layout and labels instead of
/// the characters that stand for them.
enum MarkedTemplate {
  static func source(of text: TemplateText, labels: [String]) -> String {
    // No character of a text is escaped: this is no HTML.
    var source = "{{%CONTENT_TYPE:TEXT}}\n"
    for line in text.lines {
      let opening = LineOpening(line)
      if let marker = marker(opening.layout), opening.textPiece == nil { source += marker }
      for (index, piece) in line.pieces.enumerated() {
        switch piece {
        case .tag(let tag): source += tag.written
        case .text(let characters, _):
          let isStart = index == opening.textPiece
          if isStart { source += marker(opening.layout) ?? "" }
          // Before the text begins there are only spaces.
          let isBefore = opening.textPiece.map { index < $0 } ?? (opening.layout == .silent)
          if !isBefore {
            source += marked(Array(characters.dropFirst(isStart ? opening.textStart : 0)), isStart, labels)
          }
        }
      }
      source += "\n"
    }
    return source
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
