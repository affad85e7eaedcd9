/// What is said about the catalogue of indicators.
extension Messages {
  public static let wordDeclaredResource = LocalizedText(
    vi: "bảng dữ liệu đã khai ở mục resources", en: "resource declared under 'resources'")
  public static let wordTake = LocalizedText(vi: "cách lấy số thời điểm", en: "way of taking a stock")
  public static let wordBound = LocalizedText(vi: "loại giới hạn", en: "kind of bound")
  public static let unitPercentagePoint = LocalizedText(vi: "điểm phần trăm", en: "percentage points")
  public static let unitScore = LocalizedText(vi: "điểm", en: "points")

  public static let expectedTwoColumns = LocalizedText(
    vi: "Cần hai cột: năm bắt đầu và năm kết thúc.", en: "Two columns are expected: first and last year.")
  public static let expectedTwoColumnsRemedy = LocalizedText(
    vi: "Viết active: [cột_bắt_đầu, cột_kết_thúc].", en: "Write active: [start_column, end_column].")
  public static let periodColumnIsNoYear = LocalizedText(
    vi: "Cột kỳ phải có kiểu year hoặc integer.", en: "The period column must have the type year or integer.")
  public static let periodColumnIsNoYearRemedy = LocalizedText(
    vi: "Sửa kiểu của cột trong datapackage.json.", en: "Mend the column's type in datapackage.json.")
  public static let wrongReportingYear = LocalizedText(
    vi: "Năm báo cáo không hợp lệ.", en: "This is not a reporting year.")
  public static let wrongReportingYearRemedy = LocalizedText(
    vi: "Viết calendar, hoặc ngày đầu và ngày cuối liền nhau: 12-15..12-14.",
    en: "Write calendar, or adjoining first and last days: 12-15..12-14.")
  public static func measureNeedsNumbers(_ kind: String) -> LocalizedText {
    LocalizedText(
      vi: "Số liệu loại \(kind) cần một cột số.", en: "A measure of kind \(kind) needs a column of numbers.")
  }
  public static let measureNeedsNumbersRemedy = LocalizedText(
    vi: "Chọn cột có kiểu integer hoặc number, hoặc dùng count, distinct.",
    en: "Choose a column of type integer or number, or use count or distinct.")
  public static let registerNeedsDistinct = LocalizedText(
    vi: "Bảng theo dõi theo thời gian (active) chỉ đếm được các mục khác nhau.",
    en: "What a register (active) holds can only be counted as different values.")
  public static let registerNeedsDistinctRemedy = LocalizedText(
    vi: "Viết kind: distinct, hoặc khai cột kỳ (period) cho bảng.",
    en: "Write kind: distinct, or give the resource a period column.")
  public static let foundInNeedsDistinct = LocalizedText(
    vi: "found-in chỉ dùng cho chỉ tiêu đếm giá trị khác nhau (kind: distinct) của bảng có cột kỳ, với một tiêu thức.",
    en: "found-in belongs to different values (kind: distinct) of a resource with a period column, with one dimension.")
  public static let foundInNeedsCount = LocalizedText(
    vi: "Đây không phải là số lượng: cần một số từ 1 trở lên.", en: "This is no count: a number from 1 is needed.")
  public static let foundInRemedy = LocalizedText(
    vi: "Ví dụ: found-in: {organisation: 2} là có ở đúng hai tổ chức, {organisation: 3+} là từ ba tổ chức trở lên.",
    en: "For example, found-in: {organisation: 2} is in exactly two organisations, {organisation: 3+} in three or more."
  )
  public static let wordCondition = LocalizedText(
    vi: "giá trị trong danh mục của cột", en: "value in the column's list")
  public static let ratioNeedsPercent = LocalizedText(
    vi: "Một tỷ số có đơn vị tính là percent hoặc number.", en: "A ratio is given in percent or as a number.")
  public static let ratioNeedsPercentRemedy = LocalizedText(
    vi: "Viết unit: percent.", en: "Write unit: percent.")
  public static let oneDefinition = LocalizedText(
    vi: "Cần đúng một trong: value, ratio, formula, share, cumulative, average-a-year, moving-average.",
    en: "Exactly one of value, ratio, formula, share, cumulative, average-a-year and moving-average is expected.")
  public static let oneDefinitionRemedy = LocalizedText(
    vi: "Giữ lại một cách tính.", en: "Keep one way of computing it.")
  public static let ratioOfTwo = LocalizedText(
    vi: "Tỷ số cần hai số liệu gốc: tử số và mẫu số.", en: "A ratio needs two measures: numerator and denominator.")
  public static let ratioOfTwoRemedy = LocalizedText(
    vi: "Viết ratio: [tử_số, mẫu_số].", en: "Write ratio: [numerator, denominator].")
  public static func wrongFormula(_ problem: String) -> LocalizedText {
    LocalizedText(vi: "Không đọc được công thức tại “\(problem)”.", en: "The formula cannot be read at '\(problem)'.")
  }
  public static let wrongFormulaRemedy = LocalizedText(
    vi: "Dùng tên chỉ tiêu, số, + - * / và ngoặc; để dấu cách hai bên dấu trừ.",
    en: "Use indicator names, numbers, + - * / and parentheses, with spaces around a minus.")
  public static func unitsDoNotFit(_ left: String, _ right: String) -> LocalizedText {
    LocalizedText(
      vi: "Không cộng, trừ được hai đơn vị tính khác nhau: \(left) và \(right).",
      en: "Values in different units of measure cannot be added: \(left) and \(right).")
  }
  public static let unitsDoNotFitRemedy = LocalizedText(
    vi: "Quy về cùng đơn vị tính trước khi cộng, trừ.", en: "Bring both to the same unit of measure first.")
  public static let pointsNotPercent = LocalizedText(
    vi: "Hiệu của hai tỷ lệ phần trăm tính bằng điểm phần trăm.",
    en: "The difference of two percentages is in percentage points.")
  public static let pointsNotPercentRemedy = LocalizedText(
    vi: "Viết unit: percentage-point.", en: "Write unit: percentage-point.")
  public static let formulaWithoutIndicator = LocalizedText(
    vi: "Công thức không dùng chỉ tiêu nào.", en: "The formula uses no indicator.")
  public static let formulaTooNested = LocalizedText(
    vi: "Công thức dùng công thức khác qua quá nhiều tầng.", en: "Formulas use each other too many levels deep.")
  public static let formulaTooNestedRemedy = LocalizedText(
    vi: "Viết gọn công thức theo số liệu gốc.", en: "Write the formula in terms of simpler indicators.")
  public static let formulaCycle = LocalizedText(
    vi: "Công thức dùng lại chính nó.", en: "The formula uses itself.")
  public static let formulaCycleRemedy = LocalizedText(
    vi: "Bỏ vòng lặp giữa các công thức.", en: "Break the circle of formulas.")
}
