/// Texts in which nothing can be wrong but what a constraint says: letters, digits and signs of ASCII without a space.
public enum PlainText {
  /// Whether the field is certainly such a text. Bytes behind it can be read, seven of them.
  @inlinable
  @inline(__always)
  public static func takes(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> Bool {
    guard length > 0, base[start] != UInt8(ascii: "#") else { return false }
    let bytes = UnsafeRawPointer(base)
    if length < 8 {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      return isPlain(word | 0x4141_4141_4141_4141 &<< UInt64(truncatingIfNeeded: 8 &* length))
    }
    var offset = start
    let last = start &+ length &- 8
    while offset < last {
      if !isPlain(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) { return false }
      offset &+= 8
    }
    return isPlain(bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self))
  }

  /// No byte at or below the space, none of DEL or beyond ASCII (S. Anderson, Bit Twiddling Hacks, "hasless").
  @inlinable
  @inline(__always)
  static func isPlain(_ word: UInt64) -> Bool {
    (word | ((word &- 0x2121_2121_2121_2121) & ~word) | (word &+ 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0
  }

  /// Whether a text beyond the dictionary could be an identity number (`IdentityNumbers`).
  @inline(__always)
  static func mayBeIdentity(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> Bool {
    guard base[start] <= UInt8(ascii: "9"), length >= 9, length <= 20 else { return false }
    return isIdentity(base, start, length)
  }

  private static func isIdentity(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> Bool {
    var digits: [UInt8] = []
    for index in start..<start + length where base[index] != UInt8(ascii: " ") && base[index] != UInt8(ascii: ".") {
      digits.append(base[index])
    }
    switch IdentityNumbers.form(digits) {
    case .new, .old: return true
    case .shortened, nil: return false
    }
  }
}
