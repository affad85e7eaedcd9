@testable import CSVCore

/// A CSV parser that walks over whole sources one byte at a time and keeps line and column as it goes. Slow and plain:
/// what the reader under test is compared with.
struct ReferenceParser {
  private let bytes: [UInt8]
  private let dialect: CSVDialect
  private var here = CSVPosition(byteOffset: 0, line: 1, column: 1)
  private var outcome = Outcome()
  private var current: [Outcome.Field] = []

  static func parse(_ bytes: [UInt8], dialect: CSVDialect) -> Outcome {
    var parser = ReferenceParser(bytes: bytes, dialect: dialect)
    do {
      try parser.parseAll()
    } catch {
      parser.outcome.error = error
    }
    return parser.outcome
  }

  private init(bytes: [UInt8], dialect: CSVDialect) {
    self.bytes = bytes
    self.dialect = dialect
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { here.byteOffset = 3 }
  }

  private var byte: UInt8? { here.byteOffset < bytes.count ? bytes[here.byteOffset] : nil }
  private var isAtLineEnd: Bool { byte == 10 || byte == 13 }

  /// Takes one byte and moves line and column on.
  @discardableResult
  private mutating func take() -> UInt8 {
    let taken = bytes[here.byteOffset]
    here.byteOffset += 1
    if taken == 10 || (taken == 13 && byte != 10) {
      here.line += 1
      here.column = 1
    } else if taken == 13 {
      here.column = 1
    } else if taken & 0xC0 != 0x80 {
      here.column += 1
    }
    return taken
  }

  private mutating func takeLineEnd() {
    if byte == nil { return }
    if take() == 13 && byte == 10 { take() }
  }

  private mutating func parseAll() throws(CSVError) {
    while let first = byte {
      if isAtLineEnd && outcome.records.first?.count != 1 {
        takeLineEnd()
      } else if let comment = dialect.comment, first == comment {
        while byte != nil && !isAtLineEnd { take() }
        takeLineEnd()
      } else {
        try parseRecord()
      }
    }
  }

  private mutating func parseRecord() throws(CSVError) {
    let start = here
    current = []
    while true {
      if dialect.skipInitialSpace { while byte == 0x20 { take() } }
      if let quote = dialect.quote, byte == quote { try parseQuoted(quote) } else { try parsePlain() }
      if byte == dialect.delimiter {
        take()
      } else {
        break
      }
    }
    takeLineEnd()
    outcome.records.append(current)
    outcome.lines.append(start.line)
    outcome.offsets.append(start.byteOffset)
  }

  private mutating func parsePlain() throws(CSVError) {
    let start = here
    var text: [UInt8] = []
    while let next = byte, next != dialect.delimiter, !isAtLineEnd {
      if next == 0 { throw error(.nulByte, here) }
      if let quote = dialect.quote, next == quote { throw error(.strayQuote, here) }
      if let escape = dialect.escape, next == escape {
        try takeEscaped(into: &text)
      } else {
        text.append(take())
      }
    }
    current.append(Outcome.Field(bytes: text, wasQuoted: false, position: start))
  }

  private mutating func parseQuoted(_ quote: UInt8) throws(CSVError) {
    let start = here
    var text: [UInt8] = []
    take()
    while true {
      guard let next = byte else { throw error(.unclosedQuote, start) }
      if next == 0 { throw error(.nulByte, here) }
      if let escape = dialect.escape, next == escape {
        try takeEscaped(into: &text)
      } else if next != quote {
        text.append(take())
      } else {
        take()
        if dialect.doubleQuote && byte == quote {
          text.append(take())
        } else {
          break
        }
      }
    }
    if let next = byte, next != dialect.delimiter, !isAtLineEnd {
      throw error(next == 0 ? .nulByte : .textAfterQuote, here)
    }
    current.append(Outcome.Field(bytes: text, wasQuoted: true, position: start))
  }

  private mutating func takeEscaped(into text: inout [UInt8]) throws(CSVError) {
    let escape = here
    take()
    guard let next = byte else { throw error(.danglingEscape, escape) }
    if next == 0 { throw error(.nulByte, here) }
    text.append(take())
    if next == 13 && byte == 10 { text.append(take()) }
  }

  private func error(_ kind: CSVError.Kind, _ position: CSVPosition) -> CSVError {
    CSVError(kind, at: position, record: outcome.records.count + 1, field: current.count + 1)
  }
}
