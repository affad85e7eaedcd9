/// Why a comparison is not made.
extension Messages {
  public static func notComparedImplausible(_ reason: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Không so sánh, không xếp hạng: \(reason.vietnamese)", en: "Neither compared nor ranked: \(reason.english)")
  }
  public static let notComparedLowerBound = LocalizedText(
    vi: "Không tính mức tăng, không xếp hạng: nguồn chỉ công bố mức tối thiểu.",
    en: "No growth and no rank: the source gives a lower bound only.")
  public static let notComparedTooFew = LocalizedText(
    vi: "Không đủ hai kỳ có số liệu trọn kỳ để so sánh.", en: "There are not two full periods with values to compare.")
  public static let notComparedSeason = LocalizedText(
    vi: "Chưa có số liệu cùng kỳ của năm khác để so sánh.",
    en: "There are no values of the same part of another year to compare with.")
  public static func notComparedBreak(_ period: String) -> LocalizedText {
    LocalizedText(
      vi: "Không so sánh qua năm \(period): chuỗi số liệu bị ngắt (thay đổi cách tính hoặc phạm vi).",
      en: "Not compared across \(period): there is a break in the series (method or scope changed).")
  }
  public static func partsDoNotAddUp(_ indicator: LocalizedText, by dimension: String) -> LocalizedText {
    LocalizedText(
      vi:
        "Không tách được mức tăng, giảm của “\(indicator.vietnamese)” theo \(word(dimension: dimension).vietnamese): các phần không cộng thành tổng.",
      en: "The change of '\(indicator.english)' cannot be divided by \(dimension): the parts do not make up the whole.")
  }
}
