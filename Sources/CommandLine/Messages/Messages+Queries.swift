import Language

/// What is wrong with a query.
extension Messages {
  static let periodsAreNotRanked = LocalizedText(
    vi: "Không xếp hạng các kỳ; trend cho biết kỳ cao nhất và thấp nhất.",
    en: "Periods are not ranked; trend says which are the highest and the lowest.")
  static func wrongTop(_ number: Int) -> LocalizedText {
    LocalizedText(vi: "--top phải từ 1 trở lên, không phải \(number).", en: "--top is 1 or more, not \(number).")
  }
  static let onePackageOnly = LocalizedText(
    vi: "Lệnh này chỉ nhận một --data; compare nhận nhiều.", en: "This command takes one --data; compare takes several."
  )
  static let unitsOfOnePackage = LocalizedText(
    vi: "--unit, --by và --against chỉ dùng với một bộ dữ liệu: mã đơn vị của mỗi nơi một khác.",
    en: "--unit, --by and --against need a single package: codes of units differ from place to place.")
  static let periodsAreNotSides = LocalizedText(
    vi: "Không so sánh các kỳ với nhau; trend cho biết mức thay đổi.",
    en: "Periods are not compared with each other here; trend says how they change.")
}
