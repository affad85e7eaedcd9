/// Writes JSON (RFC 8259): the same value always gives the same bytes.
public struct JSONWriter: Sendable {
  public enum Layout: Sendable, Hashable {
    /// On one line: `{"a": 1, "b": [2, 3]}`.
    case compact
    /// Two spaces a level; what fits in 100 bytes stands on one line.
    case pretty
  }

  public var layout: Layout

  public init(_ layout: Layout = .pretty) { self.layout = layout }

  /// Without a line break at the end. Linear in the size of the document for each level of nesting.
  public func string(_ value: JSONValue) -> String { String(decoding: bytes(value), as: UTF8.self) }

  /// The same in UTF-8.
  public func bytes(_ value: JSONValue) -> [UInt8] {
    var out: [UInt8] = []
    switch layout {
    case .compact: Self.writeInline(value, to: &out)
    case .pretty: Self.writePretty(value, depth: 0, used: 0, to: &out)
    }
    return out
  }

  /// Appends the value without a line break at the end.
  public func write(_ value: JSONValue, to out: inout String) { out += string(value) }

  private static let lineWidth = 100

  private static func add(_ text: String, to out: inout [UInt8]) { out.append(contentsOf: text.utf8) }

  private static func add(_ first: UInt8, _ second: UInt8, to out: inout [UInt8]) {
    out.append(first)
    out.append(second)
  }

  /// - Parameter used: bytes of the line that stand before the value.
  private static func writePretty(_ value: JSONValue, depth: Int, used: Int, to out: inout [UInt8]) {
    if depth > 0, fits(value, in: lineWidth - used) {
      writeInline(value, to: &out)
      return
    }
    switch value {
    case .array(let elements) where !elements.isEmpty:
      writeBlock(elements, open: "[", close: "]", depth: depth, to: &out) { element, out in
        writePretty(element, depth: depth + 1, used: 2 * depth + 2, to: &out)
      }
    case .object(let members) where !members.isEmpty:
      writeBlock(members, open: "{", close: "}", depth: depth, to: &out) { member, out in
        let start = out.count
        writeString(member.key, to: &out)
        add(UInt8(ascii: ":"), UInt8(ascii: " "), to: &out)
        writePretty(member.value, depth: depth + 1, used: 2 * depth + 2 + out.count - start, to: &out)
      }
    default: writeInline(value, to: &out)
    }
  }

  private static func writeBlock<Item>(
    _ items: [Item], open: Unicode.Scalar, close: Unicode.Scalar, depth: Int, to out: inout [UInt8],
    item write: (Item, inout [UInt8]) -> Void
  ) {
    out.append(UInt8(ascii: open))
    for (index, item) in items.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      breakLine(depth + 1, to: &out)
      write(item, &out)
    }
    breakLine(depth, to: &out)
    out.append(UInt8(ascii: close))
  }

  private static func breakLine(_ depth: Int, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * depth { out.append(UInt8(ascii: " ")) }
  }

  private static func writeInline(_ value: JSONValue, to out: inout [UInt8]) {
    switch value {
    case .null: add("null", to: &out)
    case .bool(let flag): add(flag ? "true" : "false", to: &out)
    case .number(let number): add(number.description, to: &out)
    case .string(let text): writeString(text, to: &out)
    case .array(let elements):
      out.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { add(UInt8(ascii: ","), UInt8(ascii: " "), to: &out) }
        writeInline(element, to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { add(UInt8(ascii: ","), UInt8(ascii: " "), to: &out) }
        writeString(member.key, to: &out)
        add(UInt8(ascii: ":"), UInt8(ascii: " "), to: &out)
        writeInline(member.value, to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  /// Whether the value written inline takes at most so many bytes; looks no further than that.
  private static func fits(_ value: JSONValue, in room: Int) -> Bool {
    var left = room
    return spend(value, &left)
  }

  private static func spend(_ value: JSONValue, _ left: inout Int) -> Bool {
    switch value {
    case .null, .bool: left -= 5
    case .number(let number): left -= number.description.utf8.count
    case .string(let text): left -= text.utf8.count + 2
    case .array(let elements):
      left -= 2
      for element in elements {
        left -= 2
        guard left >= 0, spend(element, &left) else { return false }
      }
    case .object(let members):
      left -= 2
      for member in members {
        left -= member.key.utf8.count + 6
        guard left >= 0, spend(member.value, &left) else { return false }
      }
    }
    return left >= 0
  }

  private static func writeString(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    let isWritten =
      text.utf8.withContiguousStorageIfAvailable { bytes in
        for byte in bytes where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
        out.append(contentsOf: bytes)
        return true
      } ?? false
    if !isWritten { for byte in text.utf8 { writeEscaped(byte, to: &out) } }
    out.append(UInt8(ascii: "\""))
  }

  /// A byte of UTF-8 that may be a character that has to be escaped: all of those are ASCII.
  private static func writeEscaped(_ byte: UInt8, to out: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): add("\\\"", to: &out)
    case UInt8(ascii: "\\"): add("\\\\", to: &out)
    case 0x0A: add("\\n", to: &out)
    case 0x0D: add("\\r", to: &out)
    case 0x09: add("\\t", to: &out)
    case 0x08: add("\\b", to: &out)
    case 0x0C: add("\\f", to: &out)
    case 0..<0x20: add((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16), to: &out)
    default: out.append(byte)
    }
  }
}

/// Documents whose long arrays are written in parts, by several threads.
extension JSONWriter {
  /// Elements of an array that is a member of the outermost object, as `pretty` writes them there.
  public static func elements(_ elements: [JSONValue]) -> [UInt8] {
    var out: [UInt8] = []
    for (index, element) in elements.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      breakLine(2, to: &out)
      writePretty(element, depth: 2, used: 4, to: &out)
    }
    return out
  }

  /// An object as `pretty` writes it.
  ///
  /// - Parameter elements: of members that are arrays which do not fit in a line, their elements in parts.
  public static func bytes(_ members: [JSONValue.Member], elements: [String: [[UInt8]]]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(elements.values.joined().reduce(1 << 16) { $0 + $1.count })
    writeBlock(members, open: "{", close: "}", depth: 0, to: &out) { member, out in
      let start = out.count
      writeString(member.key, to: &out)
      add(UInt8(ascii: ":"), UInt8(ascii: " "), to: &out)
      guard let parts = elements[member.key] else {
        return writePretty(member.value, depth: 1, used: 2 + out.count - start, to: &out)
      }
      out.append(UInt8(ascii: "["))
      for (index, part) in parts.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        out += part
      }
      breakLine(1, to: &out)
      out.append(UInt8(ascii: "]"))
    }
    return out
  }
}
