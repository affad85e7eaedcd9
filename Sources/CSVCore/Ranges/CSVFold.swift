/// What one thread made of a stretch of whole records.
public struct CSVPart<Value: Sendable>: Sendable {
  public var value: Value
  /// To be added to the lines that the stretch's batches told, to get lines of the source.
  public var linesBefore: Int
  /// Records of the source before the stretch, the header and skipped ones included.
  public var recordsBefore: Int

  public init(value: Value, linesBefore: Int, recordsBefore: Int) {
    self.value = value
    self.linesBefore = linesBefore
    self.recordsBefore = recordsBefore
  }
}

/// What reading a source in stretches came to.
public struct CSVFolding<Value: Sendable>: Sendable {
  /// In the order of the source, which they cover once, up to where the reading ended.
  public var parts: [CSVPart<Value>]
  /// Why the source could not be read to its end, with its place in the source; the records before it are in `parts`.
  public var error: CSVError?
}

extension CSVReader {
  /// Folds every batch of a source into parts; see the method of the same name.
  public static func fold<Value: Sendable>(
    _ source: CSVSource, dialect: CSVDialect = .commas, options: CSVOptions = CSVOptions(), ranges: Int = 1,
    into start: @escaping @Sendable () -> Value, _ body: @escaping @Sendable (inout Value, borrowing CSVBatch) -> Bool
  ) throws(CSVError) -> CSVFolding<Value> {
    let reader = try CSVReader(source, dialect: dialect, options: options)
    return reader.fold(ranges: ranges, into: start, body)
  }

  /// Folds the batches from here to the end of the source into parts, up to `ranges` of them, each on a thread of its
  /// own. A header may have been read before: `rewind(to:)` hands back what it was not.
  ///
  /// A part covers a stretch of whole records. How many parts there are and where the cuts lie is not promised: merge
  /// them by an operation that does not care. Lines that a batch tells are those of the source in the first part, and
  /// count from 1 in later ones (`CSVPart.linesBefore`); byte offsets are always those of the source.
  ///
  /// A body that cannot go on keeps its reason in its part and returns false: that part is then the last one.
  ///
  /// Where a stretch begins is a guess, checked by where the one before it ends. A stretch that began elsewhere is read
  /// again: so a body may see records that are none, in a part that is then thrown away.
  public consuming func fold<Value: Sendable>(
    ranges: Int, into start: @escaping @Sendable () -> Value,
    _ body: @escaping @Sendable (inout Value, borrowing CSVBatch) -> Bool
  ) -> CSVFolding<Value> {
    let cuts = cuts(ranges)
    guard !cuts.isEmpty else {
      let only = run(start(), body)
      return CSVFolding(
        parts: [CSVPart(value: only.value, linesBefore: 0, recordsBefore: 0)], error: only.error)
    }
    let stretches = Stretches(
      input: input, dialect: dialect, options: options, columns: columns, cuts: cuts, size: input.size ?? .max)
    limit = cuts[0]
    let others = Threads(count: cuts.count) { index in stretches.read(index, from: cuts[index], start(), body) }
    let first = run(start(), body)
    return stretches.join(first, others.results(), start, body)
  }

  /// Reads to the reader's limit.
  consuming func run<Value>(
    _ start: consuming Value, _ body: (inout Value, borrowing CSVBatch) -> Bool
  ) -> StretchOutcome<Value> {
    var value = start
    var error: CSVError?
    var isStopped = false
    do {
      while !isStopped, try next() { isStopped = !body(&value, batch) }
    } catch let failure { error = failure }
    return StretchOutcome(value: value, end: place, error: error, isStopped: isStopped)
  }

  /// Where stretches after the first are guessed to begin, in order; none where one thread is enough.
  private mutating func cuts(_ ranges: Int) -> [Int] {
    guard ranges > 1, let size = input.size else { return [] }
    // The number of columns is needed. An error met here is met again.
    if columns == 0, (try? next()) == true { rewind(to: 0) }
    let here = place.byteOffset
    guard columns > 0, size > here else { return [] }
    let count = min(ranges, (size - here) / max(1, options.smallestRange))
    let guess = CutGuess(input: input, dialect: dialect, columns: columns, size: size)
    var cuts: [Int] = []
    for index in 1..<max(1, count) {
      // In 128 bits no product overflows.
      let nominal = here + Int(Int128(size - here) * Int128(index) / Int128(count))
      if let cut = guess.lineStart(near: nominal), cut > cuts.last ?? here, cut < size { cuts.append(cut) }
    }
    return cuts
  }
}
