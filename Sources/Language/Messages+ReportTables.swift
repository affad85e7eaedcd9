/// The words of tables by terms, by several dimensions, of balances and of submissions.
extension Messages {
  public static let byTerm = LocalizedText(vi: "theo nhiệm kỳ", en: "by term")
  public static func atMilestones(_ years: [Int]) -> LocalizedText {
    let texts = years.map(String.init)
    return LocalizedText(
      vi: "Kết quả qua các mốc \(texts.joined(separator: " – "))", en: "Results in \(list(texts, .english))")
  }
  /// In a column's head.
  public static func changeBetween(_ first: String, _ last: String) -> LocalizedText {
    LocalizedText(vi: "\(last) so với \(first) (+/-)", en: "\(last) against \(first) (+/-)")
  }
  /// Above what a distance from the target is measured in.
  public static let measuredIn = LocalizedText(vi: "Tính bằng", en: "Measured in")
  public static let ratesChangeInPoints = LocalizedText(
    vi: "Thay đổi của tỷ lệ tính bằng điểm phần trăm.", en: "Changes of rates are in percentage points.")

  public static func balanceOf(_ stock: LocalizedText) -> LocalizedText {
    LocalizedText(vi: "Biến động \(lowered(stock.vietnamese))", en: "Balance of \(lowered(stock.english))")
  }
  public static let opening = LocalizedText(vi: "Đầu kỳ", en: "Opening")
  public static let closing = LocalizedText(vi: "Cuối kỳ", en: "Closing")

  public static func submissionsBy(_ word: LocalizedText, _ years: ClosedRange<Int>?) -> LocalizedText {
    func range(_ language: OutputLanguage) -> String {
      years.map { ", \(DateForm(language).years($0.lowerBound, $0.upperBound))" } ?? ""
    }
    return LocalizedText(
      vi: "Tiến độ gửi báo cáo theo \(lowered(word.vietnamese))\(range(.vietnamese))",
      en: "Progress of submissions by \(lowered(word.english))\(range(.english))")
  }
  public static let submissionsExplained = LocalizedText(
    vi: "Đơn vị tính: báo cáo. Trễ hạn: gửi sau ngày phải gửi; chưa gửi: chưa có ngày nhận.",
    en: "Unit: reports. Late: sent after the day on which it was due; missing: without a day of receipt.")
  /// - Parameter kind: `due`, `received`, `on-time`, `late`, `missing`.
  public static func submissionCount(_ kind: String) -> LocalizedText {
    switch kind {
    case "due": LocalizedText(vi: "Phải gửi", en: "Due")
    case "received": LocalizedText(vi: "Đã gửi", en: "Received")
    case "on-time": LocalizedText(vi: "Đúng hạn", en: "On time")
    case "late": LocalizedText(vi: "Trễ hạn", en: "Late")
    default: LocalizedText(vi: "Chưa gửi", en: "Missing")
    }
  }
  public static let onTimeShare = LocalizedText(vi: "Tỷ lệ đúng hạn (%)", en: "On time (%)")
  public static let lastReceived = LocalizedText(vi: "Gửi sau cùng", en: "Last received")
  public static let mostDaysLate = LocalizedText(vi: "Trễ nhiều nhất (ngày)", en: "Most days late")
  /// What names no unit or organisation.
  public static let allTogether = LocalizedText(vi: "Chung", en: "All together")
}

