import Catalogue
import Datasets
import Findings
import Language
import Values

/// Compares the list of what should come in with what the files hold.
struct SubmissionCheck {
  private let dataset: Dataset
  private let tables: [String: CellTable]
  private var tree: UnitTree
  /// By form and year.
  private var places: [String: [Int: FormRows]] = [:]

  /// The rows of one form and year.
  private struct FormRows {
    /// Cells with a value, and the first line of each.
    var present: [Place: SourceLine] = [:]
    /// Cells that are said to have none.
    var absent: Set<Place> = []
    var listed: Set<Place> = []
  }

  /// Of a cell whose value is known without a row.
  private static let nowhere = SourceLine(line: .max, part: .max)

  private struct Place: Hashable {
    let unit: String?
    let organisation: String?
  }

  /// - Returns: at the rows of the list, and at those of the files that are not in it.
  static func findings(_ dataset: Dataset, _ tables: [String: CellTable]) throws(Failure) -> [Finding] {
    guard let reader = SubmissionReader(dataset), let roles = dataset.catalogue.submissions,
      let resource = dataset.package.resource(named: roles.resource)
    else { return [] }
    var check = SubmissionCheck(dataset: dataset, tables: tables, tree: UnitTree(dataset.units))
    var scanner = try ResourceScanner(resource, of: dataset.package)
    var list: [Submission] = []
    let received = resource.index(of: roles.receivedColumn) ?? 0
    var own: Set<String> = ["unknown-form", "no-due-day", "unknown-unit", "unknown-member", "no-year"]
    let outcome = try scanner.scan { row, scanner in
      var problems: [RowProblem] = []
      guard let submission = reader.submission(row, scanner, problems: &problems) else { return problems }
      list.append(submission)
      if let problem = check.problem(submission, field: received) {
        own.insert(problem.code)
        problems.append(problem)
      }
      return problems
    }
    let findings = outcome.findings.filter { own.contains($0.code) }
    return findings + check.late(list, in: resource) + check.unlisted(resource)
  }

  private mutating func problem(_ submission: Submission, field: Int) -> RowProblem? {
    let what = name(submission.form, submission.year, submission.unit, submission.organisation)
    let rows = rows(of: submission)
    let files = dataset.package.resource(named: submission.form)?.files ?? [submission.form]
    let file = files.joined(separator: ", ")
    if submission.received == nil {
      if rows == .present {
        return RowProblem(
          code: "submission-not-marked", severity: .warning, field: field,
          message: Messages.rowsWithoutSubmission(what, file: file), remedy: Messages.rowsWithoutSubmissionRemedy)
      }
      if rows == .absent {
        return RowProblem(
          code: "submission-missing", severity: .information, field: field,
          message: Messages.submissionKnownMissing(what), remedy: Messages.submissionKnownMissingRemedy)
      }
      return RowProblem(
        code: "submission-missing", severity: .warning, field: field,
        message: Messages.submissionNotReceived(what, due: submission.due),
        remedy: Messages.submissionNotReceivedRemedy)
    }
    guard rows == .some(.none) else { return nil }
    return RowProblem(
      code: "submission-without-rows", severity: .warning, field: field,
      message: Messages.submissionWithoutRows(what, file: file), remedy: Messages.submissionWithoutRowsRemedy)
  }

  private enum Rows { case present, absent, none }

  /// What the files hold of a submission; nil where that cannot be told: a register, a form with errors or without
  /// measures.
  private mutating func rows(of submission: Submission) -> Rows? {
    guard let form = form(submission.form) else { return nil }
    let rows = form[submission.year] ?? FormRows()
    let units = submission.unit.map { tree.units(under: [$0]) }
    let byOrganisation = hasOrganisations(submission.form)
    func matches(_ place: Place) -> Bool {
      if let units, !(place.unit.map(units.contains) ?? true) { return false }
      guard byOrganisation, let organisation = submission.organisation else { return true }
      return place.organisation == organisation
    }
    let present = rows.present.keys.filter(matches)
    places[submission.form]?[submission.year, default: FormRows()].listed.formUnion(present)
    if !present.isEmpty { return .present }
    return rows.absent.contains(where: matches) ? .absent : Rows.none
  }

