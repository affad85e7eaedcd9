import Language

/// What a comparison says.
extension Messages {
  static let province = LocalizedText(vi: "Địa phương", en: "Province")
  static func against(_ name: String) -> LocalizedText { LocalizedText(vi: "So với \(name)", en: "Against \(name)") }
  static let differenceInPercent = LocalizedText(vi: "Chênh lệch (%)", en: "Difference (%)")
  static let shareOfWhole = LocalizedText(vi: "Tỷ trọng (%)", en: "Share (%)")
  static func trimmedToCommonYears(asked: String, used: String) -> LocalizedText {
    LocalizedText(
      vi: "Chỉ so sánh các năm mọi bên đều có số liệu: \(used), thay vì \(asked).",
      en: "Only years that all sides have are compared: \(used) instead of \(asked).")
  }
  static func otherDays(_ days: String) -> LocalizedText {
    LocalizedText(vi: "Thời kỳ của từng bên: \(days).", en: "Days of each side: \(days).")
  }
  static func notComparedSide(_ name: String, _ reason: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Không so sánh \(name): \(reason.vietnamese).", en: "\(name) is not compared: \(reason.english).")
  }
  static func targetIsOpen(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "\(name): chưa đủ số liệu trọn năm để đánh giá so với kế hoạch.",
      en: "\(name): not judged against its target before the year is over.")
  }
}
