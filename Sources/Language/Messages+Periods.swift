public import Values

/// Periods: how they are declared, read and asked for.
extension Messages {
  public static let wordPeriodKind = LocalizedText(vi: "loại kỳ", en: "kind of period")

  public static let periodColumnIsNoPeriod = LocalizedText(
    vi: "Cột kỳ phải có kiểu year, integer, yearmonth, date hoặc string (mã kỳ).",
    en: "The period column must have the type year, integer, yearmonth, date or string (period codes).")
  public static let periodColumnIsNoPeriodRemedy = LocalizedText(
    vi: "Sửa kiểu cột trong datapackage.json, hoặc chọn cột khác.",
    en: "Mend the column's type in datapackage.json, or choose another column.")
  public static let kindColumnWithoutCodes = LocalizedText(
    vi: "Loại kỳ chỉ khai cho cột mã kỳ, kiểu string.",
    en: "Kinds of period are declared for a column of period codes only, whose type is string.")
  public static let kindColumnWithoutCodesRemedy = LocalizedText(
    vi: "Bỏ khóa này, hoặc khai cột kỳ kiểu string.", en: "Remove this key, or declare a period column of type string.")
  public static let periodCodeIsTaken = LocalizedText(
    vi: "Mã này là mã của một kỳ thông thường hoặc có dấu “/”.",
    en: "This code is that of a regular period, or has a slash in it.")
  public static let periodCodeIsTakenRemedy = LocalizedText(
    vi: "Đặt mã khác, ví dụ nhiem-ky-2011-2016.", en: "Choose another, such as term-2011-2016.")
  public static let periodEndsBeforeItStarts = LocalizedText(
    vi: "Kỳ kết thúc trước khi bắt đầu.", en: "The period ends before it starts.")
  public static let periodEndsBeforeItStartsRemedy = LocalizedText(
    vi: "Kiểm tra start và end.", en: "Check start and end.")
  public static let notADayOrPeriod = LocalizedText(
    vi: "Đây không phải là ngày, cũng không phải là mã kỳ.", en: "This is neither a day nor a period code.")
  public static let notADayOrPeriodRemedy = LocalizedText(
    vi: "Viết ngày như 2016-06-30, hoặc mã kỳ như 2016 hay 2016-Q2.",
    en: "Write a day such as 2016-06-30, or a period code such as 2016 or 2016-Q2.")

  // MARK: Rows

  public static let rowWithoutPeriod = LocalizedText(vi: "Dòng không ghi kỳ.", en: "The row names no period.")
  public static let rowWithoutPeriodRemedy = LocalizedText(
    vi: "Điền mã kỳ, ví dụ 2022, 2022-S1, 2022-9M, 2022-Q3 hoặc 2022-07.",
    en: "Fill in the period, such as 2022, 2022-S1, 2022-9M, 2022-Q3 or 2022-07.")
  public static func notAPeriodCode(_ text: String) -> LocalizedText {
    LocalizedText(vi: "“\(text)” không phải là mã kỳ.", en: "'\(text)' is no period code.")
  }
  public static func notAPeriodCodeRemedy(guess: String?) -> LocalizedText {
    let forms = LocalizedText(
      vi: "Viết 2022 (năm), 2022-S1 (6 tháng đầu năm), 2022-9M (9 tháng), 2022-Q3 (quý III) hoặc 2022-07 (tháng 7).",
      en: "Write 2022 (year), 2022-S1 (first half), 2022-9M (nine months), 2022-Q3 (third quarter) or 2022-07 (July).")
    guard let guess else { return forms }
    return LocalizedText(
      vi: "Nếu là kỳ đó, viết \(guess). \(forms.vietnamese)",
      en: "If that is what is meant, write \(guess). \(forms.english)")
  }
  public static func periodKindDiffers(_ code: String, _ kind: PeriodKind, given: String) -> LocalizedText {
    LocalizedText(
      vi: "Kỳ \(code) thuộc loại \(kind.rawValue), còn cột loại kỳ ghi “\(given)”.",
      en: "The period \(code) is of the kind \(kind.rawValue), and its row says '\(given)'.")
  }
  public static let periodKindDiffersRemedy = LocalizedText(
    vi: "Sửa mã kỳ hoặc loại kỳ: year, nine-months, half-year, quarter, month, hoặc A, S, Q, M của SDMX.",
    en: "Mend the code or the kind: year, nine-months, half-year, quarter, month, or SDMX's A, S, Q, M.")
  public static func periodKindNotDeclared(_ code: String, allowed: [PeriodKind]) -> LocalizedText {
    let kinds = allowed.map(\.rawValue).joined(separator: ", ")
    return LocalizedText(
      vi: "Bảng chỉ nhận kỳ loại \(kinds); \(code) thuộc loại khác.",
      en: "The table holds periods of the kind \(kinds); \(code) is of another.")
  }
  public static let periodKindNotDeclaredRemedy = LocalizedText(
    vi: "Chuyển dòng sang bảng của loại kỳ đó, hoặc thêm loại vào period-kinds.",
    en: "Move the row to a table of its kind, or add the kind to period-kinds.")

