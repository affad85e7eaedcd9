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
    let resources = root.requiredList("resources")?.compactMap { resource($0, diagnosis) } ?? []
    reportRepeated(resources.map { ($0.name, $0.position) }, diagnosis)
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
    let missingValues = schema.list("missingValues")?.compactMap { $0.string(diagnosis) } ?? [""]
    let fields = schema.requiredList("fields")?.compactMap { field($0, missingValues, diagnosis) } ?? []
    let descriptor = ResourceDescriptor(
      name: name, path: path, title: mapping.string("title"), position: mapping.position,
      isIllustrative: mapping.boolean("illustrative") ?? false, dialect: dialect, fields: fields,
      primaryKey: schema.strings("primaryKey"),
      foreignKeys: schema.list("foreignKeys")?.compactMap { foreignKey($0, of: name, diagnosis) } ?? [])
    for key in descriptor.primaryKey + descriptor.foreignKeys.flatMap(\.fields)
    where descriptor.index(of: key) == nil {
      diagnosis.reportUnknown(key, at: schema.position, what: Messages.wordColumn, allowed: fields.map(\.name))
    }
    reportRepeated(fields.map { ($0.name, $0.position) }, diagnosis)
    return descriptor
  }

  /// Only files of the package itself are read: a descriptor that came by mail must not reach elsewhere.
  private static func isInside(_ path: String, at position: Position, _ diagnosis: Diagnosis) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.isEmpty, !path.contains("://"), !parts.contains(".."), !path.hasPrefix("/"), !path.contains("\\"),
      path.utf8.allSatisfy({ $0 >= 0x20 })
    else {
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
    dialect.escape = byte("escapeChar", in: mapping, diagnosis)
    dialect.comment = byte("commentChar", in: mapping, diagnosis)
    if let double = mapping.boolean("doubleQuote") { dialect.doubleQuote = double }
    if let skip = mapping.boolean("skipInitialSpace") { dialect.skipInitialSpace = skip }
    if mapping.boolean("header") == false {
      diagnosis.report(
        "unsupported", at: mapping["header"]?.position ?? mapping.position, value: "header", Messages.headerRequired,
        remedy: Messages.headerRequiredRemedy)
    }
    return dialect
  }

  static func byte(_ key: String, in mapping: DeclaredMapping, _ diagnosis: Diagnosis) -> UInt8? {
    guard let declaration = mapping[key], let text = declaration.string(diagnosis) else { return nil }
    guard text.utf8.count == 1, let byte = text.utf8.first else {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: text, Messages.expectedOneCharacter,
        remedy: Messages.expectedOneCharacterRemedy)
      return nil
    }
    return byte
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

  private static func reportRepeated(_ names: [(name: String, position: Position)], _ diagnosis: Diagnosis) {
    var seen: Set<String> = []
    for (name, position) in names where !seen.insert(name).inserted {
      diagnosis.report(
        "duplicate-name", at: position, value: name, Messages.duplicateName(name), remedy: Messages.duplicateNameRemedy)
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
        if key.fields.count != key.referredFields.count {
          diagnosis.report(
            "wrong-value", at: key.position, Messages.unequalKeys, remedy: Messages.unequalKeysRemedy)
        }
        for field in key.referredFields where target.index(of: field) == nil {
          diagnosis.reportUnknown(
            field, at: key.position, what: Messages.wordColumn, allowed: target.fields.map(\.name))
        }
      }
    }
  }
}
