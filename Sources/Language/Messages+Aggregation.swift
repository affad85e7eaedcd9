/// What is said about rows in their place, and about questions that have no answer.
extension Messages {
  public static func yearsReversed(_ first: Int, _ last: Int) -> LocalizedText {
    LocalizedText(
      vi: "Năm kết thúc \(last) trước năm bắt đầu \(first).", en: "The last year \(last) is before the first \(first).")
  }
  public static let yearsReversedRemedy = LocalizedText(vi: "Đổi lại hai năm.", en: "Exchange the two years.")
  public static let rowWithoutYear = LocalizedText(vi: "Dòng không ghi năm.", en: "The row names no year.")
  public static let rowWithoutYearRemedy = LocalizedText(vi: "Ghi năm báo cáo.", en: "Write the reporting year.")
  public static func notAReportingYear(_ value: String) -> LocalizedText {
    LocalizedText(vi: "“\(value)” không phải là năm báo cáo.", en: "'\(value)' is not a reporting year.")
  }
  public static func rowWithoutMember(_ dimension: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Dòng không ghi \(dimension.vietnamese) (có thể là dòng tổng cộng).",
      en: "The row names no \(dimension.english) (perhaps it is a total).")
  }
  public static let rowWithoutMemberRemedy = LocalizedText(
    vi: "Ghi mã; bỏ dòng tổng cộng, vì tổng được tính từ các thành phần.",
    en: "Write the code; remove total rows, since totals are computed.")
  public static func unknownMember(_ code: String, of dimension: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Không có \(dimension.vietnamese) “\(code)”.", en: "There is no \(dimension.english) '\(code)'.")
  }
  public static let rowWithoutUnit = LocalizedText(
    vi: "Dòng không ghi đơn vị (có thể là dòng tổng cộng).", en: "The row names no unit (perhaps it is a total).")
  public static let rowWithoutUnitRemedy = LocalizedText(
    vi: "Ghi mã đơn vị; bỏ dòng tổng cộng, vì tổng được tính từ các đơn vị.",
    en: "Write the unit's code; remove total rows, since totals are computed.")
  public static func unknownFlag(_ code: String) -> LocalizedText {
    LocalizedText(vi: "Không có tình trạng số liệu “\(code)”.", en: "There is no status flag '\(code)'.")
  }
  public static func unknownFlagRemedy(_ codes: String) -> LocalizedText {
    LocalizedText(vi: "Dùng mã SDMX: \(codes).", en: "Use the SDMX codes: \(codes).")
  }
  public static func unknownUnit(_ code: String) -> LocalizedText {
    LocalizedText(vi: "Không có đơn vị “\(code)”.", en: "There is no unit '\(code)'.")
  }
  public static func mixedLevels(_ unit: LocalizedText, declared: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(unit.vietnamese)” không thuộc cấp “\(declared)” mà bảng này khai: dòng tổng nằm giữa các thành phần.",
      en: "'\(unit.english)' is not of the level '\(declared)' that this resource declares: a total among its parts.")
  }
  public static let mixedLevelsRemedy = LocalizedText(
    vi: "Bỏ dòng tổng, hoặc chuyển sang bảng của cấp đó; tổng được tính từ các đơn vị, không cộng thêm lần nữa.",
    en: "Remove the total row or move it to a resource of its level; totals are computed and never added again.")
  public static func unitNotValid(_ unit: LocalizedText, period: String) -> LocalizedText {
    LocalizedText(
      vi: "Đơn vị “\(unit.vietnamese)” không tồn tại trong \(period.count == 4 ? "năm" : "kỳ") \(period).",
      en: "The unit '\(unit.english)' does not exist in \(period).")
  }
  public static let unitNotValidRemedy = LocalizedText(
    vi: "Kiểm tra năm, mã đơn vị và thời gian hiệu lực trong danh mục đơn vị.",
    en: "Check the year, the unit's code and its dates in the list of units.")
  public static func flagContradictsValue(_ flag: String) -> LocalizedText {
    LocalizedText(
      vi: "Tình trạng “\(flag)” nói không có số liệu, nhưng ô có giá trị.",
      en: "The flag '\(flag)' says that there is no value, but there is one.")
  }
  public static let flagContradictsValueRemedy = LocalizedText(
    vi: "Để trống giá trị, hoặc sửa tình trạng.", en: "Empty the value or mend the flag.")
  public static func negativeCount(_ value: String) -> LocalizedText {
    LocalizedText(vi: "Số lượng âm: \(value).", en: "A count is negative: \(value).")
  }
  public static let negativeCountRemedy = LocalizedText(
    vi: "Đối chiếu với số gốc của đơn vị gửi; số lượng không thể âm.",
    en: "Compare it with the sender's own figures; a count cannot be negative.")
  public static let overflow = LocalizedText(
    vi: "Tổng vượt quá 38 chữ số, không thể tính chính xác.", en: "The sum has more than 38 digits and is not exact.")

  public static func notBrokenDown(_ indicator: LocalizedText, by dimension: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(indicator.vietnamese)” không được phân tổ theo \(word(dimension: dimension).vietnamese).",
      en: "'\(indicator.english)' is not broken down by \(dimension).")
  }
  public static func publishedNotAdded(_ measure: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "“\(measure.vietnamese)” là điểm số do nơi khác công bố: không cộng, không tính bình quân.",
      en: "'\(measure.english)' is a published score: it is neither summed nor averaged.")
  }
  public static func stockNotSummed(_ indicator: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi:
        "Không cộng “\(indicator.vietnamese)” qua các năm: đây là số thời điểm, mỗi năm đếm lại cùng những đối tượng.",
      en: "'\(indicator.english)' is not summed over years: it is a stock, and each year counts the same ones again.")
  }
}

/// What is said about names that people type.
extension Messages {
  public static func ambiguousName(_ text: String, _ codes: [String]) -> LocalizedText {
    let list = codes.joined(separator: ", ")
    return LocalizedText(
      vi: "“\(text)” có thể là nhiều mục: \(list). Dùng mã.", en: "'\(text)' may be any of: \(list). Use the code.")
  }

  /// What a member of a dimension is called.
  public static func word(dimension: String) -> LocalizedText {
    switch dimension {
    case "unit": LocalizedText(vi: "đơn vị", en: "unit")
    case "organisation": LocalizedText(vi: "tổ chức", en: "organisation")
    case "period": LocalizedText(vi: "kỳ", en: "period")
    default: LocalizedText(vi: "mục của chiều phân tổ \(dimension)", en: "\(dimension)")
    }
  }
}
