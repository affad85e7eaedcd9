/// What is said about themes and profiles of workbooks.
extension Messages {
  public static let wordTheme = LocalizedText(vi: "mẫu trình bày", en: "theme")
  public static let wordProfile = LocalizedText(vi: "kiểu trình bày", en: "profile")
  public static let wordFontWidths = LocalizedText(vi: "bề rộng chữ", en: "widths of a font")

  public static let wrongFontName = LocalizedText(
    vi: "Tên phông chữ có từ 1 đến 60 byte, không có dấu nháy kép, dấu phẩy, dấu & hay ngắt dòng.",
    en: "A font's name has 1 to 60 bytes and no double quotes, commas, ampersands or line breaks.")
  public static let wrongFontNameRemedy = LocalizedText(
    vi: "Viết family: Times New Roman.", en: "Write family: Times New Roman.")

  public static func expectedSize(_ low: Int, _ high: Int) -> LocalizedText {
    LocalizedText(
      vi: "Cỡ chữ phải từ \(low) đến \(high) điểm, lẻ nhất là nửa điểm.",
      en: "A size is \(low) to \(high) points, in steps of half a point.")
  }
  public static let expectedSizeRemedy = LocalizedText(vi: "Viết text: 11.", en: "Write text: 11.")

  public static let wrongColour = LocalizedText(
    vi: "Màu gồm sáu chữ số hệ 16: đỏ, lục, lam.", en: "A colour is six hexadecimal digits: red, green, blue.")
  public static let wrongColourRemedy = LocalizedText(
    vi: "Viết structure: \"1F3A5F\", trong dấu nháy.", en: "Write structure: \"1F3A5F\", in quotes.")

  public static func contrastTooLow(_ letters: String, _ ground: String) -> LocalizedText {
    LocalizedText(
      vi: "Màu “\(letters)” trên nền “\(ground)” không đủ tương phản để đọc (WCAG 2.1).",
      en: "The colour “\(letters)” on “\(ground)” has too little contrast to be read (WCAG 2.1).")
  }
  public static let contrastTooLowRemedy = LocalizedText(
    vi: "Chọn màu đậm hơn, hoặc nền nhạt hơn: chữ cần 4,5:1, hình cần 3:1.",
    en: "Choose a darker colour or a lighter ground: letters need 4.5:1, shapes 3:1.")

  public static let wrongLogo = LocalizedText(
    vi: "Hình biểu trưng phải là tệp PNG nằm cạnh tệp mẫu trình bày.",
    en: "A logo is a PNG file beside the theme.")
  public static let noLogo = LocalizedText(vi: "Không có tệp hình này.", en: "There is no such picture.")
  public static let wrongLogoRemedy = LocalizedText(
    vi: "Để tệp cạnh mẫu trình bày và viết logo: logo.png.",
    en: "Put the file beside the theme, and write logo: logo.png.")

  /// A word that is not among those known, with the nearest of them.
  public static func unknownOption(
    _ what: LocalizedText, _ word: String, near: [String], known: [String]
  ) -> LocalizedText {
    let list = (near.isEmpty ? known : near).map { "“\($0)”" }.joined(separator: ", ")
    return LocalizedText(
      vi: "Không có \(what.vietnamese) “\(word)”. " + (near.isEmpty ? "Có: \(list)." : "Có phải \(list)?"),
      en: "There is no \(what.english) “\(word)”. " + (near.isEmpty ? "There is: \(list)." : "Did you mean \(list)?"))
  }
}
