/// What is said about data on persons, which are refused.
extension Messages {
  public static let personalName = LocalizedText(vi: "tên người", en: "persons' names")
  public static let personalIdentity = LocalizedText(vi: "số giấy tờ tùy thân", en: "identity numbers")
  public static let personalBirthDate = LocalizedText(vi: "ngày sinh", en: "birth dates")

  public static func personalData(_ column: String, what: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Cột “\(column)” chứa \(what.vietnamese): dữ liệu cá nhân không được đọc.",
      en: "The column '\(column)' holds \(what.english): personal data are not read.")
  }
  public static func personalContent(_ column: String) -> LocalizedText {
    LocalizedText(
      vi:
        "Phần lớn giá trị của cột “\(column)” có dạng số căn cước hoặc chứng minh nhân dân: dữ liệu cá nhân không được đọc.",
      en: "Most values of the column '\(column)' look like identity numbers: personal data are not read.")
  }
  public static let personalDataRemedy = LocalizedText(
    vi: "Xóa cột này khỏi tệp và gửi lại số tổng hợp; không lưu, không chuyển tiếp bản có dữ liệu cá nhân.",
    en: "Remove the column and send aggregate figures; do not keep or pass on the file with personal data.")
  public static func forbiddenBreakdown(_ column: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(column)”: không thu thập, không phân tổ theo tôn giáo hoặc dân tộc.",
      en: "'\(column)': nothing is collected or broken down by religion or ethnicity.")
  }
  public static let forbiddenBreakdownRemedy = LocalizedText(
    vi: "Bỏ cột hoặc chiều phân tổ này và gửi lại số tổng hợp.",
    en: "Remove the column or dimension and send aggregate figures.")
}
