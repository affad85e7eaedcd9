import Datasets
import Findings
import Language

/// Reads a form, reporting every mistake with its position.
struct FormReader {
  private let diagnosis: Diagnosis

  /// - Parameters:
  ///   - folder: where forms lie.
  ///   - diagnosis: gets what is wrong; nil is returned then.
  static func read(_ name: String, in folder: String, _ diagnosis: Diagnosis) -> OfficialForm? {
    let file = "\(name).yaml"
    do throws(Failure) {
      let declaration = try Declaration.parse(try TextFile.read("\(folder)/\(file)", called: file), file: file)
      return FormReader(diagnosis: diagnosis).read(declaration, name: name)
    } catch {
      if case .invalid(let findings) = error { findings.forEach(diagnosis.report) }
      return nil
    }
  }

  private func read(_ declaration: Declaration, name: String) -> OfficialForm? {
    let keys = ["form", "names", "language", "head", "salutation", "signature", "recipients", "end"]
    guard let root = DeclaredMapping(declaration, allowed: keys, diagnosis) else { return nil }
    _ = root.required("form")?.integer(in: 1...1, diagnosis)
    let names = root.requiredLocalized("names")
    let languages = OutputLanguage.allCases.map(\.rawValue)
    let language = root.choice("language", of: languages, what: Messages.wordLanguage).flatMap(OutputLanguage.init)
    let headKeys = ["left", "right", "number", "day"]
    let head = root.required("head").flatMap { DeclaredMapping($0, allowed: headKeys, diagnosis) }
    let letterhead: Set<FormPattern.Field> = [.issuer]
    let left = patterns("left", of: head, letterhead)
    let right = patterns("right", of: head, letterhead)
    let number = head?.required("number").flatMap { pattern($0, [.number, .symbol]) }
    let day = head?.required("day").flatMap { pattern($0, [.place, .day, .month, .year]) }
    let salutation = root["salutation"].flatMap { pattern($0, [.to]) }
    let authority = authority(root)
    let recipients = recipients(root)
    let end = root.requiredString("end")
    guard !diagnosis.hasErrors, let names, let number, let day, let recipients, let end else { return nil }
    return OfficialForm(
      name: name, names: names, language: language ?? .vietnamese, left: left, right: right, number: number, day: day,
      salutation: salutation, authority: authority, recipients: recipients, end: end)
  }

  private func authority(_ root: DeclaredMapping) -> [OfficialForm.Authority: String] {
    let words = OfficialForm.Authority.allCases.map(\.rawValue)
    guard let mapping = root.mapping("signature", allowed: words) else { return [:] }
    var authority: [OfficialForm.Authority: String] = [:]
    for entry in mapping.entries {
      if let kind = OfficialForm.Authority(rawValue: entry.key) { authority[kind] = entry.value.string(diagnosis) }
    }
    return authority
  }

  private func recipients(_ root: DeclaredMapping) -> OfficialForm.Recipients? {
    let recipientsKeys = ["title", "item", "last"]
    guard let mapping = root.required("recipients").flatMap({ DeclaredMapping($0, allowed: recipientsKeys, diagnosis) })
    else { return nil }
    let title = mapping.requiredString("title")
    let item = mapping.required("item").flatMap { pattern($0, [.recipient]) }
    let last = mapping.required("last").flatMap { pattern($0, [.recipient]) }
    guard let title, let item, let last else { return nil }
    return OfficialForm.Recipients(title: title, item: item, last: last)
  }

  private func patterns(
    _ key: String, of head: DeclaredMapping?, _ allowed: Set<FormPattern.Field>
  ) -> [FormPattern] {
    guard let declaration = head?.required(key) else { return [] }
    let lines = declaration.items.isEmpty ? [declaration] : declaration.items
    return lines.compactMap { pattern($0, allowed) }
  }

  private func pattern(_ declaration: Declaration, _ allowed: Set<FormPattern.Field>) -> FormPattern? {
    guard let text = declaration.string(diagnosis) else { return nil }
    let names = FormPattern.Field.allCases.filter(allowed.contains).map(\.rawValue)
    do throws(FormPattern.Mistake) {
      let pattern = try FormPattern(text)
      guard let other = pattern.fields.subtracting(allowed).map(\.rawValue).min() else { return pattern }
      diagnosis.reportUnknown(other, at: declaration.position, what: Messages.wordFormField, allowed: names)
    } catch {
      switch error {
      case .unclosed:
        diagnosis.report(
          "wrong-value", at: declaration.position, value: text, Messages.unclosedField,
          remedy: Messages.unclosedFieldRemedy)
      case .unknown(let name):
        diagnosis.reportUnknown(name, at: declaration.position, what: Messages.wordFormField, allowed: names)
      }
    }
    return nil
  }
}
