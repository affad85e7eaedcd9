/// What statistics say of a series; each method is named.
extension Messages {
  public static func statisticsNotAssessed(fewest: Int) -> LocalizedText {
    LocalizedText(
      vi: "Thống kê: không đánh giá; cần ít nhất \(fewest) kỳ so sánh được với nhau.",
      en: "Statistics: not assessed; at least \(fewest) comparable periods are needed.")
  }
  public static let statisticsRefused = LocalizedText(
    vi: "Thống kê: không đánh giá, vì các kỳ không so sánh được với nhau.",
    en: "Statistics: not assessed, since the periods are not comparable.")
  /// A series that rises or falls steadily has another level later, too.
  private static let maybeTrend = LocalizedText(
    vi: " (có thể chỉ là xu hướng nêu trên)", en: " (perhaps nothing but the trend above)")
  public static func statisticsBatch(
    count: Int, periods: Int, mean: String?, median: String, deviation: String, spread: String
  ) -> LocalizedText {
    let (inVietnamese, inEnglish) = mean.map { ("trung bình \($0); ", "mean \($0); ") } ?? ("", "")
    return LocalizedText(
      vi: "Thống kê trên \(count)/\(periods) kỳ: \(inVietnamese)trung vị \(median); độ lệch chuẩn \(deviation); "
        + "độ lệch tuyệt đối trung vị (MAD) \(spread).",
      en:
        "Statistics over \(count) of \(periods) periods: \(inEnglish)median \(median); standard deviation \(deviation); "
        + "median absolute deviation \(spread).")
  }
  public static let leastSquares = LocalizedText(vi: "bình phương tối thiểu", en: "least squares")
  public static func statisticsSlope(_ method: String, _ slope: String, _ range: String?) -> LocalizedText {
    let (inVietnamese, inEnglish) =
      range.map { ("; khoảng tin cậy 95%: \($0)", "; 95% interval \($0)") } ?? ("", "")
    return LocalizedText(
      vi: "Độ dốc (\(method)): \(slope) mỗi kỳ\(inVietnamese).", en: "Slope (\(method)): \(slope) a period\(inEnglish)."
    )
  }
  public static func fromTo(_ first: String, _ last: String) -> LocalizedText {
    LocalizedText(vi: "từ \(first) đến \(last)", en: "\(first) to \(last)")
  }
  public static let mannKendallExact = LocalizedText(
    vi: "Mann–Kendall, phân phối chính xác", en: "Mann–Kendall, exact distribution")
  public static let mannKendallNormal = LocalizedText(
    vi: "Mann–Kendall, xấp xỉ chuẩn có hiệu chỉnh giá trị trùng",
    en: "Mann–Kendall, normal approximation corrected for ties")
  public static let mannKendallCorrected = LocalizedText(
    vi: "Mann–Kendall, hiệu chỉnh tự tương quan (Hamed–Rao)",
    en: "Mann–Kendall, corrected for autocorrelation (Hamed–Rao)")
  public static func statisticsTest(_ method: String, s: Int, p: String, _ verdict: String) -> LocalizedText {
    LocalizedText(vi: "\(method): S = \(s), p \(p): \(verdict).", en: "\(method): S = \(s), p \(p): \(verdict).")
  }
  public static let risingTrend = LocalizedText(vi: "có xu hướng tăng (mức 5%)", en: "a rising trend (5% level)")
  public static let fallingTrend = LocalizedText(vi: "có xu hướng giảm (mức 5%)", en: "a falling trend (5% level)")
  public static let noTrendFound = LocalizedText(
    vi: "chưa đủ căn cứ để nói có xu hướng (mức 5%)", en: "no trend can be told from chance (5% level)")
  public static func statisticsShift(
    after period: String, p: String, isFound: Bool, isTrending: Bool
  ) -> LocalizedText {
    let caveat = isTrending ? maybeTrend : LocalizedText("")
    return LocalizedText(
      vi: isFound
        ? "Pettitt: mức của chuỗi thay đổi sau kỳ \(period), p \(p)\(caveat.vietnamese)."
        : "Pettitt: chưa đủ căn cứ để nói mức của chuỗi thay đổi, p \(p).",
      en: isFound
        ? "Pettitt: the level shifts after \(period), p \(p)\(caveat.english)."
        : "Pettitt: no shift of the level can be told from chance, p \(p).")
  }
  public static func statisticsTwoMeans(
    after period: String, levels: (before: String, since: String)?, isTrending: Bool
  ) -> LocalizedText {
    let (inVietnamese, inEnglish) =
      levels.map {
        ("\($0.before) đến kỳ \(period), \($0.since) từ kỳ sau", "\($0.before) up to \(period), \($0.since) since")
      } ?? ("đến kỳ \(period), và từ kỳ sau", "up to \(period), and since")
    let caveat = isTrending ? maybeTrend : LocalizedText("")
    return LocalizedText(
      vi: "Hai mức mô tả chuỗi tốt hơn một mức (BIC): \(inVietnamese)"
        + "\(caveat.vietnamese).",
      en: "Two levels describe the series better than one (BIC): \(inEnglish)"
        + "\(caveat.english).")
  }
  public static func statisticsOutliers(_ periods: String) -> LocalizedText {
    LocalizedText(
      vi: "Xa đường Theil–Sen hơn 3,5 độ lệch chuẩn bền vững: \(periods).",
      en: "More than 3.5 robust standard deviations from the Theil–Sen line: \(periods).")
  }
}
