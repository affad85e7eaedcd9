import Language

/// What the parts of a change say.
extension Messages {
  static func contributionsTo(_ name: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Đóng góp vào mức thay đổi: \(name.vietnamese)", en: "Contributions to the change: \(name.english)")
  }
  static let contribution = LocalizedText(vi: "Đóng góp", en: "Contribution")
  static let shareOfChange = LocalizedText(vi: "Tỷ trọng trong thay đổi (%)", en: "Share of the change (%)")
  static let rateEffect = LocalizedText(vi: "Do tỷ lệ", en: "By own rates")
  static let structureEffect = LocalizedText(vi: "Do cơ cấu", en: "By weights")
  static func byTerms(_ numerator: String, _ denominator: String) -> LocalizedText {
    LocalizedText(
      vi: "Do tử số thay đổi: \(numerator); do mẫu số thay đổi: \(denominator) (Das Gupta).",
      en: "By the numerator: \(numerator); by the denominator: \(denominator) (Das Gupta).")
  }
  static func byRateAndStructure(_ rate: String, _ structure: String) -> LocalizedText {
    LocalizedText(
      vi: "Do tỷ lệ của từng phần thay đổi: \(rate); do cơ cấu thay đổi: \(structure) (Das Gupta).",
      en: "By the parts' own rates: \(rate); by their weights: \(structure) (Das Gupta).")
  }
  static func notInBothPeriods(_ names: String) -> LocalizedText {
    LocalizedText(
      vi: "Không có số liệu ở cả hai kỳ: \(names).", en: "Without a value in one of both periods: \(names).")
  }
  static let contributionsAddUp = LocalizedText(
    vi: "Cộng chưa làm tròn, các đóng góp bằng đúng mức thay đổi.",
    en: "Unrounded, the contributions add up to the change exactly.")
}
