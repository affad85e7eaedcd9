extension CSVBatch {
  /// Where the field begins in the source, at its quote if it has one. Linear in the record's length: for messages.
  public func position(_ record: Int, _ field: Int) -> CSVPosition {
    _ = entry(record, field)
    return CSVPosition(byteOffset: byteOffset(of: record), line: line(of: record), column: 1)
  }

  /// A copy of one record that outlives the batch.
  public func record(_ record: Int) -> CSVRecord {
    let count = fieldCount(of: record)
    return CSVRecord(
      fields: (0..<count).map { Array(bytes[entry(record, $0).range]) },
      positions: (0..<count).map { position(record, $0) })
  }
}
