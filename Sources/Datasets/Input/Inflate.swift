import CZlib

/// The owner of one decompression of zlib: compressed bytes go in, what comes out is counted while it comes.
struct Inflate: ~Copyable {
  enum Problem: Error {
    case damaged
    case tooLarge
  }

  /// On the heap: zlib keeps the address.
  private let stream: UnsafeMutablePointer<z_stream>
  private static let pieceSize = 64 << 10
  /// A window of 32 KiB, with the header and trailer of gzip.
  private static let windowOfGzip = MAX_WBITS + 16

  init() throws(Problem) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let code = inflateInit2_(stream, Self.windowOfGzip, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw .damaged }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// What one step took from the compressed bytes and gave.
  struct Step {
    var taken: Int
    var given: Int
    /// A member (RFC 1952) ended, and its length and checksum are right; the next byte begins another one.
    var isMemberEnd: Bool
  }

  /// Decompresses all members of a gzip file; header, length and checksum of each are compared.
  ///
  /// - Parameter limit: the most bytes that may come out: a small file can hold very large ones.
  /// - Complexity: O(bytes in and out); one piece beyond the result is held.
  consuming func run(_ bytes: [UInt8], limit: Int) throws(Problem) -> [UInt8] {
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    var position = 0
    while true {
      let step = try step(bytes, position..<bytes.count, into: &piece, piece.indices)
      position += step.taken
      guard output.count + step.given <= limit else { throw .tooLarge }
      output += piece[..<step.given]
      if step.isMemberEnd {
        if position == bytes.count { return output }
      } else if step.taken == 0 && step.given == 0 {
        throw .damaged
      }
    }
  }

  /// Decompresses what is there into what room there is; without progress, it needs more of one of them.
  func step(
    _ bytes: [UInt8], _ range: Range<Int>, into buffer: inout [UInt8], _ room: Range<Int>
  ) throws(Problem) -> Step {
    let (code, taken, given) = call(bytes[range], into: &buffer, room)
    switch code {
    case Z_STREAM_END:
      guard inflateReset(stream) == Z_OK else { throw .damaged }
      return Step(taken: taken, given: given, isMemberEnd: true)
    case Z_OK, Z_BUF_ERROR: return Step(taken: taken, given: given, isMemberEnd: false)
    default: throw .damaged
    }
  }

  /// One call of zlib: its code, and how many bytes went in and came out. No pointer outlives the call.
  private func call(
    _ bytes: ArraySlice<UInt8>, into buffer: inout [UInt8], _ room: Range<Int>
  ) -> (code: Int32, taken: Int, given: Int) {
    // The library counts in 32 bits.
    let most = min(bytes.count, Int(Int32.max))
    return bytes.withUnsafeBufferPointer { input in
      buffer.withUnsafeMutableBufferPointer { buffer in
        let output = UnsafeMutableBufferPointer(rebasing: buffer[room])
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(most)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(min(output.count, Int(Int32.max)))
        let roomBefore = Int(stream.pointee.avail_out)
        let code = inflate(stream, Z_NO_FLUSH)
        let left = (Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
        return (code, most - left.0, roomBefore - left.1)
      }
    }
  }
}
