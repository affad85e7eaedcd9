public import Findings
public import Language

/// A mapping being read: each accessor reports what does not fit and returns nil.
public struct DeclaredMapping {
  public let position: Position
  public let entries: [Declaration.Entry]
  let diagnosis: Diagnosis

  /// Reports when the declaration is no mapping, and every key that is not among `allowed` (nil allows any).
  public init?(_ declaration: Declaration, allowed: [String]?, _ diagnosis: Diagnosis) {
    guard case .mapping(let entries) = declaration.content else {
      diagnosis.report(
        "wrong-type", at: declaration.position, Messages.expectedMapping, remedy: Messages.expectedMappingRemedy)
      return nil
    }
    position = declaration.position
    self.entries = entries
    self.diagnosis = diagnosis
    guard let allowed else { return }
    for entry in entries where !allowed.contains(entry.key) {
      diagnosis.reportUnknown(entry.key, at: entry.position, what: Messages.wordKey, allowed: allowed)
    }
  }

  public subscript(key: String) -> Declaration? { entries.first { $0.key == key }?.value }

  /// A key that has to be there.
  public func required(_ key: String) -> Declaration? {
    guard let value = self[key] else {
      diagnosis.report(
        "missing-key", at: position, value: key, Messages.missingKey(key), remedy: Messages.missingKeyRemedy(key))
      return nil
    }
    return value
  }

  public func string(_ key: String) -> String? { self[key].flatMap { $0.string(diagnosis) } }
  public func requiredString(_ key: String) -> String? { required(key).flatMap { $0.string(diagnosis) } }
  public func strings(_ key: String) -> [String] { self[key].flatMap { $0.strings(diagnosis) } ?? [] }
  /// A list; anything else is reported.
  public func list(_ key: String) -> [Declaration]? {
    guard let value = self[key] else { return nil }
    guard case .sequence(let items) = value.content else {
      diagnosis.report("wrong-type", at: value.position, Messages.expectedList, remedy: Messages.expectedListRemedy)
      return nil
    }
    return items
  }
  public func requiredList(_ key: String) -> [Declaration]? { required(key) == nil ? nil : list(key) }
  public func localized(_ key: String) -> LocalizedText? { self[key].flatMap { $0.localized(diagnosis) } }
  public func requiredLocalized(_ key: String) -> LocalizedText? { required(key).flatMap { $0.localized(diagnosis) } }
  public func boolean(_ key: String) -> Bool? { self[key].flatMap { $0.boolean(diagnosis) } }
  public func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    self[key].flatMap { $0.integer(in: range, diagnosis) }
  }

  /// A word from a closed list.
  public func choice(_ key: String, of allowed: [String], what: LocalizedText) -> String? {
    guard let value = self[key], let word = value.string(diagnosis) else { return nil }
    guard allowed.contains(word) else {
      diagnosis.reportUnknown(word, at: value.position, what: what, allowed: allowed)
      return nil
    }
    return word
  }

  public func mapping(_ key: String, allowed: [String]?) -> DeclaredMapping? {
    self[key].flatMap { DeclaredMapping($0, allowed: allowed, diagnosis) }
  }
}

extension Declaration {
  public func string(_ diagnosis: Diagnosis) -> String? {
    guard case .scalar(let text, _) = content else {
      diagnosis.report("wrong-type", at: position, Messages.expectedText, remedy: Messages.expectedTextRemedy)
      return nil
    }
    return text
  }

  /// A list of texts; a single text counts as a list of one.
  public func strings(_ diagnosis: Diagnosis) -> [String]? {
    guard case .sequence(let items) = content else { return string(diagnosis).map { [$0] } }
    return items.compactMap { $0.string(diagnosis) }
  }

  /// `{vi: …, en: …}`, or one text for both languages.
  public func localized(_ diagnosis: Diagnosis) -> LocalizedText? {
    if case .scalar(let text, _) = content { return LocalizedText(text) }
    guard let mapping = DeclaredMapping(self, allowed: ["vi", "en"], diagnosis),
      let vi = mapping.requiredString("vi"), let en = mapping.requiredString("en")
    else { return nil }
    return LocalizedText(vi: vi, en: en)
  }

  public func boolean(_ diagnosis: Diagnosis) -> Bool? {
    guard let word = string(diagnosis) else { return nil }
    switch word {
    case "true": return true
    case "false": return false
    default:
      diagnosis.reportUnknown(word, at: position, what: Messages.wordTruthValue, allowed: ["true", "false"])
      return nil
    }
  }

  public func integer(in range: ClosedRange<Int>, _ diagnosis: Diagnosis) -> Int? {
    guard let word = string(diagnosis) else { return nil }
    guard let number = Int(word), range.contains(number) else {
      diagnosis.report(
        "wrong-number", at: position, value: word, Messages.expectedInteger(range.lowerBound, range.upperBound),
        remedy: Messages.expectedIntegerRemedy(range.lowerBound, range.upperBound))
      return nil
    }
    return number
  }

  public var items: [Declaration] {
    if case .sequence(let items) = content { return items }
    return []
  }
}
