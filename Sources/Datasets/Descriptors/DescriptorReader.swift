import CSVCore
import Findings
import Language
import Values

/// Turns a parsed `datapackage.json` into descriptors, reporting every mistake with its position.
struct DescriptorReader {
  let folder: String
  let diagnosis: Diagnosis
  let patterns = PatternCheck()

  static func read(_ declaration: Declaration, folder: String) throws(Failure) -> DataPackage {
    let reader = DescriptorReader(folder: folder, diagnosis: Diagnosis())
    return try reader.package(declaration)
  }

  private func package(_ declaration: Declaration) throws(Failure) -> DataPackage {
    // Unknown properties are allowed: the standard lets publishers add their own.
    guard let root = DeclaredMapping(declaration, allowed: nil, diagnosis) else {
      throw .invalid(diagnosis.findings)
    }
    refuseOldProfile(root)
    let name = root.requiredString("name") ?? ""
    var resources: [ResourceDescriptor] = []
    for item in root.requiredList("resources") ?? [] {
      if let resource = try resource(item) { resources.append(resource) }
    }
    reportRepeated(resources.map { ($0.name, $0.position) })
    reportBrokenReferences(resources)
    try diagnosis.finish()
    var package = DataPackage(
      folder: folder, name: name, title: root.string("title") ?? name,
      illustrativeNotice: root.localized("illustrativeNotice"), resources: resources)
    package.imprint = PackageImprint(root)
    return package
  }

  private func resource(_ declaration: Declaration) throws(Failure) -> ResourceDescriptor? {
    guard let mapping = DeclaredMapping(declaration, allowed: nil, diagnosis) else { return nil }
    refuseOldProfile(mapping)
    guard let name = mapping.requiredString("name"), let content = content(mapping),
      let schemaDeclaration = mapping.required("schema"),
      let schema = try referred(schemaDeclaration)
    else { return nil }
    let dialectMapping = try mapping["dialect"].flatMap { declaration throws(Failure) in try referred(declaration) }
    let dialect = dialect(dialectMapping)
    var missingValues = missingValues(schema) ?? [""]
    if let null = dialectMapping?.string("nullSequence") { missingValues.append(null) }
    let fields = schema.requiredList("fields")?.compactMap { field($0, missingValues) } ?? []
    let descriptor = ResourceDescriptor(
      name: name, paths: content.paths, title: mapping.string("title"), position: mapping.position,
      isIllustrative: mapping.boolean("illustrative") ?? false,
      dialect: content.rows == nil ? dialect : CSVDialect(),
      layout: content.rows == nil ? layout(dialectMapping) : HeaderLayout(),
      encoding: encoding(mapping) ?? encoding(dialectMapping), inline: content.rows, fields: fields,
      fieldsMatch: fieldsMatch(schema), primaryKey: schema.strings("primaryKey"), uniqueKeys: uniqueKeys(schema),
      foreignKeys: schema.list("foreignKeys")?.compactMap { foreignKey($0, of: name) } ?? [])
    let keys = descriptor.primaryKey + descriptor.uniqueKeys.flatMap(\.self) + descriptor.foreignKeys.flatMap(\.fields)
    for key in keys where descriptor.index(of: key) == nil {
      diagnosis.reportUnknown(key, at: schema.position, what: Messages.wordColumn, allowed: fields.map(\.name))
    }
    reportRepeated(fields.map { ($0.name, $0.position) })
    return descriptor
  }

  /// A mapping, or the name of a file of the package that holds one.
  private func referred(_ declaration: Declaration) throws(Failure) -> DeclaredMapping? {
    guard case .scalar(let path, _) = declaration.content else {
      return DeclaredMapping(declaration, allowed: nil, diagnosis)
    }
    guard isInside(path, at: declaration.position) else { return nil }
    let file = folder.isEmpty ? path : "\(folder)/\(path)"
    guard TextFile.exists(file) else {
      diagnosis.report(
        "unknown-file", at: declaration.position, value: path, Messages.noSuchPart(path),
        remedy: Messages.noSuchPartRemedy)
      return nil
    }
    return DeclaredMapping(
      try Declaration.parse(try TextFile.read(file, called: path), file: path), allowed: nil, diagnosis)
  }

  /// Descriptors of version 1 name a profile; what they mean by some properties differs.
  private func refuseOldProfile(_ mapping: DeclaredMapping) {
    if let profile = mapping["profile"] {
      diagnosis.report(
        "unsupported", at: profile.position, value: profile.string(diagnosis), Messages.oldProfile,
        remedy: Messages.oldProfileRemedy)
    }
  }

  private func content(_ mapping: DeclaredMapping) -> (paths: [String], rows: InlineRows?)? {
    if let data = mapping["data"], mapping["path"] == nil {
      return InlineRows.read(data, diagnosis).map { ([], $0) }
    }
    guard let declaration = mapping.required("path") else { return nil }
    guard case .sequence(let items) = declaration.content else {
      guard let path = declaration.string(diagnosis), isInside(path, at: declaration.position) else { return nil }
      return ([path], nil)
    }
    let paths = items.compactMap { item in item.string(diagnosis).flatMap { isInside($0, at: item.position) ? $0 : nil }
    }
    guard !paths.isEmpty, paths.count == items.count else {
      if items.isEmpty {
        diagnosis.report(
          "wrong-value", at: declaration.position, Messages.noPaths, remedy: Messages.noPathsRemedy)
      }
      return nil
    }
    return (paths, nil)
  }

  /// Only files of the package itself are read: a descriptor that came by mail must not reach elsewhere.
  func isInside(_ path: String, at position: Position) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let namesHost = zip(parts, parts.dropFirst().dropLast()).contains { part, next in
      part.utf8.last == UInt8(ascii: ":") && next.isEmpty
    }
    guard !path.isEmpty, !namesHost, !parts.contains(".."), !path.hasPrefix("/"),
      path.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\\") })
    else {
      diagnosis.report(
        "unsafe-path", at: position, value: path, Messages.unsafePath, remedy: Messages.unsafePathRemedy)
      return false
    }
    switch PackagePath.trouble(path, in: folder) {
    case .outside:
      diagnosis.report(
        "unsafe-path", at: position, value: path, Messages.linkOutside, remedy: Messages.unsafePathRemedy)
    case .notAFile:
      diagnosis.report(
        "not-a-file", at: position, value: path, Messages.notAFile, remedy: Messages.notAFileRemedy)
    case nil: return true
    }
    return false
  }

  func reportRepeated(_ names: [(name: String, position: Position)]) {
    var seen: Set<String> = []
    for (name, position) in names where !seen.insert(name).inserted {
      diagnosis.report(
        "duplicate-name", at: position, value: name, Messages.duplicateName(name), remedy: Messages.duplicateNameRemedy)
    }
  }
}
