public import Values

/// The words of coverage that is required.
extension Messages {
  public static func coverageTooLow(
    _ indicator: LocalizedText, _ period: LocalizedText, _ part: LocalizedText, _ coverage: Coverage, required: String,
    more: Int
  ) -> LocalizedText {
    let cells = "\(coverage.reporting)/\(coverage.expected)"
    let rest = more == 1 ? " 1 more value is below it." : " \(more) more values are below it."
    return LocalizedText(
      vi: "\(indicator.vietnamese), \(period.vietnamese), \(part.vietnamese): mới có \(cells) ô báo cáo, chưa đạt mức "
        + "\(required) bắt buộc." + (more > 0 ? " Còn \(more) giá trị khác chưa đạt." : ""),
      en: "\(indicator.english), \(period.english), \(part.english): \(cells) cells report, less than the \(required) "
        + "that is required." + (more > 0 ? rest : ""))
  }

  public static func wrongRequiredCoverage(_ text: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(text)” không phải là mức đầy đủ. Viết một số từ 0 đến 1, ví dụ 0.9, hoặc 90%.",
      en: "'\(text)' is not a coverage. Write a number from 0 to 1, for example 0.9, or 90%.")
  }
  public static let wrongRequiredCoverageRemedy = LocalizedText(
    vi: "Viết một số từ 0 đến 1, ví dụ 0.9.", en: "Write a number from 0 to 1, for example 0.9.")
}
