/// The fixed words of a table's own workbook.
extension Messages {
  public static let tableSheet = LocalizedText(vi: "Bảng số liệu", en: "Table")
  public static let tableNotesLine = LocalizedText(vi: "Ghi chú và nguồn số liệu →", en: "Notes and sources →")
  public static let tableNotesTitle = LocalizedText(vi: "Ghi chú và nguồn số liệu", en: "Notes and sources")

  public static func tablePart(_ number: Int, of count: Int) -> LocalizedText {
    LocalizedText(vi: "phần \(number)/\(count)", en: "part \(number) of \(count)")
  }

  public static func tableRows(from first: String, to last: String, of count: String) -> LocalizedText {
    LocalizedText(vi: "Dòng \(first) đến \(last) trong \(count) dòng", en: "Rows \(first) to \(last) of \(count)")
  }

  public static func tableDivided(sheets: [String]) -> LocalizedText {
    let names = sheets.joined(separator: "; ")
    return LocalizedText(
      vi: "Bảng dài hơn số dòng của một trang tính nên được ghi tiếp trên các trang: \(names).",
      en: "The table is longer than a sheet and continues on the sheets: \(names).")
  }

  public static let tableDigitsCut = LocalizedText(
    vi: "Excel chỉ giữ 15 chữ số của một số; số dài hơn được hiển thị gần đúng.",
    en: "Excel keeps 15 digits of a number; longer numbers are shown approximately.")

  public static func tableQuestion(package: String, from first: String, to last: String) -> LocalizedText {
    LocalizedText(
      vi: "Kỳ số liệu: \(first == last ? first : "\(first) – \(last)"). Bộ dữ liệu: \(package).",
      en: "Periods: \(first == last ? first : "\(first) – \(last)"). Data package: \(package).")
  }

  public static func tableFile(_ path: String, resource: String) -> LocalizedText {
    LocalizedText(vi: "Tệp: \(path) (\(resource))", en: "File: \(path) (\(resource))")
  }
}
