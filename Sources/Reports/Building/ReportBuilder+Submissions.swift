import Aggregation
import Catalogue
import Datasets
import Findings
import Language
import Trends
import Values

/// Who has sent in what, when, and how much of it late: the progress of reporting itself.
extension ReportBuilder {
  func submissionsTable(
    _ definition: TableDefinition, by submitter: TableDefinition.Submitter
  ) throws(Failure) -> ReportTable {
    guard let roles = dataset.catalogue.submissions, let resource = dataset.package.resource(named: roles.resource)
    else {
      throw .invalid([
        Finding(
          code: "no-submissions", position: definition.position, message: Messages.noSubmissions,
          remedy: Messages.noSubmissionsRemedy)
      ])
    }
    let years = periods.isSingle ? flowYears.upperBound...flowYears.upperBound : flowYears
    let list = try evaluator.submissions().filter { years.contains($0.year) }
    let groups = groups(list, by: submitter, years)
    guard !groups.isEmpty else { throw .refused(Messages.noSubmissionsInPeriod) }
    var items: [ReportRow] = []
    for (index, group) in groups.enumerated() {
      let cells = try cells(SubmissionCounts(submissions: group.submissions), "\(group.suffix)", years, resource)
      items.append(ReportRow(cells: [.text("\(index + 1)"), .text(group.name)] + cells))
    }
    let whole = try cells(SubmissionCounts(submissions: list), "", years, resource)
    let total = whole.enumerated().map { position, cell -> ReportCell in
      guard position < SubmissionCounts.Kind.allCases.count, case .figure(var figure) = cell else { return cell }
      figure.expression = .columnSum
      return .figure(figure)
    }
    let rows =
      items + [ReportRow(role: .total, cells: [.empty, .text(Messages.total[language].uppercased())] + total)]
    let title = Messages.submissionsBy(Self.word(submitter), years.count == 1 ? nil : years)[language]
    return frame(
      definition, title: years.count == 1 ? "\(title), \(dates.label(calendarYear(years.lowerBound)))" : title,
      unitLine: Messages.submissionsExplained[language], columns: marking(columns(submitter), rows), rows: rows)
  }

  private func calendarYear(_ year: Int) -> Period { ReportingYear.calendar.year(year) }

  private typealias Group = (name: String, suffix: String, submissions: [Submission])

  /// In the order of the dimension, of the forms' resources, or of time; what names nobody is of all of them.
  private func groups(
    _ list: [Submission], by submitter: TableDefinition.Submitter, _ years: ClosedRange<Int>
  ) -> [Group] {
    switch submitter {
    case .period:
      return years.map { year in
        (dates.short(calendarYear(year)), "/\(year)", list.filter { $0.year == year })
      }.filter { !$0.submissions.isEmpty }
    case .form:
      let names = dataset.package.resources.map(\.name)
      let known = Dictionary(grouping: list, by: \.form)
      return names.compactMap { name in
        known[name].map { (dataset.package.resource(named: name)?.title ?? name, "/form=\(name)", $0) }
      }
    case .unit: return groups(list, DimensionDeclaration.unit, years) { $0.unit }
    case .organisation: return groups(list, DimensionDeclaration.organisation, years) { $0.organisation }
    }
  }

  private func groups(
    _ list: [Submission], _ dimension: String, _ years: ClosedRange<Int>, _ code: (Submission) -> String?
  ) -> [Group] {
    let known = Dictionary(grouping: list, by: code)
    var codes: [String] = []
    for listed in dataset.dimensions[dimension]?.codes ?? [] where known[listed] != nil && !codes.contains(listed) {
      codes.append(listed)
    }
    var groups = codes.map { code -> Group in
      (memberName(code, dimension, years), "/\(dimension)=\(code)", known[code] ?? [])
    }
    if let others = known[nil] { groups.append((Messages.allTogether[language], "/\(dimension)=", others)) }
    return groups
  }

  private static func word(_ submitter: TableDefinition.Submitter) -> LocalizedText {
    switch submitter {
    case .form: Messages.dataset
    case .unit, .organisation: Messages.heading(submitter.rawValue)
    case .period: Messages.year
    }
  }

  // MARK: Cells

