/// Where a field's bytes are in a buffer.
///
/// Invariant: `start + length` lies within the buffer. `length` has 30 bits, so records are limited to 512 MiB.
@usableFromInline
struct FieldEntry: BitwiseCopyable, Sendable {
  @usableFromInline var start: UInt32
  @usableFromInline var packed: UInt32

  @inlinable static var quotedBit: UInt32 { 1 << 31 }
  static var escapedBit: UInt32 { 1 << 30 }
  @inlinable static var lengthMask: UInt32 { (1 << 30) - 1 }

  @inlinable init(start: Int, end: Int, flags: UInt32) {
    self.start = UInt32(truncatingIfNeeded: start)
    packed = UInt32(truncatingIfNeeded: end - start) | flags
  }

  @inlinable var length: Int { Int(packed & Self.lengthMask) }
  @inlinable var range: Range<Int> { Int(start)..<Int(start) + length }
  @inlinable var isQuoted: Bool { packed & Self.quotedBit != 0 }
  var flags: UInt32 { packed & ~Self.lengthMask }
  /// Holds doubled quotes or escapes, so that the text differs from the bytes.
  var isEscaped: Bool { packed & Self.escapedBit != 0 }

  static let empty = FieldEntry(start: 0, end: 0, flags: 0)
}

/// Where a record begins. A batch of n records has n + 1 entries: the last one ends the one before.
@usableFromInline
struct RecordEntry: BitwiseCopyable, Sendable {
  /// Index of its first field in the field table.
  @usableFromInline var firstField: UInt32
  /// Offset of its first byte in the buffer, always the start of a physical line.
  @usableFromInline var start: UInt32
  /// Physical lines between the buffer's first byte and the record.
  @usableFromInline var line: UInt32

  @inlinable init(firstField: Int, start: Int, line: Int) {
    self.firstField = UInt32(truncatingIfNeeded: firstField)
    self.start = UInt32(truncatingIfNeeded: start)
    self.line = UInt32(truncatingIfNeeded: line)
  }

  static let empty = RecordEntry(firstField: 0, start: 0, line: 0)
}
