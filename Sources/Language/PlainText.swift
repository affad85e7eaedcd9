/// Texts whose scalars are characters of their own, as almost all texts in Latin letters are: they can be taken apart
/// by their bytes, which takes a small part of the time that characters take.
enum PlainText {
  /// What a scalar is, for those of plain texts.
  enum Kind {
    case letter, digit, sign, space
    /// `%` and `‰`, which belong to the word before them.
    case percent
  }

  /// Whether all scalars of a text are ASCII without control characters, composed Latin letters, common punctuation or
  /// U+00A0. None of them joins another one, so that none needs the rules for characters. Linear in the text.
  static func isPlain(_ text: some StringProtocol) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var index = 0
      while index < bytes.count {
        guard let (_, length) = scalar(at: index, in: bytes) else { return false }
        index += length
      }
      return true
    } ?? false
  }

  /// The kind and the length of a scalar of valid UTF-8; nil for those that plain texts do not have.
  @inline(__always)
  static func scalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (kind: Kind, length: Int)? {
    let byte = bytes[index]
    switch byte {
    case 0x20: return (.space, 1)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return (.digit, 1)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return (.letter, 1)
    case UInt8(ascii: "%"): return (.percent, 1)
    case 0x21...0x7E: return (.sign, 1)
    case 0xC2: return bytes[index + 1] == 0xA0 ? (.space, 2) : nil
    // U+00C0 to U+024F; × and ÷ are no letters.
    case 0xC3: return (bytes[index + 1] & 0xDF == 0x97 ? .sign : .letter, 2)
    case 0xC4...0xC8: return (.letter, 2)
    case 0xC9: return bytes[index + 1] < 0x90 ? (.letter, 2) : nil
    // U+1E00 to U+1EFF.
    case 0xE1: return 0xB8...0xBB ~= bytes[index + 1] ? (.letter, 3) : nil
    case 0xE2: return sign(bytes[index + 1], bytes[index + 2])
    default: return nil
    }
  }

  /// U+2010 to U+2027, U+2030 and U+2212.
  private static func sign(_ second: UInt8, _ third: UInt8) -> (kind: Kind, length: Int)? {
    switch (second, third) {
    case (0x80, 0x90...0xA7), (0x88, 0x92): (.sign, 3)
    case (0x80, 0xB0): (.percent, 3)
    default: nil
    }
  }
}
