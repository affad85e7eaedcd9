extension CSVReader {
  /// The source's first record, usually the header; nil if there is none.
  public static func firstRecord(
    of source: CSVSource, dialect: CSVDialect = .commas, options: CSVOptions = CSVOptions()
  ) throws(CSVError) -> CSVRecord? {
    var reader = try CSVReader(source, dialect: dialect, options: options)
    return try reader.next() ? reader.batch.record(0) : nil
  }
}
