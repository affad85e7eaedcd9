/// The bytes of a source, in order from an offset. A copy reads on its own where the source has offsets (`size`).
public struct ByteInput: Sendable {
  private enum Origin: Sendable {
    case file(OpenFile)
    case bytes([UInt8])
    case stream(any CSVStream)
  }

  private let origin: Origin
  private(set) var offset = 0

  /// Throws `openFailed`, or what opening a stream throws.
  public init(_ source: CSVSource) throws(CSVError) {
    switch source {
    case .file(let path): origin = .file(try OpenFile(at: path))
    case .bytes(let bytes): origin = .bytes(bytes)
    case .stream(let stream): origin = .stream(try stream.open())
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
    case .stream: nil
    }
  }

  /// No more than this can come; one byte more than there is, so that asking for it meets the end. Of a file that has
  /// grown, or whose size says nothing, as those of /proc, there is no telling.
  var most: Int {
    switch origin {
    case .bytes(let bytes): bytes.count - min(offset, bytes.count) + 1
    case .file(let file): file.size.flatMap { offset < $0 ? $0 - offset + 1 : nil } ?? .max
    case .stream: .max
    }
  }

  /// Fills a stretch of the buffer. Fewer bytes than asked for come only at the end of the source or before a failure,
  /// which the next call meets again.
  public mutating func fill(_ buffer: inout [UInt8], _ range: Range<Int>) -> (count: Int, failure: CSVReadFailure?) {
    switch origin {
    case .bytes(let bytes):
      let count = min(range.count, bytes.count - min(offset, bytes.count))
      if count > 0 {
        buffer.replaceSubrange(range.lowerBound..<range.lowerBound + count, with: bytes[offset..<offset + count])
      }
      offset += count
      return (count, nil)
    case .file(let file):
      return fillWhole(range) { rest, offset throws(CSVReadFailure) in try file.read(into: &buffer, rest, from: offset)
      }
    case .stream(let stream):
      return fillWhole(range) { rest, _ throws(CSVReadFailure) in try stream.read(into: &buffer, rest) }
    }
  }

  private mutating func fillWhole(
    _ range: Range<Int>, _ read: (Range<Int>, Int) throws(CSVReadFailure) -> Int
  ) -> (count: Int, failure: CSVReadFailure?) {
    var filled = 0
    do throws(CSVReadFailure) {
      while filled < range.count {
        let count = try read(range.lowerBound + filled..<range.upperBound, offset)
        if count == 0 { break }
        filled += count
        offset += count
      }
    } catch { return (filled, error) }
    return (filled, nil)
  }
}
