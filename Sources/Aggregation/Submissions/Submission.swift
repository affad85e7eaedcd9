import Catalogue
import Datasets
public import Findings
import Language
public import Values

/// One report that should come in.
public struct Submission: Sendable, Hashable {
  /// The resource whose rows it brings.
  public let form: String
  public let year: Int
  /// Nil where the list does not name one: every unit of the form's level.
  public let unit: String?
  /// Nil where it is for all organisations together.
  public let organisation: String?
  public let due: CalendarDate
  /// Nil while it has not come.
  public let received: CalendarDate?
  public let line: Int

  public var isLate: Bool { received.map { $0 > due } ?? false }
}

/// Reads the list of submissions row by row.
struct SubmissionReader {
  private let roles: SubmissionRoles
  private let forms: [String]
  private let dimensions: [String: Dimension]
  private let form: Int
  private let period: Int
  private let unit: Int?
  private let organisation: Int?
  private let due: Int
  private let received: Int

  /// Nil when the package has no such list.
  init?(_ dataset: Dataset) {
    guard let roles = dataset.catalogue.submissions, let resource = dataset.package.resource(named: roles.resource),
      let form = resource.index(of: roles.formColumn), let period = resource.index(of: roles.periodColumn),
      let due = resource.index(of: roles.dueColumn), let received = resource.index(of: roles.receivedColumn)
    else { return nil }
    self.roles = roles
    forms = dataset.catalogue.roles.keys.filter { $0 != roles.resource }.sorted()
    dimensions = dataset.dimensions
    (self.form, self.period, self.due, self.received) = (form, period, due, received)
    unit = roles.unitColumn.flatMap { resource.index(of: $0) }
    organisation = roles.organisationColumn.flatMap { resource.index(of: $0) }
  }

  /// - Returns: nil when the row says nothing, which `problems` or the schema's findings say.
  func submission(
    _ row: ScannedRow, _ scanner: borrowing ResourceScanner, problems: inout [RowProblem]
  ) -> Submission? {
    guard let year = year(row, &problems) else { return nil }
    guard let name = scanner.text(of: row.cells[form], field: form), forms.contains(name) else {
      if row.cells[form] == .invalid { return nil }
      let word = scanner.text(of: row.cells[form], field: form) ?? ""
      problems.append(
        RowProblem(
          code: "unknown-form", field: form, message: Messages.unknownWord(Messages.wordSubmissionForm, word: word),
          remedy: Messages.didYouMean(NearestWord.candidates(for: word, among: forms), allowed: forms)))
      return nil
    }
    guard case .date(let due) = row.cells[due] else {
      if row.cells[self.due] == .missing {
        problems.append(
          RowProblem(
            code: "no-due-day", field: self.due, message: Messages.submissionWithoutDue(roles.dueColumn),
            remedy: Messages.submissionWithoutDueRemedy))
      }
      return nil
    }
    let unit = self.unit.flatMap { scanner.text(of: row.cells[$0], field: $0) }
    let organisation = self.organisation.flatMap { scanner.text(of: row.cells[$0], field: $0) }
    if let field = self.unit, let unit, let known = dimensions[DimensionDeclaration.unit], !known.contains(unit) {
      problems.append(
        RowProblem(
          code: "unknown-unit", field: field, message: Messages.unknownUnit(unit),
          remedy: Messages.didYouMean(NearestWord.candidates(for: unit, among: known.codes), allowed: known.codes)))
    }
    if let field = self.organisation, let organisation,
      let known = dimensions[DimensionDeclaration.organisation], !known.contains(organisation)
    {
      let word = Messages.word(dimension: DimensionDeclaration.organisation)
      problems.append(
        RowProblem(
          code: "unknown-member", field: field, message: Messages.unknownMember(organisation, of: word),
          remedy: Messages.didYouMean(
            NearestWord.candidates(for: organisation, among: known.codes), allowed: known.codes)))
    }
    var day: CalendarDate?
    switch row.cells[received] {
    case .date(let date): day = date
    case .invalid: return nil
    default: break
    }
    return Submission(
      form: name, year: year, unit: unit, organisation: organisation, due: due, received: day, line: row.line)
  }

  private func year(_ row: ScannedRow, _ problems: inout [RowProblem]) -> Int? {
    switch row.cells[period] {
    case .year(let year): return year
    case .number(let number) where number.scale == 0 && (1...9999).contains(number.coefficient):
      return Int(number.coefficient)
    case .missing:
      problems.append(
        RowProblem(
          code: "no-year", field: period, message: Messages.rowWithoutYear, remedy: Messages.rowWithoutYearRemedy))
    default: break
    }
    return nil
  }
}

extension Dataset {
  /// What should come in, in the order of the file; empty when the package has no list of it.
  ///
  /// - Throws: `Failure.invalid` when the list has errors.
  public func submissions() throws(Failure) -> [Submission] {
    guard let reader = SubmissionReader(self), let name = catalogue.submissions?.resource,
      let resource = package.resource(named: name)
    else { return [] }
    var scanner = try ResourceScanner(resource, of: package, known: knownReferences)
    var list: [Submission] = []
    let outcome = try scanner.scan { row, scanner in
      var problems: [RowProblem] = []
      if let submission = reader.submission(row, scanner, problems: &problems) { list.append(submission) }
      return problems
    }
    if outcome.hasErrors { throw .invalid(outcome.findings) }
    return list
  }
}
