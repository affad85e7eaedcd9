/// What is said about forms of documents and the office that fills them in.
extension Messages {
  public static let wordFormField = LocalizedText(vi: "chỗ điền của thể thức", en: "field of a form")
  public static let wordAuthority = LocalizedText(vi: "quyền hạn ký của thể thức này", en: "authority in this form")
  public static let unclosedField = LocalizedText(
    vi: "Chỗ điền mở bằng “{” không có “}”.", en: "A field opened with '{' has no '}'.")
  public static let unclosedFieldRemedy = LocalizedText(
    vi: "Thêm “}” sau tên chỗ điền, chẳng hạn {place}.", en: "End the field with '}': {place}.")
  public static func missingInForm(_ key: String) -> LocalizedText {
    LocalizedText(
      vi: "Thêm “\(key): …” vào mục form, hoặc vào office.yaml cạnh datapackage.json nếu dùng chung cho các báo cáo.",
      en: "Add '\(key): …' under form, or to office.yaml beside datapackage.json, where all reports have it from.")
  }
  public static let wrongFormDate = LocalizedText(
    vi: "Ngày ban hành không hợp lệ.", en: "This is not the day of a document.")
  public static let wrongFormDateRemedy = LocalizedText(
    vi: "Viết năm-tháng-ngày, chẳng hạn date: 2023-10-05, hoặc bỏ khóa này để ghi tay.",
    en: "Write year-month-day, as in date: 2023-10-05, or remove it, to write the day by hand.")
  public static func formOfIllustrativeData(_ form: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Báo cáo có số minh họa nên không được trình bày theo “\(form.vietnamese)”.",
      en: "The report holds illustrative figures, which may not look like '\(form.english)'.")
  }
  public static let formOfIllustrativeDataRemedy = LocalizedText(
    vi: "Viết form: {kind: plain}; thể thức văn bản chỉ dùng khi mọi số trong báo cáo là số thật.",
    en: "Write form: {kind: plain}; a document's form is for reports of which every figure is real.")
  public static let signatureBesideForm = LocalizedText(
    vi: "Thể thức đã nêu người ký.", en: "The form says who signs.")
  public static let signatureBesideFormRemedy = LocalizedText(
    vi: "Bỏ mục signature; khai signatory trong form hoặc office.yaml.",
    en: "Remove signature, and write signatory under form or in office.yaml.")
  public static let wrongSlotName = LocalizedText(
    vi: "Tên phần để trống chỉ gồm chữ cái không dấu, chữ số và dấu gạch nối.",
    en: "The name of a slot is made of letters, digits and hyphens.")
  public static let wrongSlotNameRemedy = LocalizedText(
    vi: "Viết chẳng hạn situation: {vi: Đặc điểm tình hình, en: Situation}.",
    en: "Write, for instance, situation: {vi: Đặc điểm tình hình, en: Situation}.")
  /// The line that stands in the place of a part which the office writes.
  public static func emptySlot(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "[Phần cơ quan tự viết – \(title.vietnamese): …]", en: "[To be written by the office – \(title.english): …]")
  }
}
