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
      message: Messages.personalData(column, what: what(kind)),
      remedy: kind == .bareName ? Messages.bareNameRemedy : Messages.personalDataRemedy)
  }

  /// What a header says, in its names or in the titles that the descriptor gives them.
  static func kind(of column: String, in resource: ResourceDescriptor, _ use: ResourceUse) -> PersonalColumn? {
    if let kind = PersonalColumn(named: column) {
      return kind == .bareName && use.listsMembers ? nil : kind
    }
    guard let title = resource.field(named: column)?.title else { return nil }
    // The column itself says more than a title that is nothing but "name".
    let titles = title.vietnamese == title.english ? [title.vietnamese] : [title.vietnamese, title.english]
    let kinds = titles.compactMap { PersonalColumn(named: $0) }
    return kinds.first { $0 != .bareName }
  }

  /// A column that has been read.
  struct Column {
    let field: String
    /// Its different texts.
    let texts: [String]
    /// Of a column of numbers.
    let digits: DigitTally?
    let heading: Position
  }

  /// Adds a finding for each column whose values are identity numbers or names of persons, and takes their texts out of
  /// the others. Where the values could also be the names of streets or places it is a warning.
  static func refuse(
    _ columns: [Column], of resource: ResourceDescriptor, _ use: ResourceUse, in findings: inout FindingList
  ) {
    let references = Set(resource.foreignKeys.flatMap(\.fields))
    func names(_ column: Column) -> PersonNames.Likelihood {
      guard !use.listsMembers, !use.members.contains(column.field), !references.contains(column.field) else {
        return .none
      }
      return PersonNames.likelihood(of: column.texts)
    }
    var found: [Finding] = []
    var refused: Set<String> = []
    func report(_ code: String, _ column: Column, _ severity: Severity, _ what: (LocalizedText, LocalizedText)) {
      found.append(
        Finding(
          code: code, severity: severity, resource: resource.name, position: column.heading, field: column.field,
          value: column.field, message: what.0, remedy: what.1))
    }
    let known = findings.findings
    for column in columns where !known.contains(where: { $0.isAboutPersons(in: column.field) }) {
      if IdentityNumbers.fill(column.texts) || column.digits?.isIdentity ?? false {
        refused.insert(column.field)
        report("personal-data", column, .error, (Messages.personalContent(column.field), Messages.personalDataRemedy))
        continue
      }
      switch names(column) {
      case .none: continue
      case .likely:
        report(
          "possible-personal-data", column, .warning,
          (Messages.possibleNames(column.field), Messages.possibleNamesRemedy))
      case .certain:
        refused.insert(column.field)
        report("personal-data", column, .error, (Messages.personalNames(column.field), Messages.personalDataRemedy))
      }
    }
    guard !found.isEmpty else { return }
    if !refused.isEmpty { findings.withhold(refused) }
    for finding in found.reversed() { findings.addFirst(finding) }
  }

  private static func what(_ kind: PersonalColumn) -> LocalizedText {
    switch kind {
    case .name, .bareName: Messages.personalName
    case .identity: Messages.personalIdentity
    case .birthYear: Messages.personalBirthYear
    case .birthDate, .religion, .ethnicity: Messages.personalBirthDate
    }
  }
}

extension Finding {
  /// Whether it has been said already, of an earlier file of the same resource.
  fileprivate func isAboutPersons(in column: String) -> Bool {
    field == column && (code == "personal-data" || code == "possible-personal-data")
  }
}

/// Whether a breakdown is refused always: by religion or by ethnicity.
public enum ForbiddenBreakdown {
  /// - Parameter name: of a column or dimension, in Vietnamese or English.
  public static func isMeant(by name: String) -> Bool { PersonalColumn(named: name)?.isBreakdown ?? false }
}
