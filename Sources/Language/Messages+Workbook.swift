/// The fixed words of the workbook.
extension Messages {
  public static let coverSheet = LocalizedText(vi: "Bìa", en: "Cover")
  public static let contentsSheet = LocalizedText(vi: "Mục lục", en: "Contents")
  public static let summarySheet = LocalizedText(vi: "Tóm tắt", en: "Summary")
  public static let notesSheet = LocalizedText(vi: "Ghi chú", en: "Notes")
  public static let qualitySheet = LocalizedText(vi: "Chất lượng số liệu", en: "Data quality")
  public static let sourcesSheet = LocalizedText(vi: "Nguồn số liệu", en: "Sources")
  public static let chartDataSheet = LocalizedText(vi: "Dữ liệu biểu đồ", en: "Chart data")

  public static let backToContents = LocalizedText(vi: "← Về mục lục", en: "← Back to contents")
  public static let contentsName = LocalizedText(vi: "Trang tính", en: "Sheet")
  public static let contentsTitle = LocalizedText(vi: "Nội dung", en: "What is in it")
  public static let summaryLine = LocalizedText(
    vi: "Kết quả chính, biểu đồ và điểm cần chú ý, gọn trong một trang",
    en: "The main results, charts and points of attention on one page")
  public static let notesLine = LocalizedText(
    vi: "Phương pháp tính, khái niệm và phạm vi", en: "Methods, definitions and coverage")
  public static let chartDataLine = LocalizedText(
    vi: "Các ô số liệu vẽ nên biểu đồ, lấy bằng công thức từ các biểu",
    en: "The cells that the charts draw, taken by formula from the tables")
  public static let attentionHeading = LocalizedText(vi: "Cần chú ý", en: "Points of attention")
  public static let tableNotes = LocalizedText(vi: "Ghi chú", en: "Notes")
  public static let noRows = LocalizedText(vi: "Không có", en: "None")

  /// "Trang 1/5", with the codes that a spreadsheet replaces.
  public static func pageNumber(page: String, of pages: String) -> LocalizedText {
    LocalizedText(vi: "Trang \(page)/\(pages)", en: "Page \(page) of \(pages)")
  }

  /// Printed behind a figure with a status, such as provisional, that its row and column do not name.
  public static let statusMark = LocalizedText("(*)")

  /// What the mark says in one table: `(*) sơ bộ; số ước`.
  public static func statusLegend(_ names: [LocalizedText]) -> LocalizedText {
    let all = joined(names)
    return LocalizedText(
      vi: "\(statusMark.vietnamese) \(all.vietnamese)", en: "\(statusMark.english) \(all.english)")
  }
  /// Where every number of a table has the same status.
  public static func allFiguresAre(_ names: [LocalizedText]) -> LocalizedText {
    let all = joined(names)
    return LocalizedText(vi: "Mọi số trong biểu: \(all.vietnamese).", en: "All figures of the table: \(all.english).")
  }
}

/// What the workbook's writer refuses, and why.
extension Messages {
  public static let workbookSheetNameEmpty = LocalizedText(
    vi: "Tên trang tính để trống.", en: "A sheet's name is empty.")

