/// Why the scan of a buffer does not go on.
enum ScanStop: Error {
  /// The buffer ends within a record and the source may go on.
  case needsInput
  /// The field table is full.
  case needsRoom
  case failed(CSVError.Kind, offset: Int)
}

/// Walks over the records of one buffer, byte by byte.
///
/// Invariants that make the unchecked pointers safe:
/// - `bytes[end]` is readable and NUL. NUL is never `ordinary`, so every loop over ordinary bytes stops there at the
///   latest, and `position <= end` holds whenever a method begins or ends.
/// - `classes` has 512 entries, so any byte, with or without `insideQuotes`, is an index into it.
/// - `fields` is written at `fieldCount` only after comparing that with its count.
struct RecordCursor {
  private let bytes: UnsafePointer<UInt8>
  private let end: Int
  private let atEnd: Bool
  private let classes: UnsafePointer<UInt8>
  private let fields: UnsafeMutableBufferPointer<FieldEntry>
  private let dialect: CSVDialect

  var position: Int
  /// Line breaks passed so far.
  var line: Int
  var fieldCount: Int
  var holdsEscapes = false

  init(
    bytes: UnsafePointer<UInt8>, range: Range<Int>, atEnd: Bool, classes: UnsafePointer<UInt8>,
    fields: UnsafeMutableBufferPointer<FieldEntry>, fieldCount: Int, line: Int, dialect: CSVDialect
  ) {
    self.bytes = bytes
    self.end = range.upperBound
    self.atEnd = atEnd
    self.classes = classes
    self.fields = fields
    self.dialect = dialect
    self.position = range.lowerBound
    self.fieldCount = fieldCount
    self.line = line
  }

  var isAtEnd: Bool { position == end }
  var isAtLineEnd: Bool { kind == ByteClass.lineFeed || kind == ByteClass.carriageReturn }
  var isAtComment: Bool { position < end && bytes[position] == dialect.comment }

  @inline(__always) private var kind: UInt8 { classes[Int(bytes[position])] }
  @inline(__always) private var kindInsideQuotes: UInt8 {
    classes[ByteClasses.insideQuotes + Int(bytes[position])]
  }

  /// Passes over a record and its line end, and enters its fields into the table.
  @inline(__always)
  mutating func passRecord() throws(ScanStop) {
    while true {
      if dialect.skipInitialSpace {
        while bytes[position] == Byte.space { position += 1 }
      }
      if kind == ByteClass.quote { try passQuotedField() } else { try passPlainField() }
      if kind == ByteClass.delimiter {
        position += 1
      } else {
        return try passLineEnd()
      }
    }
  }

  /// Passes over LF, CR LF, CR or the end of the source.
  @inline(__always)
  mutating func passLineEnd() throws(ScanStop) {
    if position == end {
      guard atEnd else { throw .needsInput }
      return
    }
    if bytes[position] == Byte.carriageReturn {
      // Whether a line feed belongs to it is not known yet.
      if position + 1 == end && !atEnd { throw .needsInput }
      position += bytes[position + 1] == Byte.lineFeed ? 2 : 1
    } else {
      position += 1
    }
    line += 1
  }

  /// Passes over a comment and its line end.
  mutating func passComment() throws(ScanStop) {
    while position < end && bytes[position] != Byte.lineFeed && bytes[position] != Byte.carriageReturn {
      position += 1
    }
    try passLineEnd()
  }

  /// Ends at a delimiter, at a line end or at the end of the source.
  @inline(__always)
  private mutating func passPlainField() throws(ScanStop) {
    let start = position
    var flags: UInt32 = 0
    while true {
      while kind == ByteClass.ordinary { position += 1 }
      switch kind {
      case ByteClass.quote: throw .failed(.strayQuote, offset: position)
      case ByteClass.nul where position < end: throw .failed(.nulByte, offset: position)
      case ByteClass.nul where !atEnd: throw .needsInput
      case ByteClass.escape:
        try passEscape()
        flags = FieldEntry.escapedBit
        continue
      default: break
      }
      return try enterField(start, position, flags)
    }
  }

  /// As `passPlainField`, from an opening quote on.
  private mutating func passQuotedField() throws(ScanStop) {
    let opening = position
    var flags = FieldEntry.quotedBit
    position += 1
    while true {
      while kindInsideQuotes == ByteClass.ordinary { position += 1 }
      switch kindInsideQuotes {
      case ByteClass.quote:
        if position + 1 == end && !atEnd { throw .needsInput }
        position += 1
        if dialect.doubleQuote && kind == ByteClass.quote {
          position += 1
          flags |= FieldEntry.escapedBit
          continue
        }
        try checkAfterQuote()
        return try enterField(opening + 1, position - 1, flags)
      case ByteClass.lineFeed: passQuotedLineFeed()
      case ByteClass.carriageReturn: passQuotedCarriageReturn()
      case ByteClass.escape:
        try passEscape()
        flags |= FieldEntry.escapedBit
      default:
        if position < end { throw .failed(.nulByte, offset: position) }
        throw atEnd ? .failed(.unclosedQuote, offset: opening) : .needsInput
      }
    }
  }

  private mutating func passQuotedLineFeed() {
    position += 1
    line += 1
  }

  /// CR LF is one line break, counted at its line feed.
  private mutating func passQuotedCarriageReturn() {
    position += 1
    if bytes[position] != Byte.lineFeed { line += 1 }
  }

  private func checkAfterQuote() throws(ScanStop) {
    switch kind {
    case ByteClass.delimiter, ByteClass.lineFeed, ByteClass.carriageReturn: return
    case ByteClass.nul where position == end: return
    case ByteClass.nul: throw .failed(.nulByte, offset: position)
    default: throw .failed(.textAfterQuote, offset: position)
    }
  }

  /// Passes over an escape byte and the byte (for CR LF the two bytes) that it makes ordinary.
  private mutating func passEscape() throws(ScanStop) {
    let escape = position
    position += 1
    if position == end {
      throw atEnd ? .failed(.danglingEscape, offset: escape) : .needsInput
    }
    switch bytes[position] {
    case Byte.nul: throw .failed(.nulByte, offset: position)
    case Byte.lineFeed, Byte.carriageReturn: try passLineEnd()
    default: position += 1
    }
  }

  @inline(__always)
  private mutating func enterField(_ start: Int, _ end: Int, _ flags: UInt32) throws(ScanStop) {
    guard fieldCount < fields.count else { throw .needsRoom }
    fields[fieldCount] = FieldEntry(start: start, end: end, flags: flags)
    fieldCount += 1
    if flags & FieldEntry.escapedBit != 0 { holdsEscapes = true }
  }
}
