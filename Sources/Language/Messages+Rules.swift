/// What is said about the rules of a catalogue.
extension Messages {
  public static let wordRuleKind = LocalizedText(vi: "loại quy tắc", en: "kind of rule")
  public static let wordRuleSpan = LocalizedText(vi: "thời gian xét quy tắc", en: "span of a rule")
  public static let wordFunction = LocalizedText(vi: "hàm", en: "function")

  public static func wrongRule(_ problem: String) -> LocalizedText {
    LocalizedText(vi: "Không đọc được quy tắc tại “\(problem)”.", en: "The rule cannot be read at '\(problem)'.")
  }
  public static let wrongRuleRemedy = LocalizedText(
    vi:
      "Viết một phép so sánh (<=, >=, <, >, =) giữa một công thức và một giới hạn: A <= B, A / B <= 100 %, abs(relative-change(A)) <= 25 %.",
    en:
      "Compare (<=, >=, <, >, =) a formula with a limit: A <= B, A / B <= 100 %, abs(relative-change(A)) <= 25 %.")
  public static let ruleWithoutIndicator = LocalizedText(
    vi: "Vế trái của quy tắc không có chỉ tiêu nào.", en: "The left side of the rule has no indicator.")
  public static let ruleWithoutIndicatorRemedy = LocalizedText(
    vi: "Đặt chỉ tiêu ở vế trái, giới hạn ở vế phải: A >= 0.",
    en: "Put the indicator on the left and the limit on the right: A >= 0.")
  public static func unitsNotCompared(_ left: String, _ right: String) -> LocalizedText {
    LocalizedText(
      vi: "Không so sánh được hai đơn vị tính khác nhau: \(left) và \(right).",
      en: "Values in different units of measure cannot be compared: \(left) and \(right).")
  }
  public static let unitsNotComparedRemedy = LocalizedText(
    vi: "Dùng cùng đơn vị tính, hoặc ghi giới hạn là một số, tính theo đơn vị của vế trái.",
    en: "Use one unit of measure, or write the limit as a bare number, which is in the unit of the left side.")
  public static func ruleNotBrokenDown(_ dimension: String) -> LocalizedText {
    LocalizedText(
      vi: "Các chỉ tiêu của quy tắc không được phân tổ theo \(dimension).",
      en: "The indicators of the rule are not broken down by \(dimension).")
  }
  public static let ruleNotBrokenDownRemedy = LocalizedText(
    vi: "Bỏ chiều này khỏi by; tất cả các chiều phải có ở ít nhất một chỉ tiêu.",
    en: "Remove it from 'by'; one of the indicators has to have all of them, and of a whole and its parts both.")
  public static let partsOfTwo = LocalizedText(
    vi: "Cần hai chỉ tiêu: số của toàn bộ và số của các thành phần.",
    en: "Two indicators are expected: the whole and its parts.")
  public static let partsOfTwoRemedy = LocalizedText(
    vi: "Viết of: [toàn_bộ, thành_phần].", en: "Write of: [whole, parts].")
  public static let partsNeedMeasures = LocalizedText(
    vi: "Toàn bộ và thành phần phải là số cộng được, lấy từ hai bảng dữ liệu khác nhau.",
    en: "A whole and its parts are figures that can be added, from two different resources.")
  public static let partsNeedMeasuresRemedy = LocalizedText(
    vi: "Chọn hai chỉ tiêu khai bằng value (flow, stock, count).",
    en: "Choose two indicators defined by 'value' (flow, stock or count).")
  public static let wrongTolerance = LocalizedText(
    vi: "Sai số cho phép không hợp lệ.", en: "This is not a tolerance.")
  public static let wrongToleranceRemedy = LocalizedText(
    vi: "Ghi một số không âm, theo đơn vị của số liệu (5) hoặc theo phần trăm (0.5 %).",
    en: "Write a number that is not negative, in the unit of the values (5) or in percent (0.5 %).")
  public static let toleranceNeedsEquality = LocalizedText(
    vi: "Sai số cho phép chỉ dùng với phép “=” và parts-sum-to-whole.",
    en: "A tolerance belongs to '=' and to parts-sum-to-whole.")
  public static let toleranceNeedsEqualityRemedy = LocalizedText(
    vi: "Bỏ khóa này, hoặc nới giới hạn.", en: "Remove it, or change the limit.")
  public static let changeNeedsYears = LocalizedText(
    vi: "Mức thay đổi so với năm trước chỉ xét theo từng năm.",
    en: "A change from the year before is evaluated year by year.")
  public static let changeNeedsYearsRemedy = LocalizedText(vi: "Bỏ “over: period”.", en: "Remove 'over: period'.")
}

