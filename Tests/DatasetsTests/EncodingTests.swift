import Findings
import TestSupport
import Testing

@testable import Datasets
@testable import Language

@Suite struct EncodingTests {
  static let pangram = "Độc lập - Tự do - Hạnh phúc; Kiên Giang, Hòn Đất, Giồng Riềng, U Minh Thượng, ký kết, nghỉ, ngã"

  /// All Vietnamese letters with and without tones; capitals with tones where the encoding has them.
  static let small = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"

  @Test(arguments: [TextEncoding.tcvn3, .vni, .windows1258]) func everyLetterIsRead(encoding: TextEncoding) {
    let letters = encoding == .tcvn3 ? Self.small + "ĂÂÊÔƠƯĐ" : Self.small + Self.small.uppercased()
    let bytes = LegacyWriter.encode(letters, encoding)
    #expect(String(decoding: encoding.decode(bytes), as: UTF8.self) == letters)
    #expect(bytes.allSatisfy { $0 >= 0x80 || (0x41...0x7A).contains($0) })
  }

  /// Bytes as other programs write them.
  @Test(arguments: [
    (TextEncoding.tcvn3, [0x47, 0xB8, 0x6F] as [UInt8], "Gáo"), (.tcvn3, [0xA7, 0xD2, 0x20, 0xAD, 0xF5], "Đề ưừ"),
    (.vni, [0x56, 0x69, 0x65, 0xE4, 0x74], "Việt"), (.vni, [0xD1, 0xF6, 0xF4, 0xF8, 0x6E, 0x67], "Đường"),
    (.windows1258, [0x56, 0x69, 0xEA, 0xF2, 0x74], "Việt"), (.windows1258, [0xD0, 0xF5, 0xCC], "Đờ"),
    (.windows1252, [0x80, 0xE9], "€é"), (.utf16le, [0xFF, 0xFE, 0xC7, 0x1E, 0x3D, 0xD8, 0x00, 0xDE], "ệ😀"),
    (.utf16be, [0x1E, 0xC7, 0x00, 0x0A], "ệ\n"), (.utf16, [0xFE, 0xFF, 0x00, 0x61], "a"),
  ]) func knownBytesAreRead(encoding: TextEncoding, bytes: [UInt8], text: String) {
    #expect(String(decoding: encoding.decode(bytes), as: UTF8.self) == text)
  }

  @Test func whatCannotBeReadStaysMarked() {
    #expect(TextEncoding.windows1258.decode([0x61, 0xD2, 0xFF]) == Array("ả".utf8) + Array("ÿ".utf8))
    #expect(TextEncoding.windows1252.decode([0x61, 0x81]) == [0x61, 0xFF])
    #expect(TextEncoding.tcvn3.decode([0xFF, 0x61]) == [0xFF, 0x61])
    #expect(TextEncoding.vni.decode([0xDF, 0x61]) == [0xFF, 0x61])
    #expect(TextEncoding.utf16le.decode([0x61, 0, 0x00, 0xD8]) == [0x61, 0xFF])
    #expect(TextEncoding.utf16le.decode([0x61, 0, 0x62]) == [0x61, 0xFF])
  }

  @Test(arguments: [TextEncoding.tcvn3, .vni, .windows1258]) func theEncodingIsGuessed(encoding: TextEncoding) {
    #expect(LegacyFont.guess(LegacyWriter.encode(Self.pangram, encoding)) == encoding)
  }

  @Test func unicodeIsNotTakenForAnOldEncoding() {
    #expect(LegacyFont.guess(Array(Self.pangram.utf8)) == nil)
    #expect(LegacyFont.guess(Array(Self.pangram.utf8) + [0xED]) == nil)
    #expect(LegacyFont.guess([]) == nil)
    for text in [Self.pangram, "Hà Tiên", "Café Müller", "µm²", "5 °C", "José, São Paulo", "a – b", "Kiên Giàng", "½"] {
      #expect(LegacyFont.reading(text) == nil, "\(text)")
    }
  }

  /// A spreadsheet keeps the letters that an old font draws otherwise.
  @Test(arguments: [TextEncoding.tcvn3, .vni], ["Giồng Riềng", "Tân Hiệp", "Hòn Đất", "Giáo dục và đào tạo"])
  func textOfOldFontsIsRecognised(encoding: TextEncoding, text: String) {
    let mistaken = String(String.UnicodeScalarView(LegacyWriter.encode(text, encoding).map { Unicode.Scalar($0) }))
    let reading = LegacyFont.reading(mistaken)
    #expect(reading?.text == text && reading?.encoding == encoding)
  }

  @Test(arguments: [
    "Việt", "nghiêng", "quyền", "khuya", "giếng", "gì", "yêu", "oách", "thuở", "xoong", "Ủy", "đ", "ruốc", "khuỷu",
    "hươu",
  ]) func syllablesArePossible(word: String) {
    // A consonant alone is none.
    #expect(VietnameseSyllable.isPossible(word) == (word != "đ"))
  }

