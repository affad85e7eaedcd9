public import Values

/// What is said about submissions, and about conditions between columns.
extension Messages {
  public static let dayColumnIsNoDay = LocalizedText(
    vi: "Cột ngày phải có kiểu date.", en: "The column of days must have the type date.")
  public static let dayColumnIsNoDayRemedy = LocalizedText(
    vi: "Sửa kiểu của cột trong datapackage.json.", en: "Mend the column's type in datapackage.json.")
  public static let oneComparison = LocalizedText(
    vi: "Cần đúng một phép so sánh với một cột khác.", en: "One comparison with another column is expected.")
  public static let oneComparisonRemedy = LocalizedText(
    vi: "Viết where: {cột: {\"<=\": cột_khác}}.", en: "Write where: {column: {\"<=\": other_column}}.")
  public static func columnsNotCompared(_ left: String, _ right: String) -> LocalizedText {
    LocalizedText(
      vi: "Không so sánh được cột “\(left)” với cột “\(right)”: kiểu khác nhau hoặc không có thứ tự.",
      en: "The columns '\(left)' and '\(right)' cannot be compared: they differ in type, or have no order.")
  }
  public static let columnsNotComparedRemedy = LocalizedText(
    vi: "So sánh hai cột cùng là số, cùng là năm hoặc cùng là ngày.",
    en: "Compare two columns of numbers, of years, or of days.")

  public static let wordSubmissionForm = LocalizedText(vi: "biểu (bảng dữ liệu)", en: "form (resource)")
  public static func submissionWithoutDue(_ column: String) -> LocalizedText {
    LocalizedText(vi: "Dòng này thiếu hạn gửi (\(column)).", en: "The row has no day on which it is due (\(column)).")
  }
  public static let submissionWithoutDueRemedy = LocalizedText(
    vi: "Ghi hạn gửi theo quy định.", en: "Write the day set by the rules of reporting.")

  public static func submissionNotReceived(_ what: LocalizedText, due: CalendarDate) -> LocalizedText {
    LocalizedText(
      vi: "Chưa nhận được: \(what.vietnamese), hạn \(DateForm(.vietnamese).short(due)).",
      en: "Not received: \(what.english), due on \(DateForm(.english).short(due)).")
  }
  public static let submissionNotReceivedRemedy = LocalizedText(
    vi: "Nhắc nơi gửi; khi nhận được thì ghi ngày nhận.", en: "Remind the sender; write the day when it has come.")
  public static func submissionKnownMissing(_ what: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Chưa nhận được: \(what.vietnamese); số liệu đã ghi là không có.",
      en: "Not received: \(what.english); the data say that there is none.")
  }
  public static let submissionKnownMissingRemedy = LocalizedText(
    vi: "Không cần sửa nếu nơi gửi không còn gửi nữa.", en: "Nothing has to be done where it will not come.")
  public static func submissionWithoutRows(_ what: LocalizedText, file: String) -> LocalizedText {
    LocalizedText(
      vi: "Đã ghi là nhận: \(what.vietnamese), nhưng \(file) không có dòng nào.",
      en: "Marked as received: \(what.english), but \(file) has no row of it.")
  }
  public static let submissionWithoutRowsRemedy = LocalizedText(
    vi: "Nhập số liệu đã nhận, hoặc xóa ngày nhận nếu chưa nhận.",
    en: "Enter what was received, or remove the day if it has not come.")
  public static func rowsWithoutSubmission(_ what: LocalizedText, file: String) -> LocalizedText {
    LocalizedText(
      vi: "\(file) đã có số liệu, nhưng chưa ghi ngày nhận: \(what.vietnamese).",
      en: "\(file) has rows, but no day of receipt is written: \(what.english).")
  }
  public static let rowsWithoutSubmissionRemedy = LocalizedText(
    vi: "Ghi ngày nhận, hoặc kiểm tra xem số liệu có bị nhập nhầm đơn vị, kỳ không.",
    en: "Write the day, or see whether the rows belong to another unit or period.")
  public static func rowsNotExpected(_ what: LocalizedText, file: String) -> LocalizedText {
    LocalizedText(
      vi: "Có số liệu của \(what.vietnamese) không nằm trong danh sách phải gửi (\(file)).",
      en: "There are rows of \(what.english) that are not in the list of what is due (\(file)).")
  }
  public static let rowsNotExpectedRemedy = LocalizedText(
    vi: "Thêm vào danh sách, hoặc kiểm tra lại đơn vị, tổ chức, kỳ của các dòng này.",
    en: "Add it to the list, or look at unit, organisation and period of the rows.")
  public static func lateSubmission(
    _ what: LocalizedText, due: CalendarDate, received: CalendarDate
  ) -> LocalizedText {
    func days(_ language: OutputLanguage) -> (String, String) {
      (DateForm(language).short(due), DateForm(language).short(received))
    }
    let (vietnamese, english) = (days(.vietnamese), days(.english))
    return LocalizedText(
      vi: "Đến muộn: \(what.vietnamese), hạn \(vietnamese.0), nhận \(vietnamese.1).",
      en: "Late: \(what.english), due on \(english.0), received on \(english.1).")
  }
  public static func lateSubmissions(
    late: Int, due: Int, years: [(year: Int, late: Int, due: Int)]
  ) -> LocalizedText {
    let list = years.map { "\($0.year): \($0.late)/\($0.due)" }.joined(separator: "; ")
    return LocalizedText(
      vi: "Có \(late) trong \(due) báo cáo đến muộn (\(list)); đây là báo cáo đầu tiên.",
      en: "\(late) of \(due) reports came late (\(list)); this is the first of them.")
  }
  public static let lateSubmissionsRemedy = LocalizedText(
    vi: "Không cần sửa; xem chỉ tiêu báo cáo đúng hạn theo đơn vị.",
    en: "Nothing has to be mended; see the share on time by unit.")
  public static func submissionName(
    form: String, year: Int, unit: LocalizedText?, organisation: LocalizedText?
  ) -> LocalizedText {
    func list(_ language: OutputLanguage) -> String {
      ([form, "\(year)"] + [unit, organisation].compactMap { $0?[language] }).joined(separator: ", ")
    }
    return LocalizedText(vi: list(.vietnamese), en: list(.english))
  }
}
