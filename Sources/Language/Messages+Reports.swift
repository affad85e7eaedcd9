public import Values

/// What is said about report definitions.
extension Messages {
  public static let wordLanguage = LocalizedText(vi: "ngôn ngữ", en: "language")
  public static let wordForm = LocalizedText(vi: "thể thức", en: "form")
  public static let wordBaseline = LocalizedText(vi: "mốc so sánh", en: "baseline")
  public static let wordTableRows = LocalizedText(vi: "loại dòng của biểu", en: "kind of table rows")
  public static let wordTableExtra = LocalizedText(vi: "cột thêm", en: "extra column")
  public static let wrongSpan = LocalizedText(
    vi: "Độ dài kỳ không hợp lệ.", en: "This is not a length of a period.")
  public static let wrongSpanRemedy = LocalizedText(vi: "Viết last: 10 years.", en: "Write last: 10 years.")
  public static let wrongTableID = LocalizedText(
    vi: "Mã biểu gồm 1 đến 8 chữ cái không dấu hoặc chữ số.", en: "A table's id is one to eight letters or digits.")
  public static let wrongTableIDRemedy = LocalizedText(vi: "Viết id: \"01\".", en: "Write id: \"01\".")
  public static let oneIndicatorATable = LocalizedText(
    vi: "Biểu theo một chiều phân tổ và biểu xếp hạng chỉ có một chỉ tiêu.",
    en: "A table by a dimension and a ranking have one indicator.")
  public static let oneIndicatorATableRemedy = LocalizedText(
    vi: "Tách mỗi chỉ tiêu thành một biểu.", en: "Give each indicator a table of its own.")
}

