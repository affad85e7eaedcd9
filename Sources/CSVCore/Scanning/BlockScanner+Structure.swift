import CSVCoreSIMD

/// Scanning by structure: masks of 64 bytes at a time instead of a walk over them.
///
/// It knows plain records only: whatever else there is in a block, above all every error, is left to the walk, which
/// begins at the same place and tells it exactly.
extension BlockScanner {
  /// More places than any block of the usual size has; a larger buffer holds one long record.
  private static let mostPlaces = 1 << 20

  /// What a block turned out to be.
  private struct Found {
    var rows: Int
    var end: Int
    /// The last record ends with the source, without a line end.
    var isOpen: Bool
    var hasDoubledQuotes: Bool
    var hasQuotedBreaks: Bool
    /// Line ends; a last record may have none.
    var lineEnds: Int { isOpen ? rows - 1 : rows }
  }

  /// Scans the batch's buffer up to `end`. False if the walk has to do it; nothing has happened then.
  mutating func scanStructure(_ batch: inout CSVBatch, end: Int, atEnd: Bool, limit: Int) -> Bool {
    let range = progress.position..<end
    guard
      let path, columns > 0, recordsSeen >= options.skippedRecords, progress.recordCount == 0, !range.isEmpty,
      // So no record can be longer than the limit.
      range.count <= options.recordLimit, let found = find(path, &batch, range, atEnd)
    else { return false }
    guard found.rows > 0 else { return true }
    let limit = limit - batch.origin.byteOffset
    if isUniform(batch, found), !found.hasDoubledQuotes {
      enterIndex(&batch, found, limit: limit)
      return true
    }
    return enterTables(&batch, found, limit: limit)
  }

  private func find(_ path: csv_path, _ batch: inout CSVBatch, _ range: Range<Int>, _ atEnd: Bool) -> Found? {
    let found = batch.findPlaces(path, range, dialect: dialect, most: Self.mostPlaces)
    func saw(_ what: csv_seen) -> Bool { found.seen & what.rawValue != 0 }
    guard !saw(csv_seen_irregular), dialect.doubleQuote || !saw(csv_seen_doubled_quote) else { return nil }
    var rows = Int(found.rows)
    let isWhole = found.scanned == range.upperBound
    var isOpen = false
    if atEnd && isWhole {
      if found.inside { return nil }
      let last = batch.bytes[range.upperBound - 1]
      // A CR at the very end is a line end without its LF.
      if last == Byte.carriageReturn { return nil }
      isOpen = last != Byte.lineFeed
      if isOpen {
        batch.places.append(range.upperBound)
        rows += 1
      }
    }
    if rows == 0 && !isWhole { return nil }
    return Found(
      rows: rows, end: range.upperBound, isOpen: isOpen, hasDoubledQuotes: saw(csv_seen_doubled_quote),
      hasQuotedBreaks: saw(csv_seen_quoted_break))
  }

  /// Whether every record has as many fields as the source's first. Each is looked at: a record with a field too many
  /// and one with a field too few would make up for each other in a sum.
  private func isUniform(_ batch: borrowing CSVBatch, _ found: Found) -> Bool {
    let columns = columns
    guard found.rows <= batch.places.count / columns, !found.isOpen || found.rows * columns == batch.places.count else {
      return false
    }
    let places = batch.places.base
    return batch.bytes.withUnsafeBufferPointer { bytes in
      var differing: UInt8 = 0
      guard let bytes = bytes.baseAddress else { return false }
      // Below `places.count`, by the guard; and places are offsets of the block.
      var place = columns
      for _ in 0..<found.lineEnds {
        differing |= bytes[Int(places[place])] ^ Byte.lineFeed
        place &+= columns
      }
      return differing == 0
    }
  }

  private mutating func enterIndex(_ batch: inout CSVBatch, _ found: Found, limit: Int) {
    var rows = found.rows
    while rows > 1, batch.places.start((rows - 1) * columns + 1) >= limit { rows -= 1 }
    let isOpen = found.isOpen && rows == found.rows
    var line = 0
    if found.hasQuotedBreaks {
      batch.reserveRecords(rows + 1)
      for row in 0..<rows {
        let start = batch.places.start(row * columns + 1)
        let end = batch.places[(row + 1) * columns]
        batch.records[row] = RecordEntry(firstField: row * columns, start: start, line: line)
        line += batch.lineFeeds(start..<end) + 1
      }
      if isOpen { line -= 1 }
    } else {
      line = isOpen ? rows - 1 : rows
    }
    progress.position = isOpen ? found.end : batch.places[rows * columns] + 1
    progress.line = line
    progress.recordCount = rows
    (progress.fewest, progress.most) = (columns, columns)
    recordsSeen += rows
    batch.beginIndex(columns: columns, quote: dialect.quote, hasLineTable: found.hasQuotedBreaks)
  }

  /// Enters records that differ in length, or that have to be rewritten, one by one. False if one is an error.
  private mutating func enterTables(_ batch: inout CSVBatch, _ found: Found, limit: Int) -> Bool {
    batch.reserveFields(batch.places.count)
    batch.reserveRecords(found.rows + 2)
    var next = progress
    var fields = 0
    for index in 1..<batch.places.count + 1 {
      let place = batch.places[index]
      let isOpenEnd = found.isOpen && place == found.end
      let isLineEnd = isOpenEnd || batch.bytes[place] == Byte.lineFeed
      let start = batch.places.start(index)
      let entry = batch.plainEntry(start, place, isLast: isLineEnd, dialect.quote, canEscape: found.hasDoubledQuotes)
      batch.fields[fields] = entry
      fields += 1
      if entry.isEscaped { next.holdsEscapes = true }
      guard isLineEnd else { continue }
      if next.position >= limit { break }
      let count = fields - next.fieldCount
      if count == 1 && columns != 1 && entry.length == 0 && !entry.isQuoted {
        fields = next.fieldCount
      } else {
        if count != columns, options.requiresEqualFieldCounts || count > options.fieldLimit { return false }
        batch.records[next.recordCount] = RecordEntry(
          firstField: next.fieldCount, start: next.position, line: next.line)
        next.recordCount += 1
        next.fieldCount = fields
        next.fewest = min(next.fewest, count)
        next.most = max(next.most, count)
      }
      if found.hasQuotedBreaks { next.line += batch.lineFeeds(next.position..<place) }
      next.line += isOpenEnd ? 0 : 1
      next.position = isOpenEnd ? place : place + 1
    }
    batch.records[next.recordCount] = RecordEntry(
      firstField: next.fieldCount, start: next.position, line: next.line)
    recordsSeen += next.recordCount
    progress = next
    return true
  }
}
