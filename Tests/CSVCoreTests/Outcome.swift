@testable import CSVCore

/// Everything that reading a source yields, in a form that tests compare.
struct Outcome: Equatable, CustomStringConvertible {
  struct Field: Equatable {
    var bytes: [UInt8]
    var wasQuoted: Bool
    var position: CSVPosition
  }

  var records: [[Field]] = []
  /// Line and offset of each record's start.
  var lines: [Int] = []
  var offsets: [Int] = []
  var error: CSVError?
  /// Fields that `CSVBatch.withRows` lends otherwise than the batch's own methods.
  var disagreements = 0
  /// Batches whose fields are found by their places; how a source is scanned is not part of what it says.
  var indexed = Uncompared(0)

  /// Equal to any other.
  struct Uncompared: Equatable {
    var count: Int
    init(_ count: Int) { self.count = count }
    static func == (_: Uncompared, _: Uncompared) -> Bool { true }
  }

  mutating func append(_ batch: borrowing CSVBatch) {
    if batch.stride > 0 { indexed.count += 1 }
    disagreements += disagreementsOfRows(in: batch)
    for record in 0..<batch.recordCount {
      lines.append(batch.line(of: record))
      offsets.append(batch.byteOffset(of: record))
      records.append(fieldsRead(of: record, in: batch))
    }
  }

  /// What was read after it, in lines that count from 1 again.
  mutating func append(_ next: Outcome, linesBefore: Int) {
    disagreements += next.disagreements
    indexed.count += next.indexed.count
    lines += next.lines.map { $0 + linesBefore }
    offsets += next.offsets
    records += next.records.map { fields in
      fields.map { field in
        var field = field
        field.position.line += linesBefore
        return field
      }
    }
  }

  /// The fields as text.
  var rows: [[String]] { records.map { $0.map { String(decoding: $0.bytes, as: UTF8.self) } } }

  var description: String {
    "rows: \(rows)\npositions: \(records.map { $0.map(\.position) })\nquoted: \(records.map { $0.map(\.wasQuoted) })\n"
      + "lines: \(lines) offsets: \(offsets) error: \(error.map { "\($0)" } ?? "none")"
  }
}

/// Reads a source with the reader under test.
func read(
  _ source: CSVSource, dialect: CSVDialect = .commas, options: CSVOptions = CSVOptions(), blockSize: Int? = nil,
  path: ScanPath = .fastest
) -> Outcome {
  var outcome = Outcome()
  var options = options
  options.path = path
  if let blockSize { options.blockSize = blockSize }
  do {
    var reader = try CSVReader(source, dialect: dialect, options: options)
    while try reader.next() { outcome.append(reader.batch) }
  } catch {
    outcome.error = error
  }
  return outcome
}

func read(_ text: String, dialect: CSVDialect = .commas, blockSize: Int? = nil) -> Outcome {
  read(.text(text), dialect: dialect, blockSize: blockSize)
}

private func fieldsRead(of record: Int, in batch: borrowing CSVBatch) -> [Outcome.Field] {
  var fields: [Outcome.Field] = []
  for field in 0..<batch.fieldCount(of: record) {
    let bytes = batch.withField(record, field) { span in
      var bytes: [UInt8] = []
      for index in span.indices { bytes.append(span[index]) }
      return bytes
    }
    fields.append(
      Outcome.Field(
        bytes: bytes, wasQuoted: batch.wasQuoted(record, field), position: batch.position(record, field)))
  }
  return fields
}

private func disagreementsOfRows(in batch: borrowing CSVBatch) -> Int {
  guard batch.recordCount > 0, batch.fieldCounts.lowerBound == batch.fieldCounts.upperBound else {
    return batch.withRows { _ in 0 } == nil ? 0 : 1
  }
  let found = batch.withRows { rows in
    guard rows.count == batch.recordCount, rows.columns == batch.fieldCount(of: 0) else { return 1 }
    var count = 0
    for record in 0..<rows.count {
      for column in 0..<rows.columns {
        let field = rows.field(record, column)
        let isSame =
          field.length == batch.length(record, column) && field.isQuoted == batch.wasQuoted(record, column)
          && rows.word(field) == batch.leadingWord(record, column)
          && batch.withField(record, column) { text in
            text.indices.allSatisfy { text[$0] == rows.bytes[field.start + $0] }
          }
        if !isSame { count += 1 }
      }
    }
    return count
  }
  return found ?? 1
}
