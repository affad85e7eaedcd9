/// What is said of a CSV file from which a first data package is made.
extension Messages {
  public static let notSure = LocalizedText(vi: "Chưa chắc chắn", en: "Not sure")
  public static let toFillIn = LocalizedText(vi: "Cần điền", en: "To fill in")
  public static let fromNeedsPackage = LocalizedText(
    vi: "--from chỉ dùng với “new package”.", en: "--from belongs to “new package” only.")

  // Refusals.
  public static let inferEmpty = LocalizedText(vi: "Tệp không có nội dung.", en: "The file holds nothing.")
  public static let inferEmptyRemedy = LocalizedText(
    vi: "Xuất lại bảng ra CSV, có dòng tên cột và các dòng số liệu.",
    en: "Export the table to CSV again, with a row of column names and rows of data.")
  public static let inferWorkbook = LocalizedText(
    vi: "Tệp là bảng tính Excel, không phải CSV.", en: "The file is an Excel workbook, not a CSV file.")
  public static let inferWorkbookRemedy = LocalizedText(
    vi: "Mở bằng Excel, lưu từng trang tính thành “CSV UTF-8”, rồi dùng tệp đó.",
    en: "Open it in Excel, save each sheet as 'CSV UTF-8' and use that file.")
  public static let inferBinary = LocalizedText(
    vi: "Tệp không phải là văn bản.", en: "The file is no text.")
  public static let inferBinaryRemedy = LocalizedText(
    vi: "Kiểm tra tên tệp; xuất bảng ra CSV từ phần mềm gốc.",
    en: "Check the name of the file; export the table to CSV from the program that made it.")
  public static let inferUnknownEncoding = LocalizedText(
    vi: "Tệp không phải UTF-8, và không nhận ra bảng mã nào đọc được thành tiếng Việt.",
    en: "The file is not UTF-8, and no known encoding makes Vietnamese of it.")
  public static let inferHeaderOnly = LocalizedText(
    vi: "Tệp chỉ có dòng tên cột, không có dòng số liệu.", en: "The file has column names and no rows.")
  public static let inferHeaderOnlyRemedy = LocalizedText(
    vi: "Thêm ít nhất một dòng số liệu: kiểu của cột được nhận ra từ giá trị.",
    en: "Add a row of data at least: the types of columns are seen in their values.")
  public static let inferHeaderRemedy = LocalizedText(
    vi: "Thêm dòng tên cột ở đầu bảng.", en: "Add a row of column names above the data.")
  public static func inferUnnamedColumn(_ number: Int) -> LocalizedText {
    LocalizedText(vi: "Cột thứ \(number) không có tên.", en: "Column \(number) has no name.")
  }

  // Doubts about the file.
  public static func inferEncoding(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "đọc theo bảng mã \(name); xem tên và địa danh có đúng không.",
      en: "read as \(name); see whether names and places are right.")
  }
  public static func inferDelimiter(_ taken: String, or other: String) -> LocalizedText {
    LocalizedText(
      vi: "lấy “\(taken)” làm dấu phân cách; “\(other)” cũng có thể.",
      en: "taken as separated by '\(taken)'; '\(other)' is possible, too.")
  }
  public static let inferNoQuotes = LocalizedText(
    vi: "dấu nháy kép được coi là ký tự thường, vì không đọc được theo cách khác.",
    en: "double quotes are taken as ordinary text, since the file cannot be read otherwise.")
  public static let inferSingleQuotes = LocalizedText(
    vi: "dấu nháy đơn được coi là dấu bao quanh giá trị.", en: "single quotes are taken to stand around values.")
  public static let inferNoHeader = LocalizedText(
    vi: "dòng đầu toàn số nên không coi là tên cột; cột được đặt tên column_1, column_2, …",
    en: "the first row is all numbers and not taken for names; columns are called column_1, column_2, …")
  public static func inferTitleRows(_ line: Int) -> LocalizedText {
    LocalizedText(
      vi: "tên cột lấy ở dòng \(line); các dòng phía trên được bỏ qua.",
      en: "column names are taken from line \(line); what stands above is passed over.")
  }
  public static func inferWide(_ first: String, _ last: String) -> LocalizedText {
    LocalizedText(
      vi:
        "bảng ngang: mỗi năm một cột, từ “\(first)” đến “\(last)”. Chuyển thành bảng dọc (cột năm và cột giá trị) thì mới tính chỉ tiêu được.",
      en:
        "wide form: a column for each year, '\(first)' to '\(last)'. Indicators need the long form: a column of years and one of values."
    )
  }

  // Doubts about keys and parts.
  public static let inferFewRows = LocalizedText(
    vi: "chỉ có một dòng: chưa thấy được cột nào phân biệt các dòng.",
    en: "one row only: which columns tell rows apart cannot be seen.")
  public static let inferNoKey = LocalizedText(
    vi: "không có nhóm cột nào phân biệt được các dòng; có thể có dòng gửi hai lần. Khai primaryKey khi đã rõ.",
    en: "no columns tell all rows apart; some may have been sent twice. Declare primaryKey once it is known.")
  public static let inferTooManyForKeys = LocalizedText(
    vi: "quá nhiều dòng để tìm khóa; khai primaryKey.", en: "too many rows to look for a key; declare primaryKey.")
  public static func inferOtherKeys(_ taken: [String], others: [String]) -> LocalizedText {
    LocalizedText(
      vi: "lấy \(taken.joined(separator: " + ")) làm khóa; cũng duy nhất: \(others.joined(separator: "; ")).",
      en: "\(taken.joined(separator: " + ")) is taken as the key; unique, too: \(others.joined(separator: "; ")).")
  }
  public static let inferYearByValues = LocalizedText(
    vi: "coi là năm báo cáo vì mọi giá trị từ 1900 đến 2100.",
    en: "taken for the reporting year, since all values lie from 1900 to 2100.")
  public static let inferSecondYear = LocalizedText(
    vi: "cũng là năm, nhưng không dùng làm năm báo cáo.",
    en: "holds years, too, and is not taken for the reporting year.")
  public static let inferIncompleteUnits = LocalizedText(
    vi: "giống cột đơn vị nhưng có ô trống (hoặc quá nhiều giá trị) nên không dùng.",
    en: "looks like units, but has empty cells (or too many values) and is not used.")
  public static func inferTotals(_ texts: [String]) -> LocalizedText {
    let list = texts.joined(separator: ", ")
    return LocalizedText(
      vi: "có dòng giống dòng tổng (\(list)): bỏ đi, hoặc khai cấp khác, trước khi cộng.",
      en: "some rows look like totals (\(list)): take them out, or give them a level of their own, before adding up.")
  }
  public static func inferTwoNames(_ names: [String]) -> LocalizedText {
    let list = names.joined(separator: " / ")
    return LocalizedText(
      vi: "một mã có nhiều tên: \(list); lấy tên đầu.", en: "one code has several names: \(list); the first is taken.")
  }
  public static let inferNoRoles = LocalizedText(
    vi: "không thấy đủ cột năm và cột số, nên chưa đưa vào danh mục chỉ tiêu.",
    en: "no year and number in every row are seen, so it is not in the catalogue.")
}
