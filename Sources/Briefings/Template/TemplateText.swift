/// A template taken apart into lines of text and tags, with their positions. Nothing is resolved yet.
struct TemplateText {
  /// One line of the template. A comment of several lines does not end it.
  struct Line {
    var pieces: [Piece] = []
    /// A line with nothing but a comment is no blank line.
    var hasComment = false
  }

  enum Piece {
    /// - Parameter place: of the first character.
    case text([Character], Place)
    case tag(Tag)
  }

  struct Place: Hashable, Comparable {
    /// Both from 1; columns count characters.
    var line: Int
    var column: Int
    /// The included file; nil in the template itself.
    var file: String?

    static func < (left: Self, right: Self) -> Bool {
      (left.file ?? "", left.line, left.column) < (right.file ?? "", right.line, right.column)
    }
  }

  struct Tag {
    enum Kind {
      case variable, section, inverted, close
      /// `{{> name}}`, until it is replaced by what it names.
      case include
      /// Inheritance, other delimiters, pragmas, transforms.
      case unsupported
    }

    var kind: Kind
    var name: String
    /// As it is written: `{{#name}}`.
    var source: String
    var place: Place
    /// Where the name begins.
    var namePlace: Place

    /// Prints nothing of its own.
    var isSilent: Bool { kind != .variable }
  }

  var lines: [Line] = []
  /// Where a `{{` has no `}}` on its line; the text from there to the end of the line.
  var unclosedTags: [(source: String, place: Place)] = []
  /// What is wrong with the files that it includes.
  var findings: [TemplateFinding] = []

  /// Linear in the template.
  ///
  /// - Parameter file: its name where it is included by another.
  init(_ template: String, file: String? = nil) {
    var scanner = Scanner(template, file: file)
    scanner.run()
    lines = scanner.lines
    unclosedTags = scanner.unclosedTags
  }
}

private struct Scanner {
  typealias Place = TemplateText.Place

  private let characters: [Character]
  private var index = 0
  private var place: Place
  private var line = TemplateText.Line()
  private var pending: [Character] = []
  private var pendingPlace: Place
  private(set) var lines: [TemplateText.Line] = []
  private(set) var unclosedTags: [(source: String, place: Place)] = []

  init(_ template: String, file: String?) {
    place = Place(line: 1, column: 1, file: file)
    pendingPlace = place
    let isMarked = template.unicodeScalars.first == "\u{FEFF}"
    characters = Array(isMarked ? String(template.unicodeScalars.dropFirst()) : template)
  }

  mutating func run() {
    while index < characters.count {
      let character = characters[index]
      if character.isNewline {
        endLine()
        advance()
      } else if character == "{", starts(with: "{{", at: index), readTag() {
        continue
      } else {
        if pending.isEmpty { pendingPlace = place }
        pending.append(character)
        advance()
      }
    }
    endLine()
  }

  private mutating func advance(by count: Int = 1) {
    for _ in 0..<count where index < characters.count {
      place = characters[index].isNewline ? place.nextLine : place.moved(by: 1)
      index += 1
    }
  }

  private func starts(with text: String, at index: Int) -> Bool { characters[index...].starts(with: text) }

  private mutating func endText() {
    if !pending.isEmpty { line.pieces.append(.text(pending, pendingPlace)) }
    pending.removeAll()
  }

  private mutating func endLine() {
    endText()
    lines.append(line)
    line = TemplateText.Line()
  }

  /// Reads the tag at the index; false when it does not end, and the braces are text.
  private mutating func readTag() -> Bool {
    let inside = index + 2
    let sigil = inside < characters.count ? characters[inside] : " "
    let closing = sigil == "{" ? "}}}" : "}}"
    guard let end = closingBraces(closing, from: inside, acrossLines: sigil == "!") else {
      let rest = characters[index...].prefix { !$0.isNewline }
      unclosedTags.append((String(rest), place))
      return false
    }
    endText()
    if sigil == "!" {
      line.hasComment = true
    } else {
      line.pieces.append(.tag(tag(sigil: sigil, content: inside..<end, end: end + closing.count)))
    }
    advance(by: end + closing.count - index)
    return true
  }

  private func closingBraces(_ closing: String, from start: Int, acrossLines: Bool) -> Int? {
    var index = start
    while index < characters.count {
      if starts(with: closing, at: index) { return index }
      if !acrossLines, characters[index].isNewline || (index > start && starts(with: "{{", at: index)) { return nil }
      index += 1
    }
    return nil
  }

  private func tag(sigil: Character, content: Range<Int>, end: Int) -> TemplateText.Tag {
    var kind = TemplateText.Tag.Kind.variable
    var nameStart = content.lowerBound
    switch sigil {
    case "#": kind = .section
    case "^": kind = .inverted
    case "/": kind = .close
    case ">": kind = .include
    case "<", "$", "=", "%": kind = .unsupported
    default: break
    }
    if kind != .variable || sigil == "{" || sigil == "&" { nameStart += 1 }
    while nameStart < content.upperBound, characters[nameStart].isWhitespace { nameStart += 1 }
    var nameEnd = content.upperBound
    while nameEnd > nameStart, characters[nameEnd - 1].isWhitespace { nameEnd -= 1 }
    let name = String(characters[nameStart..<nameEnd])
    if name.contains("(") { kind = .unsupported }
    return TemplateText.Tag(
      kind: kind, name: name, source: String(characters[index..<end]), place: place,
      namePlace: place.moved(by: nameStart - index))
  }
}

extension TemplateText.Place {
  func moved(by columns: Int) -> Self { Self(line: line, column: column + columns, file: file) }
  var nextLine: Self { Self(line: line + 1, column: 1, file: file) }
}
