public import Values

/// What is told of a correction.
public struct CorrectionWords: Sendable {
  public var column: String
  public var expected: String
  public var corrected: String
  public var reason: String
  public var who: String
  public var day: CalendarDate
  /// `corrections.csv:2`.
  public var place: String

  public init(
    column: String, expected: String, corrected: String, reason: String, who: String, day: CalendarDate, place: String
  ) {
    self.column = column
    self.expected = expected
    self.corrected = corrected
    self.reason = reason
    self.who = who
    self.day = day
    self.place = place
  }

  func day(_ language: OutputLanguage) -> String { DateForm(language).short(day) }
}

/// What is said about corrections.
extension Messages {
  public static let correction = LocalizedText(vi: "Đính chính", en: "Correction")
  public static let emptyValue = LocalizedText(vi: "(trống)", en: "(empty)")

  private static func shown(_ text: String, _ language: OutputLanguage) -> String {
    if text.isEmpty { return emptyValue[language] }
    return language == .vietnamese ? "“\(text)”" : "'\(text)'"
  }

  /// `“5120” → “5021” (corrections.csv:2): đếm trùng; Ban Dân vận huyện, 05/01/2023`.
  public static func correctionMade(_ words: CorrectionWords) -> LocalizedText {
    func line(_ language: OutputLanguage) -> String {
      let change = "\(shown(words.expected, language)) → \(shown(words.corrected, language))"
      return "\(change) (\(words.place)): \(words.reason); \(words.who), \(words.day(language))"
    }
    return LocalizedText(vi: line(.vietnamese), en: line(.english))
  }
  public static func correctedValue(_ words: CorrectionWords) -> LocalizedText {
    let made = correctionMade(words)
    return LocalizedText(
      vi: "Đã đính chính cột “\(words.column)”: \(made.vietnamese).",
      en: "Corrected in column '\(words.column)': \(made.english).")
  }
  public static let correctedValueRemedy = LocalizedText(
    vi: "Nếu nơi gửi đã sửa tệp gốc, bỏ dòng đính chính này.",
    en: "Once the sender has mended the file itself, remove the line from the corrections.")
  public static func afterCorrection(_ message: LocalizedText, at place: String) -> LocalizedText {
    LocalizedText(
      vi: "\(message.vietnamese) Giá trị này là do đính chính ở \(place).",
      en: "\(message.english) The value comes from the correction at \(place).")
  }

  public static func correctionWithoutRow(_ row: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(row)” không chỉ ra dòng nào của bảng dữ liệu.", en: "'\(row)' does not name a row of the resource.")
  }
  public static func correctionWithoutRowRemedy(_ example: String) -> LocalizedText {
    LocalizedText(
      vi: "Ghi giá trị của khóa như trong tệp: \(example); bảng không có khóa thì ghi tệp:dòng.",
      en: "Write the values of the key as they stand in the file: \(example); without a key, file:line.")
  }
  public static let idleCorrection = LocalizedText(
    vi: "Giá trị mới giống giá trị cũ.", en: "The new value is the one that stands there.")
  public static let idleCorrectionRemedy = LocalizedText(
    vi: "Bỏ dòng này hoặc ghi giá trị đúng.", en: "Remove the line, or write the right value.")
  public static func staleCorrection(
    expected: String, found: String, column: String, at place: String
  ) -> LocalizedText {
    LocalizedText(
      vi:
        "Ở \(place), cột “\(column)” không còn là \(shown(expected, .vietnamese)) mà là \(shown(found, .vietnamese)).",
      en: "At \(place), column '\(column)' no longer holds \(shown(expected, .english)) but \(shown(found, .english)).")
  }
  public static let staleCorrectionRemedy = LocalizedText(
    vi:
      "Tệp gốc đã đổi: bỏ đính chính nếu số đã được sửa, hoặc đối chiếu lại rồi ghi giá trị hiện có vào cột expected.",
    en: "The source has changed: remove the correction if it was mended, or look again and write what stands there now."
  )
  public static func unmatchedCorrection(_ row: String, _ resource: String) -> LocalizedText {
    LocalizedText(
      vi: "Bảng “\(resource)” không có dòng “\(row)”.", en: "The resource '\(resource)' has no row '\(row)'.")
  }
  public static let unmatchedCorrectionRemedy = LocalizedText(
    vi: "Ghi đúng từng chữ giá trị trong tệp, kể cả số 0 ở đầu; bỏ đính chính nếu dòng đã bị xóa.",
    en: "Write the values as they stand in the file, leading zeros included; remove the line if the row is gone.")
  public static func ambiguousCorrection(_ row: String, _ first: String, _ second: String) -> LocalizedText {
    LocalizedText(
      vi: "Có nhiều dòng ứng với “\(row)”: \(first) và \(second).",
      en: "Several rows are '\(row)': \(first) and \(second).")
  }
  public static let ambiguousCorrectionRemedy = LocalizedText(
    vi: "Thêm cột để chỉ ra đúng một dòng.", en: "Add columns until one row is named.")
  public static func repeatedCorrection(_ place: String, line: Int) -> LocalizedText {
    LocalizedText(
      vi: "Giá trị ở \(place) đã được đính chính ở dòng \(line).",
      en: "The value at \(place) is already corrected by line \(line).")
  }
  public static let repeatedCorrectionRemedy = LocalizedText(
    vi: "Giữ một dòng cho mỗi giá trị.", en: "Keep one line for each value.")

  /// The corrections file among the sources.
  public static let corrections = LocalizedText(vi: "Đính chính số liệu", en: "Corrections")
  /// Around the two values in the notes: `membership.csv, year=2022/unit=904, members: A được thay bằng B; lý do: …`.
  public static func correctionSentence(
    file: String, row: String, _ words: CorrectionWords
  ) -> (start: LocalizedText, between: LocalizedText, end: LocalizedText) {
    (
      LocalizedText(
        vi: "Đính chính \(file), dòng \(row), cột \(words.column): ",
        en: "Correction of \(file), row \(row), column \(words.column): "),
      LocalizedText(vi: " được thay bằng ", en: " is replaced by "),
      LocalizedText(
        vi: ". Lý do: \(words.reason) (\(words.who), \(words.day(.vietnamese))).",
        en: ". Reason: \(words.reason) (\(words.who), \(words.day(.english))).")
    )
  }
  public static let hiddenCorrection = LocalizedText(
    vi: "Số liệu đã được đính chính, nhưng báo cáo tóm tắt không nêu.",
    en: "Values were corrected, and the briefing does not say so.")
  public static let hiddenCorrectionRemedy = LocalizedText(
    vi: "Thêm vào mẫu: {{#limits}}…{{sentence}}…{{/limits}}.",
    en: "Put {{#limits}}…{{sentence}}…{{/limits}} into the template.")
}
