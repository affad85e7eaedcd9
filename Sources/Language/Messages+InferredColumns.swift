/// What is not sure about the columns of a CSV file from which a first data package is made.
extension Messages {
  public static let inferEmptyColumn = LocalizedText(
    vi: "không có giá trị nào; để kiểu string.", en: "holds no value; left as string.")
  public static func inferMarks(_ marks: [String]) -> LocalizedText {
    let list = marks.map { "“\($0)”" }.joined(separator: " ")
    return LocalizedText(
      vi: "\(list) đọc là không có giá trị; nếu “-” nghĩa là không phát sinh thì sửa thành 0.",
      en: "\(list) read as no value; where “-” means that nothing occurred, write 0.")
  }
  public static let inferMixedConventions = LocalizedText(
    vi: "số viết theo nhiều cách khác nhau; để kiểu string. Thống nhất cách viết rồi khai number.",
    en: "numbers are written in several ways; left as string. Write them in one way, then declare number.")
  public static func inferAmbiguousNumber(_ text: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(text)” có thể là hàng nghìn hoặc số thập phân; để kiểu string. Khai number với decimalChar và groupChar.",
      en: "'\(text)' may be thousands or a decimal; left as string. Declare number with decimalChar and groupChar.")
  }
  public static let inferSomePercentages = LocalizedText(
    vi: "có số kèm dấu % và có số không; để kiểu string.",
    en: "some numbers have a % and some have not; left as string.")
  public static let inferLeadingZeros = LocalizedText(
    vi: "có số 0 ở đầu nên coi là mã, không phải số.", en: "zeros in front: taken for codes, not numbers.")
  public static func inferMostlyNumbers(_ text: String, line: Int) -> LocalizedText {
    LocalizedText(
      vi: "gần như toàn số, nhưng “\(text)” ở dòng \(line) không phải số; để kiểu string. Sửa rồi khai number.",
      en: "nearly all numbers, but '\(text)' in line \(line) is none; left as string. Mend it, then declare number.")
  }
  public static func inferAmbiguousDay(_ text: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(text)” có thể là ngày/tháng hoặc tháng/ngày; để kiểu string. Khai date với format.",
      en: "'\(text)' may be day/month or month/day; left as string. Declare date with a format.")
  }

  // What only a person can fill in.
  public static let fillSources = LocalizedText(
    vi: "datapackage.json: sources (nguồn, đường dẫn) và licenses (giấy phép; đang là “unknown”).",
    en: "datapackage.json: sources (where the data are from) and licenses (now 'unknown').")
  public static let fillTitle = LocalizedText(
    vi: "datapackage.json: title.", en: "datapackage.json: title.")
  public static let fillUnits = LocalizedText(
    vi: "units.csv: tên hai thứ tiếng, cấp (level); thêm cột cấp trên (parent) nếu cần cộng lên.",
    en: "units.csv: names in both languages, level; a column parent if units are to be added up.")
  public static func fillMembers(_ files: [String]) -> LocalizedText {
    let list = files.joined(separator: ", ")
    return LocalizedText(vi: "\(list): tên hai thứ tiếng.", en: "\(list): names in both languages.")
  }
  public static let fillIndicators = LocalizedText(
    vi:
      "indicators.yaml: kind của mỗi số liệu (đang là published, không bao giờ cộng; flow nếu cộng theo thời gian, stock nếu là số thời điểm), unit, tên hai thứ tiếng.",
    en:
      "indicators.yaml: the kind of each measure (now published, which is never added up; flow if it is summed over time, stock if it is a state at a day), unit, names in both languages."
  )
  public static let fillCatalogue = LocalizedText(
    vi: "indicators.yaml: chưa có, vì chưa thấy bảng nào có năm và số ở mỗi dòng.",
    en: "indicators.yaml: not written, since no table has a year and a number in every row.")
}
