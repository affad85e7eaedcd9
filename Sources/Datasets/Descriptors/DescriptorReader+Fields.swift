import Findings
import Language
import Values

extension DescriptorReader {
  func field(_ declaration: Declaration, _ missing: [String]) -> FieldDescriptor? {
    guard let mapping = DeclaredMapping(declaration, allowed: nil, diagnosis), let name = mapping.requiredString("name")
    else { return nil }
    guard let kind = kind("type", in: mapping) else { return nil }
    let decimal = byte("decimalChar", in: mapping) ?? UInt8(ascii: ".")
    let group = byte("groupChar", in: mapping)
    if let group, group == decimal {
      diagnosis.report(
        "wrong-value", at: mapping["groupChar"]?.position ?? mapping.position, value: mapping.string("groupChar"),
        Messages.separatorsAlike, remedy: Messages.separatorsAlikeRemedy)
    }
    let format = format(mapping, kind)
    return FieldDescriptor(
      name: name, kind: kind, title: mapping.localized("title"), position: mapping.position, format: format,
      decimalCharacter: decimal, groupCharacter: group,
      declaresSeparators: mapping["decimalChar"] != nil || group != nil,
      isBareNumber: mapping.boolean("bareNumber") ?? true,
      trueValues: words("trueValues", in: mapping) ?? BooleanWords.trueValues,
      falseValues: words("falseValues", in: mapping) ?? BooleanWords.falseValues,
      list: FieldDescriptor.ListForm(
        delimiter: mapping.string("delimiter").flatMap { $0.isEmpty ? nil : $0 } ?? ",",
        itemKind: kind == .list ? self.kind("itemType", in: mapping) ?? .string : .string),
      missingValues: missingValues(mapping) ?? missing, constraints: constraints(mapping, kind, format))
  }

  /// Texts, or texts with labels; nil where nothing is declared.
  func missingValues(_ mapping: DeclaredMapping) -> [String]? {
    mapping.list("missingValues")?.compactMap { item in
      if case .mapping = item.content {
        return DeclaredMapping(item, allowed: ["value", "label"], diagnosis)?.requiredString("value")
      }
      return item.string(diagnosis)
    }
  }

  func words(_ key: String, in mapping: DeclaredMapping) -> [String]? {
    mapping.list(key)?.compactMap { $0.string(diagnosis) }
  }

  private func kind(_ key: String, in mapping: DeclaredMapping) -> FieldDescriptor.Kind? {
    guard let declaration = mapping[key] else { return .string }
    guard let word = declaration.string(diagnosis) else { return nil }
    if FieldDescriptor.Kind.refused.contains(word) {
      diagnosis.report(
        "unsupported", at: declaration.position, value: word, Messages.geographicType,
        remedy: Messages.geographicTypeRemedy)
      return nil
    }
    return mapping.choice(key, of: FieldDescriptor.Kind.allCases.map(\.rawValue), what: Messages.wordFieldType).flatMap
    {
      FieldDescriptor.Kind(rawValue: $0)
    }
  }

  private func format(_ mapping: DeclaredMapping, _ kind: FieldDescriptor.Kind) -> FieldFormat {
    guard let declaration = mapping["format"], let word = declaration.string(diagnosis), word != "default" else {
      return .standard
    }
    switch kind {
    case .string:
      let formats: [String: FieldFormat] = ["email": .email, "uri": .uri, "binary": .binary, "uuid": .uuid]
      if let format = formats[word] { return format }
      diagnosis.reportUnknown(
        word, at: declaration.position, what: Messages.wordFormat, allowed: ["default"] + formats.keys.sorted())
    case .date, .datetime, .time:
      if word == "any" {
        diagnosis.report(
          "unsupported", at: declaration.position, value: word, Messages.anyDate, remedy: Messages.anyDateRemedy)
        return .standard
      }
      do throws(DatePattern.Unknown) {
        return .pattern(try DatePattern(word.hasPrefix("fmt:") ? String(word.dropFirst(4)) : word))
      } catch {
        diagnosis.report(
          "unsupported", at: declaration.position, value: word, Messages.unknownDirective(error.directive),
          remedy: Messages.unknownDirectiveRemedy(DatePattern.directives.map { "%\($0)" }.joined(separator: " ")))
      }
    default: break
    }
    return .standard
  }
}
