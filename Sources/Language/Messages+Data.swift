/// What is said about CSV files: their structure, fields, keys and references.
extension Messages {
  /// Shown in place of a text whose bytes are not UTF-8.
  public static let undecodable = "\u{FFFD}"

  public static let missingHeader = LocalizedText(
    vi: "Tệp không có dòng tiêu đề.", en: "The file has no header row.")
  public static func missingHeaderRemedy(_ header: String) -> LocalizedText {
    LocalizedText(vi: "Thêm dòng đầu: \(header)", en: "Add a first line: \(header)")
  }
  public static let headerNotUTF8 = LocalizedText(
    vi: "Tên cột không phải mã UTF-8.", en: "The column's name is not UTF-8.")
  public static func duplicateColumn(_ name: String) -> LocalizedText {
    LocalizedText(vi: "Cột “\(name)” có hai lần.", en: "The column '\(name)' stands twice.")
  }
  public static let duplicateColumnRemedy = LocalizedText(
    vi: "Bỏ hoặc đổi tên một cột.", en: "Remove or rename one of them.")
  public static func extraColumn(_ name: String) -> LocalizedText {
    LocalizedText(vi: "Cột “\(name)” không có trong mô tả dữ liệu.", en: "The column '\(name)' is not in the schema.")
  }
  public static func missingColumn(_ name: String) -> LocalizedText {
    LocalizedText(vi: "Thiếu cột “\(name)”.", en: "The column '\(name)' is missing.")
  }
  public static func missingColumnRemedy(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "Thêm cột “\(name)” vào dòng tiêu đề và mọi dòng số liệu.",
      en: "Add the column '\(name)' to the header and to every row.")
  }
  public static func raggedRow(expected: Int, found: Int) -> LocalizedText {
    LocalizedText(
      vi: "Dòng có \(found) ô, tiêu đề có \(expected).", en: "The row has \(found) fields, the header \(expected).")
  }
  public static let raggedRowRemedy = LocalizedText(
    vi: "Kiểm tra dấu phân cách thừa hoặc thiếu; đặt văn bản có dấu phân cách trong ngoặc kép.",
    en: "Look for a delimiter too many or too few; put quotes around text that holds one.")
  public static let unclosedQuote = LocalizedText(
    vi: "Dấu ngoặc kép mở ở đây không được đóng.", en: "The quote opened here is never closed.")
  public static let unclosedQuoteRemedy = LocalizedText(
    vi: "Đóng ngoặc kép, hoặc viết hai dấu ngoặc kép liền nhau nếu đó là nội dung.",
    en: "Close the quote, or double it if it is part of the text.")
  public static let textAfterQuote = LocalizedText(
    vi: "Có chữ sau dấu ngoặc kép đóng.", en: "Text follows a closing quote.")
  public static let textAfterQuoteRemedy = LocalizedText(
    vi: "Đặt cả ô trong ngoặc kép và viết đôi các dấu ngoặc kép bên trong.",
    en: "Put quotes around the whole field and double the quotes inside it.")
  public static let strayQuote = LocalizedText(
    vi: "Dấu ngoặc kép nằm giữa một ô không mở bằng ngoặc kép.", en: "A quote stands inside an unquoted field.")
  public static let danglingEscape = LocalizedText(
    vi: "Tệp kết thúc ngay sau ký tự thoát.", en: "The file ends after an escape character.")
  public static let danglingEscapeRemedy = LocalizedText(
    vi: "Bỏ ký tự thoát ở cuối tệp.", en: "Remove the escape character at the end.")
  public static let nulByte = LocalizedText(
    vi: "Có byte 0 trong tệp: tệp không phải văn bản UTF-8 (có thể là UTF-16).",
    en: "There is a NUL byte: the file is not UTF-8 text (perhaps UTF-16).")
  public static func rowTooLong(_ limit: Int) -> LocalizedText {
    LocalizedText(vi: "Dòng dài hơn \(limit) byte.", en: "The row is longer than \(limit) bytes.")
  }
  public static func tooManyFields(_ limit: Int) -> LocalizedText {
    LocalizedText(vi: "Dòng có hơn \(limit) ô.", en: "The row has more than \(limit) fields.")
  }
  public static let unsoundDialect = LocalizedText(
    vi: "Khai báo dialect mâu thuẫn: hai vai trò dùng chung một ký tự.",
    en: "The dialect contradicts itself: two roles share a character.")
  public static let unsoundDialectRemedy = LocalizedText(
    vi: "Dùng các ký tự khác nhau cho delimiter và quoteChar.",
    en: "Use different characters for delimiter and quoteChar.")

  public static func requiredMissing(_ field: String) -> LocalizedText {
    LocalizedText(vi: "Ô bắt buộc ở cột “\(field)” để trống.", en: "The required field '\(field)' is empty.")
  }
  public static let requiredMissingRemedy = LocalizedText(vi: "Điền giá trị.", en: "Fill in the value.")
  public static func fieldNotUTF8(_ field: String) -> LocalizedText {
    LocalizedText(
      vi: "Ô ở cột “\(field)” không phải mã UTF-8.", en: "The field in column '\(field)' is not UTF-8.")
  }
  public static func notANumber(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” không phải là số.", en: "'\(value)' in column '\(field)' is not a number.")
  }
  public static let notANumberRemedy = LocalizedText(
    vi: "Chỉ ghi số; chữ và đơn vị tính để ở cột khác.", en: "Write a number only; words and units have other columns.")
  public static let spaceInNumberRemedy = LocalizedText(
    vi: "Bỏ dấu cách trong số.", en: "Remove the space from the number.")
  public static func notAnInteger(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” không phải số nguyên.", en: "'\(value)' in column '\(field)' is not an integer.")
  }
  public static let notAnIntegerRemedy = LocalizedText(
    vi: "Ghi số nguyên. Nếu dấu chấm là phân nhóm nghìn, khai groupChar trong datapackage.json.",
    en: "Write an integer. If the point groups thousands, declare groupChar in datapackage.json.")
  public static func undeclaredSeparator(_ value: String, _ field: String, _ separator: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” có dấu “\(separator)” mà mô tả dữ liệu không khai.",
      en: "'\(value)' in column '\(field)' has a '\(separator)' that the schema does not declare.")
  }
  public static let undeclaredCommaRemedy = LocalizedText(
    vi: "Nếu là dấu thập phân, khai \"decimalChar\": \",\"; nếu là phân nhóm nghìn, khai \"groupChar\": \",\".",
    en: "Declare \"decimalChar\": \",\" if it is the decimal separator, \"groupChar\": \",\" if it groups thousands.")
  public static let undeclaredPointRemedy = LocalizedText(
    vi: "Nếu dấu chấm phân nhóm nghìn, khai \"groupChar\": \".\"; nếu là dấu thập phân, sửa decimalChar.",
    en: "Declare \"groupChar\": \".\" if it groups thousands; mend decimalChar if it is the decimal separator.")
  public static func wrongGrouping(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” phân nhóm nghìn không đúng.",
      en: "'\(value)' in column '\(field)' groups its thousands wrongly.")
  }
  public static let wrongGroupingRemedy = LocalizedText(
    vi: "Phân nhóm đúng ba chữ số, hoặc bỏ phân nhóm.", en: "Group by exactly three digits, or not at all.")
  public static func numberTooLong(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” quá dài để tính chính xác.",
      en: "'\(value)' in column '\(field)' has too many digits to be exact.")
  }
  public static let numberTooLongRemedy = LocalizedText(
    vi: "Kiểm tra đơn vị tính và số chữ số.", en: "Check the unit of measure and the digits.")
  public static func notAYear(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” không phải là năm.", en: "'\(value)' in column '\(field)' is not a year.")
  }
  public static let notAYearRemedy = LocalizedText(vi: "Ghi năm bốn chữ số: 2023.", en: "Write four digits: 2023.")
  public static func notADate(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” không phải là ngày.", en: "'\(value)' in column '\(field)' is not a date.")
  }
  public static func notADateRemedy(_ form: String) -> LocalizedText {
    LocalizedText(vi: "Ghi ngày dạng \(form).", en: "Write the date as \(form).")
  }
  public static func notATruthValue(_ value: String, _ field: String, _ words: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” không phải một trong: \(words).",
      en: "'\(value)' in column '\(field)' is none of: \(words).")
  }
  public static func notATruthValueRemedy(_ words: String) -> LocalizedText {
    LocalizedText(vi: "Ghi một trong: \(words).", en: "Write one of: \(words).")
  }
  public static func notAllowed(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” không nằm trong danh mục của cột “\(field)”.",
      en: "'\(value)' is not in the list of column '\(field)'.")
  }
  public static func patternMismatch(_ value: String, _ field: String, _ pattern: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” không theo mẫu \(pattern).",
      en: "'\(value)' in column '\(field)' does not match the pattern \(pattern).")
  }
  public static let patternMismatchRemedy = LocalizedText(
    vi: "Ghi theo mẫu đã khai.", en: "Write it in the declared form.")
  public static func belowMinimum(_ value: String, _ field: String, _ limit: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” nhỏ hơn mức tối thiểu \(limit).",
      en: "'\(value)' in column '\(field)' is below the minimum \(limit).")
  }
  public static func aboveMaximum(_ value: String, _ field: String, _ limit: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” lớn hơn mức tối đa \(limit).",
      en: "'\(value)' in column '\(field)' is above the maximum \(limit).")
  }
  public static let outOfRangeRemedy = LocalizedText(
    vi: "Đối chiếu với số gốc của đơn vị gửi.", en: "Compare it with the sender's own figures.")

  public static func duplicateKey(_ fields: String, firstLine: Int) -> LocalizedText {
    LocalizedText(
      vi: "Khóa (\(fields)) trùng với dòng \(firstLine).", en: "The key (\(fields)) is that of line \(firstLine).")
  }
  public static let duplicateKeyRemedy = LocalizedText(
    vi: "Bỏ một trong hai dòng, hoặc sửa khóa.", en: "Remove one of the two rows, or mend its key.")
  public static func unknownParent(_ value: String) -> LocalizedText {
    LocalizedText(vi: "Không có mục cấp trên “\(value)”.", en: "There is no member '\(value)' to be the parent.")
  }
  public static func parentCycle(_ value: String) -> LocalizedText {
    LocalizedText(vi: "“\(value)” là cấp trên của chính nó.", en: "'\(value)' lies above itself.")
  }
  public static let parentCycleRemedy = LocalizedText(
    vi: "Sửa cột cấp trên để không có vòng lặp.", en: "Mend the column of parents so that no circle is left.")
  public static func overlappingVersions(_ value: String, firstLine: Int) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” có hiệu lực trùng thời gian với dòng \(firstLine).",
      en: "'\(value)' is valid at the same time as on line \(firstLine).")
  }
  public static let overlappingVersionsRemedy = LocalizedText(
    vi: "Sửa ngày hiệu lực, hoặc bỏ một trong hai dòng.", en: "Mend the dates, or remove one of the two rows.")
  public static func unknownReference(_ value: String, _ field: String, _ file: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” không có trong \(file).",
      en: "'\(value)' in column '\(field)' does not stand in \(file).")
  }
}
