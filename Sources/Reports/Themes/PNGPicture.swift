/// A PNG file, as far as placing it needs to know: its size on paper.
public struct PNGPicture: Sendable, Hashable {
  public let path: String
  /// In pixels of 1/96 inch.
  public let width: Double
  public let height: Double

  /// Nil when the bytes are not the beginning of a PNG file (RFC 2083) or say impossible sizes.
  init?(path: String, bytes: [UInt8]) {
    func number(at offset: Int) -> Int? {
      guard offset >= 0, offset + 4 <= bytes.count else { return nil }
      return bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
      let width = number(at: 16), let height = number(at: 20), (1...20_000).contains(width),
      (1...20_000).contains(height)
    else { return nil }
    var perInch = 96.0
    var offset = 8
    // The chunk `pHYs` says how many pixels a metre has.
    while let length = number(at: offset), let kind = number(at: offset + 4), kind != 0x4944_4154 {
      if kind == 0x7048_5973, let density = number(at: offset + 8), offset + 16 < bytes.count, bytes[offset + 16] == 1,
        density > 0
      {
        perInch = Double(density) * 0.0254
      }
      offset += 12 + length
    }
    self.path = path
    self.width = Double(width) * 96 / perInch
    self.height = Double(height) * 96 / perInch
  }
}
