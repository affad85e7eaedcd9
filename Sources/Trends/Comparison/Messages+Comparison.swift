public import Language
public import Values

/// Why two figures are not compared.
extension Messages {
  public static func sinceIsNotEarlier(_ since: String, than period: String) -> LocalizedText {
    LocalizedText(
      vi: "Kỳ \(since) không đứng trước kỳ \(period), nên không có gì để so sánh.",
      en: "\(since) is not before \(period), so there is nothing to compare.")
  }
  public static func noCommonYear(_ first: Int?, _ last: Int?) -> LocalizedText {
    guard let first, let last else {
      return LocalizedText(
        vi: "Các bộ dữ liệu không có năm nào chung để so sánh.", en: "The packages have no year in common to compare.")
    }
    return LocalizedText(
      vi: "Trong giai đoạn \(first) – \(last) không có năm nào mà mọi bên đều có số liệu.",
      en: "There is no year from \(first) to \(last) for which all sides have data.")
  }
  public static let baseHasNoValue = LocalizedText(
    vi: "bên được so sánh không có số liệu", en: "there is no value to compare with")
  public static func otherUnitOfMeasure(_ own: LocalizedText, _ base: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "khác đơn vị tính (\(own.vietnamese) và \(base.vietnamese))",
      en: "units of measure differ (\(own.english) and \(base.english))")
  }
  public static let otherNature = LocalizedText(
    vi: "cách tính khác nhau (số thời kỳ, số thời điểm hoặc tỷ lệ)", en: "it is computed in another way")
  public static let definitionDiffers = LocalizedText(
    vi: "có số liệu theo định nghĩa khác (D)", en: "a definition differs (D)")
  public static func otherCutOff(_ own: CalendarDate, base: CalendarDate) -> LocalizedText {
    LocalizedText(
      vi: "số liệu đến ngày \(DateForm(.vietnamese).short(own)), bên được so sánh đến ngày "
        + "\(DateForm(.vietnamese).short(base))",
      en: "counted up to \(DateForm(.english).short(own)), the other up to \(DateForm(.english).short(base))")
  }
  public static func sumWithGaps(_ coverage: Coverage) -> LocalizedText {
    LocalizedText(
      vi: "tổng chưa đủ: \(coverage.reporting)/\(coverage.expected) ô báo cáo",
      en: "the sum is not complete: \(coverage.reporting) of \(coverage.expected) cells report")
  }
  public static func sumWithGapsIn(_ period: LocalizedText, _ coverage: Coverage) -> LocalizedText {
    LocalizedText(
      vi: "Tổng của \(period.vietnamese) chưa đủ, \(coverage.reporting)/\(coverage.expected) ô báo cáo: "
        + "tăng, giảm có thể chỉ do thiếu số liệu.",
      en: "The sum of \(period.english) is not complete, \(coverage.reporting) of \(coverage.expected) cells report: "
        + "a rise or fall may be one of reporting alone.")
  }
  public static func sumToDateWithGaps(_ period: LocalizedText, _ coverage: Coverage) -> LocalizedText {
    LocalizedText(
      vi: "Tính đến nay, \(period.vietnamese) mới có \(coverage.reporting)/\(coverage.expected) ô báo cáo: "
        + "tăng, giảm có thể chỉ do thiếu số liệu.",
      en: "Of \(period.english), \(coverage.reporting) of the \(coverage.expected) cells due so far report: "
        + "a rise or fall may be one of reporting alone.")
  }
}
