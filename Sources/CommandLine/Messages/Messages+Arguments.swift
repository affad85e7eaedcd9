import Language

/// What is wrong with a command line.
extension Messages {
  static func unknownOption(_ name: String) -> LocalizedText {
    LocalizedText(vi: "Không có tùy chọn “\(name)”.", en: "There is no option '\(name)'.")
  }
  static func missingValue(_ name: String) -> LocalizedText {
    LocalizedText(vi: "Tùy chọn “\(name)” cần một giá trị.", en: "The option '\(name)' needs a value.")
  }
  static func missingArgument(_ name: String) -> LocalizedText {
    LocalizedText(vi: "Thiếu “\(name)”.", en: "'\(name)' is missing.")
  }
  static func unexpectedArguments(_ words: [String]) -> LocalizedText {
    LocalizedText(
      vi: "Thừa \(words.map { "“\($0)”" }.joined(separator: ", ")).",
      en: "There is no place for \(words.map { "'\($0)'" }.joined(separator: ", ")).")
  }
  static func valueNotTaken(_ name: String, _ value: String) -> LocalizedText {
    LocalizedText(
      vi: "Tùy chọn “\(name)” không nhận giá trị, ở đây là “\(value)”.",
      en: "The option '\(name)' takes no value, and has '\(value)' here.")
  }
  static func invalidValue(_ value: String, of place: String) -> LocalizedText {
    LocalizedText(vi: "“\(place)” không nhận “\(value)”.", en: "'\(place)' does not take '\(value)'.")
  }
  static func usage(_ usage: String, help: String) -> LocalizedText {
    LocalizedText(
      vi: "Cách dùng: \(usage)\n  Xem “\(help)”.", en: "Usage: \(usage)\n  See '\(help)' for more information.")
  }
}
