import Findings
import Language

/// How rows are told apart and what they refer to.
extension DescriptorReader {
  /// One of five words, alone or as the only item of a list, as the standard writes it.
  func fieldsMatch(_ schema: DeclaredMapping) -> ResourceDescriptor.FieldsMatch {
    guard let declaration = schema["fieldsMatch"], let word = declaration.strings(diagnosis)?.first else {
      return .equal
    }
    guard let match = ResourceDescriptor.FieldsMatch(rawValue: word) else {
      diagnosis.reportUnknown(
        word, at: declaration.position, what: Messages.wordFieldsMatch,
        allowed: ResourceDescriptor.FieldsMatch.allCases.map(\.rawValue))
      return .equal
    }
    return match
  }

  func uniqueKeys(_ schema: DeclaredMapping) -> [[String]] {
    schema.list("uniqueKeys")?.compactMap { $0.strings(diagnosis) }.filter { !$0.isEmpty } ?? []
  }

  func foreignKey(_ declaration: Declaration, of resource: String) -> ResourceDescriptor.ForeignKey? {
    guard let mapping = DeclaredMapping(declaration, allowed: nil, diagnosis),
      let reference = mapping.mapping("reference", allowed: nil)
    else { return nil }
    // An absent or empty resource name means the table itself.
    let target = reference.string("resource") ?? ""
    return ResourceDescriptor.ForeignKey(
      fields: mapping.strings("fields"), resource: target.isEmpty ? resource : target,
      referredFields: reference.strings("fields"), position: mapping.position)
  }

  func reportBrokenReferences(_ resources: [ResourceDescriptor]) {
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
