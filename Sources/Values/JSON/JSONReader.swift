/// Reads JSON (RFC 8259) exactly: numbers keep their digits, objects their order, and a key that stands twice is an error.
public struct JSONReader {
  /// Deeper than any document needs; keeps a hostile one from exhausting the stack.
  public static let deepest = 64

  private let bytes: [UInt8]
  private var position = 0

  /// - Parameter bytes: UTF-8; what is not is an error of syntax.
  /// - Complexity: O(bytes).
  public static func read(_ bytes: [UInt8]) throws(JSONProblem) -> JSONNode {
    var reader = JSONReader(bytes: bytes)
    reader.skipSpaces()
    let node = try reader.value(depth: 0)
    reader.skipSpaces()
    guard reader.position == bytes.count else { throw reader.problem() }
    return node
  }

  public static func read(_ text: String) throws(JSONProblem) -> JSONNode { try read(Array(text.utf8)) }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  // Places are found from the last one known, so that all of them cost one pass.
  private var knownOffset = 0
  private var knownLine = 1
  private var knownColumn = 1

  private mutating func place(_ offset: Int) -> (line: Int, column: Int) {
    while knownOffset < min(offset, bytes.count) {
      if bytes[knownOffset] == UInt8(ascii: "\n") {
        knownLine += 1
        knownColumn = 1
      } else if bytes[knownOffset] & 0xC0 != 0x80 {
        knownColumn += 1
      }
      knownOffset += 1
    }
    return (knownLine, knownColumn)
  }

  private mutating func problem(_ kind: JSONProblem.Kind = .syntax) -> JSONProblem {
    let place = place(position)
    return JSONProblem(kind: kind, line: place.line, column: place.column)
  }

  private mutating func skipSpaces() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONProblem) -> JSONNode {
    guard depth < Self.deepest else { throw problem(.tooDeep) }
    let place = place(position)
    let content: JSONNode.Content =
      switch next {
      case UInt8(ascii: "{"): .object(try members(depth: depth))
      case UInt8(ascii: "["): .array(try elements(depth: depth))
      case UInt8(ascii: "\""): .string(try string())
      case UInt8(ascii: "t"): try word("true", .bool(true))
      case UInt8(ascii: "f"): try word("false", .bool(false))
      case UInt8(ascii: "n"): try word("null", .null)
      default: .number(try number())
      }
    return JSONNode(content: content, line: place.line, column: place.column)
  }

  private mutating func elements(depth: Int) throws(JSONProblem) -> [JSONNode] {
    position += 1
    skipSpaces()
    if take("]") { return [] }
    var elements: [JSONNode] = []
    while true {
      skipSpaces()
      elements.append(try value(depth: depth + 1))
      skipSpaces()
      if take("]") { return elements }
      guard take(",") else { throw problem() }
    }
  }

  private mutating func members(depth: Int) throws(JSONProblem) -> [JSONNode.Member] {
    position += 1
    skipSpaces()
    if take("}") { return [] }
    var members: [JSONNode.Member] = []
    // Only of large objects: few keys are compared faster than hashed.
    var keys: Set<String> = []
    func isNew(_ key: String) -> Bool {
      if members.count < Self.fewKeys { return !members.contains { $0.key == key } }
      if keys.isEmpty { keys = Set(members.map(\.key)) }
      return keys.insert(key).inserted
    }
    while true {
      skipSpaces()
      guard next == UInt8(ascii: "\"") else { throw problem() }
      let start = position
      let place = place(start)
      let key = try string()
      guard isNew(key) else {
        position = start
        throw problem(.keyTwice(key))
      }
      skipSpaces()
      guard take(":") else { throw problem() }
      skipSpaces()
      members.append(
        JSONNode.Member(key: key, line: place.line, column: place.column, value: try value(depth: depth + 1)))
      skipSpaces()
      if take("}") { return members }
      guard take(",") else { throw problem() }
    }
  }

  private static let fewKeys = 16

  private mutating func word(
    _ word: StaticString, _ content: JSONNode.Content
  ) throws(JSONProblem) -> JSONNode.Content {
    let isThere = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    guard isThere else { throw problem() }
    position += word.utf8CodeUnitCount
    return content
  }

  private mutating func string() throws(JSONProblem) -> String {
    position += 1
    let start = position
    var signs: UInt8 = 0
    while position < bytes.count, bytes[position] >= 0x20, bytes[position] != UInt8(ascii: "\\") {
      if bytes[position] == UInt8(ascii: "\"") {
        let own = bytes[start..<position]
        // Nothing can be wrong with ASCII, and checking takes longer than reading.
        let checked = signs < 0x80 ? String(decoding: own, as: UTF8.self) : String(validating: own, as: UTF8.self)
        guard let string = checked else { throw problem() }
        position += 1
        return string
      }
      signs |= bytes[position]
      position += 1
    }
    return try string(beginning: start)
  }

  /// A string with escapes, read up to here.
  private mutating func string(beginning start: Int) throws(JSONProblem) -> String {
    var text = Array(bytes[start..<position])
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else { throw problem() }
        position += 1
        return string
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw problem()
      default:
        text.append(byte)
        position += 1
      }
    }
    throw problem()
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONProblem) {
    position += 1
    guard let letter = next else { throw problem() }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += Array(String(Character(try escapedScalar())).utf8)
    default: throw problem()
    }
  }

  private mutating func escapedScalar() throws(JSONProblem) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    // Above U+FFFF two surrogates stand for one character.
    guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else { throw problem() }
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw problem() }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONProblem) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw problem() }
    position += 4
    return value
  }

  private mutating func number() throws(JSONProblem) -> String {
    let start = position
    _ = take("-")
    let whole = position
    try digits()
    if bytes[whole] == UInt8(ascii: "0"), position - whole > 1 { throw problem() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(JSONProblem) {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    if position == start { throw problem() }
  }
}
