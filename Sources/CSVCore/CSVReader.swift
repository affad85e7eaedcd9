/// Reads a source from its start to its end, one batch of whole records at a time, in constant memory.
///
///     var reader = try CSVReader(.file(path: "members.csv"))
///     while try reader.next() {
///       for record in 0..<reader.batch.recordCount { … reader.batch.withField(record, 0) { bytes in … } }
///     }
///
/// A UTF-8 byte order mark is passed over. A line without a single byte is passed over as well, except in a source of
/// one column, where it is an empty field; the number of columns is that of the first record, and empty lines before
/// it are always passed over.
///
/// Memory is bounded by a small multiple of the block and of the longest record; time is linear in the source.
public struct CSVReader: ~Copyable, Sendable {
  /// The records that the last `next()` found.
  public private(set) var batch = CSVBatch()

  let dialect: CSVDialect
  let options: CSVOptions
  private(set) var input: ByteInput
  private var scanner: BlockScanner
  private let unescaping: Unescaping
  /// No record that begins at this offset of the source, or behind it, is read.
  var limit = Int.max
  /// Bytes of the source in the batch's buffer.
  private var filled = 0
  private var isAtEnd = false
  private var failure: CSVError?
  /// Bytes read at a time.
  private var blockSize: Int

  /// Opens the source. Throws `openFailed` or `unsoundDialect`.
  public init(_ source: CSVSource, dialect: CSVDialect = .commas, options: CSVOptions = CSVOptions()) throws(CSVError) {
    guard dialect.isSound else { throw CSVError(.unsoundDialect) }
    self.init(try ByteInput(source), dialect: dialect, options: options)
  }

  private init(_ input: ByteInput, dialect: CSVDialect, options: CSVOptions) {
    self.dialect = dialect
    self.options = options
    self.input = input
    blockSize = max(1, options.blockSize)
    scanner = BlockScanner(dialect: dialect, options: options)
    unescaping = Unescaping(dialect: dialect)
  }

  /// Reads a stretch of a source, from a place where a line begins. Lines and records count from there.
  init(
    _ input: ByteInput, at start: Int, limit: Int, columns: Int, dialect: CSVDialect, options: CSVOptions
  ) {
    var options = options
    options.skippedRecords = 0
    self.init(input, dialect: dialect, options: options)
    batch.origin.byteOffset = start
    self.limit = limit
    scanner.columns = columns
  }

  /// Finds the next records and puts them in `batch`; false at the end. The records before an error are delivered
  /// first; after an error every call throws the same error again.
  public mutating func next() throws(CSVError) -> Bool {
    batch.clear()
    while failure == nil && !isFinished {
      readBlock()
      if failure == nil { scanBlock() }
      if batch.recordCount > 0 { return true }
    }
    if let failure { throw failure }
    return false
  }

  /// The next batch begins again with a record of the present one.
  public mutating func rewind(to record: Int) {
    guard record < batch.recordCount else { return }
    scanner.goBack(toRecord: record, of: batch)
    batch.clear()
    // What was found behind these records will be found again.
    failure = nil
  }

  /// Whether stretches of the source can be read again: true of everything but pipes and devices.
  public var isSeekable: Bool { input.size != nil }

  /// Goes to a stretch of the source, and reads to its end and no further. The reader has to be seekable.
  ///
  /// - Parameter columns: fields of the source's first record, which the reader need not have seen.
  public mutating func move(to stretch: CSVStretch, columns: Int) {
    batch.clear()
    batch.origin = CSVPosition(byteOffset: stretch.start, line: stretch.line, column: 1)
    input = input.from(stretch.start)
    limit = stretch.end
    blockSize = min(max(1, options.blockSize), max(64, stretch.end - stretch.start))
    filled = 0
    isAtEnd = false
    failure = nil
    scanner.begin(at: 0)
    scanner.columns = columns
  }

  /// Where the first line begins that has not been read.
  var place: CSVPlace {
    CSVPlace(
      byteOffset: batch.origin.byteOffset + scanner.progress.position,
      line: batch.origin.line + scanner.progress.line, records: scanner.recordsSeen)
  }

  /// Fields of the source's first record; 0 before it was read.
  public var columns: Int { scanner.columns }

  private var isFinished: Bool {
    isAtEnd && scanner.progress.position == filled || place.byteOffset >= limit
  }

  private static let firstBlockSize = 16 << 10

  /// Moves what is left over to the front of the buffer and reads behind it.
  private mutating func readBlock() {
    let consumed = scanner.progress.position
    let isFirst = batch.origin.byteOffset == 0 && filled == 0
    batch.advance(by: consumed, lines: scanner.progress.line, keeping: filled - consumed)
    filled -= consumed
    // A record longer than the buffer is scanned again from its start: doubling keeps the whole linear.
    // Most files of a package are small: the first block is, too.
    let size = isFirst ? min(blockSize, Self.firstBlockSize) : blockSize
    // Doubling ends where the longest record would be whole.
    let most = max(size, options.recordLimit + 1 - min(filled, options.recordLimit))
    let wanted = min(max(size, filled, isFirst ? ByteOrderMark.length : 0), most, input.most)
    // A small file has room at once for all of it.
    let room = input.most <= blockSize ? max(filled + input.most, wanted) : filled + wanted
    batch.reserve(room + Unescaping.margin)
    let (count, trouble) = input.fill(&batch.bytes, filled..<filled + wanted)
    filled += count
    isAtEnd = count < wanted && trouble == nil
    // What came before is read first; the next block meets the trouble again.
    if let trouble, count == 0 { failure = CSVError(trouble.kind, at: batch.origin) }
    batch.closeBlock(at: filled)
    scanner.begin(at: isFirst && ByteOrderMark.begins(batch.bytes) ? ByteOrderMark.length : 0)
  }

  private mutating func scanBlock() {
    if scanner.scanStructure(&batch, end: filled, atEnd: isAtEnd, limit: limit) { return finishBlock() }
    while true {
      let end = scanner.scan(&batch, end: filled, atEnd: isAtEnd, limit: limit)
      switch end {
      case .needsRoom:
        batch.growTables(for: scanner.progress)
        continue
      case .failed(let reason): failure = locate(reason)
      case .clean, .needsInput: break
      }
      break
    }
    finishBlock()
  }

  private mutating func finishBlock() {
    let progress = scanner.progress
    if progress.holdsEscapes {
      unescaping.rewrite(&batch.fields, count: progress.fieldCount, in: &batch.bytes, end: filled)
    }
    batch.publish(progress)
  }

  /// An error at an offset of the buffer, in the record that the scanner stands before.
  private func locate(_ reason: ScanFailure) -> CSVError {
    let progress = scanner.progress
    let position = batch.position(ofByte: reason.offset, from: progress.position, line: progress.line)
    return CSVError(reason.kind, at: position, record: scanner.recordsSeen + 1, field: reason.field)
  }
}

/// EF BB BF, which some programs put before UTF-8 text.
enum ByteOrderMark {
  static let length = 3
  static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }
}
