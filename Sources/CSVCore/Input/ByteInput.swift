/// The bytes of a source, in order from an offset. A copy reads on its own where the source has offsets (`size`).
struct ByteInput: Sendable {
  private enum Origin: Sendable {
    case file(OpenFile)
    case bytes([UInt8])
  }

  private let origin: Origin
  private(set) var offset = 0

  init(_ source: CSVSource) throws(CSVError) {
    switch source {
    case .file(let path): origin = .file(try OpenFile(at: path))
    case .bytes(let bytes): origin = .bytes(bytes)
    }
  }

  init(bytes: [UInt8]) { origin = .bytes(bytes) }

  /// The same source from another offset. Only where `size` is known.
  func from(_ offset: Int) -> ByteInput {
    var other = self
    other.offset = offset
    return other
  }

  /// Nil where the source has no offsets: it is read once, from its start to its end.
  var size: Int? {
    switch origin {
    case .file(let file): file.size
    case .bytes(let bytes): bytes.count
    }
  }

  /// No more than this can come; one byte more than there is, so that asking for it meets the end.
  var most: Int {
    if case .bytes(let bytes) = origin { bytes.count - min(offset, bytes.count) + 1 } else { .max }
  }

  /// Fills a stretch of the buffer; returns how many bytes came, fewer than asked for only at the end of the source.
  mutating func fill(_ buffer: inout [UInt8], _ range: Range<Int>) throws(ReadFailure) -> Int {
    switch origin {
    case .bytes(let bytes):
      let count = min(range.count, bytes.count - min(offset, bytes.count))
      if count > 0 {
        buffer.replaceSubrange(range.lowerBound..<range.lowerBound + count, with: bytes[offset..<offset + count])
      }
      offset += count
      return count
    case .file(let file):
      var filled = 0
      while filled < range.count {
        let count = try file.read(into: &buffer, range.lowerBound + filled..<range.upperBound, from: offset)
        if count == 0 { break }
        filled += count
        offset += count
      }
      return filled
    }
  }
}
