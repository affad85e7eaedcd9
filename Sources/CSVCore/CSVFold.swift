extension CSVReader {
  /// The source's first record, usually the header; nil if there is none.
  public static func firstRecord(
    of source: CSVSource, dialect: CSVDialect = .commas, options: CSVOptions = CSVOptions()
  ) throws(CSVError) -> CSVRecord? {
    var reader = try CSVReader(source, dialect: dialect, options: options)
    return try reader.next() ? reader.batch.record(0) : nil
  }

  /// Folds every batch of a source into parts.
  ///
  /// A part covers a stretch of whole records and is filled by one thread; the parts come back in the order of the
  /// source, and together they cover it once. How many there are is not promised: merge them by an operation that
  /// does not care where the cuts are. A body that cannot go on keeps its reason in its part and returns false, which
  /// ends that part.
  public static func fold<Part: Sendable>(
    _ source: CSVSource, dialect: CSVDialect = .commas, options: CSVOptions = CSVOptions(),
    into start: @Sendable () -> Part, _ body: @Sendable (inout Part, borrowing CSVBatch) -> Bool
  ) throws(CSVError) -> [Part] {
    var reader = try CSVReader(source, dialect: dialect, options: options)
    var part = start()
    while try reader.next() {
      if !body(&part, reader.batch) { break }
    }
    return [part]
  }
}