/// The words of tables, summaries and sentences. No causal words: the figures say what, not why.
extension Messages {
  public static let nothingToReport = LocalizedText(
    vi: "Không có số liệu của chỉ tiêu chính, nên không lập được báo cáo.",
    en: "There are no data for the headline indicator, so there is nothing to report.")
  public static func noData(_ indicator: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Không có số liệu của “\(indicator.vietnamese)” trong kỳ báo cáo.",
      en: "There are no data for '\(indicator.english)' in the period.")
  }
  public static func notRanked(_ indicator: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Không xếp hạng được “\(indicator.vietnamese)”.", en: "'\(indicator.english)' cannot be ranked.")
  }
  public static func byYear(_ name: LocalizedText) -> LocalizedText {
    LocalizedText(vi: "\(name.vietnamese) theo năm", en: "\(name.english) by year")
  }
  public static let allIndicators = LocalizedText(vi: "Tổng hợp các chỉ tiêu", en: "All indicators")
  public static let wholePeriod = LocalizedText(vi: "Cả kỳ", en: "Whole period")
  public static let compared = LocalizedText(vi: "So sánh", en: "Change")
  /// In a column's head.
  public static let points = LocalizedText(vi: "điểm %", en: "points")
  public static func provisionalTo(_ date: CalendarDate) -> LocalizedText {
    LocalizedText(
      vi: "Sơ bộ, đến \(DateForm(.vietnamese).short(date))", en: "Provisional, to \(DateForm(.english).short(date))")
  }
  public static func incompleteCoverage(_ coverage: Coverage) -> LocalizedText {
    LocalizedText(
      vi: "Chưa đủ: \(coverage.reporting)/\(coverage.expected) ô báo cáo",
      en: "Incomplete: \(coverage.reporting)/\(coverage.expected) cells report")
  }
  public static let changesFromUnrounded = LocalizedText(
    vi: "Mức tăng, giảm tính từ số chưa làm tròn nên có thể lệch với hiệu của các số đã in.",
    en: "Changes are computed from unrounded figures and may differ from those of the printed ones.")
  public static let rank = LocalizedText(vi: "Hạng", en: "Rank")
  public static let againstWhole = LocalizedText(vi: "So với mức chung", en: "Against the whole")
  /// - Parameter isPart: of a part of a year, which is compared with the same part of another.
  public static func againstYearBefore(isPart: Bool) -> LocalizedText {
    isPart
      ? LocalizedText(vi: "So với cùng kỳ", en: "Against the same period of the year before")
      : LocalizedText(vi: "So với năm trước", en: "Against the year before")
  }
  public static let against = LocalizedText(vi: "So với", en: "Against")
  public static func samePeriodOf(_ year: Int) -> LocalizedText {
    LocalizedText(vi: "cùng kỳ năm \(year)", en: "the same period of \(year)")
  }
  public static func onDay(_ date: String) -> LocalizedText { LocalizedText(vi: "ngày \(date)", en: date) }
  public static let baselineOfOnePeriod = LocalizedText(
    vi: "Báo cáo về một kỳ luôn so với cùng kỳ năm trước, không có mốc riêng.",
    en: "A report on one period is always compared with the year before; it has no baseline.")
  public static let baselineOfOnePeriodRemedy = LocalizedText(vi: "Bỏ baseline.", en: "Remove baseline.")
  public static func rankedBy(_ indicator: LocalizedText) -> LocalizedText {
    LocalizedText(vi: "Xếp hạng theo \(lowered(indicator.vietnamese))", en: "Ranking by \(lowered(indicator.english))")
  }
  public static let unitsAreLetters = LocalizedText(
    vi: "Số minh họa: tên đơn vị được thay bằng chữ cái.", en: "Illustrative figures: units are shown as letters.")
  static func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

  public static let stands = LocalizedText(vi: "đạt", en: "stands at")
  public static let comparedWith = LocalizedText(vi: "so với", en: "compared with")
  public static let rises = LocalizedText(vi: "tăng", en: "up")
  public static let falls = LocalizedText(vi: "giảm", en: "down")
  public static let unchanged = LocalizedText(vi: "không đổi", en: "unchanged")
  public static let thatIs = LocalizedText(vi: "tương đương", en: "that is")
  public static let reaches = LocalizedText(vi: "đạt", en: "at")
  /// - Parameter ofYear: of the whole year, where the report is about a part of it.
  public static func ofTarget(ofYear: Bool) -> LocalizedText {
    ofYear
      ? LocalizedText(vi: "kế hoạch năm", en: "of the year's target")
      : LocalizedText(vi: "kế hoạch", en: "of the target")
  }
  public static func equalsTarget(ofYear: Bool) -> LocalizedText {
    ofYear
      ? LocalizedText(vi: "bằng kế hoạch cả năm", en: "equal to the year's target of")
      : LocalizedText(vi: "bằng kế hoạch", en: "equal to the target of")
  }
  /// "thấp hơn 0,78 điểm phần trăm so với kế hoạch", "0.78 percentage points below the target of": around the distance.
  public static func comparedWithTarget(isBelow: Bool, ofYear: Bool) -> (start: LocalizedText, end: LocalizedText) {
    (
      LocalizedText(vi: isBelow ? "thấp hơn " : "cao hơn ", en: ""),
      LocalizedText(
        vi: " so với kế hoạch \(ofYear ? "cả năm " : "")",
        en: " \(isBelow ? "below" : "above") the \(ofYear ? "year's " : "")target of ")
    )
  }
  public static func points(_ value: ExactDecimal) -> LocalizedText {
    LocalizedText(
      vi: percentagePoints.vietnamese,
      en: value.magnitude == ExactDecimal(1) ? "percentage point" : percentagePoints.english)
  }
  public static func asOf(_ date: String) -> LocalizedText {
    LocalizedText(vi: "đến ngày \(date)", en: "as of \(date)")
  }
  public static func atEndOf(_ period: String) -> LocalizedText {
    LocalizedText(vi: "cuối \(period)", en: "the end of \(period)")
  }
  public static func endOf(_ period: String) -> LocalizedText {
    LocalizedText(vi: "Cuối \(period)", en: "End of \(period)")
  }
  public static func highestSince(_ period: String) -> LocalizedText {
    LocalizedText(vi: "cao nhất kể từ \(period)", en: "the highest since \(period)")
  }
  public static func lowestSince(_ period: String) -> LocalizedText {
    LocalizedText(vi: "thấp nhất kể từ \(period)", en: "the lowest since \(period)")
  }
  /// "hai", "ba", …: the number after "thứ"; in digits above ten.
  public static func ordinal(_ number: Int) -> LocalizedText {
    let vietnamese = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]
    let english = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
    guard (1...10).contains(number) else {
      let endings = [1: "st", 2: "nd", 3: "rd"]
      let ending = (11...13).contains(number % 100) ? "th" : endings[number % 10, default: "th"]
      return LocalizedText(vi: "\(number)", en: "\(number)\(ending)")
    }
    return LocalizedText(vi: vietnamese[number - 1], en: english[number - 1])
  }

  public static let levelsAndChanges = LocalizedText(vi: "Mức đạt được và thay đổi", en: "Levels and changes")
  public static let changeInPercent = LocalizedText(vi: "Tăng, giảm (%)", en: "Change (%)")
  public static func target(ofYear: Bool) -> LocalizedText {
    ofYear ? LocalizedText(vi: "KH năm", en: "Year's target") : target
  }
  public static let results = LocalizedText(vi: "Kết quả", en: "Results")
  public static let wholePeriodResults = LocalizedText(vi: "Kết quả cả kỳ", en: "Results of the whole period")
  public static let unitOfMeasureShort = LocalizedText(vi: "ĐVT", en: "Unit")
  public static let againstTarget = LocalizedText(vi: "So với KH", en: "Against target")
  public static let publishedFigure = LocalizedText(vi: "Số đã công bố", en: "Published")
  public static let computedFigure = LocalizedText(vi: "Số tính từ dữ liệu", en: "Computed from data")
  public static let averageShort = LocalizedText(vi: "BQ/năm", en: "Average a year")
  public static func comparedWithYear(_ year: Int) -> LocalizedText {
    LocalizedText(vi: "So với \(year) (+/-)", en: "Against \(year) (+/-)")
  }
  public static let detailsInSources = LocalizedText(
    vi: "Tệp, dòng và mã băm ở trang nguồn số liệu và bảng nguồn gốc số liệu kèm theo.",
    en: "Files, rows and hashes are on the sheet of sources and in the ledger.")

  /// "Kết quả 6 tháng đầu năm 2023", "Results, first half of 2023".
  public static func inPeriod(_ name: LocalizedText, _ period: String) -> LocalizedText {
    LocalizedText(vi: "\(name.vietnamese) \(period)", en: "\(name.english), \(period)")
  }
  /// Between a part and its whole: "11/16 đơn vị", "11 of 16 units".
  public static let outOf = LocalizedText(vi: "/", en: " of ")

  public static func movesOfUnits(
    _ indicator: LocalizedText, isPart: Bool
  ) -> (start: LocalizedText, rising: LocalizedText, falling: LocalizedText) {
    (
      LocalizedText(
        vi: "\(indicator.vietnamese): so với \(isPart ? "cùng kỳ năm trước" : "năm trước"), ",
        en: "\(indicator.english): compared with \(isPart ? "the same period of " : "")the year before, "),
      LocalizedText(vi: " đơn vị tăng, ", en: " units rose and "), LocalizedText(vi: " đơn vị giảm", en: " fell")
    )
  }
  public static func coverageOf(
    _ indicator: LocalizedText, _ period: String, isPart: Bool
  ) -> (start: LocalizedText, end: LocalizedText) {
    (
      LocalizedText(vi: "\(indicator.vietnamese): \(period) có ", en: "\(indicator.english): in \(period), "),
      LocalizedText(
        vi: " ô số liệu được báo cáo, nên tổng số của \(isPart ? "kỳ" : "năm") này chưa đầy đủ.",
        en: " cells report, so the total of that \(isPart ? "period" : "year") is incomplete.")
    )
  }
  /// - Parameter days: up to which the figures are counted, in order; one at least.
  public static func provisionalPart(_ period: String, days: [CalendarDate]) -> LocalizedText {
    let vietnamese = days.map { "ngày \(DateForm(.vietnamese).short($0))" }.joined(separator: " hoặc ")
    let english = days.map { DateForm(.english).short($0) }.joined(separator: " or ")
    return LocalizedText(
      vi: "Số liệu \(period) là số sơ bộ, tính đến \(vietnamese)\(days.count > 1 ? " tùy chỉ tiêu" : "").",
      en:
        "Figures for the \(period) are provisional, counted up to \(english)\(days.count > 1 ? " depending on the indicator" : "")."
    )
  }
  public static func partialYear(_ period: String, _ cutOff: String) -> LocalizedText {
    LocalizedText(
      vi: "Số liệu \(period) là số sơ bộ, tính đến ngày \(cutOff); số thời kỳ của năm này không so sánh với năm trọn.",
      en: "Figures for \(period) are provisional, up to \(cutOff); flows of that year are not compared with full years."
    )
  }

  public static let methodNotes = [
    LocalizedText(
      vi:
        "Tỷ lệ của nhiều đơn vị, tổ chức hoặc nhiều năm bằng tổng tử số chia tổng mẫu số của các ô có đủ hai số; không lấy bình quân của các tỷ lệ.",
      en:
        "A rate over several units, organisations or years is the sum of numerators over the sum of denominators of the cells that have both; rates are never averaged."
    ),
    LocalizedText(
      vi: "Chênh lệch giữa hai tỷ lệ phần trăm tính bằng điểm phần trăm, từ số chưa làm tròn.",
      en: "The difference between two percentages is in percentage points, from unrounded figures."),
    LocalizedText(
      vi:
        "Số thời kỳ được cộng qua các năm; số thời điểm lấy vào cuối kỳ, không cộng qua các năm. Bình quân mỗi năm bằng tổng số chia số năm của kỳ.",
      en:
        "Flows are summed over years; stocks are taken at the end of the period and never summed. The average a year is the total over the number of years."
    ),
    LocalizedText(
      vi: "Làm tròn một lần khi in, nửa đơn vị làm tròn ra xa số không.",
      en: "Figures are rounded once, when printed, half away from zero."),
  ]
  public static let qualityTitle = LocalizedText(vi: "Chất lượng số liệu", en: "Data quality")
  public static let coverageExplained = LocalizedText(
    vi:
      "Ô số liệu: đơn vị × tổ chức (hoặc phân tổ khác) × năm. Biểu chỉ liệt kê nơi báo cáo chưa đủ hoặc có tình trạng đặc biệt.",
    en: "Cells: units × organisations (or other breakdowns) × years. Only what is incomplete or flagged is listed.")
  public static let cellsReporting = LocalizedText(vi: "Số ô báo cáo", en: "Cells reporting")
  public static let cellsExpected = LocalizedText(vi: "Số ô phải báo cáo", en: "Cells expected")
  public static let totalsIncomplete = LocalizedText(vi: "tổng số chưa đầy đủ", en: "the total is incomplete")
  public static let claimsTitle = LocalizedText(
    vi: "Đối chiếu số đã công bố với số liệu", en: "Published figures against the data")
  public static let claimsExplained = LocalizedText(
    vi: "Số đã công bố giữ nguyên như nguồn in; không sửa số nào.",
    en: "Published figures stand as the source prints them; none is corrected.")
  public static let claimCode = LocalizedText(vi: "Mã", en: "Code")
  public static let verdict = LocalizedText(vi: "Kết luận", en: "Verdict")
  public static let document = LocalizedText(vi: "Văn bản", en: "Document")
  public static let noIndicator = LocalizedText(
    vi: "Chưa có chỉ tiêu tương ứng", en: "No indicator for it")
  public static let verdictConsistent = LocalizedText(
    vi: "Phù hợp với số minh họa", en: "Consistent with illustrative data")
  public static let verdictConfirmed = LocalizedText(vi: "Khớp", en: "Confirmed")
  public static let verdictContradicted = LocalizedText(vi: "Không khớp", en: "Contradicted")
  public static let verdictNotComputable = LocalizedText(
    vi: "Chưa tính được: bộ dữ liệu không có số liệu này", en: "Not computable: not in the data")
  public static let sourcesTitle = LocalizedText(vi: "Nguồn số liệu", en: "Sources")
  public static let sourcesExplained = LocalizedText(
    vi:
      "SHA-256 là dấu vân tay của tệp: tệp đổi một ký tự thì mã này đổi. Dòng số liệu của từng con số ở bảng nguồn gốc số liệu kèm theo.",
    en: "SHA-256 is a file's fingerprint: one changed character changes it. The rows of each figure are in the ledger.")
  public static let dataset = LocalizedText(vi: "Bảng dữ liệu", en: "Resource")
  public static let file = LocalizedText(vi: "Tệp", en: "File")
  public static let illustrativeColumn = LocalizedText(vi: "Minh họa", en: "Illustrative")

  /// "theo đơn vị", "by unit".
  public static func by(_ dimension: String) -> LocalizedText { by(heading(dimension)) }
  public static func by(_ word: LocalizedText) -> LocalizedText {
    LocalizedText(vi: "theo \(lowered(word.vietnamese))", en: "by \(lowered(word.english))")
  }
  /// The head of a column that names members of a dimension.
  public static func heading(_ dimension: String) -> LocalizedText {
    switch dimension {
    case "unit": unit
    case "organisation": organisation
    case "period": period
    case "level": LocalizedText(vi: "Cấp", en: "Level")
    case "field": LocalizedText(vi: "Lĩnh vực", en: "Field")
    default: LocalizedText(vi: "Phân tổ", en: dimension)
    }
  }
}

