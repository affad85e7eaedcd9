extension CSVBatch {
  /// Where the field begins in the source, at its quote if it has one. Linear in the record's length: for messages.
  public func position(_ record: Int, _ field: Int) -> CSVPosition {
    let start = start(of: record)
    return position(ofByte: offset(record, field), from: Int(start.start), line: Int(start.line))
  }

  /// Where the field begins in the block, at its quote if it has one.
  private func offset(_ record: Int, _ field: Int) -> Int {
    let entry = entry(record, field)
    let offset = entry.isEscaped ? Unescaping.origin(of: entry, in: bytes) : Int(entry.start)
    return entry.isQuoted ? offset - 1 : offset
  }

  /// A copy of one record that outlives the batch. Linear in the record's length.
  public func record(_ record: Int) -> CSVRecord {
    let count = fieldCount(of: record)
    let start = start(of: record)
    var walk = Walk(offset: Int(start.start), line: Int(start.line))
    var positions: [CSVPosition] = []
    positions.reserveCapacity(count)
    for field in 0..<count { positions.append(advance(&walk, to: offset(record, field))) }
    return CSVRecord(fields: (0..<count).map { Array(bytes[entry(record, $0).range]) }, positions: positions)
  }

  /// Counts lines and scalars from `start`, the start of a physical line, to a byte of the block.
  func position(ofByte offset: Int, from start: Int, line: Int) -> CSVPosition {
    var walk = Walk(offset: start, line: line)
    return advance(&walk, to: offset)
  }

  /// A place in the block, on its way through a record.
  private struct Walk {
    var offset: Int
    var line: Int
    var column = 1
  }

  private func advance(_ walk: inout Walk, to offset: Int) -> CSVPosition {
    while walk.offset < offset {
      switch bytes[walk.offset] {
      case Byte.lineFeed:
        walk.line += 1
        walk.column = 1
      case Byte.carriageReturn:
        // The line feed after it does the counting.
        if bytes[walk.offset + 1] != Byte.lineFeed { walk.line += 1 }
        walk.column = 1
      // A continuation byte of UTF-8 begins no scalar.
      case 0x80...0xBF: break
      default: walk.column += 1
      }
      walk.offset += 1
    }
    return CSVPosition(byteOffset: origin.byteOffset + offset, line: origin.line + walk.line, column: walk.column)
  }
}
