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
public struct CSVReader: ~Copyable {
  /// The records that the last `next()` found.
  public private(set) var batch = CSVBatch()

  /// Opens the source. Throws `openFailed` or `unsoundDialect`.
  public init(_ source: CSVSource, dialect: CSVDialect = .commas, options: CSVOptions = CSVOptions()) throws(CSVError) {
    guard dialect.isSound else { throw CSVError(.unsoundDialect) }
    _ = source
    _ = options
  }

  /// Finds the next records and puts them in `batch`; false at the end. The records before an error are delivered
  /// first; after an error every call throws the same error again.
  public mutating func next() throws(CSVError) -> Bool { false }
}
