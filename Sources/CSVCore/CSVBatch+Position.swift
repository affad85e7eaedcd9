extension CSVBatch {
  /// Where the field begins in the source, at its quote if it has one. Linear in the record's length: for messages.
  public func position(_ record: Int, _ field: Int) -> CSVPosition {
    let entry = entry(record, field)
    var offset = entry.isEscaped ? Unescaping.origin(of: entry, in: bytes) : Int(entry.start)
    if entry.isQuoted { offset -= 1 }
    let start = records[record]
    return position(ofByte: offset, from: Int(start.start), line: Int(start.line))
  }

  /// A copy of one record that outlives the batch.
  public func record(_ record: Int) -> CSVRecord {
    let count = fieldCount(of: record)
    return CSVRecord(
      fields: (0..<count).map { Array(bytes[entry(record, $0).range]) },
      positions: (0..<count).map { position(record, $0) })
  }

  /// Counts lines and scalars from `start`, the start of a physical line, to a byte of the block.
  func position(ofByte offset: Int, from start: Int, line: Int) -> CSVPosition {
    var line = line
    var column = 1
    for index in start..<offset {
      switch bytes[index] {
      case Byte.lineFeed:
        line += 1
        column = 1
      case Byte.carriageReturn:
        // The line feed after it does the counting.
        if bytes[index + 1] != Byte.lineFeed { line += 1 }
        column = 1
      // A continuation byte of UTF-8 begins no scalar.
      case 0x80...0xBF: break
      default: column += 1
      }
    }
    return CSVPosition(byteOffset: origin.byteOffset + offset, line: origin.line + line, column: column)
  }
}
