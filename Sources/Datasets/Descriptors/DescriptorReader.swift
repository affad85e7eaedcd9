import CSVCore
import Findings
import Language
import Values

/// Turns a parsed `datapackage.json` into descriptors, reporting every mistake with its position.
enum DescriptorReader {
  static func read(_ declaration: Declaration, folder: String) throws(Failure) -> DataPackage {
    let diagnosis = Diagnosis()
    // Unknown properties are allowed: the standard lets publishers add their own.
    guard let root = DeclaredMapping(declaration, allowed: nil, diagnosis) else {
      throw .invalid(diagnosis.findings)
    }
    let name = root.requiredString("name") ?? ""
    let resources = root.required("resources")?.items.compactMap { resource($0, diagnosis) } ?? []
    reportRepeatedNames(resources, diagnosis)
    reportBrokenReferences(resources, diagnosis)
    try diagnosis.finish()
    return DataPackage(
      folder: folder, name: name, title: root.string("title") ?? name,
      illustrativeNotice: root.localized("illustrativeNotice"), resources: resources)
  }

  private static func resource(_ declaration: Declaration, _ diagnosis: Diagnosis) -> ResourceDescriptor? {
    guard let mapping = DeclaredMapping(declaration, allowed: nil, diagnosis) else { return nil }
    guard let name = mapping.requiredString("name"), let pathDeclaration = mapping.required("path"),
      let path = pathDeclaration.string(diagnosis), isInside(path, at: pathDeclaration.position, diagnosis),
      let schemaDeclaration = mapping.required("schema"),
      let schema = DeclaredMapping(schemaDeclaration, allowed: nil, diagnosis)
    else { return nil }
    let dialect = dialect(mapping["dialect"], diagnosis)
    let missingValues = schema["missingValues"].map { $0.items.compactMap { $0.string(diagnosis) } } ?? [""]
    let fields = schema.required("fields")?.items.compactMap { field($0, missingValues, diagnosis) } ?? []
    let descriptor = ResourceDescriptor(
      name: name, path: path, title: mapping.string("title"), position: mapping.position,
      isIllustrative: mapping.boolean("illustrative") ?? false, dialect: dialect, fields: fields,
      primaryKey: schema.strings("primaryKey"),
      foreignKeys: schema["foreignKeys"]?.items.compactMap { foreignKey($0, of: name, diagnosis) } ?? [])
    for key in descriptor.primaryKey + descriptor.foreignKeys.flatMap(\.fields)
    where descriptor.index(of: key) == nil {
      diagnosis.reportUnknown(key, at: schema.position, what: Messages.wordColumn, allowed: fields.map(\.name))
    }
    return descriptor
  }

