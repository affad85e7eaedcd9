/// Guesses where, near an offset, a record begins. A wrong guess costs time and nothing else.
struct CutGuess {
  let input: ByteInput
  let dialect: CSVDialect
  let columns: Int
  let size: Int

  private static let window = 64 << 10
  private static let candidates = 32
  private static let records = 8

  /// The first line at or behind the offset from which on some records look like the source's; else the first line;
  /// nil if no line begins in sight.
  func lineStart(near offset: Int) -> Int? {
    guard offset > 0, offset < size else { return nil }
    // The byte before tells whether a line begins at the offset itself.
    var window = [UInt8](repeating: 0, count: min(Self.window, size - offset) + 1)
    var input = input.from(offset - 1)
    let (count, failure) = input.fill(&window, window.indices)
    guard failure == nil else { return nil }
    window.removeLast(window.count - count)
    let starts = lineStarts(in: window)
    let isWhole = offset - 1 + count >= size
    let likely = starts.first { looksRight(Array(window[$0...]), isWhole: isWhole) } ?? starts.first
    return likely.map { offset - 1 + $0 }
  }

  private func lineStarts(in window: [UInt8]) -> [Int] {
    var starts: [Int] = []
    for index in window.indices.dropLast() where starts.count < Self.candidates {
      let isEnd =
        window[index] == Byte.lineFeed
        || (window[index] == Byte.carriageReturn && window[index + 1] != Byte.lineFeed)
      if isEnd { starts.append(index + 1) }
    }
    return starts
  }

  private func looksRight(_ bytes: [UInt8], isWhole: Bool) -> Bool {
    var counts: [Int] = []
    do {
      var reader = CSVReader(
        ByteInput(bytes: bytes), at: 0, limit: .max, columns: columns, dialect: dialect, options: CSVOptions())
      while counts.count <= Self.records, try reader.next() {
        for record in 0..<reader.batch.recordCount { counts.append(reader.batch.fieldCount(of: record)) }
      }
      // The window may have cut the last one.
      if !isWhole, !counts.isEmpty { counts.removeLast() }
    } catch {
      // An open quote may close behind the window; whatever else is wrong is so from here.
      if error.kind != .unclosedQuote && error.kind != .danglingEscape || isWhole { return false }
    }
    return !counts.isEmpty && counts.prefix(Self.records).allSatisfy { $0 == columns }
  }
}