  private func cells(
    _ counts: SubmissionCounts, _ suffix: String, _ years: ClosedRange<Int>, _ resource: ResourceDescriptor
  ) throws(Failure) -> [ReportCell] {
    let name = "\(resource.name)@\(PeriodSpan.years(years).code)\(suffix)"
    var cells: [ReportCell] = []
    for kind in SubmissionCounts.Kind.allCases {
      cells.append(
        .figure(
          submissionFigure(
            "\(name)#\(kind.rawValue)", counts.count(kind), unit: .pure, lines: counts.lines(kind),
            conditions: [kind.condition].compactMap { $0 }, formula: "count", years, resource)))
    }
    cells.append(try onTimeShare(name, cells, years))
    cells.append(counts.lastReceived.map { .text(dates.short($0)) } ?? .empty)
    if let most = counts.mostLate {
      var line = LineRanges()
      line.insert(most.line)
      cells.append(
        .figure(
          submissionFigure(
            "\(name)#days-late", most.days, unit: .pure, lines: line, conditions: ["received > due"],
            formula: "days late, the most", years, resource)))
    } else {
      cells.append(.empty)
    }
    return cells
  }

  private func submissionFigure(
    _ name: String, _ value: Int, unit: UnitOfMeasure, lines: LineRanges, conditions: [String], formula: String,
    _ years: ClosedRange<Int>, _ resource: ResourceDescriptor
  ) -> ReportFigure {
    let id = FigureID(name)
    let input = ObservationInput(
      measure: formula, resource: resource.name, column: dataset.catalogue.submissions?.receivedColumn ?? "",
      file: resource.path, conditions: conditions, value: Rational(value), lines: lines,
      isIllustrative: resource.isIllustrative)
    let condition = conditions.isEmpty ? "" : " where \(conditions.joined(separator: ", "))"
    book.add(
      LedgerEntry(
        id: id, indicator: nil, period: ReportingYear.calendar.period(of: .years(years)), value: Rational(value),
        published: ExactDecimal(value), unitOfMeasure: unit.code, isIllustrative: resource.isIllustrative,
        formula: "\(formula)(\(resource.name)\(condition))", origin: .observation(inputs: [input])))
    return ReportFigure(id: id, value: ExactDecimal(value), isIllustrative: resource.isIllustrative)
  }

  /// What came on time over what was due.
  private func onTimeShare(
    _ name: String, _ cells: [ReportCell], _ years: ClosedRange<Int>
  ) throws(Failure) -> ReportCell {
    let kinds = SubmissionCounts.Kind.allCases
    guard let due = kinds.firstIndex(of: .due), let onTime = kinds.firstIndex(of: .onTime),
      case .figure(let whole) = cells[due], case .figure(let part) = cells[onTime], !whole.value.isZero
    else { return .absent(.notApplicable) }
    let share: Rational
    do {
      share = try Rational(part.value).multiplied(by: .hundred).divided(by: Rational(whole.value))
    } catch { throw .refused(Messages.overflow) }
    let id = FigureID("\(name)#on-time-share")
    let published = try LedgerBook.rounded(share, 2)
    book.add(
      LedgerEntry(
        id: id, indicator: nil, period: ReportingYear.calendar.period(of: .years(years)), value: share,
        published: published, unitOfMeasure: UnitOfMeasure.percent.code, isIllustrative: whole.isIllustrative,
        formula: "100 * \(part.id.name) / \(whole.id.name)", origin: .derived(from: [part.id, whole.id])))
    return .figure(
      ReportFigure(
        id: id, value: published, style: .rounded, isIllustrative: whole.isIllustrative,
        expression: .rounding(
          .multiplying(.constant(ExactDecimal(100)), .dividing(.figure(part.id), .figure(whole.id))), decimals: 2)))
  }

  private func columns(_ submitter: TableDefinition.Submitter) -> [ReportColumn] {
    var columns = [
      ReportColumn(role: .ordinal, heading: Messages.ordinal[language]),
      ReportColumn(role: .label, heading: capitalised(Self.word(submitter)[language])),
    ]
    for kind in SubmissionCounts.Kind.allCases {
      columns.append(ReportColumn(role: .number, heading: Messages.submissionCount(kind.rawValue)[language]))
    }
    columns.append(ReportColumn(role: .number, heading: Messages.onTimeShare[language], isDerived: true))
    columns.append(ReportColumn(role: .text, heading: Messages.lastReceived[language]))
    columns.append(ReportColumn(role: .number, heading: Messages.mostDaysLate[language], isDerived: true))
    return columns
  }
}
