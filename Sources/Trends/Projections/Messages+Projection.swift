public import Language

/// Why a series is not projected.
extension Messages {
  public static let notProjectedSeason = LocalizedText(
    vi: "Không dự báo chuỗi theo mùa (nửa năm, quý, tháng) của số thời kỳ.",
    en: "Flows of halves, quarters and months have seasons and are not projected.")
  public static func notProjectedTooFew(_ count: Int, fewest: Int) -> LocalizedText {
    LocalizedText(
      vi: "Không dự báo: có \(count) kỳ trọn vẹn liên tục, cần ít nhất \(fewest).",
      en: "Not projected: \(count) full periods without a gap, at least \(fewest) are needed.")
  }
  public static let notProjectedWhole = LocalizedText(
    vi: "Không dự báo: có tỷ lệ bằng 0% hoặc từ 100% trở lên.",
    en: "Not projected: a rate is 0% or not below 100%.")
}
