import CZlib

/// Bytes as zlib compresses them.
public enum Deflated {
  /// Without header and trailer, as the parts of a zip file are (RFC 1951).
  public static func raw(_ bytes: [UInt8]) -> [UInt8] { run(bytes, window: -MAX_WBITS) }

  /// One member of a gzip file (RFC 1952).
  public static func gzip(_ bytes: [UInt8]) -> [UInt8] { run(bytes, window: MAX_WBITS + 16) }

  public static func checksum(_ bytes: [UInt8]) -> UInt32 { UInt32(crc32(0, bytes, UInt32(bytes.count))) }

  private static func run(_ bytes: [UInt8], window: Int32) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        _ = deflate(&stream, Z_FINISH)
      }
    }
    return Array(output[..<Int(stream.total_out)])
  }
}
