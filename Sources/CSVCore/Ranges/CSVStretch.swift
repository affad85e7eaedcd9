/// Some whole records of a source, one behind the other: for reading them again (`CSVReader.move`).
public struct CSVStretch: Sendable, Hashable {
  /// The offset of the first record from the start of the source.
  public var start: Int
  /// The offset of what comes behind the last record.
  public var end: Int
  /// The physical line on which the first record begins.
  public var line: Int

  public init(start: Int, end: Int, line: Int) {
    self.start = start
    self.end = end
    self.line = line
  }
}

extension CSVBatch {
  /// Where a record of the batch stands, its line end included. Lines are the batch's own (`CSVPart.linesBefore`).
  public func stretch(of record: Int) -> CSVStretch {
    let end = record + 1 < recordCount ? byteOffset(of: record + 1) : origin.byteOffset + byteCount
    return CSVStretch(start: byteOffset(of: record), end: end, line: line(of: record))
  }
}
