public import Language

/// What a workbook lacks, place by place.
extension Messages {
  static let checklistMacros = LocalizedText(vi: "Sổ tính có macro.", en: "The workbook has macros.")
  static func checklistLinkedWorkbooks(_ count: Int) -> LocalizedText {
    LocalizedText(
      vi: "Công thức lấy số từ \(count) sổ tính khác.", en: "Formulas read \(count) other workbooks.")
  }
  static let checklistNoTitle = LocalizedText(vi: "Chưa có tên tài liệu.", en: "There is no title.")
  static let checklistNoLanguage = LocalizedText(vi: "Chưa ghi ngôn ngữ.", en: "No language is named.")
  static func checklistAccount(_ name: String) -> LocalizedText {
    LocalizedText(vi: "“\(name)” là tài khoản hay đường dẫn.", en: "“\(name)” is an account or a path.")
  }
  static func checklistName(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "Tác giả ghi “\(name)”: tên cơ quan thì được, tên người thì bỏ.",
      en: "The author is “\(name)”: an office may stand there, a person should not.")
  }
  static func checklistOpensAt(_ sheet: String) -> LocalizedText {
    LocalizedText(vi: "Mở ra ở trang tính “\(sheet)”.", en: "It opens at the sheet “\(sheet)”.")
  }
  static let checklistCursor = LocalizedText(
    vi: "Con trỏ không ở ô A1.", en: "The cursor is not in cell A1.")
  static func checklistDefaultName(_ name: String) -> LocalizedText {
    LocalizedText(vi: "“\(name)” là tên mặc định.", en: "“\(name)” is the default name.")
  }
  static let checklistNotInContents = LocalizedText(
    vi: "Mục lục không dẫn tới trang tính này.", en: "No list of contents leads to this sheet.")
  static func checklistBrokenLink(_ location: String) -> LocalizedText {
    LocalizedText(vi: "Liên kết tới “\(location)” không có đích.", en: "The link to “\(location)” leads nowhere.")
  }
  static func checklistBrokenName(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "Tên vùng “\(name)” không còn vùng (#REF!).", en: "The name “\(name)” has lost its range (#REF!).")
  }
  static let checklistHiddenSheet = LocalizedText(vi: "Trang tính bị ẩn.", en: "The sheet is hidden.")
  static let checklistHiddenColumns = LocalizedText(vi: "Cột bị ẩn.", en: "Columns are hidden.")
  static func checklistHiddenRows(_ count: Int) -> LocalizedText {
    LocalizedText(vi: "Số dòng bị ẩn: \(count).", en: "Hidden rows: \(count).")
  }
  static func checklistNoAlternative(_ name: String) -> LocalizedText {
    LocalizedText(vi: "“\(name)” chưa có mô tả bằng chữ.", en: "“\(name)” has no alternative text.")
  }
  static let checklistNoSheetTitle = LocalizedText(
    vi: "Ba dòng đầu của cột A không có tên biểu.", en: "The first three rows of column A hold no title.")
  static let checklistEmptyCorner = LocalizedText(vi: "Ô A1 trống.", en: "Cell A1 is empty.")
  static let checklistUnmarked = LocalizedText(
    vi: "Vùng số liệu chưa là bảng Excel.", en: "Figures that are no Excel table.")
  static let checklistOnlyFilter = LocalizedText(
    vi: "Vùng có bộ lọc nhưng chưa là bảng Excel.", en: "A range with a filter that is no Excel table.")
  static let checklistSecondTable = LocalizedText(
    vi: "Bảng khác trên cùng trang tính.", en: "Another table on the same sheet.")
  static let checklistNoHeading = LocalizedText(vi: "Bảng không có dòng tên cột.", en: "The table has no headings.")
  static let checklistHeadingEmpty = LocalizedText(vi: "Tên cột để trống.", en: "The heading is empty.")
  static func checklistHeadingTwice(_ heading: String) -> LocalizedText {
    LocalizedText(vi: "Tên cột “\(heading)” bị trùng.", en: "The heading “\(heading)” stands twice.")
  }
  static func checklistHeadingDefault(_ heading: String) -> LocalizedText {
    LocalizedText(vi: "“\(heading)” là tên cột mặc định.", en: "“\(heading)” is the default heading.")
  }
  static let checklistMergedInTable = LocalizedText(
    vi: "Ô gộp trong vùng số liệu.", en: "Merged cells among the figures.")
  static func checklistMergedBeside(_ count: Int) -> LocalizedText {
    LocalizedText(
      vi: "Số vùng gộp ngoài bảng: \(count); máy đọc màn hình có thể đọc sai thứ tự.",
      en: "Merged areas beside the tables: \(count); a screen reader may lose its way.")
  }
  static let checklistBlankRow = LocalizedText(vi: "Dòng trống trong bảng.", en: "A blank row within the table.")
  static let checklistBlankColumn = LocalizedText(vi: "Cột trống trong bảng.", en: "A blank column within the table.")
  static let checklistBlankCell = LocalizedText(
    vi: "Ô trống trong cột số.", en: "A blank cell in a column of numbers.")
  static func checklistTextNumber(_ text: String) -> LocalizedText {
    LocalizedText(vi: "“\(text)” là chữ, không cộng được.", en: "“\(text)” is text and cannot be added.")
  }
  static func checklistColour(_ count: Int) -> LocalizedText {
    LocalizedText(
      vi: "Số ô có màu nền trong bảng: \(count).", en: "Cells of the table with a coloured ground: \(count).")
  }
  static func checklistError(_ text: String) -> LocalizedText {
    LocalizedText(vi: "Ô báo lỗi \(text).", en: "The cell shows \(text).")
  }
  static let checklistNoValue = LocalizedText(
    vi: "Công thức chưa có giá trị lưu kèm.", en: "The formula keeps no value.")
  static func checklistNotFrozen(_ rows: Int) -> LocalizedText {
    LocalizedText(
      vi: "Bảng \(rows) dòng, đầu cột trôi đi khi cuộn.", en: "A table of \(rows) rows whose headings scroll away.")
  }
  static let checklistTooWide = LocalizedText(
    vi: "Số rộng hơn cột, sẽ hiện ####.", en: "The number is wider than its column and shows as ####.")
  static let checklistNotA4 = LocalizedText(vi: "Khổ giấy không phải A4.", en: "The paper is not A4.")
  static let checklistNotFitted = LocalizedText(
    vi: "Chưa đặt in vừa một trang ngang.", en: "It is not fitted to the width of a page.")
  static let checklistNoRepeatedRows = LocalizedText(
    vi: "Dòng tên cột không lặp ở các trang sau.", en: "The headings are not repeated on later pages.")
  static func checklistNoteOrder(_ number: Int, _ expected: Int) -> LocalizedText {
    LocalizedText(
      vi: "Ghi chú \(number) đứng ở chỗ của ghi chú \(expected).",
      en: "Note \(number) stands where note \(expected) belongs.")
  }
  static func checklistNoteMissing(_ number: Int) -> LocalizedText {
    LocalizedText(vi: "Ghi chú \(number) không có lời.", en: "Note \(number) is explained nowhere.")
  }

  // MARK: the answer

  public static func checklistOutcome(_ outcome: ChecklistResult.Outcome) -> LocalizedText {
    switch outcome {
    case .pass: LocalizedText(vi: "đạt", en: "pass")
    case .fail: LocalizedText(vi: "chưa đạt", en: "fail")
    case .manual: LocalizedText(vi: "xem lại", en: "manual")
    case .notApplicable: LocalizedText(vi: "không có", en: "not applicable")
    }
  }

  public static func checklistSummary(passed: Int, failed: Int, manual: Int, none: Int) -> LocalizedText {
    LocalizedText(
      vi: "Đạt \(passed), chưa đạt \(failed), cần người xem \(manual), không áp dụng \(none).",
      en: "\(passed) passed, \(failed) failed, \(manual) to be looked at, \(none) not applicable.")
  }

  public static func checklistMore(_ count: Int) -> LocalizedText {
    LocalizedText(vi: "và \(count) chỗ nữa", en: "and \(count) more")
  }

  public static let checklistItem = LocalizedText(vi: "Mục kiểm tra", en: "Item")
  public static let checklistOutcomeHeading = LocalizedText(vi: "Kết quả", en: "Outcome")
  public static let checklistSheet = LocalizedText(vi: "Trang tính", en: "Sheet")
  public static let checklistCell = LocalizedText(vi: "Ô", en: "Cell")
  public static let checklistReason = LocalizedText(vi: "Vì sao", en: "Reason")
  public static let checklistRemedy = LocalizedText(vi: "Cách sửa", en: "Remedy")
}
