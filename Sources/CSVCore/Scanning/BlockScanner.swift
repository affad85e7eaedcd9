import CSVCoreSIMD

/// How the scan of a buffer ended.
enum ScanEnd {
  /// At the buffer's end, with nothing left over.
  case clean
  case needsInput
  case needsRoom
  case failed(ScanFailure)
}

/// What is wrong with the record that begins at `BlockScanner.Progress.position`.
struct ScanFailure {
  var kind: CSVError.Kind
  /// Offset in the buffer.
  var offset: Int
  /// The field within the record, starting at 1; 0 where it is about the record.
  var field: Int
}

/// Scans a buffer for whole records. What it finds and how far it came is in `progress`.
struct BlockScanner {
  /// What one buffer yielded.
  struct Progress {
    /// Everything before is done with; a record that is not whole begins here.
    var position = 0
    /// Line breaks before `position`.
    var line = 0
    var fieldCount = 0
    var recordCount = 0
    /// Fewest and most fields of a record.
    var fewest = Int.max
    var most = 0
    var holdsEscapes = false
  }

  let dialect: CSVDialect
  let options: CSVOptions
  /// Nil where only the walk over the bytes knows the dialect.
  let path: csv_path?
  private let classes: ByteClasses
  /// Fields of the source's first record; 0 before it.
  var columns = 0
  /// Records of the source found so far, the skipped ones included.
  var recordsSeen = 0
  var progress = Progress()

  init(dialect: CSVDialect, options: CSVOptions) {
    self.dialect = dialect
    self.options = options
    let isPlain = dialect.escape == nil && dialect.comment == nil && !dialect.skipInitialSpace
    path = isPlain ? options.path.native : nil
    classes = ByteClasses(dialect)
  }

  /// Begins a new buffer at an offset.
  mutating func begin(at position: Int) { progress = Progress(position: position) }

  /// Stands before a record again, so many records back.
  mutating func goBack(to start: RecordEntry, records: Int) {
    progress = Progress(position: Int(start.start), line: Int(start.line))
    recordsSeen -= records
  }

  /// Goes on until the records end or something stands in the way; `progress` then ends with a whole record.
  /// `bytes[end]` must be there and be NUL.
  mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, end: Int, atEnd: Bool, limit: Int,
    fields: UnsafeMutableBufferPointer<FieldEntry>, records: UnsafeMutableBufferPointer<RecordEntry>
  ) -> ScanEnd {
    guard let base = bytes.baseAddress, end < bytes.count, bytes[end] == Byte.nul else {
      preconditionFailure("the buffer lacks its final NUL")
    }
    let table = classes.table
    return table.withUnsafeBufferPointer { table -> ScanEnd in
      guard let table = table.baseAddress else { return .clean }
      var cursor = RecordCursor(
        bytes: base, range: progress.position..<end, atEnd: atEnd, classes: table, fields: fields,
        fieldCount: progress.fieldCount, line: progress.line, dialect: dialect)
      do throws(ScanStop) {
        while !cursor.isAtEnd && cursor.position < limit { try scanLine(&cursor, fields, records) }
        return .clean
      } catch {
        return explain(error, end: end, field: cursor.fieldCount - progress.fieldCount + 1)
      }
    }
  }

  /// One record, comment or empty line.
  @inline(__always)
  private mutating func scanLine(
    _ cursor: inout RecordCursor, _ fields: UnsafeMutableBufferPointer<FieldEntry>,
    _ records: UnsafeMutableBufferPointer<RecordEntry>
  ) throws(ScanStop) {
    // One entry more for the end of the last record.
    guard progress.recordCount + 1 < records.count else { throw .needsRoom }
    if cursor.isAtLineEnd && columns != 1 {
      try cursor.passLineEnd()
    } else if cursor.isAtComment {
      try cursor.passComment()
      try checkLength(upTo: cursor.position)
    } else {
      try cursor.passRecord()
      try enterRecord(&cursor, fields, records)
    }
    progress.position = cursor.position
    progress.line = cursor.line
  }

  @inline(__always)
  private mutating func enterRecord(
    _ cursor: inout RecordCursor, _ fields: UnsafeMutableBufferPointer<FieldEntry>,
    _ records: UnsafeMutableBufferPointer<RecordEntry>
  ) throws(ScanStop) {
    let count = cursor.fieldCount - progress.fieldCount
    try checkLength(upTo: cursor.position)
    if count != columns { try checkCount(count, fields) }
    recordsSeen += 1
    if recordsSeen <= options.skippedRecords {
      cursor.fieldCount = progress.fieldCount
      return
    }
    records[progress.recordCount] = RecordEntry(
      firstField: progress.fieldCount, start: progress.position, line: progress.line)
    progress.recordCount += 1
    progress.fieldCount = cursor.fieldCount
    records[progress.recordCount] = RecordEntry(
      firstField: progress.fieldCount, start: cursor.position, line: cursor.line)
    progress.fewest = min(progress.fewest, count)
    progress.most = max(progress.most, count)
    if cursor.holdsEscapes { progress.holdsEscapes = true }
  }

  private mutating func checkCount(
    _ count: Int, _ fields: UnsafeMutableBufferPointer<FieldEntry>
  ) throws(ScanStop) {
    if count > options.fieldLimit {
      throw .failed(.tooManyFields(limit: options.fieldLimit), offset: progress.position)
    }
    if columns == 0 {
      columns = count
    } else if options.requiresEqualFieldCounts {
      let culprit = fields[progress.fieldCount + min(columns, count - 1)]
      throw .failed(
        .raggedRecord(expected: columns, found: count), offset: Int(culprit.start) - (culprit.isQuoted ? 1 : 0))
    }
  }

  @inline(__always)
  private func checkLength(upTo end: Int) throws(ScanStop) {
    if end - progress.position > options.recordLimit {
      throw .failed(.recordTooLong(limit: options.recordLimit), offset: progress.position)
    }
  }

  private func explain(_ stop: ScanStop, end: Int, field: Int) -> ScanEnd {
    let start = progress.position
    if isTooLong(stop, end: end) {
      return .failed(ScanFailure(kind: .recordTooLong(limit: options.recordLimit), offset: start, field: 0))
    }
    switch stop {
    case .needsInput: return .needsInput
    case .needsRoom where field > options.fieldLimit:
      return .failed(ScanFailure(kind: .tooManyFields(limit: options.fieldLimit), offset: start, field: 0))
    case .needsRoom: return .needsRoom
    case .failed(let kind, let offset):
      switch kind {
      case .recordTooLong, .tooManyFields: return .failed(ScanFailure(kind: kind, offset: offset, field: 0))
      case .raggedRecord(let expected, let found):
        return .failed(ScanFailure(kind: kind, offset: offset, field: min(expected + 1, found)))
      default: return .failed(ScanFailure(kind: kind, offset: offset, field: field))
      }
    }
  }

  /// Whether the limit is passed before the byte that stopped the scan. Such a record is too long whatever else is
  /// wrong with it: so the answer does not depend on how much of it was in the buffer.
  private func isTooLong(_ stop: ScanStop, end: Int) -> Bool {
    let start = progress.position
    return switch stop {
    case .needsInput, .failed(.unclosedQuote, _), .failed(.danglingEscape, _): end - start > options.recordLimit
    case .failed(_, let offset): offset - start >= options.recordLimit
    case .needsRoom: false
    }
  }
}
