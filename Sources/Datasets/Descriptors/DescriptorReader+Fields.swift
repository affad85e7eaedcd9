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

  private func words(_ key: String, in mapping: DeclaredMapping) -> [String]? {
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

  private func constraints(
    _ field: DeclaredMapping, _ kind: FieldDescriptor.Kind, _ format: FieldFormat
  ) -> FieldDescriptor.Constraints {
    var constraints = FieldDescriptor.Constraints()
    let checked = Self.checkedConstraints(kind)
    let known = Self.limits + ["required", "unique", "enum", "pattern", "minLength", "maxLength", "jsonSchema"]
    guard let mapping = field.mapping("constraints", allowed: known) else { return constraints }
    for entry in mapping.entries where known.contains(entry.key) && !checked.contains(entry.key) {
      diagnosis.report(
        "unsupported", at: entry.value.position, value: entry.key, Messages.unsupportedConstraint(entry.key),
        remedy: Messages.unsupportedConstraintRemedy(checked.joined(separator: ", ")))
    }
    constraints.isRequired = mapping.boolean("required") ?? false
    constraints.isUnique = mapping.boolean("unique") ?? false
    switch kind {
    case .integer, .number, .year:
      constraints.minimum = decimal("minimum", in: mapping)
      constraints.maximum = decimal("maximum", in: mapping)
      constraints.exclusiveMinimum = decimal("exclusiveMinimum", in: mapping)
      constraints.exclusiveMaximum = decimal("exclusiveMaximum", in: mapping)
    case .date, .datetime, .time, .yearmonth, .duration:
      constraints.bounds = TemporalBound.Side.allCases.compactMap { bound($0, in: mapping, kind, format) }
    default: break
    }
    if checked.contains("minLength") {
      constraints.minLength = mapping.integer("minLength", in: 0...1_000_000_000)
      constraints.maxLength = mapping.integer("maxLength", in: 0...1_000_000_000)
    }
    constraints.allowed = words("enum", in: mapping)
    constraints.pattern = checked.contains("pattern") ? mapping.string("pattern") : nil
    if let pattern = constraints.pattern, (try? Regex(pattern)) == nil {
      diagnosis.report(
        "wrong-value", at: mapping["pattern"]?.position ?? mapping.position, value: pattern, Messages.wrongPattern,
        remedy: Messages.wrongPatternRemedy)
    }
    return constraints
  }

  private static let limits = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]

  /// A constraint that would not be checked is refused, not passed over.
  private static func checkedConstraints(_ kind: FieldDescriptor.Kind) -> [String] {
    let all = ["required", "unique", "enum"]
    return switch kind {
    case .string: all + ["minLength", "maxLength", "pattern"]
    case .list, .object, .array: all + ["minLength", "maxLength"]
    case .integer, .number, .year, .date, .datetime, .time, .yearmonth, .duration: all + limits
    case .boolean, .any: all
    }
  }

  private func decimal(_ key: String, in mapping: DeclaredMapping) -> ExactDecimal? {
    guard let declaration = mapping[key], let text = declaration.string(diagnosis) else { return nil }
    guard let decimal = ExactDecimal(text) else {
      diagnosis.report(
        "wrong-number", at: declaration.position, value: text, Messages.expectedNumber,
        remedy: Messages.expectedNumberRemedy)
      return nil
    }
    return decimal
  }

  /// Written in the field's own format, or in the standard one.
  private func bound(
    _ side: TemporalBound.Side, in mapping: DeclaredMapping, _ kind: FieldDescriptor.Kind, _ format: FieldFormat
  ) -> TemporalBound? {
    guard let declaration = mapping[side.rawValue], let text = declaration.string(diagnosis) else { return nil }
    let value =
      TemporalForm.parse(text, kind: kind, format: format) ?? TemporalForm.parse(text, kind: kind, format: .standard)
    guard let value else {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: text, Messages.expectedKind(kind.rawValue),
        remedy: Messages.expectedKindRemedy)
      return nil
    }
    return TemporalBound(side: side, value: value, text: text)
  }
}
