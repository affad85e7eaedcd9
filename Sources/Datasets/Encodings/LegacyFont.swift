import Language

/// Guesses the old encoding of Vietnamese text, by which of them makes syllables of it.
enum LegacyFont {
  private static let candidates: [TextEncoding] = [.windows1258, .tcvn3, .vni]

  /// The encoding of bytes that are not UTF-8; nil when none makes sense of most words.
  ///
  /// - Complexity: O(bytes); callers hand over a sample.
  static func guess(_ bytes: [UInt8]) -> TextEncoding? {
    let words = bytes.split { !isWordByte($0) }.prefix(20_000).filter { $0.contains { $0 >= 0x80 } }
      .prefix(500).map { Array($0) }
    guard !words.isEmpty else { return nil }
    // A file in UTF-8 with a spoilt byte here and there is not in another encoding.
    guard words.count(where: { String(validating: $0, as: UTF8.self) != nil }) * 2 < words.count else { return nil }
    let scored = candidates.map { encoding in (encoding, words.count { isSyllable(encoding.decode($0)) }) }
    guard let best = scored.max(by: { $0.1 < $1.1 }), best.1 * 10 >= words.count * 6 else { return nil }
    return best.0
  }

  /// Whether every other byte is NUL: UTF-16 that does not announce itself.
  static func isUTF16(_ bytes: [UInt8]) -> TextEncoding? {
    guard bytes.count >= 4 else { return nil }
    let nuls = bytes.indices.filter { bytes[$0] == 0 }
    guard nuls.count * 4 >= bytes.count else { return nil }
    return nuls.count { !$0.isMultiple(of: 2) } * 2 > nuls.count ? .utf16le : .utf16be
  }

  /// How a text reads that was typed in an old font and then saved as Unicode; nil when it is no such text.
  static func reading(_ text: String) -> (text: String, encoding: TextEncoding)? {
    // Letters of Vietnamese beyond Latin-1 prove that it is Unicode.
    guard text.unicodeScalars.contains(where: { $0.value > 0xA0 }), text.count >= 4,
      let bytes = CodePage.windows1252.bytes(of: text), !isVietnamese(text)
    else { return nil }
    for encoding in [TextEncoding.tcvn3, .vni] {
      let decoded = encoding == .vni ? VNI.decode(bytes) : CodePage.tcvn3.decode(bytes)
      if let reading = String(validating: decoded, as: UTF8.self), isVietnamese(reading) { return (reading, encoding) }
    }
    return nil
  }

  /// Whether all words with letters beyond ASCII are syllables, and there are such words.
  private static func isVietnamese(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter && ($0.isASCII || $0 >= "\u{2010}") }.filter {
      $0.utf8.contains { $0 >= 0x80 }
    }
    return !words.isEmpty && words.allSatisfy { $0.count > 1 && VietnameseSyllable.isPossible($0) }
  }

  private static func isSyllable(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self).map { VietnameseSyllable.isPossible($0) } ?? false
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { byte >= 0x80 || Character(Unicode.Scalar(byte)).isLetter }
}
