import Findings
import Language
import Values

/// What the values of a field have to fulfil.
extension DescriptorReader {
  func constraints(
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
    constraints.pattern = checked.contains("pattern") ? pattern(mapping) : nil
    return constraints
  }

  private func pattern(_ mapping: DeclaredMapping) -> String? {
    guard let declaration = mapping["pattern"], let pattern = declaration.string(diagnosis) else { return nil }
    if PatternGuard.nestsRepetitions(pattern) {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: pattern, Messages.endlessPattern,
        remedy: Messages.endlessPatternRemedy)
    } else if !patterns.isRight(pattern) {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: pattern, Messages.wrongPattern,
        remedy: Messages.wrongPatternRemedy)
    }
    return pattern
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
