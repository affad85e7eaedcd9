/// What is said about the checks of rules that are words.
extension Messages {
  public static func keyOfOtherCheck(_ key: String) -> LocalizedText {
    LocalizedText(
      vi: "Khóa “\(key)” không dùng với phép kiểm tra này.", en: "The key '\(key)' does not belong to this check.")
  }
  public static func keyOfOtherCheckRemedy(_ own: String) -> LocalizedText {
    LocalizedText(vi: "Bỏ khóa này; các khóa dùng được: \(own).", en: "Remove it; the keys of this check are: \(own).")
  }
  public static let chooseOtherIndicator = LocalizedText(
    vi: "Chọn chỉ tiêu khác cho “of”, hoặc phép kiểm tra khác.", en: "Choose another indicator, or another check.")
  public static let yearsNeedMeasure = LocalizedText(
    vi: "Phép kiểm tra này cần một chỉ tiêu khai bằng value, có số liệu từng năm.",
    en: "This check needs an indicator defined by 'value', with figures by year.")
  public static let yearsOfTwo = LocalizedText(
    vi: "Cần năm đầu và năm cuối.", en: "A first and a last year are expected.")
  public static let yearsOfTwoRemedy = LocalizedText(
    vi: "Viết years: [2014, 2023], năm đầu không sau năm cuối.",
    en: "Write years: [2014, 2023], the first not after the last.")
  public static func peersNotInBy(_ dimension: String) -> LocalizedText {
    LocalizedText(
      vi: "So sánh theo chiều “\(dimension)” thì chiều này phải có trong by.",
      en: "Members of '\(dimension)' can only be compared when it is in 'by'.")
  }
  public static func peersNotInByRemedy(_ dimension: String) -> LocalizedText {
    LocalizedText(vi: "Viết by: [\(dimension)].", en: "Write by: [\(dimension)].")
  }
  public static let wrongDeviations = LocalizedText(
    vi: "Đây không phải là số dương.", en: "This is not a number above zero.")
  public static let wrongDeviationsRemedy = LocalizedText(
    vi: "Ghi số lần độ phân tán được phép, ví dụ 6.", en: "Write how many deviations are allowed, such as 6.")
  public static let eventsNeedFlow = LocalizedText(
    vi: "Phép kiểm tra này cần một chỉ tiêu khai bằng value, là số thời kỳ (flow, count), có số liệu từng năm.",
    en: "This check needs an indicator defined by 'value' that counts what happens (flow, count), with figures by year."
  )
  public static let eventWithoutEvidence = LocalizedText(
    vi: "Chưa khai cách nhận ra sự kiện chung: số bằng nhau không đủ căn cứ.",
    en: "Nothing says how a joint event is recognised: equal figures alone prove nothing.")
  public static let eventWithoutEvidenceRemedy = LocalizedText(
    vi: "Khai event (các cột xác định sự kiện), remark (cột ghi chú nêu đơn vị phối hợp), hoặc cả hai.",
    en: "Declare 'event' (columns that identify the event), 'remark' (the column that names the other host), or both.")
  public static let denominatorNeedsRatio = LocalizedText(
    vi: "Phép kiểm tra này cần một chỉ tiêu khai bằng ratio.", en: "This check needs an indicator defined by 'ratio'.")
}

/// What is said about data that break them.
extension Messages {
  /// - Parameters:
  ///   - missing: the years, in ascending order: `2017, 2019`.
  ///   - expected: how many years the place exists in the span.
  public static func yearsMissing(
    _ indicator: LocalizedText, missing: String, present: Int, expected: Int
  ) -> LocalizedText {
    LocalizedText(
      vi: "“\(indicator.vietnamese)” có số liệu \(present)/\(expected) năm, thiếu năm \(missing)",
      en: "'\(indicator.english)' has figures for \(present) of \(expected) years, and none for \(missing)")
  }
  public static let yearsMissingRemedy = LocalizedText(
    vi: "Bổ sung dòng của năm còn thiếu; không có số liệu thì để trống giá trị và ghi tình trạng L hoặc M.",
    en:
      "Add rows for the missing years; where there is nothing to report, leave the value empty with the status L or M.")

  public static func farFromPeers(
    _ value: LocalizedText, times: LocalizedText, median: LocalizedText, peers: Int, spread: LocalizedText
  ) -> LocalizedText {
    LocalizedText(
      vi:
        "\(value.vietnamese), bằng \(times.vietnamese) lần trung vị của \(peers) đơn vị cùng kỳ (\(median.vietnamese)); độ phân tán thường thấy: \(spread.vietnamese) lần",
      en:
        "\(value.english), \(times.english) times the median of \(peers) peers in the same year (\(median.english)); usual spread: \(spread.english) times"
    )
  }
  public static let farFromPeersRemedy = LocalizedText(
    vi: "Đối chiếu với số gốc: đơn vị tính, chữ số thừa hoặc thiếu, nhầm đơn vị; nếu số đúng, ghi chú lý do.",
    en: "Compare it with the sender's figures: unit of measure, digits, the wrong unit; if it is right, note why.")

  public static func jointEvent(
    _ indicator: LocalizedText, value: LocalizedText, hosts: LocalizedText, line: Int,
    of file: String?, byRemarks: Bool
  ) -> LocalizedText {
    let reason =
      byRemarks
      ? LocalizedText(vi: "ghi chú của hai dòng nêu tên nhau", en: "the remarks of both rows name each other")
      : LocalizedText(vi: "các cột xác định sự kiện giống nhau", en: "the columns that identify the event agree")
    let place = LocalizedText(
      vi: "dòng \(line)" + (file.map { " của \($0)" } ?? ""), en: "line \(line)" + (file.map { " of \($0)" } ?? ""))
    return LocalizedText(
      vi:
        "“\(indicator.vietnamese)” cùng là \(value.vietnamese) như \(hosts.vietnamese) ở \(place.vietnamese), \(reason.vietnamese): có thể một sự kiện được cả hai bên báo cáo",
      en:
        "'\(indicator.english)' is \(value.english) as of \(hosts.english) in \(place.english), and \(reason.english): perhaps one event, reported by both hosts"
    )
  }
  public static let jointEventRemedy = LocalizedText(
    vi: "Tính một lần, cho đơn vị chủ trì; bỏ số ở dòng của đơn vị phối hợp nếu đúng là cùng một sự kiện.",
    en: "Count it once, for the host that led it; take it out of the other row if it is the same event.")
}

extension Messages {
  /// What is said of every package, after the words of a rule about it.
  public static func ofDeclaredPattern(_ lead: LocalizedText?, _ message: LocalizedText, rule: String) -> LocalizedText
  {
    let opening = lead ?? LocalizedText("")
    func text(_ lead: String, _ message: String, _ rule: String) -> String {
      (lead.isEmpty ? "" : lead + " ") + message + " (" + rule + ")"
    }
    return LocalizedText(
      vi: text(opening.vietnamese, message.vietnamese, "quy tắc \(rule)"),
      en: text(opening.english, message.english, "rule \(rule)"))
  }
}