  private func isRegister(_ roles: ResourceRoles) -> Bool {
    if case .active = roles.time { return true }
    return false
  }

  private func hasOrganisations(_ form: String) -> Bool {
    dataset.catalogue.roles[form]?.column(of: DimensionDeclaration.organisation) != nil
  }

  /// The rows of a form by year, looked at once.
  private mutating func form(_ name: String) -> [Int: FormRows]? {
    if let known = places[name] { return known }
    guard let roles = dataset.catalogue.roles[name], !isRegister(roles), let table = tables[name],
      !table.cells.isEmpty
    else { return nil }
    let organisation = roles.dimensions.firstIndex { $0.dimension == DimensionDeclaration.organisation }
    var found: [Int: FormRows] = [:]
    for cells in table.cells.values {
      for (key, cell) in cells {
        let year = key.slot.kind == .year ? key.slot.year : roles.reportingYear.year(of: key.slot)
        let place = Place(unit: key.unit, organisation: organisation.flatMap { key.members[$0] })
        if cell.isReported {
          let line = cell.lines.first ?? Self.nowhere
          let known = found[year]?.present[place] ?? Self.nowhere
          found[year, default: FormRows()].present[place] = min(known, line)
        } else {
          found[year, default: FormRows()].absent.insert(place)
        }
      }
    }
    places[name] = found
    return found
  }

  /// More late reports than this are told in one finding.
  private static let lateLimit = 10

  /// A few, each at its row; many, counted by year at the first of them.
  private func late(_ list: [Submission], in resource: ResourceDescriptor) -> [Finding] {
    func finding(_ submission: Submission, _ message: LocalizedText) -> Finding {
      Finding(
        code: "submission-late", severity: .information, resource: resource.name,
        position: Position(file: resource.path, line: submission.line),
        field: dataset.catalogue.submissions?.receivedColumn, value: submission.received?.description,
        message: message, remedy: Messages.lateSubmissionsRemedy)
    }
    let late = list.filter(\.isLate)
    guard late.count > Self.lateLimit, let first = late.first else {
      return late.compactMap { submission in
        guard let received = submission.received else { return nil }
        let what = name(submission.form, submission.year, submission.unit, submission.organisation)
        return finding(submission, Messages.lateSubmission(what, due: submission.due, received: received))
      }
    }
    let years = Dictionary(grouping: list, by: \.year).sorted { $0.key < $1.key }.map { year, list in
      (year: year, late: list.count(where: \.isLate), due: list.count)
    }
    var told = finding(first, Messages.lateSubmissions(late: late.count, due: list.count, years: years))
    told.value = nil
    return [told]
  }

  /// Rows that nobody was asked for, of forms and years that the list knows.
  private func unlisted(_ resource: ResourceDescriptor) -> [Finding] {
    places.sorted { $0.key < $1.key }.flatMap { form, years in
      let files = dataset.package.resource(named: form)?.files ?? [form]
      return years.sorted { $0.key < $1.key }.filter { !$0.value.listed.isEmpty }.flatMap { year, rows in
        rows.present.filter { !rows.listed.contains($0.key) }.sorted { $0.value < $1.value }.map { place, line in
          Finding(
            code: "submission-not-listed", severity: .warning, resource: form,
            position: line == Self.nowhere
              ? Position(file: files[0]) : Position(file: files[line.part], line: line.line),
            message: Messages.rowsNotExpected(
              name(form, year, place.unit, hasOrganisations(form) ? place.organisation : nil), file: resource.path),
            remedy: Messages.rowsNotExpectedRemedy)
        }
      }
    }
  }

  private func name(_ form: String, _ year: Int, _ unit: String?, _ organisation: String?) -> LocalizedText {
    func member(_ code: String?, _ dimension: String) -> LocalizedText? {
      guard let code else { return nil }
      return dataset.dimensions[dimension]?.member(code)?.names ?? LocalizedText(code)
    }
    return Messages.submissionName(
      form: dataset.package.resource(named: form)?.title ?? form, year: year,
      unit: member(unit, DimensionDeclaration.unit),
      organisation: member(organisation, DimensionDeclaration.organisation))
  }
}
