/// What is said about shares, scales, and what is made of other indicators.
extension Messages {
  public static let wordDenominatorYear = LocalizedText(
    vi: "cách chọn năm của mẫu số", en: "way of choosing the denominator's year")

  public static func derivedNotAdded(_ names: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "\(names.vietnamese) đã là số lũy kế hoặc bình quân của nhiều năm, nên không cộng theo thời gian.",
      en: "\(names.english) is already made of several years, so its values are not added over time.")
  }
  public static func yearsNeeded(_ names: LocalizedText, _ period: String) -> LocalizedText {
    LocalizedText(
      vi: "\(names.vietnamese) chỉ tính được theo năm tròn, không tính được cho \(period).",
      en: "\(names.english) is computed by whole years, not for \(period).")
  }
  public static func regularPeriodsNeeded(_ names: LocalizedText, _ period: String) -> LocalizedText {
    LocalizedText(
      vi: "\(names.vietnamese) tính lũy kế đến hết năm, nửa năm, quý hoặc tháng, không tính được cho \(period).",
      en: "\(names.english) is cumulated to the end of a year, half-year, quarter or month, not for \(period).")
  }
  /// Of a limit: whether it was kept; nothing while that is open.
  public static func limitState(_ isMet: Bool?) -> LocalizedText {
    switch isMet {
    case true?: LocalizedText(vi: " (đạt)", en: " (met)")
    case false?: LocalizedText(vi: " (không đạt)", en: " (not met)")
    case nil: LocalizedText("")
    }
  }

  public static let takeNeedsStock = LocalizedText(
    vi: "Chỉ số thời điểm (stock) mới có take.", en: "Only a stock has 'take'.")
  public static let takeNeedsStockRemedy = LocalizedText(
    vi: "Bỏ take, hoặc viết kind: stock.", en: "Leave out 'take', or write kind: stock.")
  public static let scaleNeedsNumbers = LocalizedText(
    vi: "Số đếm không có đơn vị quy đổi.", en: "What is counted has no scale.")
  public static let scaleNeedsNumbersRemedy = LocalizedText(
    vi: "Bỏ scale.", en: "Leave out 'scale'.")
  public static func scaleDoesNotFit(_ left: String, _ right: String) -> LocalizedText {
    LocalizedText(
      vi: "Không quy đổi được \(left) ra \(right).", en: "\(left) cannot be converted to \(right).")
  }
  public static let scaleDoesNotFitRemedy = LocalizedText(
    vi: "Sửa scale của số liệu gốc hoặc unit của chỉ tiêu; hai vế của một tỷ số tiền cần có scale.",
    en: "Mend the measure's 'scale' or the indicator's 'unit'; in a ratio of money both measures need a scale.")
  public static let conditionWithoutValue = LocalizedText(
    vi: "Điều kiện không có giá trị nào.", en: "The condition has no value.")
  public static let conditionWithoutValueRemedy = LocalizedText(
    vi: "Viết ít nhất một giá trị.", en: "Write at least one value.")
  public static func strayKey(_ key: String) -> LocalizedText {
    LocalizedText(
      vi: "Khóa \(key) không thuộc cách tính này.", en: "The key '\(key)' does not belong to this definition.")
  }
  public static let strayKeyRemedy = LocalizedText(
    vi: "along đi với share, since với cumulative, denominator-year với ratio.",
    en: "'along' goes with share, 'since' with cumulative, 'denominator-year' with ratio.")
  public static let shareNeedsPercent = LocalizedText(
    vi: "Tỷ trọng có đơn vị tính là percent.", en: "A share is given in percent.")
  public static let shareOfScore = LocalizedText(
    vi: "Điểm đã công bố không cộng được, nên không có tỷ trọng.",
    en: "Published scores have no total, so they have no share in it.")
  public static let shareOfScoreRemedy = LocalizedText(
    vi: "Chọn số liệu loại flow, stock, count hoặc distinct.",
    en: "Choose a measure of kind flow, stock, count or distinct.")
  public static let derivedOfDerived = LocalizedText(
    vi: "Không tính tiếp từ một chỉ tiêu đã là lũy kế hoặc bình quân.",
    en: "What is made of several years is not cumulated or averaged again.")
  public static let derivedOfDerivedRemedy = LocalizedText(
    vi: "Tính từ chỉ tiêu gốc.", en: "Make it from the original indicator.")
  public static let cumulativeNeedsFlows = LocalizedText(
    vi: "Chỉ số thời kỳ (flow, count) mới lũy kế được.", en: "Only flows and counts are cumulated.")
  public static let cumulativeNeedsFlowsRemedy = LocalizedText(
    vi: "Chọn chỉ tiêu tính từ số thời kỳ.", en: "Choose an indicator made of flows.")
  public static let notAveraged = LocalizedText(
    vi: "Điểm đã công bố và số đếm các mục khác nhau không lấy bình quân.",
    en: "Published scores and distinct counts are not averaged.")
  public static let notAveragedRemedy = LocalizedText(
    vi: "Chọn chỉ tiêu tính từ số thời kỳ hoặc số thời điểm.", en: "Choose an indicator made of flows or stocks.")
  public static func derivedKeepsUnit(_ own: String, _ other: String) -> LocalizedText {
    LocalizedText(
      vi: "Đơn vị tính \(own) khác đơn vị tính \(other) của chỉ tiêu gốc.",
      en: "The unit \(own) differs from \(other), that of the original indicator.")
  }
  public static let derivedKeepsUnitRemedy = LocalizedText(
    vi: "Dùng đơn vị tính của chỉ tiêu gốc.", en: "Use the original indicator's unit.")
  public static func ruleOfDerived(_ code: String) -> LocalizedText {
    LocalizedText(
      vi: "Quy tắc không xem xét tỷ trọng, số lũy kế và số bình quân: \(code).",
      en: "Rules do not look at shares, cumulated and averaged indicators: \(code).")
  }
  public static let ruleOfDerivedRemedy = LocalizedText(
    vi: "Viết quy tắc cho chỉ tiêu gốc.", en: "Write the rule about the original indicators.")
}
