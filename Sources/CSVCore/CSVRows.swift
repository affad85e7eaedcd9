/// Where a field's text stands in the block of its batch, without quotes and escapes.
public struct CSVField: BitwiseCopyable, Sendable {
  public let start: Int
  public let length: Int
  public let isQuoted: Bool

  @inlinable
  init(start: Int, length: Int, isQuoted: Bool) {
    self.start = start
    self.length = length
    self.isQuoted = isQuoted
  }
}

/// The records of a batch, all with the same number of fields, for loops over some columns that must not cost more than
/// a few instructions a field. Lent by `CSVBatch.withRows` and valid until its closure returns.
///
/// Unchecked: `record < count`, `column < columns` and the end of the closure are the caller's to keep. Invariants of
/// the batch that make it safe then: the places up to `count * columns` are set and lie within the block; a field that
/// begins with a quote ends with one; the block is followed by 8 readable bytes.
public struct CSVRows {
  public let count: Int
  public let columns: Int
  /// The block. Eight bytes can be loaded from the start of any field.
  public let bytes: UnsafePointer<UInt8>
  /// One of the two is used: places where fields are found as they are asked for, else the table of entries.
  @usableFromInline let places: UnsafePointer<UInt32>?
  @usableFromInline let entries: UnsafePointer<FieldEntry>
  @usableFromInline let quote: UInt16

  @usableFromInline
  init(
    count: Int, columns: Int, bytes: UnsafePointer<UInt8>, places: UnsafePointer<UInt32>?,
    entries: UnsafePointer<FieldEntry>, quote: UInt16
  ) {
    self.count = count
    self.columns = columns
    self.bytes = bytes
    self.places = places
    self.entries = entries
    self.quote = quote
  }

  /// Some of the records, as rows of their own.
  ///
  /// - Parameter range: within them.
  public func part(_ range: Range<Int>) -> CSVRows {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "no such records in the batch")
    let first = range.lowerBound * columns
    return CSVRows(
      count: range.count, columns: columns, bytes: bytes, places: places.map { $0 + first },
      entries: entries + (places == nil ? first : 0),
      quote: quote)
  }

  @inlinable
  @inline(__always)
  public func field(_ record: Int, _ column: Int) -> CSVField {
    let index = record &* columns &+ column
    guard let places else {
      let entry = entries[index]
      return CSVField(start: Int(entry.start), length: entry.length, isQuoted: entry.isQuoted)
    }
    var start = Int(places[index] &+ 1)
    var end = Int(places[index &+ 1])
    if column &+ 1 == columns && end > start && bytes[end &- 1] == 0x0D { end &-= 1 }
    let isQuoted = UInt16(bytes[start]) == quote && end > start
    let inset = isQuoted ? 1 : 0
    start &+= inset
    end &-= inset
    return CSVField(start: start, length: end &- start, isQuoted: isQuoted)
  }

  /// The field's first eight bytes, the first one lowest, with zeros behind a shorter field (`CSVBatch.leadingWord`).
  @inlinable
  @inline(__always)
  public func word(_ field: CSVField) -> UInt64 {
    let word = UInt64(
      littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: field.start, as: UInt64.self))
    return field.length >= 8 ? word : word & ((1 &<< UInt64(truncatingIfNeeded: 8 &* field.length)) &- 1)
  }
}

extension CSVBatch {
  /// Lends the records for a loop over columns; nil, without a call, if they have not all the same number of fields.
  @inlinable
  public func withRows<Result, Failure: Error>(
    _ body: (CSVRows) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    guard recordCount > 0, fieldCounts.lowerBound == fieldCounts.upperBound else { return nil }
    // The pointers stand for arrays that this batch owns and that nothing can change while it is borrowed.
    return try bytes.withUnsafeBufferPointer { bytes throws(Failure) -> Result? in
      try fields.withUnsafeBufferPointer { fields throws(Failure) -> Result? in
        guard let base = bytes.baseAddress else { return nil }
        let table = fields.baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<FieldEntry>.alignment)
        guard let table else { return nil }
        return try body(
          CSVRows(
            count: recordCount, columns: fieldCounts.lowerBound, bytes: base,
            places: stride > 0 ? UnsafePointer(places.base) : nil, entries: table, quote: quote))
      }
    }
  }

  /// Lends the block with a field of any record, ragged or not, on the terms of `CSVRows`.
  @inlinable
  public func withBlock<Result, Failure: Error>(
    _ record: Int, _ field: Int, _ body: (UnsafePointer<UInt8>, CSVField) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    let entry = entry(record, field)
    return try bytes.withUnsafeBufferPointer { bytes throws(Failure) -> Result? in
      guard let base = bytes.baseAddress else { return nil }
      return try body(base, CSVField(start: Int(entry.start), length: entry.length, isQuoted: entry.isQuoted))
    }
  }
}