  @Test(arguments: ["Müller", "Việtt", "fà", "ắ", "nghh", "áà", "str", "Gi¸o", ""]) func othersAreNot(word: String) {
    #expect(!VietnameseSyllable.isPossible(word))
  }

  @Test func declaredEncodingsAreConverted() throws {
    let csv = "year,unit,count\n2022,Giồng Riềng,5\n2023,Tân Hiệp,x\n"
    for encoding in [TextEncoding.tcvn3, .vni, .windows1258] {
      let sketch = try ScanSketch(.figures("", properties: [#""encoding": "\#(encoding.rawValue)""#]))
      try sketch.folder.write(bytes: LegacyWriter.encode(csv, encoding), to: "figures.csv")
      let (outcome, rows) = try sketch.scan()
      #expect(rows.map { $0[1] } == ["Giồng Riềng", "Tân Hiệp"])
      #expect(outcome.findings.filter { $0.severity == .error }.map(\.summary) == ["figures.csv:3:15 type-error 'x'"])
      #expect(outcome.findings.contains { $0.code == "case-lost" } == (encoding == .tcvn3))
    }
  }
}

/// Writes the old encodings, from the reading tables of nothing but Unicode and the standards.
enum LegacyWriter {
  static func encode(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      if scalar.isASCII { return [UInt8(scalar.value)] }
      switch encoding {
      case .tcvn3: return tcvn3(scalar)
      case .vni: return vni(scalar)
      default: return windows(scalar)
      }
    }
  }

  private static let tcvn3Rows: [(UInt8, String)] = [
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"), (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
  ]

  private static func tcvn3(_ scalar: Unicode.Scalar) -> [UInt8] {
    for (start, letters) in tcvn3Rows {
      if let place = Array(letters.unicodeScalars).firstIndex(of: scalar) { return [start + UInt8(place)] }
    }
    return [0xFF]
  }

  /// A letter as its base with circumflex, breve or horn, and its tone.
  private static func parts(_ scalar: Unicode.Scalar) -> (base: String, tone: Unicode.Scalar?) {
    let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    let marks = Array(UnicodeForms.decomposed(String(scalar)).unicodeScalars)
    let tone = marks.first { tones.contains($0) }
    return (
      VietnameseText.normalised(String(String.UnicodeScalarView(marks.filter { !tones.contains($0) }))), tone
    )
  }

  private static func windows(_ scalar: Unicode.Scalar) -> [UInt8] {
    let page: [String: UInt8] = [
      "Ă": 0xC3, "ă": 0xE3, "Đ": 0xD0, "đ": 0xF0, "Ơ": 0xD5, "ơ": 0xF5, "Ư": 0xDD, "ư": 0xFD, "Â": 0xC2, "â": 0xE2,
      "Ê": 0xCA, "ê": 0xEA, "Ô": 0xD4, "ô": 0xF4,
    ]
    let tones: [Unicode.Scalar: UInt8] = [
      "\u{300}": 0xCC, "\u{309}": 0xD2, "\u{303}": 0xDE, "\u{301}": 0xEC, "\u{323}": 0xF2,
    ]
    let (base, tone) = parts(scalar)
    return [page[base] ?? base.utf8.first ?? 0] + (tone.flatMap { tones[$0] }.map { [$0] } ?? [])
  }

  private static func vni(_ scalar: Unicode.Scalar) -> [UInt8] {
    let own: [String: UInt8] = [
      "ơ": 0xF4, "ư": 0xF6, "đ": 0xF1, "í": 0xED, "ì": 0xEC, "ỉ": 0xE6, "ĩ": 0xF3, "ị": 0xF2, "ỵ": 0xEE,
    ]
    let marks: [String: [Unicode.Scalar?: UInt8]] = [
      "": ["\u{300}": 0xF8, "\u{301}": 0xF9, "\u{309}": 0xFB, "\u{303}": 0xF5, "\u{323}": 0xEF],
      "\u{302}": [nil: 0xE2, "\u{300}": 0xE0, "\u{301}": 0xE1, "\u{309}": 0xE5, "\u{303}": 0xE3, "\u{323}": 0xE4],
      "\u{306}": [nil: 0xEA, "\u{300}": 0xE8, "\u{301}": 0xE9, "\u{309}": 0xFA, "\u{303}": 0xFC, "\u{323}": 0xEB],
    ]
    let letter = String(scalar)
    let lowered = letter.lowercased()
    let capital: UInt8 = letter == lowered ? 0 : 0x20
    if let byte = own[lowered] { return [byte - capital] }
    let (base, tone) = parts(lowered.unicodeScalars.first ?? scalar)
    if let byte = own[base] { return [byte - capital, (marks[""]?[tone] ?? 0) - capital] }
    let decomposed = Array(UnicodeForms.decomposed(base).unicodeScalars)
    let shape = String(String.UnicodeScalarView(decomposed.dropFirst()))
    return [UInt8(decomposed[0].value) - capital, (marks[shape]?[tone] ?? 0) - capital]
  }
}
