/// Where the bytes come from.
public enum CSVSource: Sendable, Hashable {
  /// A file, read block by block; a pipe will do.
  case file(path: String)
  /// Bytes in memory.
  case bytes([UInt8])
  /// Bytes that are made while they are read, in memory that does not depend on how many they are.
  case stream(CSVStreamSource)

  /// The UTF-8 bytes of a text.
  public static func text(_ text: String) -> CSVSource { .bytes(Array(text.utf8)) }
}

/// How a source is read, apart from its dialect.
public struct CSVOptions: Sendable, Hashable {
  /// Records at the start that are checked but not delivered; 1 passes over a header row.
  public var skippedRecords: Int
  /// Ends reading with `raggedRecord` at the first record that has not as many fields as the very first.
  /// Where every ragged record is to be reported, leave it off and compare `CSVBatch.fieldCount(of:)`.
  public var requiresEqualFieldCounts: Bool
  /// The longest record in bytes, at most 512 MiB.
  public var recordLimit: Int
  /// Keeps the field table small whatever the source holds.
  var fieldLimit = 1 << 20
  /// The fewest bytes that are worth a thread of their own (`CSVReader.fold`).
  public var smallestRange = 1 << 20
  /// Bytes read at a time; memory stays within a small multiple of it and of the longest record.
  var blockSize = 256 << 10
  /// How plain blocks are scanned; tests compare the ways.
  var path = ScanPath.fastest

  public init(skippedRecords: Int = 0, requiresEqualFieldCounts: Bool = false, recordLimit: Int = 256 << 20) {
    self.skippedRecords = max(0, skippedRecords)
    self.requiresEqualFieldCounts = requiresEqualFieldCounts
    self.recordLimit = min(max(1, recordLimit), Self.largestRecordLimit)
  }

  /// Offsets in a buffer are 32 bits and lengths 30: see `FieldEntry`.
  static let largestRecordLimit = 512 << 20
}
