import Values

/// Texts as a workbook's XML can hold them.
///
/// XML knows neither most control characters, which the library escapes as `_x0001_`, nor U+FFFE and U+FFFF, which are
/// refused. A text that already reads like such an escape would come back as another one and is escaped itself
/// (ECMA-376 part 1, 22.9.2.19).
enum FileText {
  enum Verdict: Sendable, Hashable { case plain, needsEscape, notAllowed }

  /// One pass over the bytes.
  static func verdict(_ bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
    var verdict = Verdict.plain
    var index = 0
    let end = bytes.count
    while index < end {
      let byte = bytes[index]
      if byte == 0 { return .notAllowed }
      if byte == UInt8(ascii: "_"), isEscape(bytes, at: index) { verdict = .needsEscape }
      if byte == 0xEF, index + 2 < end, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return .notAllowed }
      index += 1
    }
    return verdict
  }

  static func verdict(_ text: String) -> Verdict {
    var text = text
    return text.withUTF8 { verdict($0) }
  }

  /// `_x0041_`
  private static func isEscape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 6 < bytes.count, bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_") else {
      return false
    }
    return (index + 2..<index + 6).allSatisfy { Unicode.Scalar(bytes[$0]).properties.isASCIIHexDigit }
  }

  /// The underscore of each escape escaped.
  static func escaped(_ text: String) -> String {
    var text = text
    let bytes = text.withUTF8 { bytes in
      var out: [UInt8] = []
      for index in bytes.indices {
        if bytes[index] == UInt8(ascii: "_"), isEscape(bytes, at: index) { out += "_x005F".utf8 }
        out.append(bytes[index])
      }
      return out
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
