import CSVCore

extension ResourceDescriptor {
  /// Whether the first record of a later file is a row: without a header of its own, the file goes on where the one
  /// before it ended.
  func continues(_ record: CSVRecord, columns: Int) -> Bool {
    let names = HeaderBinding.names(record).compactMap { $0 }
    return record.fields.count == columns && !fields.contains { names.contains($0.name) }
  }
}