/// What is wrong with such tables.
extension Messages {
  public static let wordTableColumns = LocalizedText(vi: "loại cột của biểu", en: "kind of table columns")
  public static let wordSubmitter = LocalizedText(vi: "cách nhóm báo cáo gửi đến", en: "way to count submissions")
  public static let wordTerm = LocalizedText(vi: "nhiệm kỳ", en: "term")
  public static let fixedColumns = LocalizedText(
    vi: "Loại biểu này có sẵn các cột.", en: "A table of this kind has columns of its own.")
  public static let fixedColumnsRemedy = LocalizedText(
    vi: "Bỏ columns, hoặc dùng rows: indicator hay rows theo một chiều phân tổ.",
    en: "Remove columns, or use rows: indicator, or rows by a dimension.")
  public static let termsOfOnePeriod = LocalizedText(
    vi: "Báo cáo về một kỳ không chia theo nhiệm kỳ.", en: "A report on one period is not divided by terms.")
  public static let termsOfOnePeriodRemedy = LocalizedText(
    vi: "Bỏ columns: term, hoặc lập báo cáo nhiều năm (period không có kind).",
    en: "Remove columns: term, or report on several years (a period without a kind).")
  public static let termOfDaysRemedy = LocalizedText(
    vi: "Trong indicators.yaml, ghi start và end của nhiệm kỳ bằng năm báo cáo.",
    en: "In indicators.yaml, give the term's start and end as reporting years.")
  public static let noTermInPeriod = LocalizedText(
    vi: "Không có nhiệm kỳ nào trong kỳ báo cáo.", en: "No term lies in the period of the report.")
  public static let noTermInPeriodRemedy = LocalizedText(
    vi: "Khai báo nhiệm kỳ (kind: term) ở mục periods của indicators.yaml, hoặc bỏ biểu này.",
    en: "Declare terms (kind: term) under periods in indicators.yaml, or remove the table.")
  public static let notBrokenDownRemedy = LocalizedText(
    vi: "Chọn chiều phân tổ có trong bảng dữ liệu của chỉ tiêu, hoặc bỏ chỉ tiêu khỏi biểu.",
    en: "Choose a dimension that the indicator's resource has, or take the indicator out of the table.")
  public static func extraNotHere(_ word: String) -> LocalizedText {
    LocalizedText(vi: "Biểu này không có “\(word)”.", en: "A table of this kind has no '\(word)'.")
  }
  public static func extraNotHereRemedy(_ allowed: [String]) -> LocalizedText {
    allowed.isEmpty
      ? LocalizedText(vi: "Bỏ with.", en: "Remove 'with'.")
      : LocalizedText(
        vi: "Được dùng: \(allowed.joined(separator: ", ")).", en: "Allowed: \(allowed.joined(separator: ", ")).")
  }
  public static func keyNotHere(_ key: String) -> LocalizedText {
    LocalizedText(vi: "Khóa “\(key)” không dùng cho loại biểu này.", en: "The key '\(key)' says nothing in this table.")
  }
  public static func keyNotHereRemedy(_ key: String) -> LocalizedText {
    LocalizedText(vi: "Bỏ \(key).", en: "Remove \(key).")
  }

  public static let balanceRows = LocalizedText(
    vi: "Bảng biến động có dòng theo năm hoặc theo một chiều phân tổ.",
    en: "A balance has rows by period or by a dimension.")
  public static let balanceRowsRemedy = LocalizedText(
    vi: "Viết rows: period hoặc tên một chiều phân tổ.", en: "Write rows: period, or the name of a dimension.")
  public static func notAStock(_ indicator: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "“\(indicator.vietnamese)” không phải số thời điểm của một cột.",
      en: "'\(indicator.english)' is not a stock from one column.")
  }
  public static let notAStockRemedy = LocalizedText(
    vi: "Đặt ở stock một chỉ tiêu có kind: stock.", en: "Name an indicator of a measure with kind: stock.")
  public static func notAFlowOf(_ indicator: LocalizedText, _ stock: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "“\(indicator.vietnamese)” không phải số thời kỳ cùng đơn vị tính với “\(stock.vietnamese)”.",
      en: "'\(indicator.english)' is not a flow in the unit of '\(stock.english)'.")
  }
  public static let notAFlowRemedy = LocalizedText(
    vi: "Đặt ở in và out chỉ tiêu có kind: flow và cùng đơn vị tính.",
    en: "Name indicators with kind: flow and the same unit under in and out.")
  public static func balanceNotClosed(
    _ stock: LocalizedText, _ row: String, expected: String, closing: String
  ) -> LocalizedText {
    LocalizedText(
      vi:
        "\(stock.vietnamese), \(row): số đầu kỳ, số vào và số ra cho ra \(expected), nhưng số cuối kỳ là \(closing).",
      en: "\(stock.english), \(row): opening, in and out come to \(expected), but the closing figure is \(closing).")
  }
  public static let balanceNotClosedRemedy = LocalizedText(
    vi:
      "Sửa số liệu nguồn hoặc ghi vào tệp đính chính; quy tắc cân đối trong indicators.yaml để `thapnien check` chỉ ra dòng sai.",
    en:
      "Mend the source or write a correction; with a rule for the balance in indicators.yaml, `thapnien check` names the rows."
  )
  public static let noSubmissions = LocalizedText(
    vi: "Bộ dữ liệu không có danh sách báo cáo phải gửi.", en: "The data package has no list of submissions.")
  public static let noSubmissionsRemedy = LocalizedText(
    vi: "Khai báo submissions trong indicators.yaml, hoặc bỏ biểu này.",
    en: "Declare submissions in indicators.yaml, or remove the table.")
  public static let noSubmissionsInPeriod = LocalizedText(
    vi: "Danh sách báo cáo phải gửi không có dòng nào của kỳ báo cáo.",
    en: "The list of submissions has no row of the period.")
}
