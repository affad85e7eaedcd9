import Language

/// What is wrong with a query.
extension Messages {
  static let periodsAreNotRanked = LocalizedText(
    vi: "Không xếp hạng các kỳ; trend cho biết kỳ cao nhất và thấp nhất.",
    en: "Periods are not ranked; trend says which are the highest and the lowest.")
  static func wrongTop(_ number: Int) -> LocalizedText {
    LocalizedText(vi: "--top phải từ 1 trở lên, không phải \(number).", en: "--top is 1 or more, not \(number).")
  }
  static func wrongThreads(_ number: Int) -> LocalizedText {
    LocalizedText(
      vi: "--threads phải từ 1 đến 256, không phải \(number).", en: "--threads is between 1 and 256, not \(number).")
  }
  static let onePackageOnly = LocalizedText(
    vi: "Lệnh này chỉ nhận một --data; compare nhận nhiều.", en: "This command takes one --data; compare takes several."
  )
  static let unitsOfOnePackage = LocalizedText(
    vi: "--unit, --level, --by và --against chỉ dùng với một bộ dữ liệu: mã đơn vị của mỗi nơi một khác.",
    en: "--unit, --level, --by and --against need a single package: codes of units differ from place to place.")
  static func ofPlace(_ place: LocalizedText, _ message: LocalizedText) -> LocalizedText {
    LocalizedText(vi: "\(place.vietnamese): \(message.vietnamese)", en: "\(place.english): \(message.english)")
  }
  static let periodsAreNotSides = LocalizedText(
    vi: "Không so sánh các kỳ với nhau; trend cho biết mức thay đổi.",
    en: "Periods are not compared with each other here; trend says how they change.")
  static func wrongProjection(_ number: Int, _ farthest: Int) -> LocalizedText {
    LocalizedText(
      vi: "--project nhận từ 1 đến \(farthest) kỳ, không phải \(number).",
      en: "--project takes 1 to \(farthest) periods, not \(number).")
  }
  static let decomposedAlone = LocalizedText(
    vi: "--decompose nhận một chiều phân tổ (unit, organisation, …), không dùng cùng --by, --project.",
    en: "--decompose takes a dimension (unit, organisation, …) and goes without --by and --project.")
  static func wrongSort(_ text: String, _ allowed: [String]) -> LocalizedText {
    let hint = didYouMean([], allowed: allowed)
    return LocalizedText(
      vi: "Không sắp xếp được theo “\(text)”. \(hint.vietnamese)",
      en: "Rows cannot be sorted by '\(text)'. \(hint.english)")
  }
  static let pivotAlone = LocalizedText(
    vi: "--pivot không dùng cùng --top, --share hoặc --sort theo giá trị.",
    en: "--pivot goes without --top, --share and --sort by a value.")
  static func noFilterHere(_ filter: String) -> LocalizedText {
    LocalizedText(
      vi: "Lệnh này không lọc dòng; “\(filter)” dùng được với trend và table.",
      en: "This command has no rows to filter; '\(filter)' goes with trend and table.")
  }
  static let oneVariant = LocalizedText(
    vi: "Chỉ dùng một trong --cumulative, --moving, --per.", en: "Use one of --cumulative, --moving and --per.")
  static func wrongMoving(_ years: Int) -> LocalizedText {
    LocalizedText(
      vi: "--moving nhận từ 2 đến 50 năm, không phải \(years).", en: "--moving takes 2 to 50 years, not \(years).")
  }
  static func wrongPer(_ text: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(text)” không có dạng chỉ-tiêu:số, ví dụ population:1000.",
      en: "'\(text)' has not the form indicator:number, for example population:1000.")
  }
  static let rateRelative = LocalizedText(
    vi: "Tỷ lệ phần trăm không chia tiếp cho một chỉ tiêu khác.",
    en: "A percentage is not divided by another indicator.")
  static func perNeedsMeasures(_ names: LocalizedText, _ code: String) -> LocalizedText {
    LocalizedText(
      vi:
        "“\(names.vietnamese)” (\(code)) được tính từ các chỉ tiêu khác, nên không có từng ô để ghép tử số với mẫu số. "
        + "--per chỉ nhận chỉ tiêu lấy thẳng từ một số liệu gốc; “thapnien list indicators” cho biết cách tính.",
      en: "'\(names.english)' (\(code)) is computed from other indicators, so there are no cells by which to pair "
        + "numerator and denominator. --per takes indicators that are one measure each; 'thapnien list indicators' says how each "
        + "is made.")
  }
  static func perItself(_ names: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "“\(names.vietnamese)” chia cho chính nó thì luôn như nhau; --per nhận một chỉ tiêu khác.",
      en: "'\(names.english)' divided by itself is always the same; --per takes another indicator.")
  }
  static let atAlone = LocalizedText(
    vi: "--at cho một giá trị, không dùng cùng --by, --from, --to, --period, --project.",
    en: "--at is for one value, and goes without --by, --from, --to, --period and --project.")
  static let wordPeriod = LocalizedText(vi: "kỳ", en: "period")
  static let wordTopic = LocalizedText(vi: "chủ đề", en: "topic")
  static let multiplesNeedDimension = LocalizedText(
    vi: "--multiples vẽ từng thành viên của --by.", en: "--multiples draws the members of --by.")
  static let onePicture = LocalizedText(
    vi: "--svg vẽ một chỉ tiêu một lần.", en: "--svg draws one indicator at a time.")
}
