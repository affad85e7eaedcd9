import CSVCore

/// Finds the header of a file among its first records, as the dialect lays it out.
struct HeaderReader {
  enum Step {
    case skip
    case header(CSVRecord)
    /// The file has no header, or it ended before this record.
    case none
  }

  private let layout: HeaderLayout
  private var parts: [CSVRecord] = []

  init(_ layout: HeaderLayout) { self.layout = layout }

  /// Whether the record on a line is a remark.
  func passesOver(_ line: Int) -> Bool { layout.commentRows.contains(line) }

  mutating func take(_ batch: borrowing CSVBatch, _ record: Int) -> Step {
    guard layout.hasHeader else { return .none }
    guard let last = layout.rows.last else { return .header(batch.record(record)) }
    let line = batch.line(of: record)
    if layout.rows.contains(line) { parts.append(batch.record(record)) }
    if line < last { return .skip }
    return parts.isEmpty ? .none : .header(joined)
  }

  /// One record of several: the parts of each column's name from top to bottom.
  private var joined: CSVRecord {
    guard parts.count > 1, var header = parts.last else { return parts.last ?? CSVRecord(fields: [], positions: []) }
    for column in header.fields.indices {
      let names = parts.filter { column < $0.fields.count && !$0.fields[column].isEmpty }.map { $0.fields[column] }
      header.fields[column] = Array(names.joined(separator: Array(layout.join.utf8)))
    }
    return header
  }
}
