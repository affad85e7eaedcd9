/// What is said about planned values, published figures and years.
extension Messages {
  public static let wrongDecimals = LocalizedText(
    vi: "Số chữ số thập phân phải là số nguyên từ 0 đến 18.",
    en: "The number of decimals has to be a whole number from 0 to 18.")
  public static func moreDecimals(_ decimals: Int) -> LocalizedText {
    LocalizedText(
      vi: "Giá trị có nhiều hơn \(decimals) chữ số thập phân đã công bố.",
      en: "The value has more than the \(decimals) decimals that were printed.")
  }
  public static let wrongDecimalsRemedy = LocalizedText(
    vi: "Ghi đúng giá trị và số chữ số thập phân như văn bản in.",
    en: "Write value and decimals as the document prints them.")
  public static func implausibleYear(_ year: Int, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "Năm \(year) ở cột “\(field)” khó tin: ngoài khoảng 1900-2100.",
      en: "The year \(year) in column '\(field)' is hard to believe: outside 1900-2100.")
  }
  public static let implausibleYearRemedy = LocalizedText(
    vi: "Kiểm tra xem có gõ nhầm không; nếu đúng, khai minimum, maximum cho cột.",
    en: "See whether it was typed wrong; if it is right, declare minimum and maximum for the column.")
}
