import CSVCoreSIMD

/// What the scan by structure puts into a batch.
extension CSVBatch {
  mutating func findPlaces(
    _ path: csv_path, _ range: Range<Int>, dialect: CSVDialect, most: Int
  ) -> csv_structure {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, range.upperBound <= bytes.count else { return csv_structure() }
      return places.find(path, in: base, range, dialect: dialect, most: most)
    }
  }

  func lineFeeds(_ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, range.upperBound <= bytes.count else { return 0 }
      return csv_count_line_feeds(base, range.lowerBound, range.upperBound)
    }
  }

  /// From here on fields are found by their places.
  mutating func beginIndex(columns: Int, quote: UInt8?, hasLineTable: Bool) {
    stride = columns
    self.quote = quote.map(UInt16.init) ?? Self.noQuote
    self.hasLineTable = hasLineTable
  }

  mutating func reserveFields(_ count: Int) {
    if fields.count < count { fields.append(contentsOf: repeatElement(.empty, count: count - fields.count)) }
  }

  mutating func reserveRecords(_ count: Int) {
    if records.count < count { records.append(contentsOf: repeatElement(.empty, count: count - records.count)) }
  }

  /// The field between two places of a block that holds plain records only.
  func plainEntry(_ start: Int, _ place: Int, isLast: Bool, _ quote: UInt8?, canEscape: Bool) -> FieldEntry {
    var end = place
    if isLast && end > start && bytes[end - 1] == Byte.carriageReturn { end -= 1 }
    guard end > start, bytes[start] == quote else { return FieldEntry(start: start, end: end, flags: 0) }
    let text = start + 1..<end - 1
    let isEscaped = canEscape && bytes[text].contains { $0 == quote }
    return FieldEntry(
      start: text.lowerBound, end: text.upperBound,
      flags: FieldEntry.quotedBit | (isEscaped ? FieldEntry.escapedBit : 0))
  }
}
