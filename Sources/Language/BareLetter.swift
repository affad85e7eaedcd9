/// A letter without its diacritics, where one scalar tells: those of ASCII, and the composed ones of Vietnamese and
/// other languages of Western Europe. Letters are taken apart like this thousands of times before a question is answered.
public struct BareLetter {
  /// `a` to `z`.
  public let ascii: UInt8
  public let isUppercase: Bool

  /// Nil for what is no letter, or not known here.
  public init?(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      guard (0x61...0x7A).contains(value | 0x20) else { return nil }
      ascii = UInt8(truncatingIfNeeded: value | 0x20)
      isUppercase = value & 0x20 == 0
      return
    }
    // In Latin-1 the two cases lie 32 apart, elsewhere side by side, the capital first.
    let isLatin1 = (0xC0...0xFF).contains(value)
    guard let letter = Self.bare(isLatin1 ? value | 0x20 : value) else { return nil }
    ascii = letter
    isUppercase = isLatin1 ? value & 0x20 == 0 : value & 1 == (value == 0x1AF || value == 0x1B0 ? 1 : 0)
  }

  private static func bare(_ value: UInt32) -> UInt8? {
    switch value {
    case 0xE0...0xE5, 0x102...0x103, 0x1EA0...0x1EB7: UInt8(ascii: "a")
    case 0xE7: UInt8(ascii: "c")
    case 0x110...0x111: UInt8(ascii: "d")
    case 0xE8...0xEB, 0x1EB8...0x1EC7: UInt8(ascii: "e")
    case 0xEC...0xEF, 0x128...0x129, 0x1EC8...0x1ECB: UInt8(ascii: "i")
    case 0xF1: UInt8(ascii: "n")
    case 0xF2...0xF6, 0x1A0...0x1A1, 0x1ECC...0x1EE3: UInt8(ascii: "o")
    case 0xF9...0xFC, 0x168...0x169, 0x1AF...0x1B0, 0x1EE4...0x1EF1: UInt8(ascii: "u")
    case 0xFD, 0x1EF2...0x1EF9: UInt8(ascii: "y")
    default: nil
    }
  }
}
