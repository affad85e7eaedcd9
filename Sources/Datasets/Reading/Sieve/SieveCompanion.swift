public import CSVCore

/// What sees every batch of a scan through a sieve beside the sieve itself, so that a file is read once for both. Each
/// part is made and filled by one thread.
public protocol SieveCompanionPart: AnyObject, Sendable {
  /// - Returns: false where it has no use for more batches.
  func take(_ batch: borrowing CSVBatch) -> Bool
}

public struct SieveCompanion: Sendable {
  /// The declared fields whose columns it reads.
  let fields: [Int]
  let start: @Sendable (ExpressFile) -> any SieveCompanionPart

  public init(fields: [Int], start: @escaping @Sendable (ExpressFile) -> any SieveCompanionPart) {
    self.fields = fields
    self.start = start
  }

  /// Nil where the file lacks a column.
  func place(_ binding: HeaderBinding, file index: Int) -> ExpressFile? {
    var columns: [Int] = []
    for field in fields {
      guard let column = binding.columns[field] else { return nil }
      columns.append(column)
    }
    return ExpressFile(index: index, columns: columns, fieldCount: binding.fieldCount)
  }
}
