import Language

/// What is said beside pictures.
extension Messages {
  static let plotBreak = LocalizedText(
    vi: "┊ B: chuỗi số bị ngắt; không so sánh hai bên.",
    en: "┊ B: a break in the series; the two sides are not compared.")
  static func plotProjectedLine(_ percent: Int) -> LocalizedText {
    LocalizedText(
      vi: "F: dự báo, không phải số liệu; ┬ ┴: khoảng \(percent)%.",
      en: "F: projection, no observation; ┬ ┴: its \(percent)% interval.")
  }
  static func plotProjectedBar(_ percent: Int) -> LocalizedText {
    LocalizedText(
      vi: "F ░: dự báo, không phải số liệu; ├ ┤: khoảng \(percent)%.",
      en: "F ░: projection, no observation; ├ ┤: its \(percent)% interval.")
  }
  static func plotProjected(_ percent: Int) -> LocalizedText {
    LocalizedText(
      vi: "F, vẽ rỗng: dự báo, không phải số liệu; vạch mảnh: khoảng \(percent)%, vạch đậm: khoảng hẹp hơn.",
      en: "F, hollow: projection, no observation; thin line: its \(percent)% interval, thick line: the narrower one.")
  }
  static let plotOpen = LocalizedText(
    vi: "Vẽ rỗng: kỳ chưa trọn, hoặc tổng chưa đủ ô báo cáo.",
    en: "Hollow: a period that is not over, or a sum to which not all cells have reported.")
  static func sharedScale(_ low: String, _ high: String) -> LocalizedText {
    LocalizedText(vi: "Cùng một thang: \(low) – \(high).", en: "All on one scale: \(low) – \(high).")
  }
  static func sharedColumns(_ points: Int, _ room: Int) -> LocalizedText {
    LocalizedText(
      vi: "Hình hẹp hơn chuỗi số: \(points) kỳ vẽ trên \(room) điểm.",
      en: "The pictures are narrower than the series: \(points) periods share \(room) dots.")
  }
  static func notDrawn(_ names: String) -> LocalizedText {
    LocalizedText(vi: "Không có giá trị để vẽ: \(names).", en: "Nothing to draw: \(names).")
  }
  static func tooNarrow(_ columns: Int) -> LocalizedText {
    LocalizedText(
      vi: "Màn hình hẹp hơn \(columns) cột, không vẽ được hình.",
      en: "Narrower than \(columns) columns: there is no room for pictures.")
  }
}
