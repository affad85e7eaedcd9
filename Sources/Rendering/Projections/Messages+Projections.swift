import Language
import Statistics

/// What a projection says.
extension Messages {
  static func indexed(_ base: String) -> LocalizedText {
    LocalizedText(vi: "Chỉ số (\(base) = 100)", en: "Index (\(base) = 100)")
  }
  static let projectionTitle = LocalizedText(vi: "Dự báo (F)", en: "Projection (F)")
  static let projectionMethod = LocalizedText(vi: "Phương pháp", en: "Method")
  static func projectedInterval(_ percent: Int) -> LocalizedText {
    LocalizedText(vi: "Khoảng \(percent)%", en: "\(percent)% interval")
  }
  static func name(of method: Projection.Method) -> LocalizedText {
    switch method {
    case .naive: LocalizedText(vi: "giữ nguyên giá trị cuối", en: "naive")
    case .drift: LocalizedText(vi: "bước tăng bình quân", en: "drift")
    case .theilSen: LocalizedText(vi: "đường Theil–Sen", en: "Theil–Sen line")
    case .dampedHolt: LocalizedText(vi: "Holt tắt dần", en: "damped Holt")
    }
  }
  static func projectionBasis(_ periods: String, _ errors: String) -> LocalizedText {
    LocalizedText(
      vi: "Dựa trên \(periods). Sai số thử lại trên chính chuỗi, so với giữ nguyên giá trị cuối (MASE): \(errors).",
      en: "Rests on \(periods). Errors on the series itself, over those of the naive method (MASE): \(errors).")
  }
  static let projectionCaveat = LocalizedText(
    vi: "Dự báo chỉ kéo dài chuỗi số đã có, không phải số liệu, không phải kế hoạch.",
    en: "A projection goes on with the series as it was; it is no observation and no plan.")
}
