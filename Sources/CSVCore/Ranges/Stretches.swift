/// What reading one stretch came to.
struct StretchOutcome<Value> {
  var value: Value
  /// Where the first line behind the stretch begins.
  var end: CSVPlace
  var error: CSVError?
  var isStopped: Bool
}

extension StretchOutcome: Sendable where Value: Sendable {}

/// The stretches of a source after the first one.
struct Stretches: Sendable {
  let input: ByteInput
  let dialect: CSVDialect
  let options: CSVOptions
  let columns: Int
  /// Where they are guessed to begin, in order.
  let cuts: [Int]
  let size: Int

  /// Reads the records that begin at `start` or later and before the next stretch.
  func read<Value: Sendable>(
    _ index: Int, from start: Int, _ value: consuming Value, _ body: (inout Value, borrowing CSVBatch) -> Bool
  ) -> StretchOutcome<Value> {
    let limit = index + 1 < cuts.count ? cuts[index + 1] : Int.max
    let reader = CSVReader(
      input.from(start), at: start, limit: limit, columns: columns, dialect: dialect, options: options)
    return reader.run(value, body)
  }

  /// Goes through the stretches in order. The first begins where a record does; each other one is right if it began
  /// where the one before it ended, and is read again from there if it did not.
  func join<Value: Sendable>(
    _ first: consuming StretchOutcome<Value>, _ others: consuming [StretchOutcome<Value>?],
    _ start: () -> Value, _ body: (inout Value, borrowing CSVBatch) -> Bool
  ) -> CSVFolding<Value> {
    var end = first.end
    var folding = CSVFolding(
      parts: [CSVPart(value: first.value, linesBefore: 0, recordsBefore: 0)], error: first.error)
    var isStopped = first.isStopped || first.error != nil
    for (index, cut) in cuts.enumerated() where !isStopped {
      let limit = index + 1 < cuts.count ? cuts[index + 1] : Int.max
      // A record before it may reach beyond the whole stretch.
      if end.byteOffset >= limit { continue }
      var outcome =
        if cut == end.byteOffset, let right = others[index] {
          right
        } else {
          read(index, from: end.byteOffset, start(), body)
        }
      others[index] = nil
      outcome.error?.position.line += end.line - 1
      outcome.error?.record += end.records
      folding.parts.append(
        CSVPart(value: outcome.value, linesBefore: end.line - 1, recordsBefore: end.records))
      folding.error = outcome.error
      isStopped = outcome.isStopped || outcome.error != nil
      end = CSVPlace(
        byteOffset: outcome.end.byteOffset, line: end.line - 1 + outcome.end.line,
        records: end.records + outcome.end.records)
    }
    return folding
  }
}
