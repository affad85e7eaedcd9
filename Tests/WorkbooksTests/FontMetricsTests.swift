import Foundation
import Reports
import Testing

@testable import Workbooks

/// The widths that columns are measured with are the font's own, read from its file where the machine has it.
@Suite struct FontMetricsTests {
  private static let vietnamese =
    "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
  private static let letters =
    String(String.UnicodeScalarView((32..<127).compactMap { Unicode.Scalar($0) })) + vietnamese
    + vietnamese.uppercased() + "▲▼–“”‘’•\u{A0}×÷±°§«»€₫²³½·≥≤−"

  static let folder = ["liberation2", "liberation"].map { "/usr/share/fonts/truetype/\($0)" }
    .first { (try? FontFile("\($0)/LiberationSerif-Regular.ttf")).flatMap { $0.advance(of: "ế") } != nil }
  private static let families: [(Theme.Widths, String)] = [(.serif, "LiberationSerif"), (.sans, "LiberationSans")]

  @Test(.enabled(if: folder != nil), arguments: families, [("Regular", false), ("Bold", true)])
  func widthsAreTheFonts(_ family: (Theme.Widths, String), _ style: (String, Bool)) throws {
    let (weight, isBold) = style
    let measure = TextMeasure(widths: family.0)
    let font = try FontFile("\(try #require(Self.folder))/\(family.1)-\(weight).ttf")
    for letter in Self.letters.unicodeScalars {
      let advance = try #require(font.advance(of: letter), "\(letter)")
      // At this size, a thousandth of the em is a thousandth of a pixel.
      let measured = measure.width(String(letter), size: 0.75, isBold: isBold) * 1_000
      #expect(abs(measured - advance) < 1, "\(letter): \(measured), the font has \(advance)")
    }
  }

  @Test(arguments: Theme.Widths.allCases, [false, true])
  func decomposedLettersAreAsWide(_ widths: Theme.Widths, _ isBold: Bool) {
    let measure = TextMeasure(widths: widths)
    for letter in Self.vietnamese + Self.vietnamese.uppercased() {
      let composed = measure.width(String(letter), size: 12, isBold: isBold)
      let decomposed = measure.width(
        String(letter).decomposedStringWithCanonicalMapping, size: 12, isBold: isBold)
      // Without its dot, an i is a little wider than its stem.
      #expect((-0.95..<1.5).contains(decomposed - composed), "\(letter): \(composed), \(decomposed)")
    }
  }

  @Test func joinedPicturesAreNotNarrowerThanTheyShow() {
    let family = TextMeasure.serif.width("👩‍👩‍👧", size: 10)
    let single = TextMeasure.serif.width("👩", size: 10)
    #expect(single > TextMeasure.serif.width("0", size: 10) * 2)
    #expect(family >= single && family <= single * 3 + 0.01)
    #expect(TextMeasure.serif.width("👩🏽", size: 10) == single)
    #expect(TextMeasure.serif.width("a\u{200B}b\u{FE0F}", size: 10) == TextMeasure.serif.width("ab", size: 10))
  }
}

/// The advance widths of a TrueType font: the tables head, hhea, hmtx and cmap (format 4) of its file.
private struct FontFile {
  private let bytes: [UInt8]
  private var tables: [String: Int] = [:]

  init(_ path: String) throws {
    bytes = Array(try Data(contentsOf: URL(filePath: path)))
    for index in 0..<number(4) {
      let record = 12 + 16 * index
      tables[String(decoding: bytes[record..<record + 4], as: UTF8.self)] = long(record + 8)
    }
  }

  private func number(_ offset: Int) -> Int { Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) }
  private func long(_ offset: Int) -> Int { number(offset) << 16 | number(offset + 2) }

  /// In thousandths of the em; nil for a letter that the font lacks.
  func advance(of letter: Unicode.Scalar) -> Double? {
    guard let head = tables["head"], let hhea = tables["hhea"], let hmtx = tables["hmtx"],
      let glyph = glyph(of: Int(letter.value))
    else { return nil }
    let last = number(hhea + 34) - 1
    return Double(number(hmtx + 4 * min(glyph, last))) * 1_000 / Double(number(head + 18))
  }

  private func glyph(of letter: Int) -> Int? {
    guard let cmap = tables["cmap"] else { return nil }
    for index in 0..<number(cmap + 2) {
      let table = cmap + long(cmap + 8 + 8 * index)
      guard number(cmap + 4 + 8 * index) == 3, number(table) == 4 else { continue }
      let length = number(table + 6)
      for segment in stride(from: 0, to: length, by: 2) where number(table + 14 + segment) >= letter {
        let (start, delta) = (table + 16 + length + segment, table + 16 + 2 * length + segment)
        let range = table + 16 + 3 * length + segment
        guard number(start) <= letter else { return nil }
        guard number(range) != 0 else { return (letter + number(delta)) & 0xFFFF }
        let glyph = number(range + number(range) + 2 * (letter - number(start)))
        return glyph == 0 ? nil : (glyph + number(delta)) & 0xFFFF
      }
    }
    return nil
  }
}
