import Datasets
import Findings
import Language
import Trends
import Values

/// Reads `{rises strongly: 1.5 σ, rises: 0.6 σ, rises slightly: 0.2 σ, steady: below 0.2 σ}`: what a fall is called follows.
struct ChangeWordsReader {
  private let diagnosis: Diagnosis

  init(_ diagnosis: Diagnosis) { self.diagnosis = diagnosis }

  func read(_ declaration: Declaration) -> ChangeWords? {
    let keys = ["rises strongly", "rises", "rises slightly", "steady"]
    guard let mapping = DeclaredMapping(declaration, allowed: keys, diagnosis),
      let strong = multiple("rises strongly", in: mapping), let slight = multiple("rises slightly", in: mapping)
    else { return nil }
    // Without a limit of its own, what is not slight is strong.
    var plain = strong
    if mapping["rises"] != nil {
      guard let own = multiple("rises", in: mapping) else { return nil }
      plain = own
    }
    if let steady = mapping["steady"], let text = steady.string(diagnosis) {
      guard let limit = Self.number(text, after: "below "), limit == slight else {
        diagnosis.report(
          "wrong-value", at: steady.position, value: text, Messages.wrongSteady,
          remedy: Messages.wrongSteadyRemedy(slight.description))
        return nil
      }
    }
    guard let words = ChangeWords(slight: slight, plain: plain, strong: strong) else {
      diagnosis.report(
        "wrong-value", at: mapping.position, Messages.wordsOutOfOrder, remedy: Messages.wordsOutOfOrderRemedy)
      return nil
    }
    return words
  }

  private func multiple(_ key: String, in mapping: DeclaredMapping) -> ExactDecimal? {
    guard let declaration = mapping.required(key), let text = declaration.string(diagnosis) else { return nil }
    guard let number = Self.number(text, after: "") else {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: text, Messages.wrongMultiple,
        remedy: Messages.wrongMultipleRemedy)
      return nil
    }
    return number
  }

  /// `0.2 σ`.
  private static func number(_ text: String, after start: String) -> ExactDecimal? {
    guard text.hasPrefix(start) else { return nil }
    let words = text.dropFirst(start.count).split(separator: " ")
    guard words.count == 2, words[1] == "σ", let number = ExactDecimal(String(words[0])), !number.isNegative,
      !number.isZero, number.scale <= 3, number < ExactDecimal(1000)
    else { return nil }
    return number
  }
}
