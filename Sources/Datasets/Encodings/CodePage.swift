import Language

/// An encoding of one byte a character whose first half is ASCII.
struct CodePage: Sendable {
  /// The characters of 0x80 to 0xFF; U+FFFD where there is none.
  private let upper: [Unicode.Scalar]
  private let encoded: [[UInt8]]
  /// Tones are characters of their own there, and are joined to their letters.
  private let composes: Bool

  /// - Parameter upper: 128 characters, `�` where there is none.
  init(_ upper: String, composes: Bool = false) {
    self.upper = Array(upper.unicodeScalars)
    self.composes = composes
    encoded = self.upper.map { scalar in
      scalar == "\u{FFFD}" ? [TextEncoding.undecodable] : UTF8.encode(scalar).map(Array.init) ?? []
    }
  }

  subscript(byte: UInt8) -> Unicode.Scalar? {
    guard byte >= 0x80 else { return Unicode.Scalar(byte) }
    let scalar = upper[Int(byte) - 0x80]
    return scalar == "\u{FFFD}" ? nil : scalar
  }

  func decode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2)
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { text += encoded[Int(byte) - 0x80] }
    }
    return composes ? Self.composed(text) : text
  }

  /// NFC, between the bytes that could not be decoded.
  static func composed(_ text: [UInt8]) -> [UInt8] {
    let parts = text.split(separator: TextEncoding.undecodable, omittingEmptySubsequences: false)
    return Array(
      parts.map { part in
        String(validating: part, as: UTF8.self).map { Array(VietnameseText.normalised($0).utf8) } ?? Array(part)
      }.joined(separator: [TextEncoding.undecodable]))
  }

  /// The bytes of this page that somebody took for its characters and saved as UTF-8, as a spreadsheet does with text
  /// in the old fonts; nil where the bytes are not such text.
  func bytes(ofMistaken utf8: [UInt8]) -> [UInt8]? {
    guard utf8.contains(where: { $0 >= 0x80 }), let text = String(validating: utf8, as: UTF8.self) else { return nil }
    return bytes(of: text)
  }

  /// Nil when a character is not of the page.
  func bytes(of text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if let byte = places[scalar] {
        bytes.append(byte)
      } else if scalar.value < 0x100 {
        bytes.append(UInt8(scalar.value))
      } else {
        return nil
      }
    }
    return bytes
  }

  private var places: [Unicode.Scalar: UInt8] { Self.windows1252Places }
  private static let windows1252Places: [Unicode.Scalar: UInt8] = {
    var places: [Unicode.Scalar: UInt8] = [:]
    for (index, scalar) in windows1252.upper.enumerated() where scalar != "\u{FFFD}" {
      places[scalar] = UInt8(0x80 + index)
    }
    return places
  }()

  /// https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT
  static let windows1252 = CodePage(windowsPunctuation("Š", "Ž", "š", "ž") + latin1(0xA0...0xFF))

  /// https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1258.TXT
  static let windows1258 = CodePage(
    windowsPunctuation("�", "�", "�", "�") + latin1(0xA0...0xBF)
      + "ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ß"
      + "àáâăäåæçèéêë\u{301}íîïđñ\u{323}óôơö÷øùúûüư₫ÿ", composes: true)

  /// TCVN 5712:1993, VN3: the small letters with tones; capitals with tones are small letters in a font of capitals.
  /// What lies below them is the punctuation that Windows has there.
  static let tcvn3 = CodePage(
    windowsPunctuation("�", "�", "�", "�")
      + "\u{A0}ĂÂÊÔƠƯĐăâêôơưđ�" + "�����àảãáạ�ằẳẵắ�" + "������ặầẩẫấậè�ẻẽ" + "éẹềểễếệìỉ���ĩíịò" + "�ỏõóọồổỗốộờởỡớợù"
      + "�ủũúụừửữứựỳỷỹýỵ�")

  private static func latin1(_ range: ClosedRange<UInt8>) -> String {
    String(String.UnicodeScalarView(range.map { Unicode.Scalar($0) }))
  }

  /// 0x80 to 0x9F of the Windows pages for Western and Vietnamese text, which differ in four letters.
  private static func windowsPunctuation(_ s: String, _ z: String, _ small: String, _ smallZ: String) -> String {
    "€�‚ƒ„…†‡ˆ‰\(s)‹Œ�\(z)��‘’“”•–—˜™\(small)›œ�\(smallZ)Ÿ"
  }
}
