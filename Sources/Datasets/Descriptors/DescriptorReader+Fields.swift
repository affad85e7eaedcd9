import Findings
import Language
import Values

extension DescriptorReader {
  static func field(_ declaration: Declaration, _ missing: [String], _ diagnosis: Diagnosis) -> FieldDescriptor? {
    guard let mapping = DeclaredMapping(declaration, allowed: nil, diagnosis), let name = mapping.requiredString("name")
    else { return nil }
    let kinds = FieldDescriptor.Kind.allCases.map(\.rawValue)
    let kind = mapping["type"] == nil ? "string" : mapping.choice("type", of: kinds, what: Messages.wordFieldType)
    guard let kind, let kind = FieldDescriptor.Kind(rawValue: kind) else { return nil }
    let decimal = byte("decimalChar", in: mapping, diagnosis) ?? UInt8(ascii: ".")
    let group = byte("groupChar", in: mapping, diagnosis)
    if let group, group == decimal {
      diagnosis.report(
        "wrong-value", at: mapping["groupChar"]?.position ?? mapping.position, value: mapping.string("groupChar"),
        Messages.separatorsAlike, remedy: Messages.separatorsAlikeRemedy)
    }
    return FieldDescriptor(
      name: name, kind: kind, title: mapping.localized("title"), position: mapping.position, decimalCharacter: decimal,
      groupCharacter: group,
      missingValues: mapping.list("missingValues")?.compactMap { $0.string(diagnosis) } ?? missing,
      constraints: constraints(mapping, kind, diagnosis))
  }

  private static func constraints(
    _ field: DeclaredMapping, _ kind: FieldDescriptor.Kind, _ diagnosis: Diagnosis
  ) -> FieldDescriptor.Constraints {
    var constraints = FieldDescriptor.Constraints()
    let checked = checkedConstraints(kind)
    let others = ["minLength", "maxLength", "exclusiveMinimum", "exclusiveMaximum", "jsonSchema"]
    let known = ["required", "unique", "minimum", "maximum", "enum", "pattern"] + others
    guard let mapping = field.mapping("constraints", allowed: known) else { return constraints }
    for entry in mapping.entries where known.contains(entry.key) && !checked.contains(entry.key) {
      diagnosis.report(
        "unsupported", at: entry.value.position, value: entry.key, Messages.unsupportedConstraint(entry.key),
        remedy: Messages.unsupportedConstraintRemedy)
    }
    constraints.isRequired = mapping.boolean("required") ?? false
    constraints.isUnique = mapping.boolean("unique") ?? false
    if checked.contains("minimum") {
      constraints.minimum = decimal("minimum", in: mapping, diagnosis)
      constraints.maximum = decimal("maximum", in: mapping, diagnosis)
    }
    constraints.allowed = mapping.list("enum")?.compactMap { $0.string(diagnosis) }
    constraints.pattern = mapping.string("pattern")
    if let pattern = constraints.pattern, PatternGuard.nestsRepetitions(pattern) {
      diagnosis.report(
        "wrong-value", at: mapping["pattern"]?.position ?? mapping.position, value: pattern, Messages.endlessPattern,
        remedy: Messages.endlessPatternRemedy)
    } else if let pattern = constraints.pattern, (try? Regex(pattern)) == nil {
      diagnosis.report(
        "wrong-value", at: mapping["pattern"]?.position ?? mapping.position, value: pattern, Messages.wrongPattern,
        remedy: Messages.wrongPatternRemedy)
    }
    return constraints
  }

  /// A constraint that would not be checked is refused, not passed over.
  private static func checkedConstraints(_ kind: FieldDescriptor.Kind) -> [String] {
    switch kind {
    case .string: ["required", "unique", "enum", "pattern"]
    case .integer, .number, .year: ["required", "unique", "minimum", "maximum", "enum"]
    case .boolean, .date: ["required", "unique"]
    }
  }

  private static func decimal(_ key: String, in mapping: DeclaredMapping, _ diagnosis: Diagnosis) -> ExactDecimal? {
    guard let declaration = mapping[key], let text = declaration.string(diagnosis) else { return nil }
    guard let decimal = ExactDecimal(text) else {
      diagnosis.report(
        "wrong-number", at: declaration.position, value: text, Messages.expectedNumber,
        remedy: Messages.expectedNumberRemedy)
      return nil
    }
    return decimal
  }
}
