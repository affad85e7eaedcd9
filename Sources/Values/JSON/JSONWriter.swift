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
  public func string(_ value: JSONValue) -> String {
    var out = ""
    write(value, to: &out)
    return out
  }

  /// Appends the value without a line break at the end.
  public func write(_ value: JSONValue, to out: inout String) {
    switch layout {
    case .compact: Self.writeInline(value, to: &out)
    case .pretty: Self.writePretty(value, depth: 0, used: 0, to: &out)
    }
  }

  private static let lineWidth = 100

  /// - Parameter used: bytes of the line that stand before the value.
  private static func writePretty(_ value: JSONValue, depth: Int, used: Int, to out: inout String) {
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
        let start = out.utf8.count
        writeString(member.key, to: &out)
        out += ": "
        writePretty(member.value, depth: depth + 1, used: 2 * depth + 2 + out.utf8.count - start, to: &out)
      }
    default: writeInline(value, to: &out)
    }
  }

  private static func writeBlock<Item>(
    _ items: [Item], open: String, close: String, depth: Int, to out: inout String,
    item write: (Item, inout String) -> Void
  ) {
    let indent = String(repeating: "  ", count: depth)
    out += open
    for (index, item) in items.enumerated() {
      out += index == 0 ? "\n" : ",\n"
      out += indent + "  "
      write(item, &out)
    }
    out += "\n" + indent + close
  }

  private static func writeInline(_ value: JSONValue, to out: inout String) {
    switch value {
    case .null: out += "null"
    case .bool(let flag): out += flag ? "true" : "false"
    case .number(let number): out += number.description
    case .string(let text): writeString(text, to: &out)
    case .array(let elements):
      out += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { out += ", " }
        writeInline(element, to: &out)
      }
      out += "]"
    case .object(let members):
      out += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { out += ", " }
        writeString(member.key, to: &out)
        out += ": "
        writeInline(member.value, to: &out)
      }
      out += "}"
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

  private static func writeString(_ text: String, to out: inout String) {
    out += "\""
    if !text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      out += text
      out += "\""
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{8}": out += "\\b"
      case "\u{C}": out += "\\f"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
