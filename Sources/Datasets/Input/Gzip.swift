/// A compressed file (RFC 1952): one member or several.
enum Gzip {
  /// Far above any table that belongs into a compressed file.
  static let largestSize = 512 << 20

  /// With it any compressed file begins.
  static let signature: [UInt8] = [0x1F, 0x8B]

  static func isCompressed(_ file: String) -> Bool { file.hasSuffix(".gz") }

  static func decompress(_ bytes: [UInt8], limit: Int = largestSize) throws(Inflate.Problem) -> [UInt8] {
    try Inflate().run(bytes, limit: limit)
  }
}
