/// Where a line of a source begins, and what stands before it.
struct CSVPlace: Sendable, Hashable {
  var byteOffset: Int
  /// Starts at 1.
  var line: Int
  /// Records before it, the skipped ones included.
  var records: Int
}
