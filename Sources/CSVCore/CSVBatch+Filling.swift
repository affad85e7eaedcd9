/// How the reader fills a batch.
extension CSVBatch {
  mutating func clear() {
    recordCount = 0
    stride = 0
    byteCount = 0
    fieldCounts = 0...0
  }

  /// Drops the first bytes of the buffer, moves the next ones to the front and sets the origin to them.
  mutating func advance(by consumed: Int, lines: Int, keeping kept: Int) {
    origin.byteOffset += consumed
    origin.line += lines
    guard consumed > 0, kept > 0 else { return }
    bytes.withUnsafeMutableBytes { whole in
      // Both stretches lie within the buffer; `memmove` semantics allow the overlap.
      let target = UnsafeMutableRawBufferPointer(rebasing: whole[0..<kept])
      target.copyMemory(from: UnsafeRawBufferPointer(rebasing: whole[consumed..<consumed + kept]))
    }
  }

  mutating func reserve(_ size: Int) {
    if bytes.isEmpty { bytes = Array(repeating: 0, count: size) }
    if bytes.count < size { bytes.append(contentsOf: repeatElement(0, count: size - bytes.count)) }
  }

  /// Ends the block with NULs, on which the scan relies.
  mutating func closeBlock(at end: Int) {
    for index in end..<end + Unescaping.margin { bytes[index] = Byte.nul }
  }

  mutating func growTables(for progress: BlockScanner.Progress) {
    if records.isEmpty || progress.recordCount + 2 > records.count {
      records.append(contentsOf: repeatElement(.empty, count: max(records.count, Self.firstRecordRoom)))
    } else {
      fields.append(contentsOf: repeatElement(.empty, count: max(fields.count, Self.firstFieldRoom)))
    }
  }

  mutating func publish(_ progress: BlockScanner.Progress) {
    recordCount = progress.recordCount
    byteCount = progress.position
    if recordCount > 0 { fieldCounts = progress.fewest...progress.most }
  }

  private static let firstRecordRoom = 64
  private static let firstFieldRoom = 512
}

extension BlockScanner {
  /// Stands before a record of the batch again.
  mutating func goBack(toRecord record: Int, of batch: borrowing CSVBatch) {
    let start = batch.start(of: record)
    goBack(to: start, records: batch.recordCount - record)
  }

  /// Scans the batch's buffer up to `end` into its tables, but for records that begin at the source's `limit`.
  mutating func scan(_ batch: inout CSVBatch, end: Int, atEnd: Bool, limit: Int) -> ScanEnd {
    let limit = limit - batch.origin.byteOffset
    return batch.fields.withUnsafeMutableBufferPointer { fields in
      batch.records.withUnsafeMutableBufferPointer { records in
        batch.bytes.withUnsafeBufferPointer { bytes in
          scan(bytes, end: end, atEnd: atEnd, limit: limit, fields: fields, records: records)
        }
      }
    }
  }
}