/// What is said about data that break a rule.
extension Messages {
  /// - Parameters:
  ///   - lead: the rule's own message; empty when it has none.
  ///   - place: which year, unit and members.
  ///   - facts: what was compared: `A = 12; B = 10`.
  public static func ruleBroken(
    _ lead: LocalizedText, place: LocalizedText, facts: LocalizedText, rule: String, text: String, rows: LocalizedText
  ) -> LocalizedText {
    func opening(_ text: String) -> String { text.isEmpty ? "" : text + " " }
    return LocalizedText(
      vi:
        "\(opening(lead.vietnamese))\(place.vietnamese): \(facts.vietnamese) (quy tắc \(rule): \(text)). \(rows.vietnamese)",
      en: "\(opening(lead.english))\(place.english): \(facts.english) (rule \(rule): \(text)). \(rows.english)")
  }
  public static func alsoBroken(_ message: LocalizedText, rules: [String]) -> LocalizedText {
    let list = rules.joined(separator: ", ")
    return LocalizedText(
      vi: "\(message.vietnamese) Cũng trái quy tắc: \(list).", en: "\(message.english) It also breaks: \(list).")
  }
  public static let ruleBrokenRemedy = LocalizedText(
    vi: "Đối chiếu các dòng này với số gốc và sửa số sai; nếu số đúng, xem lại quy tắc trong indicators.yaml.",
    en: "Compare these rows with the sender's figures and mend what is wrong; if they are right, mend the rule.")
  public static let implausibleRemedy = LocalizedText(
    vi: "Kiểm tra đơn vị tính và kỳ của các dòng này; chưa rõ nguyên nhân thì giữ nguyên số và nêu rõ là cần thẩm tra.",
    en:
      "Check the unit of measure and the period of these rows; where the cause is not known, keep the figure and say that it is questioned."
  )
  public static func limitOf(_ left: LocalizedText, limit: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "\(left.vietnamese), giới hạn \(limit.vietnamese)", en: "\(left.english), the limit is \(limit.english)")
  }
  public static func wholeAndParts(whole: LocalizedText, parts: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "số đã cho là \(whole.vietnamese), cộng các thành phần được \(parts.vietnamese)",
      en: "the given total is \(whole.english), its parts add up to \(parts.english)")
  }
  public static func ruleNotEvaluated(_ rule: String, reason: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Không kiểm tra được quy tắc \(rule): \(reason.vietnamese)",
      en: "The rule \(rule) could not be evaluated: \(reason.english)")
  }
  public static let ruleNotEvaluatedRemedy = LocalizedText(
    vi: "Thêm chiều phân tổ vào by, hoặc sửa quy tắc.", en: "Add dimensions to 'by', or mend the rule.")

  /// `Dòng: members.csv 14, 94; eligible.csv 3-5.`
  public static func rowsBehind(_ rows: [(file: String, lines: String)]) -> LocalizedText {
    let list = rows.map { "\($0.file) \($0.lines)" }.joined(separator: "; ")
    return LocalizedText(vi: "Dòng: \(list).", en: "Rows: \(list).")
  }
  /// `Năm 2022, Một (D1)`.
  public static func placeOfRule(_ years: ClosedRange<Int>, members: [(names: LocalizedText, code: String)])
    -> LocalizedText
  {
    func list(_ language: OutputLanguage) -> String {
      members.map { member in
        let name = member.names[language]
        return name == member.code ? ", \(name)" : ", \(name) (\(member.code))"
      }.joined()
    }
    let isOne = years.count == 1
    let span = isOne ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)"
    return LocalizedText(
      vi: (isOne ? "Năm \(span)" : "Giai đoạn \(span)") + list(.vietnamese), en: span + list(.english))
  }
}

