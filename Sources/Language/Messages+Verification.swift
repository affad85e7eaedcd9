public import Values

/// What `verify` says of published figures.
extension Messages {
  public static let lessThan = LocalizedText(vi: "dưới", en: "less than")
  public static let about = LocalizedText(vi: "khoảng", en: "about")
  public static let wordClaimKind = LocalizedText(vi: "loại số đã công bố", en: "kind of claim")
  public static let claimWithoutValue = LocalizedText(
    vi: "Số đã công bố thiếu mã hoặc giá trị.", en: "A claim has no id or no value.")
  public static let claimWithoutValueRemedy = LocalizedText(
    vi: "Điền cột id và cột value.", en: "Fill in the columns id and value.")
  public static func claimDecimals(_ value: String, _ decimals: Int) -> LocalizedText {
    LocalizedText(
      vi: "Giá trị \(value) không thể in với \(decimals) chữ số thập phân.",
      en: "The value \(value) cannot have been printed with \(decimals) decimals.")
  }
  public static let claimDecimalsRemedy = LocalizedText(
    vi: "Ghi giá trị như văn bản đã in và số chữ số thập phân của số in.",
    en: "Write the value as the text prints it, and how many decimals it prints.")

  private static let verdicts: [String: LocalizedText] = [
    "confirmed": LocalizedText(vi: "được số liệu xác nhận", en: "confirmed"),
    "consistent-illustrative": LocalizedText(
      vi: "phù hợp với số minh họa (không phải là xác nhận)", en: "consistent with illustrative data, not confirmed"),
    "contradicted": LocalizedText(vi: "trái với số liệu", en: "contradicted"),
    "imprecise": LocalizedText(vi: "không chính xác", en: "imprecise"),
    "wrong-unit": LocalizedText(vi: "sai đơn vị tính", en: "wrong unit"),
    "implausible": LocalizedText(vi: "khó tin, cần thẩm tra", en: "implausible, to be examined"),
    "not-computable": LocalizedText(vi: "không tính được", en: "not computable"),
    "unknown": LocalizedText(vi: "chưa xác định được là số nào", en: "unknown"),
  ]
  /// - Parameter code: of a verdict.
  public static func verdict(_ code: String) -> LocalizedText { verdicts[code] ?? LocalizedText(code) }

  public static let outsideInterval = LocalizedText(
    vi: "Số tính được nằm ngoài khoảng mà số in cho phép.", en: "The computed value lies outside what the print allows."
  )
  public static let truncated = LocalizedText(
    vi: "Chỉ đúng khi cắt bỏ chữ số cuối, không đúng khi làm tròn.",
    en: "Right only when digits are cut off, not when the value is rounded.")
  public static let looseBound = LocalizedText(
    vi: "Mức nêu là đúng nhưng cách xa số tính được.", en: "The bound holds, but the computed value is far from it.")
  public static func pointsNotPercent(growth: Rational?) -> LocalizedText {
    let printed = growth.flatMap { try? $0.rounded(to: 2) }
    let vi = printed.map { "; tăng tương đối là \(NumberForm(.vietnamese).percent($0))" } ?? ""
    let en = printed.map { "; relative growth is \(NumberForm(.english).percent($0))" } ?? ""
    return LocalizedText(
      vi: "Hiệu của hai tỷ lệ phần trăm tính bằng điểm phần trăm, không phải %\(vi).",
      en: "The difference of two percentages is in percentage points, not in %\(en).")
  }
  public static let growthOfPercentage = LocalizedText(
    vi: "Đúng là mức tăng tương đối của một tỷ lệ; không phải điểm phần trăm.",
    en: "Right as the relative growth of a percentage; these are not percentage points.")
  public static let indexNotGrowth = LocalizedText(
    vi: "Đây là chỉ số so sánh (kỳ gốc = 100), không phải mức tăng.",
    en: "This is an index (first period = 100), not growth.")
  public static let noGrowth = LocalizedText(
    vi: "Không có mức tăng tương đối: giá trị đầu không dương.",
    en: "There is no relative growth: the first value is not positive.")
  public static func unitIs(_ unit: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Đơn vị tính của số liệu là “\(unit.vietnamese)”.", en: "The unit of the data is “\(unit.english)”.")
  }
  public static func rightUnder(_ unit: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Chữ số đúng nếu đơn vị là “\(unit.vietnamese)”.", en: "The digits are right in “\(unit.english)”.")
  }
  public static func incompleteCells(_ coverage: Coverage) -> LocalizedText {
    LocalizedText(
      vi: "Số liệu chưa đầy đủ: \(coverage.reporting)/\(coverage.expected) ô có báo cáo.",
      en: "The data are incomplete: \(coverage.reporting)/\(coverage.expected) cells report.")
  }
  public static func tooIncomplete(_ coverage: Coverage) -> LocalizedText {
    LocalizedText(
      vi: "Số liệu chưa đầy đủ (\(coverage.reporting)/\(coverage.expected) ô), phần chưa báo cáo có thể bù chênh lệch.",
      en:
        "The data are incomplete (\(coverage.reporting)/\(coverage.expected) cells); what is missing may fill the gap.")
  }
  public static func breaksRule(
    _ id: String, _ message: LocalizedText, left: Rational, limit: Rational, _ unit: UnitOfMeasure
  ) -> LocalizedText {
    func side(_ language: OutputLanguage) -> String {
      let form = NumberForm(language)
      func text(_ value: Rational) -> String { (try? form.string(value, decimals: 2)) ?? value.description }
      let words = language == .vietnamese ? ("quy tắc", "mức tối đa") : ("rule", "limit")
      return "\(message[language]) (\(words.0) \(id): \(text(left)), \(words.1) \(text(limit)))"
    }
    return LocalizedText(vi: side(.vietnamese), en: side(.english))
  }
  public static func impliedByLevels(_ least: Rational, _ most: Rational) -> LocalizedText {
    func text(_ value: Rational, _ language: OutputLanguage) -> String {
      value.decimal.map { NumberForm(language).string($0) } ?? value.description
    }
    return LocalizedText(
      vi: "Từ hai mức đã làm tròn chỉ suy ra được từ \(text(least, .vietnamese)) đến \(text(most, .vietnamese)).",
      en:
        "From the two rounded levels it only follows that it lies between \(text(least, .english)) and \(text(most, .english))."
    )
  }
}

