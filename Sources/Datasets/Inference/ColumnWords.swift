import Language

/// What the name of a column says of its part, in Vietnamese or English.
struct ColumnWords {
  private let words: [String]
  private let text: String

  init(_ name: String) {
    var parted = ""
    var previous: Character?
    for character in name {
      if let previous, previous.isLowercase, character.isUppercase { parted.append(" ") }
      parted.append(character.isLetter || character.isNumber ? character : " ")
      previous = character
    }
    text = VietnameseText.folded(parted)
    words = text.split(separator: " ").map(String.init)
  }

  private func holds(_ phrases: [String]) -> Bool {
    phrases.contains { phrase in " \(words.joined(separator: " ")) ".contains(" \(phrase) ") }
  }

  var saysYear: Bool { holds(["year", "yr", "nam", "nam bao cao", "ky", "period", "time", "reporting year"]) }
  var saysCode: Bool { holds(["code", "id", "ma", "iso", "iso2", "iso3", "fips", "key", "stt", "tt", "no"]) }
  var saysName: Bool { holds(["name", "ten", "title", "label"]) }
  /// `Số huyện`, `Dân số tỉnh`: something is counted or measured, whatever else is named.
  private var saysQuantity: Bool {
    holds([
      "so", "number", "count", "total", "tong", "dan so", "ty le", "rate", "percent", "dien tich",
      "value",
      "gia tri", "amount",
    ])
  }
  /// Whole numbers in it are codes of something.
  var saysMember: Bool { saysCode || unitLevel != nil || (saysOrganisation && !saysQuantity) }
  var saysFlags: Bool { holds(["status", "flag", "flags", "tinh trang", "obs status"]) }
  var saysOrganisation: Bool {
    holds(["organisation", "organization", "agency", "to chuc", "doan the", "co quan", "institution"])
  }

  /// Words for units and the level that each of them says, the more telling first.
  private static let units: [(phrase: String, level: String)] = [
    ("country", "country"), ("nation", "country"), ("quoc gia", "country"), ("province", "province"),
    ("tinh", "province"), ("tinh thanh", "province"), ("district", "district"), ("huyen", "district"),
    ("quan huyen", "district"), ("commune", "commune"), ("xa", "commune"), ("phuong xa", "commune"),
    ("state", "state"), ("county", "county"), ("city", "city"), ("region", "region"), ("vung", "region"),
    ("unit", "unit"), ("don vi", "unit"), ("dia phuong", "unit"), ("dia ban", "unit"), ("area", "unit"),
    ("geo", "unit"), ("location", "unit"), ("territory", "unit"), ("entity", "unit"),
  ]

  /// The level of the units that the column holds; nil where it does not say that it holds any. What is counted stands
  /// under "Đơn vị tính".
  var unitLevel: String? {
    guard !holds(["don vi tinh", "unit of measure", "dvt"]), !saysQuantity else { return nil }
    return Self.units.first { holds([$0.phrase]) }?.level
  }

  /// The year that a column of a table in wide form is for: `2013`, `Năm 2013`.
  var year: Int? {
    let years = words.compactMap { $0.utf8.count == 4 ? Int($0) : nil }.filter { (1900...2100).contains($0) }
    return years.count == 1 && words.allSatisfy { Int($0) != nil || $0 == "nam" || $0 == "year" } ? years[0] : nil
  }

  /// Texts that stand for all units together.
  static func isTotal(_ text: String) -> Bool {
    let folded = VietnameseText.folded(text)
    return totals.contains(folded) || folded.hasPrefix("tong cong") || folded.hasPrefix("tong so")
  }

  private static let totals: Set<String> = [
    "tong", "cong", "tong cong", "tong so", "toan tinh", "ca tinh", "toan huyen", "ca nuoc", "toan quoc", "total",
    "grand total", "all", "world", "wld",
  ]

  /// Lower case, ASCII, for names of resources, dimensions and measures; never empty.
  static func slug(_ text: String, separator: Character = "-") -> String {
    let folded = VietnameseText.folded(text).map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : " "
    }
    let slug = String(folded).split(separator: " ").joined(separator: String(separator))
    guard let first = slug.first else { return "table" }
    return first.isLetter ? String(slug.prefix(60)) : "t\(separator)\(slug.prefix(60))"
  }
}