  /// Only files of the package itself are read: a descriptor that came by mail must not reach elsewhere.
  private static func isInside(_ path: String, at position: Position, _ diagnosis: Diagnosis) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.isEmpty, !path.contains("://"), !parts.contains(".."), !path.hasPrefix("/"), !path.contains("\\") else {
      diagnosis.report(
        "unsafe-path", at: position, value: path, Messages.unsafePath, remedy: Messages.unsafePathRemedy)
      return false
    }
    return true
  }

  private static func dialect(_ declaration: Declaration?, _ diagnosis: Diagnosis) -> CSVDialect {
    var dialect = CSVDialect()
    guard let declaration, let mapping = DeclaredMapping(declaration, allowed: nil, diagnosis) else { return dialect }
    if let delimiter = byte("delimiter", in: mapping, diagnosis) { dialect.delimiter = delimiter }
    if let quote = byte("quoteChar", in: mapping, diagnosis) { dialect.quote = quote }
    if let double = mapping.boolean("doubleQuote") { dialect.doubleQuote = double }
    if let skip = mapping.boolean("skipInitialSpace") { dialect.skipInitialSpace = skip }
    return dialect
  }

  private static func byte(_ key: String, in mapping: DeclaredMapping, _ diagnosis: Diagnosis) -> UInt8? {
    guard let declaration = mapping[key], let text = declaration.string(diagnosis) else { return nil }
    guard text.utf8.count == 1, let byte = text.utf8.first else {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: text, Messages.expectedOneCharacter,
        remedy: Messages.expectedOneCharacterRemedy)
      return nil
    }
    return byte
  }

  private static func field(_ declaration: Declaration, _ missing: [String], _ diagnosis: Diagnosis) -> FieldDescriptor?
  {
    guard let mapping = DeclaredMapping(declaration, allowed: nil, diagnosis), let name = mapping.requiredString("name")
    else { return nil }
    let kinds = FieldDescriptor.Kind.allCases.map(\.rawValue)
    let kind = mapping["type"] == nil ? "string" : mapping.choice("type", of: kinds, what: Messages.wordFieldType)
    guard let kind, let kind = FieldDescriptor.Kind(rawValue: kind) else { return nil }
    return FieldDescriptor(
      name: name, kind: kind, title: mapping.localized("title"), position: mapping.position,
      decimalCharacter: byte("decimalChar", in: mapping, diagnosis) ?? UInt8(ascii: "."),
      groupCharacter: byte("groupChar", in: mapping, diagnosis),
      missingValues: mapping["missingValues"].map { $0.items.compactMap { $0.string(diagnosis) } } ?? missing,
      constraints: constraints(mapping, diagnosis))
  }

  private static func constraints(_ field: DeclaredMapping, _ diagnosis: Diagnosis) -> FieldDescriptor.Constraints {
    var constraints = FieldDescriptor.Constraints()
    let known = [
      "required", "unique", "minimum", "maximum", "enum", "pattern", "minLength", "maxLength", "exclusiveMinimum",
      "exclusiveMaximum", "jsonSchema",
    ]
    guard let mapping = field.mapping("constraints", allowed: known) else { return constraints }
    for unsupported in ["minLength", "maxLength", "exclusiveMinimum", "exclusiveMaximum", "jsonSchema"] {
      guard let declaration = mapping[unsupported] else { continue }
      diagnosis.report(
        "unsupported", at: declaration.position, value: unsupported, Messages.unsupportedConstraint(unsupported),
        remedy: Messages.unsupportedConstraintRemedy)
    }
    constraints.isRequired = mapping.boolean("required") ?? false
    constraints.isUnique = mapping.boolean("unique") ?? false
    constraints.minimum = decimal("minimum", in: mapping, diagnosis)
    constraints.maximum = decimal("maximum", in: mapping, diagnosis)
    constraints.allowed = mapping["enum"].map { $0.items.compactMap { $0.string(diagnosis) } }
    constraints.pattern = mapping.string("pattern")
    if let pattern = constraints.pattern, (try? Regex(pattern)) == nil {
      diagnosis.report(
        "wrong-value", at: mapping["pattern"]?.position ?? mapping.position, value: pattern, Messages.wrongPattern,
        remedy: Messages.wrongPatternRemedy)
    }
    return constraints
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

  private static func foreignKey(
    _ declaration: Declaration, of resource: String, _ diagnosis: Diagnosis
  ) -> ResourceDescriptor.ForeignKey? {
    guard let mapping = DeclaredMapping(declaration, allowed: nil, diagnosis),
      let reference = mapping.mapping("reference", allowed: nil)
    else { return nil }
    // An absent or empty resource name means the table itself.
    let target = reference.string("resource") ?? ""
    return ResourceDescriptor.ForeignKey(
      fields: mapping.strings("fields"), resource: target.isEmpty ? resource : target,
      referredFields: reference.strings("fields"), position: mapping.position)
  }

  private static func reportRepeatedNames(_ resources: [ResourceDescriptor], _ diagnosis: Diagnosis) {
    var seen: Set<String> = []
    for resource in resources where !seen.insert(resource.name).inserted {
      diagnosis.report(
        "duplicate-name", at: resource.position, value: resource.name, Messages.duplicateName(resource.name),
        remedy: Messages.duplicateNameRemedy)
    }
  }

  private static func reportBrokenReferences(_ resources: [ResourceDescriptor], _ diagnosis: Diagnosis) {
    for resource in resources {
      for key in resource.foreignKeys {
        guard let target = resources.first(where: { $0.name == key.resource }) else {
          diagnosis.reportUnknown(
            key.resource, at: key.position, what: Messages.wordResource, allowed: resources.map(\.name))
          continue
        }
        for field in key.referredFields where target.index(of: field) == nil {
          diagnosis.reportUnknown(
            field, at: key.position, what: Messages.wordColumn, allowed: target.fields.map(\.name))
        }
      }
    }
  }
}
