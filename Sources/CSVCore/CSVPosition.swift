/// A place in a CSV source.
public struct CSVPosition: Sendable, Hashable {
  /// From the first byte of the source, a byte order mark included; starts at 0.
  public var byteOffset: Int
  /// The physical line; starts at 1. Line breaks in quoted fields, comments and empty lines count.
  public var line: Int
  /// The Unicode scalar within the physical line; starts at 1. A byte order mark does not count.
  public var column: Int

  public init(byteOffset: Int, line: Int, column: Int) {
    self.byteOffset = byteOffset
    self.line = line
    self.column = column
  }
}
