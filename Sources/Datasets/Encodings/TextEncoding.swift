/// How the characters of a CSV file are written as bytes.
///
/// The three Vietnamese ones are those of the time before Unicode: Windows-1258, TCVN 5712:1993 VN3 (“ABC”, the fonts
/// named .VnTime) and VNI for Windows.
enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf16le = "utf-16le"
  case utf16be = "utf-16be"
  case windows1258 = "windows-1258"
  case windows1252 = "windows-1252"
  case tcvn3, vni

  /// The names under which descriptors know it.
  static let names: [String: TextEncoding] = {
    var names = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    let others: [(TextEncoding, [String])] = [
      (.utf8, ["utf8", "utf-8-sig", "us-ascii", "ascii"]), (.utf16, ["utf16"]), (.utf16le, ["utf-16-le"]),
      (.utf16be, ["utf-16-be"]), (.windows1258, ["cp1258"]), (.windows1252, ["cp1252", "iso-8859-1", "latin1"]),
      (.tcvn3, ["tcvn", "tcvn-3", "tcvn5712-3", "abc", "x-tcvn3"]), (.vni, ["vni-windows", "x-vni"]),
    ]
    for (encoding, aliases) in others {
      for alias in aliases { names[alias] = encoding }
    }
    return names
  }()

  init?(named name: String) {
    guard let encoding = Self.names[name.lowercased()] else { return nil }
    self = encoding
  }

  /// For people.
  var name: String {
    switch self {
    case .tcvn3: "TCVN3 (ABC, .VnTime)"
    case .vni: "VNI"
    case .windows1258: "Windows-1258"
    case .windows1252: "Windows-1252"
    case .utf8: "UTF-8"
    case .utf16, .utf16le, .utf16be: "UTF-16"
    }
  }

  /// UTF-16 announces itself; nil for everything else.
  static func announced(by bytes: some Collection<UInt8>) -> TextEncoding? {
    let start = Array(bytes.prefix(2))
    if start == [0xFF, 0xFE] { return .utf16le }
    if start == [0xFE, 0xFF] { return .utf16be }
    return nil
  }

  /// A byte that UTF-8 never has, in the place of what cannot be decoded: its field is then reported like any other
  /// that is not text.
  static let undecodable: UInt8 = 0xFF

  /// The text in UTF-8 and NFC. Linear.
  func decode(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .utf8: return bytes
    case .utf16: return (Self.announced(by: bytes) ?? .utf16be).decode(bytes)
    case .utf16le: return UTF16Text.decode(bytes, isLittleEndian: true)
    case .utf16be: return UTF16Text.decode(bytes, isLittleEndian: false)
    case .windows1252: return CodePage.windows1252.decode(bytes)
    case .windows1258: return CodePage.windows1258.decode(bytes)
    case .tcvn3: return CodePage.tcvn3.decode(CodePage.windows1252.bytes(ofMistaken: bytes) ?? bytes)
    case .vni: return VNI.decode(CodePage.windows1252.bytes(ofMistaken: bytes) ?? bytes)
    }
  }
}

/// UTF-16 (RFC 2781).
enum UTF16Text {
  static func decode(_ bytes: [UInt8], isLittleEndian: Bool) -> [UInt8] {
    let count = bytes.count / 2
    func unit(_ index: Int) -> UInt16 {
      let (first, second) = (UInt16(bytes[2 * index]), UInt16(bytes[2 * index + 1]))
      return isLittleEndian ? first | second << 8 : first << 8 | second
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = count > 0 && unit(0) == 0xFEFF ? 1 : 0
    while index < count {
      let high = unit(index)
      index += 1
      if UTF16.isLeadSurrogate(high), index < count, UTF16.isTrailSurrogate(unit(index)) {
        let value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit(index)) - 0xDC00)
        index += 1
        append(value, to: &text)
      } else {
        append(UInt32(high), to: &text)
      }
    }
    if !bytes.count.isMultiple(of: 2) { text.append(TextEncoding.undecodable) }
    return text
  }

  private static func append(_ value: UInt32, to text: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else {
      text.append(TextEncoding.undecodable)
      return
    }
    text += encoded
  }
}
