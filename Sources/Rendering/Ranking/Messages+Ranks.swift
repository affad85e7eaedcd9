import Language

/// What a ranking says.
extension Messages {
  static func tiedPlace(_ number: Int) -> LocalizedText {
    LocalizedText(vi: "\(number) (đồng hạng)", en: "\(number) (tied)")
  }
  static let rankBefore = LocalizedText(vi: "Hạng trước", en: "Rank before")
  static let placesMoved = LocalizedText(vi: "Tăng, giảm hạng", en: "Places moved")
  static func rankOrder(_ isHighestFirst: Bool) -> LocalizedText {
    isHighestFirst
      ? LocalizedText(vi: "Hạng 1: giá trị cao nhất.", en: "Rank 1: the highest value.")
      : LocalizedText(vi: "Hạng 1: giá trị thấp nhất.", en: "Rank 1: the lowest value.")
  }
  static let partsAreLetters = LocalizedText(
    vi: "Số minh họa: tên được thay bằng chữ cái.", en: "Illustrative figures: names are shown as letters.")
  static func withoutPlace(_ names: String, _ reason: String) -> LocalizedText {
    LocalizedText(vi: "Không xếp hạng \(names): \(reason).", en: "Not ranked: \(names) – \(reason).")
  }
  static func notMoved(_ names: String, _ reason: String) -> LocalizedText {
    LocalizedText(vi: "\(names): \(reason).", en: "\(names): \(reason).")
  }
  static func otherNumberRanked(_ before: Int, _ now: Int) -> LocalizedText {
    LocalizedText(
      vi: "Số được xếp hạng khác nhau giữa hai kỳ: trước \(before), nay \(now).",
      en: "The two periods rank different numbers: \(before) before, \(now) now.")
  }
  static func restOf(_ count: Int, _ dimension: String) -> LocalizedText {
    let word = word(dimension: dimension)
    return LocalizedText(
      vi: "\(count) \(word.vietnamese) còn lại", en: "The other \(count)")
  }
  static let restNotAdded = LocalizedText(
    vi: "Các giá trị còn lại không cộng được với nhau.", en: "The other values are not added up.")
}
