/// What `check` says about its findings as a whole, at the terminal and in a workbook.
extension Messages {
  public static func checked(
    errors: Int, warnings: Int, information: Int, rows: Int, files: Int
  ) -> LocalizedText {
    let (errors, warnings) = (errorCount(errors), warningCount(warnings))
    let note = information > 0 ? informationCount(information) : nil
    return LocalizedText(
      vi: "Đã kiểm tra \(vietnamese(files)) tệp, \(vietnamese(rows)) dòng: \(errors.vietnamese), "
        + "\(warnings.vietnamese)\(note.map { ", \($0.vietnamese)" } ?? "").",
      en: "\(counted(files, "file")), \(counted(rows, "row")) checked: \(errors.english), "
        + "\(warnings.english)\(note.map { ", \($0.english)" } ?? "").")
  }
  public static func errorCount(_ count: Int) -> LocalizedText {
    LocalizedText(vi: "\(vietnamese(count)) lỗi", en: counted(count, "error"))
  }
  public static func warningCount(_ count: Int) -> LocalizedText {
    LocalizedText(vi: "\(vietnamese(count)) cảnh báo", en: counted(count, "warning"))
  }
  public static func informationCount(_ count: Int) -> LocalizedText {
    LocalizedText(vi: "\(vietnamese(count)) lưu ý", en: counted(count, "note"))
  }
  /// Findings of a group that are not shown; of some, the lines are known.
  public static func furtherFindings(_ count: Int, lines: [Int]) -> LocalizedText {
    guard !lines.isEmpty else {
      return LocalizedText(vi: "… và \(vietnamese(count)) phát hiện khác", en: "… and \(english(count)) more")
    }
    let list = lines.map(String.init).joined(separator: ", ") + (lines.count < count ? ", …" : "")
    return LocalizedText(
      vi: "… và \(vietnamese(count)) phát hiện khác, ở dòng \(list)",
      en: "… and \(english(count)) more, on line\(count == 1 ? "" : "s") \(list)")
  }
  /// - Parameter codes: each with its count.
  public static func omittedFindings(_ count: Int, codes: [(code: String, count: Int)]) -> LocalizedText {
    LocalizedText(
      vi: "… và \(vietnamese(count)) phát hiện khác: "
        + codes.map { "\($0.code) \(vietnamese($0.count))" }.joined(separator: ", ")
        + ". Dùng --limit 0 để liệt kê hết.",
      en: "… and \(english(count)) more: " + codes.map { "\($0.code) \(english($0.count))" }.joined(separator: ", ")
        + ". Use --limit 0 to list all of them.")
  }
  public static let wrongLimit = LocalizedText(
    vi: "--limit là số phát hiện được liệt kê; 0 là tất cả.", en: "--limit is how many findings are listed; 0 is all.")

  public static let linkOutside = LocalizedText(
    vi: "Đường dẫn là liên kết dẫn ra ngoài bộ dữ liệu.", en: "The path is a link that leads out of the data package.")
  public static let notAFile = LocalizedText(
    vi: "Đây là thiết bị hoặc ống dẫn, không phải tệp.", en: "It is a device or a pipe, not a file.")
  public static let notAFileRemedy = LocalizedText(
    vi: "Thay bằng một tệp thường.", en: "Put an ordinary file in its place.")
  public static func omittedInWorkbook(_ count: Int) -> LocalizedText {
    LocalizedText(
      vi:
        "Còn \(vietnamese(count)) phát hiện chỉ được đếm, không liệt kê; lỗi được liệt kê trước. Sửa xong rồi kiểm tra lại.",
      en:
        "\(english(count)) more \(count == 1 ? "is" : "are") counted and not listed; errors are listed first. Mend these and check again."
    )
  }
  public static let xlsxFormat = LocalizedText(
    vi: "Tệp .xlsx có dạng riêng; bỏ --format.", en: "An .xlsx file has a form of its own; leave out --format.")

  public static let noWorkbookOfAWorkbook = LocalizedText(
    vi: "Kết quả kiểm tra một sổ tính ghi ra văn bản, CSV hoặc JSON, không ghi ra .xlsx.",
    en: "The check of a workbook is written as text, CSV or JSON, not as .xlsx.")