  // MARK: Check

  public static func periodConflict(
    _ period: String, given: LocalizedText, parts: String, sum: LocalizedText, rows: LocalizedText
  ) -> LocalizedText {
    LocalizedText(
      vi: "Kỳ \(period) ghi \(given.vietnamese), còn \(parts) cho \(sum.vietnamese). \(rows.vietnamese)",
      en: "\(period) is given as \(given.english), and \(parts) make \(sum.english). \(rows.english)")
  }
  public static let periodConflictRemedy = LocalizedText(
    vi: "Đối chiếu với đơn vị gửi. Khi tính \u{201C}cả kỳ\u{201D}, số ghi sẵn được dùng, số các kỳ nhỏ hơn thì không.",
    en: "Ask the sender. For the whole period the figure that is given is used, and not its parts.")
  public static func toDateFalls(
    _ period: String, _ value: LocalizedText, within longer: String, _ whole: LocalizedText, rows: LocalizedText
  ) -> LocalizedText {
    LocalizedText(
      vi: "\(longer) ghi \(whole.vietnamese), ít hơn \(period) nằm trong đó (\(value.vietnamese)). \(rows.vietnamese)",
      en: "\(longer) is given as \(whole.english), less than \(period) within it (\(value.english)). \(rows.english)")
  }
  public static let toDateFallsRemedy = LocalizedText(
    vi: "6 tháng, 9 tháng và năm là số lũy kế từ đầu năm; gửi lại số lũy kế.",
    en: "Six months, nine months and the year count from the start of the year; send them so.")

  // MARK: Comparisons

  public static func toDate(_ now: String, _ before: String, _ change: String) -> LocalizedText {
    LocalizedText(
      vi: "Lũy kế \(now) so với \(before): \(change).", en: "To date, \(now) against \(before): \(change).")
  }
  public static func partsMissing(_ period: String) -> LocalizedText {
    LocalizedText(
      vi: "Số liệu \(period) thiếu một số kỳ nhỏ hơn, không so sánh với kỳ trọn.",
      en: "Figures for \(period) lack some of its parts and are not compared with full periods.")
  }
  public static func partialPeriod(_ period: String, _ cutOff: String) -> LocalizedText {
    LocalizedText(
      vi: "Số liệu \(period) mới tính đến ngày \(cutOff), không so sánh với kỳ trọn.",
      en: "Figures for \(period) stop on \(cutOff) and are not compared with full periods.")
  }

  // MARK: Questions

