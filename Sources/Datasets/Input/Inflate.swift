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

  /// Decompresses all members of a gzip file (RFC 1952); header, length and checksum of each are compared.
  ///
  /// - Parameter limit: the most bytes that may come out: a small file can hold very large ones.
  /// - Complexity: O(bytes in and out); one piece beyond the result is held.
  consuming func run(_ bytes: [UInt8], limit: Int) throws(Problem) -> [UInt8] {
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    var position = 0
    while true {
      let (code, taken, given) = step(bytes[position...], into: &piece)
      position += taken
      guard output.count + given <= limit else { throw .tooLarge }
      output += piece[..<given]
      switch code {
      case Z_STREAM_END:
        if position == bytes.count { return output }
        guard inflateReset(stream) == Z_OK else { throw .damaged }
      case Z_OK where taken > 0 || given > 0: continue
      default: throw .damaged
      }
    }
  }

  /// One call of zlib: its code, and how many bytes went in and came out. No pointer outlives the call.
  private func step(_ bytes: ArraySlice<UInt8>, into piece: inout [UInt8]) -> (code: Int32, taken: Int, given: Int) {
    // The library counts in 32 bits.
    let room = min(bytes.count, Int(Int32.max))
    return bytes.withUnsafeBufferPointer { input in
      piece.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(room)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        let code = inflate(stream, Z_NO_FLUSH)
        let left = (Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
        return (code, room - left.0, output.count - left.1)
      }
    }
  }
}
