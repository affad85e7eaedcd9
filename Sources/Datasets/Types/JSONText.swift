/// Whether a text is one JSON array or object (RFC 8259), and how many items it has. Nothing is kept of it.
struct JSONText {
  enum Shape {
    case object, array
  }

  private let bytes: [UInt8]
  private var position = 0
  /// Deeper than any table needs; keeps a hostile cell from exhausting the stack.
  private static let deepest = 64

  /// The number of items or members; nil when the text is not of this shape.
  static func count(of text: String, as shape: Shape) -> Int? {
    var reader = JSONText(bytes: Array(text.utf8))
    reader.skipSpaces()
    guard let count = reader.container(shape, depth: 0) else { return nil }
    reader.skipSpaces()
    return reader.position == reader.bytes.count ? count : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpaces() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func container(_ shape: Shape, depth: Int) -> Int? {
    let (open, close): (Unicode.Scalar, Unicode.Scalar) = shape == .object ? ("{", "}") : ("[", "]")
    guard depth < Self.deepest, take(open) else { return nil }
    skipSpaces()
    if take(close) { return 0 }
    var count = 0
    while true {
      skipSpaces()
      if shape == .object {
        guard string() else { return nil }
        skipSpaces()
        guard take(":") else { return nil }
        skipSpaces()
      }
      guard value(depth: depth + 1) else { return nil }
      count += 1
      skipSpaces()
      if take(close) { return count }
      guard take(",") else { return nil }
    }
  }

  private mutating func value(depth: Int) -> Bool {
    switch next {
    case UInt8(ascii: "{"): container(.object, depth: depth) != nil
    case UInt8(ascii: "["): container(.array, depth: depth) != nil
    case UInt8(ascii: "\""): string()
    case UInt8(ascii: "t"): word("true")
    case UInt8(ascii: "f"): word("false")
    case UInt8(ascii: "n"): word("null")
    default: number()
    }
  }

  private mutating func word(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { letters in
      guard bytes[position...].starts(with: letters) else { return false }
      position += letters.count
      return true
    }
  }

  private mutating func string() -> Bool {
    guard take("\"") else { return false }
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return true
      case UInt8(ascii: "\\"):
        guard let escaped = next, "\"\\/bfnrtu".utf8.contains(escaped) else { return false }
        position += 1
        if escaped == UInt8(ascii: "u") {
          let digits = bytes[position...].prefix(4)
          guard digits.count == 4, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else { return false }
          position += 4
        }
      case 0..<0x20: return false
      default: break
      }
    }
    return false
  }

  private mutating func number() -> Bool {
    _ = take("-")
    let start = position
    guard digits() else { return false }
    if bytes[start] == UInt8(ascii: "0"), position - start > 1 { return false }
    if take("."), !digits() { return false }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      return digits()
    }
    return true
  }

  private mutating func digits() -> Bool {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position > start
  }
}