/// What is said about figures that are hard to believe.
extension Messages {
  public static func outlier(
    place: LocalizedText, indicator: LocalizedText, value: LocalizedText, median: LocalizedText, spread: LocalizedText,
    years: Int
  ) -> LocalizedText {
    LocalizedText(
      vi:
        "\(place.vietnamese): \(indicator.vietnamese) là \(value.vietnamese), lệch xa các năm lân cận (trung vị \(years) năm: \(median.vietnamese), độ lệch thường thấy: \(spread.vietnamese)).",
      en:
        "\(place.english): \(indicator.english) is \(value.english), far from the years around it (median of \(years) years: \(median.english), usual deviation: \(spread.english))."
    )
  }
  public static let outlierRemedy = LocalizedText(
    vi: "Đối chiếu với số gốc: đơn vị tính, dấu phân cách, chữ số thừa, dòng tổng; nếu số đúng, ghi chú lý do.",
    en: "Compare it with the sender's figures: unit of measure, separators, digits, totals; if it is right, note why.")

  public static func denominatorUnchanged(
    place: LocalizedText, indicator: LocalizedText, denominator: LocalizedText, from: LocalizedText, to: LocalizedText
  ) -> LocalizedText {
    LocalizedText(
      vi:
        "\(place.vietnamese): mẫu số của “\(indicator.vietnamese)” y nguyên năm trước (\(denominator.vietnamese)) trong khi tử số thay đổi từ \(from.vietnamese) thành \(to.vietnamese).",
      en:
        "\(place.english): the denominator of '\(indicator.english)' is that of the year before (\(denominator.english)), while the numerator went from \(from.english) to \(to.english)."
    )
  }
  public static let denominatorUnchangedRemedy = LocalizedText(
    vi: "Kiểm tra xem mẫu số có được cập nhật trong năm hay chép lại từ năm trước.",
    en: "Ask whether the denominator was counted again this year or copied from the year before.")

  public static func ratioAboveWhole(
    place: LocalizedText, indicator: LocalizedText, value: LocalizedText, numerator: LocalizedText,
    denominator: LocalizedText
  ) -> LocalizedText {
    LocalizedText(
      vi:
        "\(place.vietnamese): “\(indicator.vietnamese)” là \(value.vietnamese), lớn hơn 100% (\(numerator.vietnamese) trên \(denominator.vietnamese)).",
      en:
        "\(place.english): '\(indicator.english)' is \(value.english), more than 100% (\(numerator.english) over \(denominator.english))."
    )
  }
  public static let ratioAboveWholeRemedy = LocalizedText(
    vi: "Kiểm tra tử số và mẫu số có cùng ngày chốt, cùng phạm vi; nếu tỷ lệ được phép vượt 100%, khai quy tắc riêng.",
    en:
      "Check that both terms have one cut-off and one scope; where more than 100% is possible, declare a rule for the indicator."
  )

  public static func cumulativeSeries(
    place: LocalizedText, indicator: LocalizedText, values: LocalizedText, after: LocalizedText
  ) -> LocalizedText {
    LocalizedText(
      vi:
        "\(place.vietnamese): \(indicator.vietnamese) tăng đều (\(values.vietnamese)) rồi giảm đột ngột còn \(after.vietnamese): có thể là số lũy kế từ đầu nhiệm kỳ được gửi như số từng năm.",
      en:
        "\(place.english): \(indicator.english) grows steadily (\(values.english)) and then drops to \(after.english): perhaps sums since a term began were sent as yearly figures."
    )
  }
  public static let cumulativeSeriesRemedy = LocalizedText(
    vi: "Hỏi lại đơn vị gửi; nếu là số lũy kế, thay bằng số của từng năm.",
    en: "Ask the sender; where they are sums, replace them by the figures of each year.")
}
