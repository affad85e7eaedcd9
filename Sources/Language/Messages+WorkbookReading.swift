/// Why a workbook cannot be read.
extension Messages {
  public static let workbookUnreadable = LocalizedText(
    vi: "không có tệp này hoặc không đọc được", en: "there is no such file, or it cannot be read")
  public static func workbookFileTooLarge(bytes: Int) -> LocalizedText {
    LocalizedText(vi: "sổ tính quá lớn (\(bytes) byte)", en: "the workbook is too large (\(bytes) bytes)")
  }
  public static let workbookNotAnArchive = LocalizedText(
    vi: "không phải sổ tính .xlsx, hoặc tệp bị cắt cụt", en: "not an .xlsx workbook, or cut off")
  public static func workbookTooManyParts(_ count: Int) -> LocalizedText {
    LocalizedText(vi: "sổ tính có quá nhiều phần (\(count))", en: "the workbook has too many parts (\(count))")
  }
  public static func workbookUnsafeName(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "sổ tính có phần mang tên không an toàn: “\(name)”",
      en: "the workbook has a part with an unsafe name: '\(name)'")
  }
  public static func workbookPartTwice(_ name: String) -> LocalizedText {
    LocalizedText(vi: "sổ tính có hai phần cùng tên “\(name)”", en: "the workbook has two parts named '\(name)'")
  }
  public static func workbookPartMissing(_ name: String) -> LocalizedText {
    LocalizedText(vi: "sổ tính thiếu phần “\(name)”", en: "the workbook lacks its part '\(name)'")
  }
  public static func workbookEncrypted(part: String) -> LocalizedText {
    LocalizedText(
      vi: "sổ tính đặt mật khẩu (\(part)); hãy lưu lại không mật khẩu",
      en: "the workbook is encrypted (\(part)); save it without a password")
  }
  public static func workbookDamaged(part: String) -> LocalizedText {
    LocalizedText(
      vi: "sổ tính bị hỏng: độ dài hoặc mã kiểm của “\(part)” không khớp",
      en: "the workbook is damaged: length or checksum of '\(part)' do not match")
  }
  public static func workbookPartTooLarge(part: String) -> LocalizedText {
    LocalizedText(
      vi: "nội dung giải nén quá lớn, dừng ở “\(part)”", en: "what is decompressed is too large, stopped at '\(part)'")
  }
  public static func workbookBomb(part: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(part)” giải nén ra lớn bất thường so với kích thước nén; không đọc tiếp",
      en: "'\(part)' decompresses to far more than its size warrants; it is not read")
  }
  public static func workbookNotXML(part: String, line: Int, column: Int, reason: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(part)” không phải XML đúng dạng, dòng \(line), cột \(column) (\(reason))",
      en: "'\(part)' is not well-formed XML at line \(line), column \(column) (\(reason))")
  }
  public static func workbookDoctype(part: String, line: Int) -> LocalizedText {
    LocalizedText(
      vi: "“\(part)” khai báo kiểu tài liệu (dòng \(line)); sổ tính không được có",
      en: "'\(part)' declares a document type (line \(line)), which no workbook may")
  }
  public static func workbookTooDeep(part: String, line: Int) -> LocalizedText {
    LocalizedText(
      vi: "“\(part)” lồng quá sâu, dòng \(line)", en: "'\(part)' is nested too deeply at line \(line)")
  }
  public static func workbookTokenTooLong(part: String, line: Int) -> LocalizedText {
    LocalizedText(
      vi: "“\(part)” có một đoạn quá dài, dòng \(line)", en: "'\(part)' has a piece that is too long at line \(line)")
  }
  public static func workbookTooMany(part: String, limit: Int) -> LocalizedText {
    LocalizedText(
      vi: "“\(part)” có quá nhiều nội dung (giới hạn \(limit))", en: "'\(part)' holds too much (the limit is \(limit))")
  }
  public static func workbookWrongValue(part: String, line: Int, text: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(part)” có giá trị sai “\(text)”, dòng \(line)",
      en: "'\(part)' has a wrong value '\(text)' at line \(line)")
  }
  public static func workbookOutOfOrder(part: String, line: Int, cell: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(part)” có ô “\(cell)” lặp lại hoặc sai thứ tự, dòng \(line)",
      en: "'\(part)' has the cell '\(cell)' twice or out of order at line \(line)")
  }
}