/// Why a figure cannot be computed.
extension Messages {
  public static let noData = LocalizedText(vi: "Bộ dữ liệu không có số liệu.", en: "The package has no data.")
  public static func noValueThere(_ absence: Absence) -> LocalizedText {
    LocalizedText(
      vi: "Không có giá trị: \(absence.name.vietnamese).", en: "There is no value: \(absence.name.english).")
  }
  public static func noDataFor(_ year: Int) -> LocalizedText {
    LocalizedText(vi: "Không có số liệu năm \(year).", en: "There are no data for \(year).")
  }
  public static func outsideTheData(asked: ClosedRange<Int>, available: ClosedRange<Int>) -> LocalizedText {
    func text(_ years: ClosedRange<Int>, _ language: OutputLanguage) -> String {
      years.count == 1
        ? "\(years.lowerBound)" : DateForm(language).years(years.lowerBound, years.upperBound)
    }
    return LocalizedText(
      vi: "Không có số liệu đủ \(text(asked, .vietnamese)); bộ dữ liệu có \(text(available, .vietnamese)).",
      en: "There are no data for all of \(text(asked, .english)); the package has \(text(available, .english)).")
  }
  public static func beforeTheData(_ year: Int, begin: Int) -> LocalizedText {
    LocalizedText(
      vi: "Số liệu đến năm \(year); bộ dữ liệu bắt đầu từ năm \(begin).",
      en: "It is about the time up to \(year); the package's data begin in \(begin).")
  }
  public static let noIndicatorFor = LocalizedText(
    vi: "Danh mục không có chỉ tiêu cho số này.", en: "The catalogue has no indicator for it.")
  public static let noPeriodStated = LocalizedText(
    vi: "Nguồn không nêu kỳ hoặc ngày chốt số liệu.", en: "The source states neither a period nor a cut-off.")
  public static let changeNeedsTwoYears = LocalizedText(
    vi: "Mức tăng, giảm cần hai kỳ khác nhau.", en: "A change needs two different periods.")
  public static let unlikePeriods = LocalizedText(
    vi: "Hai kỳ không cùng độ dài: số thời kỳ của năm chưa trọn không so với năm trọn hoặc với kế hoạch cả năm.",
    en: "The periods are unlike: a flow of a partial year is not compared with a full one, nor with a year's target.")
  public static func noTargetFor(_ year: Int) -> LocalizedText {
    LocalizedText(vi: "Không có chỉ tiêu kế hoạch năm \(year).", en: "There is no target for \(year).")
  }
  public static func noYearlyAverage(_ names: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "“\(names.vietnamese)” không tính bình quân năm bằng tổng số chia số năm.",
      en: "“\(names.english)” has no average a year as total over years.")
  }
  public static func sentence(_ first: LocalizedText, _ second: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "\(first.vietnamese) \(second.vietnamese)", en: "\(first.english) \(second.english)")
  }
}

