/// What is said about data on persons, which are refused.
extension Messages {
  public static let personalName = LocalizedText(vi: "tên người", en: "persons' names")
  public static let personalIdentity = LocalizedText(vi: "số giấy tờ tùy thân", en: "identity numbers")
  public static let personalBirthDate = LocalizedText(vi: "ngày sinh", en: "birth dates")

  public static let personalBirthYear = LocalizedText(vi: "năm sinh", en: "years of birth")

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
  public static func personalNames(_ column: String) -> LocalizedText {
    LocalizedText(
      vi: "Phần lớn giá trị của cột “\(column)” là họ tên người: dữ liệu cá nhân không được đọc.",
      en: "Most values of the column '\(column)' are names of persons: personal data are not read.")
  }
  public static func possibleNames(_ column: String) -> LocalizedText {
    LocalizedText(
      vi: "Phần lớn giá trị của cột “\(column)” bắt đầu bằng một họ của người Việt: có thể là họ tên người.",
      en: "Most values of the column '\(column)' begin with a Vietnamese family name: they may be names of persons.")
  }
  public static let possibleNamesRemedy = LocalizedText(
    vi: "Nếu là họ tên người, xóa cột này và gửi lại; nếu là tên đường, trường, địa danh thì giữ nguyên.",
    en: "If they are persons, remove the column and send the file again; names of streets, schools and places may stay."
  )
  public static let bareNameRemedy = LocalizedText(
    vi:
      "Nếu là tên người, xóa cột này và gửi lại số tổng hợp; nếu không, đặt tên cột theo cái được gọi tên (ten_don_vi, ten_mo_hinh) hoặc khai bảng là danh mục của một chiều.",
    en:
      "If they are persons, remove the column and send aggregate figures; if not, say in the heading what is named (unit_name, model_name), or declare the table as the members of a dimension."
  )
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
