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

  /// The fields as text.
  var rows: [[String]] { records.map { $0.map { String(decoding: $0.bytes, as: UTF8.self) } } }

  var description: String {
    "rows: \(rows)\npositions: \(records.map { $0.map(\.position) })\nquoted: \(records.map { $0.map(\.wasQuoted) })\n"
      + "lines: \(lines) offsets: \(offsets) error: \(error.map { "\($0)" } ?? "none")"
  }
}

/// Reads a source with the reader under test.
func read(
  _ source: CSVSource, dialect: CSVDialect = .commas, options: CSVOptions = CSVOptions(), blockSize: Int? = nil
) -> Outcome {
  var outcome = Outcome()
  var options = options
  if let blockSize { options.blockSize = blockSize }
  do {
    var reader = try CSVReader(source, dialect: dialect, options: options)
    while try reader.next() {
      for record in 0..<reader.batch.recordCount {
        outcome.lines.append(reader.batch.line(of: record))
        outcome.offsets.append(reader.batch.byteOffset(of: record))
        outcome.records.append(fields(of: record, in: reader.batch))
      }
    }
  } catch {
    outcome.error = error
  }
  return outcome
}

func read(_ text: String, dialect: CSVDialect = .commas, blockSize: Int? = nil) -> Outcome {
  read(.text(text), dialect: dialect, blockSize: blockSize)
}

private func fields(of record: Int, in batch: borrowing CSVBatch) -> [Outcome.Field] {
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