/// Headings of the answer.
extension Messages {
  public static let printedFigure = LocalizedText(vi: "Số in", en: "Printed")
  public static let computedValue = LocalizedText(vi: "Tính được", en: "Computed")
  public static let allowedInterval = LocalizedText(vi: "Khoảng của số in", en: "The print allows")
  public static let verdictHeading = LocalizedText(vi: "Kết luận", en: "Verdict")
  public static let reason = LocalizedText(vi: "Lý do", en: "Reason")
  public static func interval(_ lower: String?, _ upper: String?, closed: (Bool, Bool)) -> LocalizedText {
    switch (lower, upper) {
    case (let lower?, let upper?):
      let (vi, en) = (closed.0 ? "từ" : "trên", closed.0 ? "from" : "above")
      return LocalizedText(
        vi: "\(vi) \(lower) đến \(closed.1 ? "" : "dưới ")\(upper)",
        en: "\(en) \(lower) to \(closed.1 ? "" : "under ")\(upper)")
    case (let lower?, nil): return LocalizedText(vi: "trên \(lower)", en: "more than \(lower)")
    case (nil, let upper?): return LocalizedText(vi: "dưới \(upper)", en: "less than \(upper)")
    case (nil, nil): return LocalizedText("")
    }
  }
  public static func exactlyIs(_ value: String) -> LocalizedText {
    LocalizedText(vi: "chính xác \(value)", en: "exactly \(value)")
  }
  public static func figuresChecked(_ count: Int, _ verdicts: [(code: String, count: Int)]) -> LocalizedText {
    func list(_ language: OutputLanguage) -> String {
      verdicts.map { "\($0.count) \(verdict($0.code)[language])" }.joined(separator: "; ")
    }
    return LocalizedText(
      vi: "\(count) số: \(list(.vietnamese)).",
      en: "\(count) figure\(count == 1 ? "" : "s"): \(list(.english)).")
  }
  public static let noClaims = LocalizedText(
    vi: "Bộ dữ liệu không có bảng số đã công bố (mục claims của danh mục); dùng --claims.",
    en: "The package has no list of published figures (claims in the catalogue); use --claims.")
}

