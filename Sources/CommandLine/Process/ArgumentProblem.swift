import ArgumentParser
import Language

/// A command line that does not parse, in the reader's language.
///
/// ArgumentParser says what is wrong in English alone, and its errors are its own: its sentences are known by their words.
/// One that is not known stays as it is.
struct ArgumentProblem {
  private let brief: String
  private let full: String

  init(_ error: any Error) {
    brief = Thapnien.message(for: error)
    full = Thapnien.fullMessage(for: error)
  }

  /// Without the control characters that an argument may hold: they would command the terminal.
  func text(_ language: OutputLanguage) -> String {
    guard let message = Self.message(brief) else { return PrintableText.of(full) + "\n" }
    var text = "\(Messages.errorWord[language]): \(message[language])\n"
    if language == .english, let help = Self.between("\nHelp:  ", "\nUsage: ", in: full) { text += "Help:  \(help)\n" }
    if let usage = Self.between("\nUsage: ", "\n  See '", in: full),
      let help = Self.between("\n  See '", "' for", in: full)
    {
      text += "\(Messages.usage(usage, help: help)[language])\n"
    }
    return PrintableText.of(text)
  }

  private static func message(_ text: String) -> LocalizedText? {
    if let name = between("Unknown option '", "'. Did you mean '", in: text),
      let near = between("'. Did you mean '", "'?", in: text)
    {
      return joined(Messages.unknownOption(name), Messages.didYouMean([near], allowed: []))
    }
    if text.contains("\n") { return nil }
    if let name = between("Unknown option '", "'", in: text) { return Messages.unknownOption(name) }
    if let name = between("Missing value for '", "'", in: text) { return Messages.missingValue(name) }
    if let name = between("Missing expected argument '", "'", in: text) { return Messages.missingArgument(name) }
    if let word = between("Unexpected argument '", "'", in: text) { return Messages.unexpectedArguments([word]) }
    if let words = between(" unexpected arguments: '", "'", in: text) {
      return Messages.unexpectedArguments(words.split(separator: "', '").map(String.init))
    }
    if let name = between("The option '", "' does not take any value, but '", in: text),
      let value = between("' does not take any value, but '", "' was specified.", in: text)
    {
      return Messages.valueNotTaken(name, value)
    }
    return invalidValue(text)
  }

  /// A word of a closed list that is none of it, or a value of another kind.
  private static func invalidValue(_ text: String) -> LocalizedText? {
    guard let value = between("The value '", "' is invalid for '", in: text),
      let name = text.firstRange(of: "' is invalid for '").flatMap({ text[$0.upperBound...].firstIndex(of: "'") }),
      let place = between("' is invalid for '", "'", in: String(text[...name]))
    else { return nil }
    let message = Messages.invalidValue(value, of: place)
    let rest = String(text[text.index(after: name)...])
    if rest.isEmpty { return message }
    var allowed: [String] = []
    if rest.hasPrefix(". Please provide one of ") {
      allowed = rest.split(separator: "'", omittingEmptySubsequences: false).enumerated()
        .compactMap { $0.offset.isMultiple(of: 2) ? nil : String($0.element) }
    } else if let words = between(": Use one of: ", ".", in: rest) {
      allowed = words.split(separator: ", ").map(String.init)
    } else if let words = between(": Did you mean: ", "?", in: rest) {
      return joined(message, Messages.didYouMean(words.split(separator: ", ").map(String.init), allowed: []))
    }
    guard !allowed.isEmpty else { return nil }
    return joined(
      message, Messages.didYouMean(NearestWord.candidates(for: value, among: allowed), allowed: allowed))
  }

  private static func joined(_ first: LocalizedText, _ second: LocalizedText) -> LocalizedText {
    LocalizedText(vi: "\(first.vietnamese) \(second.vietnamese)", en: "\(first.english) \(second.english)")
  }

  /// What stands between two texts, the first of each; nil where they are not there in this order.
  private static func between(_ start: String, _ end: String, in text: String) -> String? {
    guard let first = text.firstRange(of: start) else { return nil }
    let rest = text[first.upperBound...]
    // Up to the last quote: a word may hold one itself.
    if end == "'" { return rest.lastIndex(of: "'").map { String(rest[..<$0]) } }
    return rest.firstRange(of: end).map { String(rest[..<$0.lowerBound]) }
  }
}
