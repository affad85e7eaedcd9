public import Values

/// Words that several outputs share.
extension Messages {
  public static let yes = LocalizedText(vi: "có", en: "yes")
  public static let no = LocalizedText(vi: "không", en: "no")
  public static let and = LocalizedText(vi: "và", en: "and")
  public static let none = LocalizedText(vi: "không có", en: "none")

  public static let ordinal = LocalizedText(vi: "TT", en: "No.")
  public static let total = LocalizedText(vi: "Tổng cộng", en: "Total")
  public static let average = LocalizedText(vi: "Bình quân", en: "Average")
  public static let averagePerYear = LocalizedText(vi: "Bình quân mỗi năm", en: "Average a year")
  public static let unit = LocalizedText(vi: "Đơn vị", en: "Unit")
  public static let organisation = LocalizedText(vi: "Tổ chức", en: "Organisation")
  public static let indicator = LocalizedText(vi: "Chỉ tiêu", en: "Indicator")
  public static let unitOfMeasure = LocalizedText(vi: "Đơn vị tính", en: "Unit of measure")
  public static let period = LocalizedText(vi: "Kỳ", en: "Period")
  public static let year = LocalizedText(vi: "Năm", en: "Year")
  public static let value = LocalizedText(vi: "Giá trị", en: "Value")
  public static let change = LocalizedText(vi: "So sánh (+/-)", en: "Change (+/-)")
  public static let rate = LocalizedText(vi: "Tỷ lệ (%)", en: "Rate (%)")
  public static let target = LocalizedText(vi: "Kế hoạch", en: "Target")
  public static let completion = LocalizedText(vi: "Hoàn thành (%)", en: "Completion (%)")
  public static let note = LocalizedText(vi: "Ghi chú", en: "Note")
  public static let source = LocalizedText(vi: "Nguồn", en: "Source")
  public static let tableTitle = LocalizedText(vi: "Biểu", en: "Table")
  public static let statusColumn = LocalizedText(vi: "Tình trạng", en: "Status")
  public static let coverage = LocalizedText(vi: "Đơn vị báo cáo", en: "Coverage")

  public static let provisional = LocalizedText(vi: "Sơ bộ", en: "Provisional")
  public static let estimated = LocalizedText(vi: "Ước", en: "Estimated")
  public static let percentagePoints = LocalizedText(vi: "điểm phần trăm", en: "percentage points")
  public static let percent = LocalizedText("%")
  /// Before a number that is only a lower bound.
  public static let moreThan = LocalizedText(vi: "hơn", en: "more than")

  /// Beside each illustrative figure or head of a column.
  public static let illustrativeMark = LocalizedText(vi: "(mh)", en: "(ill.)")
  /// On top of everything that holds an illustrative figure.
  public static let illustrativeNotice = LocalizedText(
    vi: "BẢN MẪU – SỐ MINH HỌA", en: "SAMPLE – ILLUSTRATIVE FIGURES")
  public static let nothingOccurred = LocalizedText(vi: "“-” không phát sinh", en: "“-” nil")
  public static let notCollected = LocalizedText(vi: "“...” chưa thu thập được", en: "“...” not collected")
  public static let notApplicable = LocalizedText(vi: "“x” không áp dụng", en: "“x” not applicable")
  public static let blankMissing = LocalizedText(vi: "ô trống: chưa báo cáo", en: "blank: not reported")
  /// What the symbols in a table say, all of them.
  public static let symbolsLegend = joined([nothingOccurred, notCollected, notApplicable, blankMissing])

  /// Entries of a legend on one line.
  public static func joined(_ texts: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      vi: texts.map(\.vietnamese).joined(separator: "; "), en: texts.map(\.english).joined(separator: "; "))
  }

  /// Units of money by their catalogue names.
  public static let money: [String: LocalizedText] = [
    "dong": LocalizedText("đồng"),
    "thousand-dong": LocalizedText(vi: "nghìn đồng", en: "thousand đồng"),
    "million-dong": LocalizedText(vi: "triệu đồng", en: "million đồng"),
    "billion-dong": LocalizedText(vi: "tỷ đồng", en: "billion đồng"),
  ]

  /// `Số liệu đến ngày 30/9/2023`.
  public static func dataAsOf(_ date: CalendarDate) -> LocalizedText {
    LocalizedText(
      vi: "Số liệu đến ngày \(DateForm(.vietnamese).short(date))", en: "Data as of \(DateForm(.english).short(date))")
  }

  /// `14/15 đơn vị báo cáo` and the like, without what is counted.
  public static func reporting(_ coverage: Coverage) -> LocalizedText {
    LocalizedText("\(coverage.reporting)/\(coverage.expected)")
  }

  public static let severityError = LocalizedText(vi: "Lỗi", en: "Error")
  public static let severityWarning = LocalizedText(vi: "Cảnh báo", en: "Warning")
  public static let severityInformation = LocalizedText(vi: "Lưu ý", en: "Note")
}

extension StatusFlag {
  /// What the flag says about a figure, in lower case.
  public var name: LocalizedText {
    switch self {
    case .normal: LocalizedText(vi: "bình thường", en: "normal")
    case .breakInSeries: LocalizedText(vi: "gián đoạn dãy số liệu", en: "break in series")
    case .definitionDiffers: LocalizedText(vi: "khác định nghĩa", en: "definition differs")
    case .estimated: LocalizedText(vi: "số ước", en: "estimated")
    case .forecast: LocalizedText(vi: "dự báo", en: "forecast")
    case .imputed: LocalizedText(vi: "giá trị gán", en: "imputed")
    case .notCollected: LocalizedText(vi: "chưa thu thập được", en: "not collected")
    case .notApplicable: LocalizedText(vi: "không áp dụng", en: "not applicable")
    case .missing: LocalizedText(vi: "chưa báo cáo", en: "not reported")
    case .provisional: LocalizedText(vi: "sơ bộ", en: "provisional")
    case .unreliable: LocalizedText(vi: "độ tin cậy thấp", en: "low reliability")
    }
  }
}

extension PeriodKind {
  public var name: LocalizedText {
    switch self {
    case .month: LocalizedText(vi: "tháng", en: "month")
    case .quarter: LocalizedText(vi: "quý", en: "quarter")
    case .halfYear: LocalizedText(vi: "6 tháng", en: "half-year")
    case .nineMonths: LocalizedText(vi: "9 tháng", en: "nine months")
    case .year: LocalizedText(vi: "năm", en: "year")
    case .term: LocalizedText(vi: "nhiệm kỳ", en: "term")
    case .range: LocalizedText(vi: "giai đoạn", en: "range")
    }
  }
}

extension Absence {
  public var name: LocalizedText {
    switch self {
    case .missing: StatusFlag.missing.name
    case .notCollected: StatusFlag.notCollected.name
    case .notApplicable: StatusFlag.notApplicable.name
    }
  }
}