/// Why it is not certain which figure of the data a number of a draft is.
extension Messages {
  public static let noCandidate = LocalizedText(
    vi: "Không có chỉ tiêu nào trong danh mục khớp với các từ và đơn vị tính quanh số này.",
    en: "No indicator of the catalogue fits the words and the unit around it.")
  public static let severalCandidates = LocalizedText(
    vi: "Các từ quanh số này khớp với nhiều chỉ tiêu.", en: "The words around it fit several indicators.")
  public static let severalReadings = LocalizedText(
    vi: "Có thể hiểu số này theo nhiều cách.", en: "It can be read in several ways.")
  public static let unreadableNumber = LocalizedText(
    vi: "Không đọc được số này.", en: "The number cannot be read.")
  public static let pairOfNumbers = LocalizedText(
    vi: "Hai số trong một: không biết so với số nào.", en: "Two numbers in one: it is not known what to compare.")
  public static let mixedConventions = LocalizedText(
    vi: "Văn bản dùng cả hai cách viết dấu phân cách, nên số này có thể đọc theo hai cách.",
    en: "The text uses both conventions for separators, so this number can be read in two ways.")
  public static let comparedElsewhere = LocalizedText(
    vi: "Số này so với mức chung, đơn vị khác hoặc cùng kỳ, không so giữa hai năm.",
    en: "It compares with the whole, other units or the same months, not two years.")
  public static let unknownPlace = LocalizedText(
    vi: "Câu nêu một đơn vị hoặc phạm vi mà bộ dữ liệu không có trong kỳ này.",
    en: "It names a unit or an extent that the package does not have in this period.")
  public static let finerPeriod = LocalizedText(
    vi: "Kỳ ngắn hơn năm báo cáo.", en: "The period is shorter than a reporting year.")
  public static let noPeriodNamed = LocalizedText(
    vi: "Văn bản không nêu kỳ của số này.", en: "The text names no period for it.")
  public static let noBaseline = LocalizedText(
    vi: "Văn bản không nêu so với kỳ nào.", en: "The text does not say what it is compared with.")
  public static let endOfRange = LocalizedText(
    vi: "Số này là một đầu của một khoảng.", en: "It is one end of a range.")
  public static let deniedFigure = LocalizedText(
    vi: "Câu phủ định số này.", en: "The sentence denies it.")
  public static let contributionToChange = LocalizedText(
    vi: "Câu nói về phần của một thành phần trong mức thay đổi, không phải mức thay đổi của chỉ tiêu.",
    en: "The sentence speaks of what a part adds to a change, not of the indicator's change.")
  public static let hopedForFigure = LocalizedText(
    vi: "Câu nói về mục tiêu, dự kiến hoặc giả định, không phải kết quả.",
    en: "The sentence speaks of an aim or a condition, not of a result.")
  public static let qualifiedFigure = LocalizedText(
    vi: "Giữa tên chỉ tiêu và số có những từ mà danh mục không có: có thể chỉ là một bộ phận.",
    en: "Words that the catalogue does not know stand by its name: it may be only a part.")
  public static let lineHeading = LocalizedText(vi: "Dòng", en: "Line")
  public static let candidatesHeading = LocalizedText(vi: "có thể là", en: "may be")
  public static let matchedWords = LocalizedText(vi: "căn cứ", en: "from")
  public static func numbersSkipped(_ count: Int) -> LocalizedText {
    LocalizedText(
      vi: "Bỏ qua \(count) số không phải số liệu (ngày, năm, số văn bản, số thứ tự).",
      en:
        "\(count) number\(count == 1 ? "" : "s") that \(count == 1 ? "is no figure" : "are no figures") passed over (dates, years, document numbers, list markers)."
    )
  }
  /// - Parameter unreadLines: where the cells stand that were not read.
  public static func tableRead(
    _ lines: ClosedRange<Int>, checked: Int, unread unreadLines: [Int]
  ) -> LocalizedText {
    let unread = unreadLines.count
    let (first, last) = (lines.lowerBound, lines.upperBound)
    let viLeft =
      unread == 0 ? "" : "; chưa đọc được \(unread) ô ở dòng \(runs(of: unreadLines)), cần tự đối chiếu"
    let enLeft =
      unread == 0
      ? ""
      : "; \(unread) cell\(unread == 1 ? "" : "s") not read (line\(Set(unreadLines).count == 1 ? "" : "s") \(runs(of: unreadLines))), to be checked by hand"
    return LocalizedText(
      vi: "Biểu ở dòng \(first)–\(last): đối chiếu \(checked) ô\(viLeft).",
      en: "Table in lines \(first)–\(last): \(checked) cell\(checked == 1 ? "" : "s") compared\(enLeft).")
  }
  public static func recognised(_ count: Int, of total: Int) -> LocalizedText {
    LocalizedText(
      vi: "Nhận ra \(count)/\(total) số.", en: "\(count) of \(total) figure\(total == 1 ? "" : "s") recognised.")
  }
  /// "3–7, 12": neighbours as one.
  private static func runs(of numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = runs.last, number <= last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...max(number, last.upperBound)
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }
  public static func quantity(_ code: String) -> LocalizedText { quantities[code] ?? LocalizedText(code) }
  private static let quantities: [String: LocalizedText] = [
    "level": LocalizedText(""),
    "change": LocalizedText(vi: "mức tăng, giảm", en: "change"),
    "average": LocalizedText(vi: "bình quân mỗi năm", en: "average a year"),
    "target": LocalizedText(vi: "kế hoạch", en: "target"),
    "gap": LocalizedText(vi: "chênh lệch so với kế hoạch", en: "difference from the target"),
    "completion": LocalizedText(vi: "tỷ lệ hoàn thành kế hoạch", en: "completion of the target"),
  ]
  public static let notAText = LocalizedText(
    vi: "chỉ đọc văn bản .txt, .md hoặc - (đầu vào chuẩn)",
    en: "only .txt and .md texts are read, or - for the standard input")
  public static let claimsOrText = LocalizedText(
    vi: "Dùng --claims hoặc một văn bản, không dùng cả hai.", en: "Use --claims or a text, not both.")
}
