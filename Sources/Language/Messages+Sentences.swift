/// The words of sentences that rules make of trends. None says why: the figures do not.
extension Messages {
  /// Before a sentence about units under a heading that names the indicator.
  public static func comparedWithYearBefore(isPart: Bool) -> LocalizedText {
    isPart
      ? LocalizedText(vi: "So với cùng kỳ năm trước, ", en: "Compared with the same period of the year before, ")
      : LocalizedText(vi: "So với năm trước, ", en: "Compared with the year before, ")
  }
  /// "tăng mạnh"; its number follows.
  public static let risesStrongly = LocalizedText(vi: "tăng mạnh", en: "up sharply by")
  public static let risesSlightly = LocalizedText(vi: "tăng nhẹ", en: "up slightly by")
  public static let fallsStrongly = LocalizedText(vi: "giảm mạnh", en: "down sharply by")
  public static let fallsSlightly = LocalizedText(vi: "giảm nhẹ", en: "down slightly by")
  public static let steadyRising = LocalizedText(vi: "ổn định, tăng", en: "steady, up")
  public static let steadyFalling = LocalizedText(vi: "ổn định, giảm", en: "steady, down")
  /// "so với năm 2022", "from 2022".
  public static func against(_ time: String) -> LocalizedText {
    LocalizedText(vi: "so với \(time)", en: "from \(time)")
  }
  /// "cùng kỳ năm 2022".
  public static func samePeriod(_ period: String) -> LocalizedText {
    LocalizedText(vi: "cùng kỳ \(period)", en: "the same period of \(period)")
  }

  /// Where a statement ends earlier than the series.
  public static func until(_ period: String) -> LocalizedText {
    LocalizedText(vi: "tính đến \(period)", en: "up to \(period)")
  }
  public static let amongCompleteYears = LocalizedText(
    vi: "trong các năm có đủ số liệu", en: "among years with complete figures")
  public static func asHighAs(_ years: String, since: String) -> LocalizedText {
    LocalizedText(
      vi: "bằng mức cao nhất kể từ \(since), của \(years)", en: "the highest since \(since), as in \(years)")
  }
  public static func asLowAs(_ years: String, since: String) -> LocalizedText {
    LocalizedText(
      vi: "bằng mức thấp nhất kể từ \(since), của \(years)", en: "the lowest since \(since), as in \(years)")
  }
  /// "giảm 03 năm liên tiếp đến năm 2016, sau đó tăng 04 năm liên tiếp": around two numbers.
  public static func turned(
    low: Bool, at period: String
  ) -> (start: LocalizedText, middle: LocalizedText, end: LocalizedText) {
    (
      LocalizedText(vi: low ? "giảm " : "tăng ", en: low ? "fell " : "rose "),
      LocalizedText(
        vi: " năm liên tiếp đến \(period), sau đó \(low ? "tăng" : "giảm") ",
        en: " years in a row to \(period), then \(low ? "rose" : "fell") "),
      LocalizedText(vi: " năm liên tiếp", en: " years in a row")
    )
  }
  public static func noFiguresIn(_ periods: String) -> LocalizedText {
    LocalizedText(vi: "không có số liệu \(periods)", en: "there are no figures for \(periods)")
  }
  public static func brokenAt(_ periods: String) -> LocalizedText {
    LocalizedText(
      vi: "chuỗi số liệu bị ngắt ở \(periods), nên không so sánh với các năm trước đó",
      en: "the series breaks in \(periods), so it is not compared with earlier years")
  }

  /// Between the time and the value of a highlight.
  public static let amountsTo = LocalizedText(vi: " là ", en: ", ")

  // MARK: Parts of a change

  /// "Trong mức tăng 0,76 điểm phần trăm so với cuối năm 2022": around the number.
  public static func ofTheChange(isRise: Bool) -> LocalizedText {
    LocalizedText(vi: "Trong mức \(isRise ? "tăng" : "giảm")", en: "Of the \(isRise ? "rise" : "fall") of")
  }
  public static func largestParts(isFall: Bool) -> LocalizedText {
    LocalizedText(
      vi: isFall ? "phần giảm nhiều nhất thuộc về" : "đóng góp nhiều nhất là", en: "the largest shares are those of")
  }
  /// "So với cuối năm 2022, tỷ lệ tăng 0,41 điểm phần trăm, trong đó …": around the number.
  public static func rateMoved(
    since time: String, isRise: Bool
  ) -> (start: LocalizedText, end: LocalizedText) {
    (
      LocalizedText(
        vi: "So với \(time), tỷ lệ \(isRise ? "tăng" : "giảm")", en: "The rate is \(isRise ? "up" : "down") by"),
      LocalizedText(vi: ", trong đó ", en: " from \(time); of this, ")
    )
  }
  /// What a term of a rate adds to its change: a share by a rule, which says nothing of causes.
  public static func partOf(_ name: LocalizedText) -> LocalizedText {
    let lowered = (vi: lowered(name.vietnamese), en: lowered(name.english))
    return LocalizedText(
      vi: "phần tính theo \(lowered.vi.hasPrefix("số ") ? "" : "số ")\(lowered.vi)", en: "the change in \(lowered.en)")
  }
  public static let partOfRates = LocalizedText(
    vi: "phần tính theo tỷ lệ của từng đơn vị", en: "the change in the units' own rates")
  public static let partOfStructure = LocalizedText(
    vi: "phần tính theo cơ cấu giữa các đơn vị", en: "the change in the units' weights")
  public static let addsNothing = LocalizedText(vi: "không đổi", en: "accounts for nothing")
  public static let addsHardlyAnything = LocalizedText(vi: "không đáng kể", en: "accounts for next to nothing")
  public static let roundedParts = LocalizedText(
    vi: "các phần đã làm tròn nên có thể không cộng đúng bằng mức chung",
    en: "the parts are rounded and may not add up")
  public static let plus = LocalizedText(vi: "tăng", en: "accounts for a rise of")
  public static let minus = LocalizedText(vi: "giảm", en: "accounts for a fall of")

