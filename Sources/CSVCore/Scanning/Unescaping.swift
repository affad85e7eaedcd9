/// Rewrites fields that hold doubled quotes or escapes.
///
/// Their text goes behind the block, after four bytes that keep where the field was; the entry then names the text.
struct Unescaping {
  let dialect: CSVDialect

  static let prefixLength = 4
  /// Readable bytes behind the last field, so that eight can be loaded at once from any field.
  static let margin = 8

  /// `end` is where the block ends in `bytes`.
  func rewrite(_ fields: inout [FieldEntry], count: Int, in bytes: inout [UInt8], end: Int) {
    var free = end + Self.margin
    for index in 0..<count where fields[index].isEscaped {
      let field = fields[index]
      let source = field.range
      let room = free + Self.prefixLength + source.count + Self.margin
      if bytes.count < room { bytes.append(contentsOf: repeatElement(0, count: max(room, bytes.count) - bytes.count)) }
      for byte in 0..<Self.prefixLength {
        bytes[free + byte] = UInt8(truncatingIfNeeded: field.start >> (8 * UInt32(byte)))
      }
      free += Self.prefixLength
      let length = copy(source, in: &bytes, to: free, quoted: field.isQuoted)
      fields[index] = FieldEntry(start: free, end: free + length, flags: field.flags)
      free += length
    }
  }

  /// Where a rewritten field's bytes are in the block.
  static func origin(of field: FieldEntry, in bytes: borrowing [UInt8]) -> Int {
    var start = 0
    for byte in 0..<prefixLength { start |= Int(bytes[Int(field.start) - prefixLength + byte]) << (8 * byte) }
    return start
  }

  /// Returns the length without escapes.
  private func copy(_ source: Range<Int>, in bytes: inout [UInt8], to target: Int, quoted: Bool) -> Int {
    var read = source.lowerBound
    var write = target
    while read < source.upperBound {
      let byte = bytes[read]
      // The scan saw to it that every escape and every quote inside quotes has a successor.
      if byte == dialect.escape || (quoted && byte == dialect.quote) { read += 1 }
      bytes[write] = bytes[read]
      read += 1
      write += 1
    }
    return write - target
  }
}
