import Language
import Values

/// `thapnien help topics`: what is common to all commands.
enum HelpTopics {
  static let names = ["periods", "flags", "formats", "filters", "exit-codes", "environment", "telling"]

  /// Nil unless the arguments ask for it.
  static func text(_ arguments: [String], _ language: OutputLanguage) -> String? {
    guard arguments.prefix(2) == ["help", "topics"] else { return nil }
    let wanted = words(arguments)
    return (wanted.isEmpty ? names : wanted).compactMap { topic($0).map { $0[language] } }.joined(separator: "\n\n")
      + "\n"
  }

  private static func words(_ arguments: [String]) -> [String] {
    arguments.dropFirst(2).filter { !$0.hasPrefix("-") && OutputLanguage(rawValue: $0) == nil }
  }

  /// The first word that is no topic.
  static func unknown(_ arguments: [String]) -> String? { words(arguments).first { !names.contains($0) } }

  private static func topic(_ name: String) -> LocalizedText? {
    switch name {
    case "periods": Messages.topicPeriods
    case "flags": flags
    case "formats": Messages.topicFormats
    case "filters": Messages.topicFilters
    case "exit-codes": Messages.topicExitCodes
    case "environment": Messages.topicEnvironment
    case "telling": Messages.topicTelling
    default: nil
    }
  }

  private static var flags: LocalizedText {
    func list(_ language: OutputLanguage) -> String {
      StatusFlag.allCases.map { "  \($0.rawValue)  \($0.name[language])" }.joined(separator: "\n")
    }
    return LocalizedText(
      vi: "\(Messages.topicFlags.vietnamese)\n\(list(.vietnamese))",
      en: "\(Messages.topicFlags.english)\n\(list(.english))")
  }
}
