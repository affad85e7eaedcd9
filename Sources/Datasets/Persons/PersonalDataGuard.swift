import Findings
import Language

/// Refuses columns about persons. Its findings never show a value.
enum PersonalDataGuard {
  static func finding(
    _ kind: PersonalColumn, column: String, resource: ResourceDescriptor?, at position: Position
  ) -> Finding {
    if kind.isBreakdown {
      return Finding(
        code: "forbidden-breakdown", resource: resource?.name, position: position, field: column, value: column,
        message: Messages.forbiddenBreakdown(column), remedy: Messages.forbiddenBreakdownRemedy)
    }
    return Finding(
      code: "personal-data", resource: resource?.name, position: position, field: column, value: column,
      message: Messages.personalData(column, what: what(kind)), remedy: Messages.personalDataRemedy)
  }

  /// What a header says, in its names or in the titles that the descriptor gives them.
  static func kind(of column: String, in resource: ResourceDescriptor) -> PersonalColumn? {
    if let kind = PersonalColumn(named: column) { return kind }
    guard let title = resource.field(named: column)?.title else { return nil }
    return PersonalColumn(named: title.vietnamese) ?? PersonalColumn(named: title.english)
  }

  /// Adds a finding for each column whose texts are identity numbers, and takes their texts out of the others.
  ///
  /// - Parameter columns: the different texts of each column of texts, and where its heading stands.
  static func refuse(
    _ columns: [(field: String, texts: [String], heading: Position)], of resource: ResourceDescriptor,
    in findings: inout [Finding]
  ) {
    let personal = columns.filter { IdentityNumbers.fill($0.texts) }
    guard !personal.isEmpty else { return }
    let names = Set(personal.map(\.field))
    findings.removeAll { $0.field.map(names.contains) ?? false }
    for index in findings.indices where findings[index].field == nil { findings[index].value = nil }
    let found = personal.map { column in
      Finding(
        code: "personal-data", resource: resource.name, position: column.heading, field: column.field,
        value: column.field, message: Messages.personalContent(column.field), remedy: Messages.personalDataRemedy)
    }
    findings.insert(contentsOf: found, at: 0)
  }

  private static func what(_ kind: PersonalColumn) -> LocalizedText {
    switch kind {
    case .name: Messages.personalName
    case .identity: Messages.personalIdentity
    case .birthDate, .religion, .ethnicity: Messages.personalBirthDate
    }
  }
}

/// Whether a breakdown is refused always: by religion or by ethnicity.
public enum ForbiddenBreakdown {
  /// - Parameter name: of a column or dimension, in Vietnamese or English.
  public static func isMeant(by name: String) -> Bool { PersonalColumn(named: name)?.isBreakdown ?? false }
}