  // MARK: Who leads

  public static func second(isOne: Bool) -> LocalizedText {
    LocalizedText(
      vi: isOne ? "đứng thứ hai với" : "cùng đứng thứ hai với", en: isOne ? "is second with" : "are second with")
  }
  /// Around the number.
  public static func besideOthers(isBelow: Bool) -> (start: LocalizedText, end: LocalizedText) {
    (
      LocalizedText(vi: "\(isBelow ? "thấp" : "cao") hơn mức chung của các đơn vị còn lại ", en: ""),
      LocalizedText(vi: "", en: " \(isBelow ? "below" : "above") the others together")
    )
  }

  /// "năm 2014, năm 2016 và năm 2019": a list, without a comma before its last member in either language.
  public static func list(_ items: [String], _ language: OutputLanguage) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(and[language]) \(last)"
  }
}

/// What is new since the previous edition.
extension Messages {
  public static func sinceEdition(_ period: String, _ day: String) -> LocalizedText {
    LocalizedText(
      vi: "So với báo cáo kỳ trước (\(period), số liệu đến ngày \(day))",
      en: "Since the previous edition (\(period), data to \(day))")
  }
  public static let otherEdition = LocalizedText(
    vi: "Kỳ trước là báo cáo khác hoặc lập từ bộ dữ liệu khác, nên không so sánh.",
    en: "It is of another report or another data package and is not compared.")
  public static let nothingNew = LocalizedText(
    vi: "Số liệu đã nêu ở kỳ trước không thay đổi.", en: "The figures given there have not changed.")
  public static let redefined = LocalizedText(
    vi: "Cách tính hoặc đơn vị tính đã thay đổi nên không so sánh:",
    en: "Computed in another way or unit now, and not compared:")
  public static func extendedTo(_ period: String, _ day: String, before: String) -> LocalizedText {
    LocalizedText(
      vi: "Số liệu \(period) tính đến ngày \(day); kỳ trước tính đến ngày \(before).",
      en: "Figures for \(period) are counted up to \(day), not \(before) as before.")
  }
  /// Around the old number and before the new one.
  public static func revised(
    _ indicator: LocalizedText, _ period: String
  ) -> (start: LocalizedText, middle: LocalizedText) {
    (
      LocalizedText(
        vi: "Sửa số liệu: \(indicator.vietnamese) \(period) từ ", en: "Revised: \(indicator.english), \(period), from "),
      LocalizedText(vi: " thành ", en: " to ")
    )
  }
  public static let revisedParts = (
    start: LocalizedText(vi: "Sửa ", en: "Revised: "),
    end: LocalizedText(vi: " số liệu thành phần", en: " figures of parts")
  )
  public static let revisedMore = (
    start: LocalizedText(vi: "Ngoài ra sửa ", en: "Revised, too: "),
    end: LocalizedText(vi: " số liệu khác", en: " other figures")
  )
  public static let targetNowMet = LocalizedText(
    vi: "đạt kế hoạch, kỳ trước chưa đạt", en: "the target is met, as it was not before")
  public static func forTheFirstTime(isMet: Bool, from first: Int, to last: Int) -> LocalizedText {
    func years(_ language: OutputLanguage) -> String { DateForm(language).years(first, last) }
    return isMet
      ? LocalizedText(
        vi: "lần đầu đạt kế hoạch trong các năm \(years(.vietnamese))",
        en: "met for the first time in \(years(.english))")
      : LocalizedText(
        vi: "lần đầu không đạt kế hoạch trong các năm \(years(.vietnamese))",
        en: "missed for the first time in \(years(.english))")
  }
  public static let targetNowMissed = LocalizedText(
    vi: "không đạt kế hoạch, kỳ trước đạt", en: "the target is missed, as it was not before")
  public static let previousNeeded = LocalizedText(
    vi: "Báo cáo này so sánh với kỳ trước: cho biết thư mục của kỳ trước bằng --previous.",
    en: "This report compares itself with a previous edition: say where that is with --previous.")
}

/// What is wrong with the words that a report declares.
extension Messages {
  public static let wrongMultiple = LocalizedText(
    vi: "Ngưỡng không hợp lệ.", en: "This is not a limit.")
  public static let wrongMultipleRemedy = LocalizedText(
    vi: "Viết số lần mức biến động hằng năm của chuỗi, chẳng hạn 0.2 σ.",
    en: "Write a multiple of the series' own yearly variation, such as 0.2 σ.")
  public static let wrongSteady = LocalizedText(
    vi: "Ngưỡng “steady” phải bằng ngưỡng “rises slightly”.", en: "'steady' ends where 'rises slightly' begins.")
  public static func wrongSteadyRemedy(_ limit: String) -> LocalizedText {
    LocalizedText(
      vi: "Viết steady: below \(limit) σ, hoặc bỏ khóa này.", en: "Write steady: below \(limit) σ, or remove it.")
  }
  public static let wordsOutOfOrder = LocalizedText(
    vi: "Các ngưỡng không tăng dần.", en: "The limits are not in order.")
  public static let wordsOutOfOrderRemedy = LocalizedText(
    vi: "Đặt rises slightly ≤ rises ≤ rises strongly.", en: "Let rises slightly ≤ rises ≤ rises strongly.")
}
