/// What is wrong with a ledger that is read back.
extension Messages {
  public static let ledgerRemedy = LocalizedText(
    vi: "Lập lại báo cáo để có bảng nguồn gốc số liệu mới.", en: "Build the report again for a new ledger.")
  public static func ledgerValue(_ key: String) -> LocalizedText {
    LocalizedText(
      vi: "Giá trị của khóa “\(key)” không đúng dạng của bảng nguồn gốc số liệu.",
      en: "The value of '\(key)' is not what a ledger has there.")
  }
  public static func ledgerVersion(_ version: Int) -> LocalizedText {
    LocalizedText(
      vi: "Bảng nguồn gốc số liệu không phải dạng phiên bản \(version).", en: "The ledger is not of version \(version)."
    )
  }
  public static func ledgerUnknownFigure(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(name)” không có trong bảng nguồn gốc số liệu.", en: "'\(name)' is not in the ledger.")
  }
}
