import Findings

/// Reads the YAML that catalogues and definitions are written in, in a tenth of the time that all of YAML takes.
///
/// What it reads, it reads as Yams does, to the last position. Whatever is unusual (tabs, anchors, tags, escapes, texts of
/// several lines, empty values, keys that stand twice, any error) it leaves to Yams, which tells the errors, too.
struct PlainYAML {
  private static let deepest = 48
  /// Yams looks for the colon behind a key so far, in characters.
  private static let longestKey = 1000

  private let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var depth = 0

  // Places are found from the last one known, so that all of them cost one pass.
  private var knownOffset = 0
  private var knownLine = 1
  private var knownColumn = 1

  /// - Returns: nil for anything that only Yams reads.
  /// - Complexity: O(bytes).
  static func read(_ text: String, file: String) -> Declaration? {
    let bytes = Array(text.utf8)
    guard isPlain(bytes) else { return nil }
    var reader = PlainYAML(bytes: bytes, file: file)
    guard let column = reader.nextContent(), let root = reader.block(at: column) else { return nil }
    return reader.position == bytes.count ? root : nil
  }

  private init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// Whether there are only printable characters, spaces and line feeds, and no marks of documents or directives.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    var isLineStart = true
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x0A:
        isLineStart = true
        continue
      case 0x20...0x7E:
        guard isLineStart else { continue }
        if byte == UInt8(ascii: "%") { return false }
        let isMark = byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        if isMark, index + 2 < bytes.count, bytes[index + 1] == byte, bytes[index + 2] == byte { return false }
      case 0x80...0xC1, 0xC3...0xE1, 0xE3...0xEE, 0xF0...0xF4: break
      // Controls, and what Yams takes for a line break or refuses: U+0080…009F, U+2028, U+2029, U+FEFF, U+FFFE, U+FFFF.
      case 0xC2: if index + 1 >= bytes.count || bytes[index + 1] < 0xA0 { return false }
      case 0xE2:
        if index + 2 >= bytes.count || (bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2])) {
          return false
        }
      case 0xEF:
        if index + 2 >= bytes.count || (bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF) { return false }
        if bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return false }
      default: return false
      }
      isLineStart = false
    }
    return true
  }

  // MARK: Places and spaces

  private func byte(_ offset: Int = 0) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  private mutating func place() -> Position {
    while knownOffset < position {
      let byte = bytes[knownOffset]
      if byte == 0x0A {
        knownLine += 1
        knownColumn = 1
      } else if byte & 0xC0 != 0x80 {
        knownColumn += 1
      }
      knownOffset += 1
    }
    return Position(file: file, line: knownLine, column: knownColumn)
  }

  private mutating func skipSpaces() { while byte() == 0x20 { position += 1 } }

  private mutating func skipLine() { while let byte = byte(), byte != 0x0A { position += 1 } }

  /// Whether a blank, a line's end or the text's end follows so far ahead.
  private func isBlank(_ offset: Int) -> Bool {
    guard let byte = byte(offset) else { return true }
    return byte == 0x20 || byte == 0x0A
  }

  /// Goes on to the next line that holds more than a comment; the reader stands at the start of a line, or of the text.
  ///
  /// - Returns: how far it is indented; nil at the end.
  private mutating func nextContent() -> Int? {
    while position < bytes.count {
      let start = position
      skipSpaces()
      switch byte() {
      case nil: return nil
      case 0x0A: position += 1
      case UInt8(ascii: "#"): skipLine()
      default: return position - start
      }
    }
    return nil
  }

  /// The rest of a line behind a value: blanks and a comment. False where there is more.
  private mutating func endLine() -> Bool {
    let start = position
    skipSpaces()
    if byte() == UInt8(ascii: "#") {
      guard position > start else { return false }
      skipLine()
    }
    guard position < bytes.count else { return true }
    guard byte() == 0x0A else { return false }
    position += 1
    return true
  }

  // MARK: Blocks

  private mutating func block(at column: Int) -> Declaration? {
    guard depth < Self.deepest else { return nil }
    depth += 1
    defer { depth -= 1 }
    return isItem ? sequence(at: column, endsByKey: false) : mapping(at: column)
  }

  private var isItem: Bool { byte() == UInt8(ascii: "-") && isBlank(1) }

  /// The reader stands on the first key.
  private mutating func mapping(at column: Int) -> Declaration? {
    let start = place()
    var entries: [Declaration.Entry] = []
    while true {
      let place = place()
      let first = position
      guard let (key, _) = scalar(inFlow: false) else { return nil }
      skipSpaces()
      guard byte() == UInt8(ascii: ":"), isBlank(1), position - first < Self.longestKey else { return nil }
      position += 1
      skipSpaces()
      guard !entries.contains(where: { $0.key == key }), let (value, next) = value(inMappingAt: column) else {
        return nil
      }
      entries.append(Declaration.Entry(key: key, position: place, value: value))
      guard let next, next >= column else { break }
      guard next == column else { return nil }
    }
    return Declaration(content: .mapping(entries), position: start)
  }

  /// What stands behind a key, on its line or below, and how far the line behind it is indented.
  private mutating func value(inMappingAt column: Int) -> (value: Declaration, next: Int?)? {
    if byte() == 0x0A || byte() == UInt8(ascii: "#") {
      skipLine()
      guard let next = nextContent(), next >= column else { return nil }
      if next == column {
        guard isItem, let items = sequence(at: column, endsByKey: true) else { return nil }
        return (items, indent)
      }
      guard let block = block(at: next) else { return nil }
      return (block, indent)
    }
    guard let value = inline(), endLine() else { return nil }
    let next = nextContent()
    // A line that is indented further would go on with the text.
    guard next ?? 0 <= column else { return nil }
    return (value, next)
  }

  /// How far the line is indented on whose first character the reader stands; nil at the end.
  private var indent: Int? {
    guard position < bytes.count else { return nil }
    var start = position
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    return position - start
  }

  /// - Parameter endsByKey: whether a key in the same column ends it, as where it is that mapping's value.
  private mutating func sequence(at column: Int, endsByKey: Bool) -> Declaration? {
    guard depth < Self.deepest else { return nil }
    depth += 1
    defer { depth -= 1 }
    let start = place()
    var items: [Declaration] = []
    var next: Int? = column
    while next == column, isItem {
      let dash = position
      position += 1
      skipSpaces()
      if byte() == nil || byte() == 0x0A || byte() == UInt8(ascii: "#") {
        skipLine()
        guard let inner = nextContent(), inner > column, let item = block(at: inner) else { return nil }
        items.append(item)
        next = indent
      } else if isKey {
        guard let item = mapping(at: column + position - dash) else { return nil }
        items.append(item)
        next = indent
      } else {
        guard let item = inline(), endLine() else { return nil }
        items.append(item)
        next = nextContent()
      }
      guard next ?? 0 <= column else { return nil }
    }
    guard next != column || endsByKey else { return nil }
    return Declaration(content: .sequence(items), position: start)
  }

  /// Whether a key begins here.
  private var isKey: Bool {
    var ahead = self
    guard ahead.scalar(inFlow: false) != nil else { return false }
    ahead.skipSpaces()
    return ahead.byte() == UInt8(ascii: ":") && ahead.isBlank(1)
  }

  // MARK: Values

  private mutating func inline() -> Declaration? {
    switch byte() {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return flow()
    default:
      let place = place()
      guard let (text, isPlain) = scalar(inFlow: false) else { return nil }
      return Declaration(content: .scalar(text, isPlain: isPlain), position: place)
    }
  }

  private mutating func flow() -> Declaration? {
    guard depth < Self.deepest else { return nil }
    depth += 1
    defer { depth -= 1 }
    let place = place()
    let isMapping = byte() == UInt8(ascii: "{")
    let end = isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
    var entries: [Declaration.Entry] = []
    var items: [Declaration] = []
    position += 1
    guard skipFlowSpaces() else { return nil }
    while byte() != end || !(entries.isEmpty && items.isEmpty) {
      if isMapping {
        guard let entry = flowEntry(), !entries.contains(where: { $0.key == entry.key }) else { return nil }
        entries.append(entry)
      } else {
        guard let item = flowValue() else { return nil }
        items.append(item)
      }
      guard skipFlowSpaces(), byte() == UInt8(ascii: ",") || byte() == end else { return nil }
      if byte() == end { break }
      position += 1
      guard skipFlowSpaces() else { return nil }
    }
    position += 1
    return Declaration(content: isMapping ? .mapping(entries) : .sequence(items), position: place)
  }

  private mutating func flowEntry() -> Declaration.Entry? {
    let place = place()
    let first = position
    guard let (key, _) = scalar(inFlow: true) else { return nil }
    skipSpaces()
    guard byte() == UInt8(ascii: ":"), isBlank(1), position - first < Self.longestKey else { return nil }
    position += 1
    guard skipFlowSpaces(), let value = flowValue() else { return nil }
    return Declaration.Entry(key: key, position: place, value: value)
  }

  private mutating func flowValue() -> Declaration? {
    if byte() == UInt8(ascii: "{") || byte() == UInt8(ascii: "[") { return flow() }
    let place = place()
    guard let (text, isPlain) = scalar(inFlow: true) else { return nil }
    return Declaration(content: .scalar(text, isPlain: isPlain), position: place)
  }

  /// Blanks, line ends and comments; false where a comment follows directly on something, or the text ends.
  private mutating func skipFlowSpaces() -> Bool {
    while let byte = byte() {
      switch byte {
      case 0x20, 0x0A: position += 1
      case UInt8(ascii: "#"):
        guard position > 0, bytes[position - 1] == 0x20 || bytes[position - 1] == 0x0A else { return false }
        skipLine()
      default: return true
      }
    }
    return false
  }

  /// A text on one line, and whether it stands without quotes.
  private mutating func scalar(inFlow: Bool) -> (text: String, isPlain: Bool)? {
    switch byte() {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted().map { ($0, false) }
    default: return plain(inFlow: inFlow).map { ($0, true) }
    }
  }

  private mutating func quoted() -> String? {
    guard let quote = byte() else { return nil }
    position += 1
    let start = position
    while let byte = byte(), byte != quote {
      if byte == 0x0A || (byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")) { return nil }
      position += 1
    }
    // A quote that is doubled stands for one.
    guard byte() == quote, byte(1) != quote else { return nil }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    position += 1
    return text
  }

  private mutating func plain(inFlow: Bool) -> String? {
    guard let first = byte(), Self.mayBegin(first) || (first == UInt8(ascii: "-") && !isBlank(1)) else { return nil }
    let start = position
    var end = position
    scan: while let byte = byte() {
      switch byte {
      case 0x0A: break scan
      case 0x20:
        position += 1
        continue
      case UInt8(ascii: "#"): if end < position { break scan }
      case UInt8(ascii: ":"):
        if isBlank(1) { break scan }
        if inFlow, let next = self.byte(1), ",?[]{}".utf8.contains(next) { return nil }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        if inFlow { break scan }
      default: break
      }
      position += 1
      end = position
    }
    // Blanks behind it belong to nothing; a comment has to see that they are there.
    position = end
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x0A, UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""),
      UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      false
    default: true
    }
  }
}
