/// Some whole records, with the place of every field; lent by `CSVReader` until its next batch.
///
/// Records and fields are counted from 0 within the batch. Naming a record or a field that is not there is a
/// programming error and stops the program: compare `fieldCount(of:)` first.
public struct CSVBatch: ~Copyable, Sendable {
  /// The block, then the text of the fields that hold escapes, then a margin of 8 bytes.
  @usableFromInline var bytes: [UInt8] = []
  @usableFromInline var fields: [FieldEntry] = []
  @usableFromInline var records: [RecordEntry] = [.empty]
  /// Where the fields are found by their places: how many each record has; 0 where they stand in `fields`.
  @usableFromInline var stride = 0
  @usableFromInline var places = PlaceTable()
  /// With places: the byte around fields.
  @usableFromInline var quote = CSVBatch.noQuote
  /// With places: whether `records` tells lines; where it does not, every record has one.
  @usableFromInline var hasLineTable = false
  @usableFromInline var origin = CSVPosition(byteOffset: 0, line: 1, column: 1)

  public internal(set) var recordCount = 0
  /// Fewest and most fields that a record of the batch has. Where both are the header's count, no record is ragged.
  public internal(set) var fieldCounts = 0...0

  /// No byte.
  @usableFromInline static let noQuote: UInt16 = 0x100

  init() {}

  /// Bytes of the source that the batch covers, for telling how far reading has come.
  public internal(set) var byteCount = 0

  @inlinable
  public func fieldCount(of record: Int) -> Int {
    stride > 0 ? stride : Int(records[record + 1].firstField) - Int(records[record].firstField)
  }

  /// The physical line on which the record begins, starting at 1.
  @inlinable
  public func line(of record: Int) -> Int { origin.line + Int(start(of: record).line) }

  /// The offset of the record's first byte from the start of the source.
  @inlinable
  public func byteOffset(of record: Int) -> Int { origin.byteOffset + Int(start(of: record).start) }

  /// Whether the field stood in quotes: `""` is an empty text where nothing at all may be a missing value.
  @inlinable
  public func wasQuoted(_ record: Int, _ field: Int) -> Bool { entry(record, field).isQuoted }

  /// The field's length in bytes, without quotes.
  @inlinable
  public func length(_ record: Int, _ field: Int) -> Int { entry(record, field).length }

  /// Lends the field's bytes, without quotes and escapes. Costs no copy.
  @inlinable
  public func withField<Result, Failure: Error>(
    _ record: Int, _ field: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(bytes.span.extracting(entry(record, field).range))
  }

  /// The field's first eight bytes, the first one lowest, with zeros behind a shorter field. As no field holds a NUL,
  /// two fields of at most eight bytes are equal exactly when their words are: a key that needs no hashing of bytes.
  @inlinable
  public func leadingWord(_ record: Int, _ field: Int) -> UInt64 {
    let entry = entry(record, field)
    // The margin behind the text makes eight bytes readable from any field.
    let word = bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: Int(entry.start), as: UInt64.self)
    return UInt64(littleEndian: word) & (~0 >> UInt64(8 * max(0, 8 - entry.length)))
  }

  /// The field as text; nil if it is not UTF-8. Allocates: for headers, messages and small files.
  public func string(_ record: Int, _ field: Int) -> String? {
    String(validating: bytes[entry(record, field).range], as: UTF8.self)
  }

  @inlinable
  func start(of record: Int) -> RecordEntry {
    guard stride > 0 else { return records[record] }
    precondition(record >= 0 && record < recordCount, "no such record in the batch")
    if hasLineTable { return records[record] }
    let first = record * stride
    return RecordEntry(firstField: first, start: Int(places.base[first] &+ 1), line: record)
  }

  @inlinable
  func entry(_ record: Int, _ field: Int) -> FieldEntry {
    if stride > 0 { return indexedEntry(record, field) }
    let first = Int(records[record].firstField)
    precondition(field >= 0 && first + field < Int(records[record + 1].firstField), "no such field in the record")
    return fields[first + field]
  }

  /// The place of the record's field `index` is `record * stride + index`: see `BlockScanner.isUniform`.
  @inlinable
  func indexedEntry(_ record: Int, _ field: Int) -> FieldEntry {
    precondition(
      record >= 0 && record < recordCount && field >= 0 && field < stride, "no such field in the batch")
    let index = record * stride + field
    var start = Int(places.base[index] &+ 1)
    var end = Int(places.base[index + 1])
    if field + 1 == stride && end > start && bytes[end - 1] == 0x0D { end -= 1 }
    guard end > start, UInt16(bytes[start]) == quote else { return FieldEntry(start: start, end: end, flags: 0) }
    start += 1
    end -= 1
    return FieldEntry(start: start, end: end, flags: FieldEntry.quotedBit)
  }
}
