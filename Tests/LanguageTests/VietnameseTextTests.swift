import Foundation
import Testing

@testable import Language

@Suite struct VietnameseTextTests {
  @Test(arguments: [
    ("Giồng Riềng", "giong rieng"), ("  Đông   HÒA ", "dong hoa"), ("ĐẶC KHU PHÚ QUỐC", "dac khu phu quoc"),
    ("Ủy\u{A0}ban", "uy ban"), ("Thường trực Ư Ơ Â Ă Ê Ô", "thuong truc u o a a e o"), ("Café Zürich", "cafe zurich"),
    ("", ""), ("60,5%", "60,5%"), ("Th\u{61}\u{309}o\u{200B}", "thao"),
  ])
  func folds(_ text: String, _ folded: String) {
    #expect(VietnameseText.folded(text) == folded)
  }

  /// Beside Unicode's own decomposition.
  @Test func takesLettersApartAsUnicodeDoes() {
    var known = 0
    for value in (0x20 as UInt32)...0x2FFF {
      guard let scalar = Unicode.Scalar(value), let letter = BareLetter(scalar) else { continue }
      known += 1
      let text = String(scalar)
      let bare = text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
        $0.properties.generalCategory != .nonspacingMark
      }
      let expected = String(String.UnicodeScalarView(bare)).lowercased().replacing("đ", with: "d")
      #expect(String(Unicode.Scalar(letter.ascii)) == expected, "U+\(String(value, radix: 16))")
      #expect(letter.isUppercase == scalar.properties.isUppercase, "U+\(String(value, radix: 16))")
    }
    #expect(known == 206)
  }

  /// Plain texts go another way than those with one letter that is not plain.
  @Test func foldsEveryTextAsUnicodeDoes() {
    var generator = SeededGenerator(state: 1107)
    let pieces = ["Giồng", "ĐÔNG", "a\u{309}", " ", "\u{A0}", "\t", "ß", "中", "–", "1", "Ǹ", "\u{AD}", "x", "ñ", "Ữ"]
    for _ in 0..<2000 {
      let text = (0..<5).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let bare = text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
        ![.nonspacingMark, .format].contains($0.properties.generalCategory)
      }
      let words = String(String.UnicodeScalarView(bare)).split(whereSeparator: \.isWhitespace)
      let expected = words.joined(separator: " ").lowercased().replacing("đ", with: "d")
      #expect(Array(VietnameseText.folded(text).unicodeScalars) == Array(expected.unicodeScalars), "\(text)")
    }
  }

  @Test func composes() {
    let decomposed = "To\u{302}\u{309}ng co\u{323}\u{302}ng"
    let composed = VietnameseText.normalised(decomposed)
    #expect(Array(composed.utf8) == Array("Tổng cộng".utf8))
    #expect(Array(VietnameseText.normalised("Tổng cộng – 5 %").utf8) == Array("Tổng cộng – 5 %".utf8))
  }

  @Test(arguments: [
    ("Thanh Hoá", "Thanh Hóa"), ("THANH HOÁ", "THANH HÓA"), ("Uỷ ban", "Ủy ban"), ("UỶ BAN", "ỦY BAN"),
    ("luỹ kế", "lũy kế"), ("khoẻ", "khỏe"), ("hoè", "hòe"), ("tuỳ, thuý", "tùy, thúy"), ("thuỷ-lợi", "thủy-lợi"),
    // Spelt alike in both ways.
    ("quý", "quý"), ("Quỹ", "Quỹ"), ("quá", "quá"), ("hoàn thành", "hoàn thành"), ("khuyến", "khuyến"),
    ("huế", "huế"), ("thuở", "thuở"), ("ngoài", "ngoài"), ("khuỷu", "khuỷu"), ("già", "già"), ("Hóa", "Hóa"),
    ("  Hòn   Đất ", "Hòn Đất"), ("hoa\u{301}", "hóa"),
  ])
  func putsTheToneInOnePlace(_ text: String, _ canonical: String) {
    #expect(Array(VietnameseText.canonicalName(text).unicodeScalars) == Array(canonical.unicodeScalars))
  }

  @Test func comparesNames() {
    #expect(VietnameseText.isSameName("THANH  HOÁ", "Thanh Hóa"))
    #expect(!VietnameseText.isSameName("Thanh Hoa", "Thanh Hóa"))
  }

  @Test(arguments: [
    [
      "An Biên", "An Minh", "Ăng", "Âu", "Bình", "Cà", "Dân", "Đất", "Em", "Êm", "Gò Quao", "Oanh", "Ông", "Ơn",
      "U Minh", "Ư",
    ],
    ["ma", "mà", "mả", "mã", "má", "mạ", "man", "màn"],
    ["Hà", "Hà Tiên", "Hạ Long", "Hai", "Hòn Đất"],
    ["Phường 2", "Phường 10", "Phường 10A", "Phường An Bình"],
    ["an", "An", "ân"],
    ["Giang Thành", "Giồng Riềng", "Gò Quao", "Hà Tiên", "Hòn Đất", "Kiên Hải", "Kiên Lương", "Phú Quốc", "Rạch Giá"],
    ["Tân", "Tân Hiệp", "Tân-Hiệp A"],
    ["Zurich", "Zürich", "中"],
  ])
  func sortsAsDictionariesDo(_ sorted: [String]) {
    var generator = SeededGenerator(state: 2023)
    for _ in 0..<20 {
      #expect(sorted.shuffled(using: &generator).sortedByName { $0 } == sorted)
    }
  }

  @Test func ordersTotally() {
    let words = ["hoá", "hóa", "Hóa", "hòa", "hoa 1", "hoa 01", "", " ", "hoa", "hoa!"]
    for left in words {
      for right in words {
        let (first, second) = (VietnameseOrder(left), VietnameseOrder(right))
        #expect((first == second) == (left == right))
        #expect([first < second, second < first, first == second].filter { $0 }.count == 1)
      }
    }
  }

  @Test(arguments: [
    ("membership-rte", ["membership-rate"]),
    ("membershiprate", ["membership-rate"]),
    ("memebrs", ["members"]),
    ("voter", ["voter-contacts-assembly", "voter-contacts-council"]),
    ("giong rieng", ["Giồng Riềng"]),
    ("Giồng Riêng", ["Giồng Riềng"]),
    ("rate", ["membership-rate"]),
    ("zzzzzz", []),
    ("", []),
    ("xy", []),
  ])
  func suggestsTheNearest(_ typed: String, _ expected: [String]) {
    let known = [
      "voter-contacts-assembly", "voter-contacts-council", "members", "membership-rate", "Giồng Riềng", "U Minh Thượng",
    ]
    #expect(NearestWord.candidates(for: typed, among: known) == expected)
  }

  /// A name that holds the words as they were typed comes before one that is a few letters off.
  @Test(arguments: [
    ("nong dan", ["Hội Nông dân", "Công đoàn"]), ("Phụ nữ", ["Hội Liên hiệp Phụ nữ"]), ("nong", ["Hội Nông dân"]),
    ("ông dân", ["Công đoàn", "Hội Nông dân"]), ("hội nông", ["Hội Nông dân"]),
  ])
  func wholeWordsComeFirst(_ typed: String, _ expected: [String]) {
    let known = ["Công đoàn", "Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Mặt trận Tổ quốc"]
    #expect(NearestWord.candidates(for: typed, among: known) == expected)
  }

  @Test func suggestsAtMostThree() {
    let known = ["abca", "abcb", "abcc", "abcd", "abca"]
    #expect(NearestWord.candidates(for: "abcx", among: known) == ["abca", "abcb", "abcc"])
  }

  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("ca", "abc", 2), ("kitten", "sitting", 3), ("ab", "ba", 1), ("abcd", "badc", 2),
    ("same", "same", 0),
  ])
  func measuresDistance(_ left: String, _ right: String, _ distance: Int) {
    #expect(NearestWord.distance(left, right) == distance)
    #expect(NearestWord.distance(right, left) == distance)
  }
}

struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