  public static func workbookSheetNameTooLong(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "Tên trang tính “\(name)” dài quá 31 ký tự; hãy đặt tên ngắn hơn.",
      en: "The sheet name “\(name)” is longer than 31 characters; choose a shorter one.")
  }

  public static func workbookSheetNameCharacter(_ name: String, _ character: Character) -> LocalizedText {
    LocalizedText(
      vi: "Tên trang tính “\(name)” có ký tự “\(character)” mà Excel không cho dùng ([ ] : * ? / \\).",
      en: "The sheet name “\(name)” has the character “\(character)”, which Excel does not allow ([ ] : * ? / \\).")
  }

  public static func workbookSheetNameReserved(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "Không dùng được tên trang tính “\(name)”: tên bắt đầu hay kết thúc bằng dấu nháy, trùng từ dành riêng, "
        + "hoặc đọc như địa chỉ ô.",
      en: "The sheet name “\(name)” cannot be used: it begins or ends with an apostrophe, is reserved, or reads as a "
        + "cell.")
  }

  public static func workbookSheetNameTaken(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "Có hai trang tính cùng tên “\(name)” (không phân biệt chữ hoa, chữ thường).",
      en: "Two sheets are named “\(name)” (upper and lower case are the same).")
  }

  public static func workbookRowOutOfRange(_ row: Int) -> LocalizedText {
    LocalizedText(
      vi: "Dòng \(row) nằm ngoài trang tính; Excel có 1.048.576 dòng.",
      en: "Row \(row) lies outside the sheet; Excel has 1,048,576 rows.")
  }

  public static func workbookColumnOutOfRange(_ column: Int) -> LocalizedText {
    LocalizedText(
      vi: "Cột \(column) nằm ngoài trang tính; Excel có 16.384 cột.",
      en: "Column \(column) lies outside the sheet; Excel has 16,384 columns.")
  }

  public static func workbookTextTooLong(cell: String, length: Int) -> LocalizedText {
    LocalizedText(
      vi: "Nội dung ô \(cell) dài \(length) ký tự; Excel giữ được nhiều nhất 32.767.",
      en: "The text of cell \(cell) has \(length) characters; Excel holds at most 32,767.")
  }

  public static func workbookTextNotAllowed(cell: String) -> LocalizedText {
    LocalizedText(
      vi: "Nội dung ô \(cell) có ký tự không ghi được (mã 0, U+FFFE hoặc U+FFFF).",
      en: "The text of cell \(cell) has a character that cannot be written (zero, U+FFFE or U+FFFF).")
  }

  public static func workbookFormulaTooLong(cell: String, length: Int) -> LocalizedText {
    LocalizedText(
      vi: "Công thức ô \(cell) dài \(length) ký tự; Excel cho phép nhiều nhất 8.192.",
      en: "The formula of cell \(cell) has \(length) characters; Excel allows at most 8,192.")
  }

  public static func workbookNumberNotFinite(cell: String) -> LocalizedText {
    LocalizedText(
      vi: "Giá trị ô \(cell) không phải là số hữu hạn.", en: "The value of cell \(cell) is not a finite number.")
  }

  public static func workbookAttributeTooLong(_ text: String) -> LocalizedText {
    LocalizedText(
      vi: "Nội dung quá dài đối với một thuộc tính của tệp: “\(text)”.",
      en: "The text is too long for an attribute of the file: “\(text)”.")
  }

  public static func workbookTableRange(table: String, range: String) -> LocalizedText {
    LocalizedText(
      vi: "Bảng \(table) không đặt được ở \(range): phải có ít nhất một dòng và không chồng lên vùng khác.",
      en: "Table \(table) cannot stand at \(range): it needs a row, and may not cover another table or merged cells.")
  }

  public static func workbookTableName(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "Tên bảng “\(name)” không hợp lệ: chỉ dùng chữ không dấu, số và gạch dưới, bắt đầu bằng chữ.",
      en: "The table name “\(name)” is not valid: use ASCII letters, digits and underscores, and begin with a letter.")
  }

  public static func workbookTableNameTaken(_ name: String) -> LocalizedText {
    LocalizedText(vi: "Có hai bảng cùng tên “\(name)”.", en: "Two tables are named “\(name)”.")
  }

  public static func workbookHeadingEmpty(table: String) -> LocalizedText {
    LocalizedText(vi: "Bảng \(table) có cột không có tên.", en: "Table \(table) has a column without a heading.")
  }

  public static func workbookHeadingTooLong(table: String, heading: String) -> LocalizedText {
    LocalizedText(
      vi: "Tên cột “\(heading)” của bảng \(table) dài quá 255 ký tự.",
      en: "The heading “\(heading)” of table \(table) is longer than 255 characters.")
  }

  public static func workbookHeadingTaken(table: String, heading: String) -> LocalizedText {
    LocalizedText(
      vi: "Bảng \(table) có hai cột cùng tên “\(heading)”.",
      en: "Table \(table) has two columns with the heading “\(heading)”.")
  }

  public static func workbookHeadingNotAllowed(table: String, heading: String) -> LocalizedText {
    LocalizedText(
      vi: "Tên cột “\(heading)” của bảng \(table) có ký tự không ghi được (mã 0, U+FFFE hoặc U+FFFF).",
      en: "The heading “\(heading)” of table \(table) has a character that cannot be written (zero, U+FFFE or U+FFFF).")
  }

  public static let workbookTooManyStyles = LocalizedText(
    vi: "Sổ tính có quá 64.000 kiểu trình bày ô.", en: "The workbook has more than 64,000 looks of cells.")

  public static func workbookRowPassed(sheet: String, row: Int) -> LocalizedText {
    LocalizedText(
      vi: "Dòng \(row) của trang tính “\(sheet)” đã ghi ra tệp, không ghi thêm được.",
      en: "Row \(row) of the sheet “\(sheet)” is already in the file and cannot be written any more.")
  }

  public static func workbookConstantMemory(range: String) -> LocalizedText {
    LocalizedText(
      vi: "Vùng \(range) không ghi được khi ghi từng dòng: chỉ sổ tính nhỏ mới có bảng Excel và ô gộp nhiều dòng.",
      en:
        "The range \(range) cannot be written row by row: only small workbooks have Excel tables and cells merged over "
        + "rows.")
  }

  public static func workbookMerge(range: String) -> LocalizedText {
    LocalizedText(
      vi: "Không gộp được các ô \(range): chồng lên vùng gộp khác hoặc lên một bảng.",
      en: "The cells \(range) cannot be merged: they cover other merged cells or a table.")
  }

  public static func workbookHeaderFooter(length: Int) -> LocalizedText {
    LocalizedText(
      vi: "Đầu trang hoặc chân trang dài \(length) ký tự; Excel cho phép nhiều nhất 255.",
      en: "A page header or footer has \(length) characters; Excel allows at most 255.")
  }

  public static func workbookTooManyLinks(sheet: String) -> LocalizedText {
    LocalizedText(
      vi: "Trang tính “\(sheet)” có quá 65.530 liên kết.", en: "The sheet “\(sheet)” has more than 65,530 links.")
  }

  public static func workbookChartSeries(title: String) -> LocalizedText {
    LocalizedText(
      vi: "Biểu đồ “\(title)” phải có từ 1 đến 255 dãy số liệu.",
      en: "The chart “\(title)” must have from 1 to 255 series.")
  }

  public static func workbookChartSource(title: String) -> LocalizedText {
    LocalizedText(
      vi: "Biểu đồ “\(title)” lấy số liệu ở ô không có trong báo cáo.",
      en: "The chart “\(title)” draws cells that are not in the report.")
  }

  public static func workbookCircular(figure: String) -> LocalizedText {
    LocalizedText(
      vi: "Số liệu “\(figure)” phụ thuộc vào chính nó qua các công thức.",
      en: "The figure “\(figure)” depends on itself through its formulas.")
  }

  public static func workbookNotWritten(_ reason: String) -> LocalizedText {
    LocalizedText(vi: "Không ghi được bảng tính: \(reason).", en: "The workbook cannot be written: \(reason).")
  }

  public static func workbookNoLibrary(_ reason: String) -> LocalizedText {
    LocalizedText(
      vi: "Không nạp được libxlsxwriter, thư viện ghi bảng tính: \(reason). Hãy cài gói libxlsxwriter của hệ thống.",
      en: "libxlsxwriter, which writes workbooks, cannot be loaded: \(reason). Install the system's package of it.")
  }

  public static func workbookOtherLibrary(built: Int, running: Int) -> LocalizedText {
    LocalizedText(
      vi: "Chương trình được dịch với libxlsxwriter \(built) nhưng đang chạy với \(running); hãy dịch lại.",
      en: "The program was built with libxlsxwriter \(built) and runs with \(running); build it again.")
  }

  public static let workbookPartCut = LocalizedText(
    vi: "Không ghi được bảng tính: thư mục tạm không đủ chỗ.",
    en: "The workbook cannot be written: the folder for temporary files is full.")

  public static let workbookOutOfMemory = LocalizedText(vi: "Không đủ bộ nhớ.", en: "There is not enough memory.")

  public static func workbookLibrary(code: Int, step: String) -> LocalizedText {
    LocalizedText(
      vi: "Thư viện ghi bảng tính báo lỗi \(code) ở bước \(step).",
      en: "The workbook library reported error \(code) while \(step).")
  }
}