  public static func notSplit(_ period: String, into kinds: [PeriodKind]) -> LocalizedText {
    let (vi, en) = (
      kinds.map(\.name.vietnamese).joined(separator: ", "), kinds.map(\.name.english).joined(separator: ", ")
    )
    return LocalizedText(
      vi: "Không có số liệu riêng cho kỳ \(period): số liệu gốc theo \(vi) và không chia nhỏ được.",
      en: "There are no figures for \(period): the data are by \(en) and cannot be split.")
  }
  public static func periodCutsMonth(_ period: String, start: String, end: String) -> LocalizedText {
    LocalizedText(
      vi: "Kỳ \(period) (\(start) – \(end)) cắt ngang một tháng báo cáo của số liệu gốc, nên không tính được.",
      en: "The period \(period) (\(start) – \(end)) cuts a reporting month of the data, and cannot be computed.")
  }
  public static func notAPeriodToAskFor(_ text: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(text)” không phải là kỳ báo cáo. Viết 2023, 2023-S1, 2023-9M, 2023-Q3, 2023-07 hoặc mã nhiệm kỳ.",
      en: "'\(text)' is not a period. Write 2023, 2023-S1, 2023-9M, 2023-Q3, 2023-07 or the code of a term.")
  }
  public static func periodsReversed(_ first: String, _ last: String) -> LocalizedText {
    LocalizedText(
      vi: "Kỳ đầu \(first) đứng sau kỳ cuối \(last).", en: "The first period \(first) is after the last \(last).")
  }
  public static func reportsCoverYears(_ text: String) -> LocalizedText {
    LocalizedText(
      vi: "Báo cáo này gồm các năm trọn, không lập cho kỳ “\(text)”. Viết 2023 hoặc 2014/2023.",
      en: "This report covers whole years, not '\(text)'. Write 2023 or 2014/2023.")
  }
  public static let reportOrAll = LocalizedText(
    vi: "Cần tên báo cáo, hoặc --all để lập tất cả; không dùng cả hai.",
    en: "Give a report's name, or --all for every report; not both.")
  public static let periodOfAll = LocalizedText(
    vi: "Với --all, dùng --period để chọn năm, không dùng --from và --to.",
    en: "With --all, --period says the year; --from and --to are not used.")
  public static let noReportForAll = LocalizedText(
    vi: "Không có mẫu báo cáo nào cho kỳ này.", en: "There is no report definition for that period.")
  public static func noSuchPeriod(_ text: String, near: [String]) -> LocalizedText {
    let remedy = didYouMean(near, allowed: near)
    return LocalizedText(
      vi: "Không có kỳ “\(text)”. \(remedy.vietnamese)", en: "There is no period '\(text)'. \(remedy.english)")
  }
  public static func firstYearIsBaseline(_ baseline: Int, _ years: ClosedRange<Int>) -> LocalizedText {
    LocalizedText(
      vi:
        "Cuối năm \(baseline) là mốc so sánh; số thời kỳ tính các năm \(DateForm(.vietnamese).years(years.lowerBound, years.upperBound)).",
      en:
        "The end of \(baseline) is what stocks start from; flows are those of \(DateForm(.english).years(years.lowerBound, years.upperBound))."
    )
  }
  /// - Parameter ranges: those that are declared for the report.
  public static func notDue(_ report: String, in year: Int, _ ranges: [ClosedRange<Int>]) -> LocalizedText {
    func list(_ language: OutputLanguage) -> String {
      ranges.map { DateForm(language).years($0.lowerBound, $0.upperBound) }.joined(separator: ", ")
    }
    return LocalizedText(
      vi:
        "\(report): không thuộc kỳ báo cáo năm \(year) (các giai đoạn đã khai báo: \(list(.vietnamese))); lập riêng bằng `thapnien report \(report) --period …`.",
      en:
        "\(report): not due in \(year) (declared ranges: \(list(.english))); make it alone with `thapnien report \(report) --period …`."
    )
  }
  public static func reportNotMade(_ report: String, _ reason: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "\(report): không lập được. \(reason.vietnamese)", en: "\(report): not made. \(reason.english)")
  }
  public static let seriesOfOnePeriod = LocalizedText(
    vi: "Báo cáo về một kỳ không theo giai đoạn nào.", en: "A report on one period is not about a line of ranges.")
  public static let seriesOfOnePeriodRemedy = LocalizedText(vi: "Bỏ series.", en: "Remove series.")
  public static func rangeForOnePeriod(_ report: String) -> LocalizedText {
    LocalizedText(
      vi: "Báo cáo “\(report)” là báo cáo của một kỳ: dùng --period, không dùng --from và --to.",
      en: "The report '\(report)' is about one period: use --period, not --from and --to.")
  }
  public static func termOfDays(_ code: String) -> LocalizedText {
    LocalizedText(
      vi: "Kỳ “\(code)” không bắt đầu và kết thúc bằng năm báo cáo, nên không lập báo cáo theo kỳ này được.",
      en: "The period '\(code)' does not begin and end with reporting years, so there can be no report on it.")
  }
  public static let periodAndEnds = LocalizedText(
    vi: "--period nêu một kỳ cụ thể thì không dùng cùng --from và --to.",
    en: "--period with one period goes without --from and --to.")
  public static func periodOfOtherKind(_ period: String, _ kind: PeriodKind) -> LocalizedText {
    LocalizedText(
      vi: "\(period) không phải là kỳ loại “\(kind.name.vietnamese)”.",
      en: "\(period) is no period of the kind '\(kind.rawValue)'.")
  }
  public static func periodsOfOtherKinds(_ first: String, _ last: String) -> LocalizedText {
    LocalizedText(
      vi: "\(first) và \(last) là hai loại kỳ khác nhau, không ghép thành một dãy.",
      en: "\(first) and \(last) are of different kinds and make no series.")
  }
}
