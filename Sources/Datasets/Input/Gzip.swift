/// The container of a compressed file (RFC 1952): one member or several, each with its length and checksum.
enum Gzip {
  /// Far above any table that belongs into a compressed file.
  static let largestSize = 512 << 20

  static func isCompressed(_ file: String) -> Bool { file.hasSuffix(".gz") }

  static func decompress(_ bytes: [UInt8]) throws(Inflate.Problem) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    repeat {
      var inflate = Inflate(bytes, from: try headerEnd(bytes, position), limit: largestSize - output.count)
      let part = try inflate.run()
      let end = inflate.position
      guard end + 8 <= bytes.count, number(bytes, end) == crc(part),
        number(bytes, end + 4) == UInt32(truncatingIfNeeded: part.count)
      else { throw .damaged }
      if output.isEmpty { output = part } else { output += part }
      position = end + 8
    } while position < bytes.count
    return output
  }

  private static func headerEnd(_ bytes: [UInt8], _ start: Int) throws(Inflate.Problem) -> Int {
    guard start + 18 <= bytes.count, bytes[start] == 0x1F, bytes[start + 1] == 0x8B, bytes[start + 2] == 8 else {
      throw .damaged
    }
    let flags = bytes[start + 3]
    guard flags & 0xE0 == 0 else { throw .damaged }
    var position = start + 10
    if flags & 4 != 0 { position += 2 + Int(bytes[position]) + Int(bytes[position + 1]) << 8 }
    // A name and a remark, each up to a NUL.
    for flag in [8, 16] as [UInt8] where flags & flag != 0 {
      guard position < bytes.count, let end = bytes[position...].firstIndex(of: 0) else { throw .damaged }
      position = end + 1
    }
    if flags & 2 != 0 { position += 2 }
    guard position < bytes.count else { throw .damaged }
    return position
  }

  private static func number(_ bytes: [UInt8], _ start: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
  }
}
