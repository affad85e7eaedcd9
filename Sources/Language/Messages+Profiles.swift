public import Values

/// What the two profiles of a workbook say beyond its tables.
extension Messages {
  /// Heads a column of signs: `KH 2016`.
  public static let signColumn = LocalizedText(vi: "KH", en: "Sign")

  public static let wordChart = LocalizedText(vi: "loại biểu đồ", en: "kind of chart")
  public static let chartTitle = LocalizedText(vi: "Hình", en: "Figure")

  /// Under the title of a page of small charts.
  public static func multiplesLine(whole: String?) -> LocalizedText {
    let (vi, en) = whole.map { ("; đường đứt: \($0)", "; dashed line: \($0)") } ?? ("", "")
    return LocalizedText(
      vi: "Các biểu đồ cùng một thang đo, ghi số đầu kỳ và cuối kỳ\(vi).",
      en: "All charts have one scale; the first and the last value are given\(en).")
  }

  public static func logoOf(_ issuer: String) -> LocalizedText {
    LocalizedText(
      vi: issuer.isEmpty ? "Biểu trưng" : "Biểu trưng của \(issuer)", en: issuer.isEmpty ? "Logo" : "Logo of \(issuer)")
  }

  /// Over a signature: the day is written by hand.
  public static func signedAt(_ place: String) -> LocalizedText {
    LocalizedText(vi: "\(place), ngày ..... tháng ..... năm .........", en: "\(place), date: ....................")
  }

  public static let reached = LocalizedText(vi: "Thực hiện", en: "Reached")
  public static let theWhole = LocalizedText(vi: "mức chung", en: "the whole")

  public static func beforeAndAfter(_ first: Int, _ last: Int) -> LocalizedText {
    LocalizedText(vi: "năm \(first) và năm \(last)", en: "\(first) and \(last)")
  }

  public static let containsOneTable = LocalizedText(
    vi: "Trang tính này có một bảng.", en: "This worksheet contains one table.")
  public static let containsNoTable = LocalizedText(
    vi: "Trang tính này không có bảng nào: không có nội dung phải nêu.",
    en: "This worksheet contains no table: there is nothing to list.")
  public static let gapsExplained = LocalizedText(
    vi: "Ô số để trống là không có số; lý do ghi ở cột “Tình trạng” bên phải, không ghi gì là chưa báo cáo.",
    en: "Where a number is blank, the status column to its right says why; no reason means not reported.")
  public static let goToContents = LocalizedText(vi: "Về trang Mục lục", en: "Go to the contents")

  public static func notesApply(_ numbers: String) -> LocalizedText {
    LocalizedText(
      vi: "Áp dụng ghi chú \(numbers): xem trang Ghi chú", en: "Notes \(numbers) apply: see the notes worksheet")
  }

  public static func numberRange(_ first: Int, _ last: Int) -> LocalizedText {
    LocalizedText(vi: "\(first) đến \(last)", en: "\(first) to \(last)")
  }

  public static func noteNumber(_ number: Int) -> LocalizedText {
    LocalizedText(vi: "Ghi chú \(number)", en: "Note \(number)")
  }
  public static let noteNumberHeading = LocalizedText(vi: "Số ghi chú", en: "Note number")
  public static let noteAbout = LocalizedText(vi: "Biểu liên quan", en: "Related table")
  public static let allTables = LocalizedText(vi: "Mọi biểu", en: "All tables")
  public static let keyPoints = LocalizedText(
    vi: "Tóm tắt: kết quả chính và điểm cần chú ý", en: "Summary: the main result and points of attention")
  public static let seeTable = LocalizedText(vi: "Xem biểu", en: "See table")

  public static let contact = LocalizedText(vi: "Liên hệ", en: "Contact")
  public static let licence = LocalizedText(vi: "Điều kiện sử dụng", en: "Terms of use")
  public static let website = LocalizedText(vi: "Trang thông tin", en: "Website")
  public static let aboutWorkbook = LocalizedText(vi: "Về tệp này", en: "About this workbook")
  public static let aboutPublication = [
    LocalizedText(
      vi: "Mỗi trang tính có nhiều nhất một bảng, bắt đầu từ cột A; ghi chú đánh số ở trang Ghi chú.",
      en: "Each worksheet has at most one table, from column A on; notes are numbered on the notes worksheet."),
    LocalizedText(
      vi: "Cột số chỉ chứa số; tình trạng của số ghi bằng lời ở cột bên phải. Số không in là 0.",
      en: "Columns of numbers hold only numbers; their status is said in words in the column to the right. Nil is 0."),
    LocalizedText(
      vi: "Tổng số, tỷ lệ và mức tăng, giảm là công thức, tính lại khi sửa số gốc.",
      en: "Totals, rates and changes are formulas and follow when a number is changed."),
  ]

  /// Why there is no number, where symbols are not used; nothing for what was not reported.
  public static func absenceInWords(_ absence: Absence) -> LocalizedText {
    switch absence {
    case .missing: LocalizedText("")
    case .notCollected: LocalizedText(vi: "chưa thu thập được", en: "not collected")
    case .notApplicable: LocalizedText(vi: "không áp dụng", en: "not applicable")
    }
  }
}
