/// What is said about properties of a data package that are not read, or not read so.
extension Messages {
  public static let oldProfile = LocalizedText(
    vi: "“profile” thuộc Data Package phiên bản 1.", en: "'profile' belongs to version 1 of Data Package.")
  public static let oldProfileRemedy = LocalizedText(
    vi: "Bỏ “profile” và đối chiếu mô tả với phiên bản 2 (https://datapackage.org).",
    en: "Remove it, and compare the descriptor with version 2 (https://datapackage.org).")
  public static let geographicType = LocalizedText(
    vi: "Không đọc kiểu địa lý.", en: "Geographic types are not read.")
  public static let geographicTypeRemedy = LocalizedText(
    vi: "Khai cột là string, hoặc tách kinh độ và vĩ độ thành hai cột number.",
    en: "Declare the column as string, or split longitude and latitude into two columns of numbers.")
  public static let anyDate = LocalizedText(
    vi: "Không đọc ngày dạng bất kỳ: 03/04 là ngày 3 tháng 4 hay ngày 4 tháng 3?",
    en: "Dates of any form are not read: is 03/04 in March or in April?")
  public static let anyDateRemedy = LocalizedText(
    vi: "Khai dạng của cột, ví dụ \"format\": \"%d/%m/%Y\".", en: "Declare the form, such as \"format\": \"%d/%m/%Y\".")
  public static func unknownDirective(_ directive: String) -> LocalizedText {
    LocalizedText(
      vi: "Không đọc ký hiệu ngày “\(directive)”.", en: "The date directive '\(directive)' is not read.")
  }
  public static func unknownDirectiveRemedy(_ known: String) -> LocalizedText {
    LocalizedText(vi: "Dùng: \(known).", en: "Use: \(known).")
  }
  public static func expectedKind(_ kind: String) -> LocalizedText {
    LocalizedText(vi: "Cần một giá trị kiểu \(kind).", en: "A value of type \(kind) is expected here.")
  }
  public static let expectedKindRemedy = LocalizedText(
    vi: "Viết giới hạn theo dạng của cột.", en: "Write the limit in the column's own form.")
  public static let oddLineTerminator = LocalizedText(
    vi: "Không đọc được dấu kết thúc dòng này.", en: "This line terminator is not read.")
  public static let oddLineTerminatorRemedy = LocalizedText(
    vi: "Dùng LF, CRLF hoặc CR; không cần khai.", en: "Use LF, CRLF or CR; they need not be declared.")
  public static let noPaths = LocalizedText(vi: "Danh sách tệp rỗng.", en: "The list of files is empty.")
  public static let noPathsRemedy = LocalizedText(
    vi: "Ghi ít nhất một tệp.", en: "Name at least one file.")
  public static func noSuchPart(_ path: String) -> LocalizedText {
    LocalizedText(vi: "Không có tệp “\(path)” trong bộ dữ liệu.", en: "There is no file '\(path)' in the package.")
  }
  public static let noSuchPartRemedy = LocalizedText(
    vi: "Thêm tệp vào bộ dữ liệu, hoặc ghi nội dung ngay tại đây.",
    en: "Add the file to the package, or write its content here.")
  public static let expectedRows = LocalizedText(
    vi: "Cần một danh sách các dòng tại đây.", en: "A list of rows is expected here.")
  public static let expectedRowsRemedy = LocalizedText(
    vi: "Viết [[\"cột\"], [1]] hoặc [{\"cột\": 1}].", en: "Write [[\"column\"], [1]] or [{\"column\": 1}].")
}
