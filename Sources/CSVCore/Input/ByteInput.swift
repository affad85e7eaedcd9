/// The bytes of a source, in order.
struct ByteInput: ~Copyable, Sendable {
  private var file: OpenFile?
  private let bytes: [UInt8]
  private var offset = 0

  init(_ source: CSVSource) throws(CSVError) {
    switch source {
    case .file(let path):
      bytes = []
      file = try OpenFile.at(path)
    case .bytes(let bytes): self.bytes = bytes
    }
  }

  /// No more than this can come; one byte more than there is, so that asking for it meets the end.
  var most: Int { file == nil ? bytes.count - offset + 1 : .max }

  /// Fills a stretch of the buffer; returns how many bytes came, fewer than asked for only at the end of the source.
  mutating func fill(_ buffer: inout [UInt8], _ range: Range<Int>) throws(ReadFailure) -> Int {
    if file == nil {
      let count = min(range.count, bytes.count - offset)
      buffer.replaceSubrange(range.lowerBound..<range.lowerBound + count, with: bytes[offset..<offset + count])
      offset += count
      return count
    }
    var filled = 0
    while filled < range.count {
      let count = try file?.read(into: &buffer, range.lowerBound + filled..<range.upperBound) ?? 0
      if count == 0 { break }
      filled += count
    }
    return filled
  }
}