/// The words of comparisons in a briefing.
extension Messages {
  public static func leads(isOne: Bool) -> LocalizedText {
    LocalizedText(vi: "đứng đầu với", en: isOne ? "leads with" : "lead with")
  }
  public static func isLowest(isOne: Bool) -> LocalizedText {
    LocalizedText(vi: "thấp nhất với", en: isOne ? "is lowest with" : "are lowest with")
  }
  public static let tied = LocalizedText(vi: "đồng hạng", en: "tied")
  /// Around the number.
  public static func besideWhole(isBelow: Bool) -> (start: LocalizedText, end: LocalizedText) {
    (
      LocalizedText(vi: "\(isBelow ? "thấp" : "cao") hơn mức chung ", en: ""),
      LocalizedText(vi: "", en: " \(isBelow ? "below" : "above") the overall figure")
    )
  }
  public static let targetsInAll = (
    start: LocalizedText(vi: "Trong ", en: "Of "),
    targets: LocalizedText(vi: " chỉ tiêu kế hoạch: ", en: " targets: "),
    met: LocalizedText(vi: " chỉ tiêu đạt hoặc vượt, ", en: " met or exceeded, "),
    missed: LocalizedText(vi: " chỉ tiêu chưa đạt", en: " not met"),
    open: LocalizedText(
      vi: " chỉ tiêu chưa đủ số liệu trọn năm để đánh giá", en: " not to be judged before the year is over")
  )
  public static func claimsWithoutData(_ document: String, isOne: Bool) -> (start: LocalizedText, end: LocalizedText) {
    (
      LocalizedText(
        vi: "\(document) nêu \(isOne ? "số" : "các số") ", en: "\(document) gives the figure\(isOne ? "" : "s") "),
      LocalizedText(
        vi: "; bộ dữ liệu không có số liệu tương ứng nên chưa đối chiếu được.",
        en:
          "; the data package has no data for \(isOne ? "it" : "them"), so \(isOne ? "it" : "they") could not be checked."
      )
    )
  }
}

