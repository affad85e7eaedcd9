import Language

/// What is wrong with a filter, and in which column.
extension Messages {
  static func filterAt(_ column: Int, _ reason: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Điều kiện lọc, cột \(column): \(reason.vietnamese)", en: "Filter, column \(column): \(reason.english)")
  }
  static func filterUnexpected(_ text: String, _ column: Int) -> LocalizedText {
    filterAt(column, LocalizedText(vi: "“\(text)” không đặt được ở đây.", en: "'\(text)' may not stand here."))
  }
  static func filterRelation(_ text: String, _ column: Int) -> LocalizedText {
    filterAt(
      column,
      LocalizedText(
        vi: "cần <, <=, >, >=, ==, != hoặc in, không phải “\(text)”.",
        en: "<, <=, >, >=, ==, != or in is needed, not '\(text)'."))
  }
  static func filterEnds(_ column: Int) -> LocalizedText {
    filterAt(
      column,
      LocalizedText(
        vi: "điều kiện còn thiếu; ví dụ 'year >= 2018 && unit == \"...\"'.",
        en: "the filter ends too early; for example 'year >= 2018 && unit == \"...\"'."))
  }
  static func filterQuote(_ column: Int) -> LocalizedText {
    filterAt(column, LocalizedText(vi: "dấu ngoặc kép không được đóng.", en: "the quotation is not closed."))
  }
  static func filterTooDeep(_ column: Int) -> LocalizedText {
    filterAt(column, LocalizedText(vi: "quá nhiều dấu ngoặc lồng nhau.", en: "too many parentheses within each other."))
  }
  static func filterNoOrder(_ field: String, _ column: Int) -> LocalizedText {
    filterAt(
      column,
      LocalizedText(
        vi: "“\(field)” chỉ so sánh bằng ==, != hoặc in.", en: "'\(field)' is compared with ==, != or in only."))
  }
  static func filterNumber(_ text: String, _ column: Int) -> LocalizedText {
    filterAt(
      column,
      LocalizedText(
        vi: "“\(text)” không phải là số (viết 55.5) và không phải là chỉ tiêu.",
        en: "'\(text)' is no number (write 55.5) and no indicator."))
  }
  static func filterPercent(_ column: Int) -> LocalizedText {
    filterAt(
      column,
      LocalizedText(vi: "chỉ tiêu này không tính bằng %.", en: "this indicator is not a percentage."))
  }
  static func filterFieldElsewhere(_ field: String, _ column: Int) -> LocalizedText {
    filterAt(
      column,
      LocalizedText(
        vi: "các dòng của bảng không có “\(field)”; thêm vào --by, hoặc chọn bằng --unit, --from, --to.",
        en: "the rows have no '\(field)'; put it into --by, or choose with --unit, --from, --to."))
  }
  static func filterUnknown(_ word: String, _ column: Int, near: [String]) -> LocalizedText {
    let hint = didYouMean(near, allowed: [])
    return filterAt(
      column,
      LocalizedText(
        vi: "không có chỉ tiêu hay cột “\(word)”. \(hint.vietnamese)",
        en: "there is no indicator and no field '\(word)'. \(hint.english)"))
  }
  static func noShareOfNoSum(_ names: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "“\(names.vietnamese)” không cộng từ các phần nên không có tỷ trọng.",
      en: "'\(names.english)' is not added up from parts, so there is no share of it.")
  }
  static let togetherNeedsOneDimension = LocalizedText(
    vi: "Gộp các dòng (--top, hoặc --total cùng --where) chỉ làm được khi --by là một chiều khác kỳ.",
    en: "Rows are taken together (--top, or --total with a filter) only where --by is one dimension other than period.")
}