  public static let findingsTitle = LocalizedText(vi: "Kết quả kiểm tra số liệu", en: "Result of the data check")
  public static let findingsSummarySheet = LocalizedText(vi: "Tóm tắt", en: "Summary")
  public static let findingsSheet = LocalizedText(vi: "Phát hiện", en: "Findings")
  public static let findingsSheetTitle = LocalizedText(vi: "Các phát hiện", en: "Findings")
  public static let findingsTableName = LocalizedText(vi: "PhatHien", en: "Findings")
  public static let backToSummary = LocalizedText(vi: "← Tóm tắt", en: "← Summary")
  public static let backToFindings = LocalizedText(vi: "← Các phát hiện", en: "← Findings")
  public static let noFindings = LocalizedText(vi: "Không có phát hiện nào.", en: "Nothing was found.")
  public static let fileWord = LocalizedText(vi: "Tệp", en: "File")
  public static let lineWord = LocalizedText(vi: "Dòng", en: "Line")
  public static let columnWord = LocalizedText(vi: "Cột", en: "Column")
  public static let valueWord = LocalizedText(vi: "Giá trị", en: "Value")
  public static let messageWord = LocalizedText(vi: "Nội dung", en: "Finding")
  public static let remedyWord = LocalizedText(vi: "Cách sửa", en: "Remedy")
  public static let severityWord = LocalizedText(vi: "Mức độ", en: "Severity")
  public static let findingWord = LocalizedText(vi: "Phát hiện", en: "Finding")
  public static let findingsCount = LocalizedText(vi: "Số phát hiện", en: "Found")
  public static let findingsListed = LocalizedText(vi: "Có liệt kê", en: "Listed")
  public static let cellsToMend = LocalizedText(vi: "Ô cần sửa", en: "Cells to mend")
  public static let wholeRow = LocalizedText(vi: "xem nội dung phát hiện", en: "see the finding")
  public static let rowsSheetLine = LocalizedText(
    vi: "Bản sao các dòng có phát hiện. Ô cần sửa có khung đậm và được nêu tên ở cột “Ô cần sửa”.",
    en:
      "Copies of the rows with findings. Cells to mend have a thick frame and are named in the column 'Cells to mend'.")
  public static let howToRead = LocalizedText(vi: "Cách đọc", en: "How to read it")
  public static let howToReadFindings = [
    LocalizedText(
      vi: "Lỗi: phải sửa trong tệp CSV gốc rồi gửi lại; khi còn lỗi, số liệu không được tổng hợp.",
      en: "Error: mend it in the CSV file itself and send it again; with errors, nothing is added up."),
    LocalizedText(
      vi: "Cảnh báo: xem lại; nếu số liệu đúng thì giữ nguyên và trả lời bằng văn bản.",
      en: "Warning: look at it again; a figure that is right stays, with a word of explanation."),
    LocalizedText(vi: "Lưu ý: để biết, không cần sửa.", en: "Note: worth knowing; nothing has to be mended."),
    LocalizedText(
      vi:
        "Trang “Phát hiện”: mỗi phát hiện một dòng; bấm số ở cột “Dòng” để xem bản sao dòng đó, bấm “← TT” để quay lại.",
      en: "Sheet 'Findings': one row each; click the number under 'Line' for the copy of that row, '← No.' leads back."),
    LocalizedText(
      vi: "Sửa trong tệp này không có tác dụng: tệp chỉ để đọc. Thông tin về cá nhân được thay bằng “•••”.",
      en: "Mending this workbook mends nothing: it is for reading. What may be about persons is shown as '•••'."),
  ]

  private static func vietnamese(_ count: Int) -> String { NumberForm(.vietnamese).string(count) }
  private static func english(_ count: Int) -> String { NumberForm(.english).string(count) }
  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(english(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  public static func fieldTooLong(_ field: String, limit: Int) -> LocalizedText {
    LocalizedText(
      vi: "Ô ở cột “\(field)” dài hơn \(vietnamese(limit)) byte nên không được đọc.",
      en:
        "The field in column '\(field)' is longer than \(english(limit)) bytes and is not read."
    )
  }
  public static let fieldTooLongRemedy = LocalizedText(
    vi: "Xem có quên đóng ngoặc kép không; chuyển văn bản dài ra tệp riêng.",
    en: "See whether a quote was never closed; keep long texts in a file of their own.")
}