/// What is wrong with names in a report definition.
extension Messages {
  public static let unsafeTemplate = LocalizedText(
    vi: "Mẫu không nằm cạnh report.yaml.", en: "The template does not lie beside report.yaml.")
  public static let unsafeTemplateRemedy = LocalizedText(
    vi: "Đặt mẫu vào thư mục của report.yaml và chỉ ghi tên tệp.",
    en: "Put the template into the folder of report.yaml and give the file's name only.")
  public static let stockInTableRemedy = LocalizedText(
    vi: "Bỏ total và average ở mục with; so sánh hai thời điểm bằng change.",
    en: "Take total and average out of 'with'; 'change' compares two points in time.")
  public static let repeatedIndicatorRemedy = LocalizedText(
    vi: "Mỗi chỉ tiêu chỉ ghi một lần trong một biểu.", en: "Name each indicator once in a table.")
  public static let hiddenNotice = LocalizedText(
    vi: "Báo cáo có số minh họa, nhưng báo cáo tóm tắt không in dòng “BẢN MẪU”.",
    en: "The report holds illustrative figures, but the briefing does not print the line that says so.")
  public static let hiddenNoticeRemedy = LocalizedText(
    vi: "Đặt {{#notices}} {{text}} {{/notices}} lên đầu mẫu; chỉ tiêu nêu trong mẫu phải có trong một biểu.",
    en: "Put {{#notices}} {{text}} {{/notices}} at the top of the template; what it names must stand in a table.")
}
