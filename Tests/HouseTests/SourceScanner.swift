/// Splits Swift source into code and string literals; see `SwiftSource`.
struct SourceScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private(set) var code: [UInt8] = []
  private(set) var literals: [SwiftSource.Literal] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    code.reserveCapacity(bytes.count)
  }

  /// Scans to the end, or to the parenthesis that closes an interpolation, which it consumes.
  mutating func scanCode(insideInterpolation: Bool) {
    var depth = 0
    while position < bytes.count {
      if at("//") {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { blank() }
      } else if at("/*") {
        scanBlockComment()
      } else if let hashes = hashesBeforeQuote() {
        scanLiteral(hashes: hashes)
      } else {
        let byte = bytes[position]
        keep()
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") {
          if insideInterpolation, depth == 0 { return }
          depth -= 1
        }
      }
    }
  }

  private mutating func scanBlockComment() {
    var depth = 0
    repeat {
      if at("/*") {
        depth += 1
        blank(2)
      } else if at("*/") {
        depth -= 1
        blank(2)
      } else {
        blank()
      }
    } while depth > 0 && position < bytes.count
  }

  private mutating func scanLiteral(hashes: Int) {
    let start = (offset: position, line: line)
    let raw = String(repeating: "#", count: hashes)
    blank(hashes)
    let isMultiline = at("\"\"\"")
    let quotes = isMultiline ? "\"\"\"" : "\""
    blank(quotes.utf8.count)
    var content: [UInt8] = []
    while position < bytes.count, !at(quotes + raw) {
      if !isMultiline, bytes[position] == UInt8(ascii: "\n") { break }
      if at("\\" + raw + "(") {
        content += Array("\\()".utf8)
        blank(2 + hashes)
        scanCode(insideInterpolation: true)
      } else {
        let step = at("\\" + raw) ? 2 + hashes : 1
        content += bytes[position..<min(position + step, bytes.count)]
        blank(step)
      }
    }
    if at(quotes + raw) { blank(quotes.utf8.count + hashes) }
    literals.append(.init(text: String(decoding: content, as: UTF8.self), line: start.line, offset: start.offset))
  }

  /// The number of `#` before a quote that opens a literal here, or nil where none opens.
  private func hashesBeforeQuote() -> Int? {
    var index = position
    while index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: "\"") ? index - position : nil
  }

  private func at(_ token: String) -> Bool {
    position < bytes.count && bytes[position] == token.utf8.first && bytes[position...].starts(with: token.utf8)
  }

  private mutating func keep() {
    code.append(bytes[position])
    advance()
  }

  private mutating func blank(_ count: Int = 1) {
    for _ in 0..<count where position < bytes.count {
      code.append(bytes[position] == UInt8(ascii: "\n") ? UInt8(ascii: "\n") : UInt8(ascii: " "))
      advance()
    }
  }

  private mutating func advance() {
    if bytes[position] == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }
}
