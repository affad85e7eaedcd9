import Aggregation
import Catalogue
import Datasets
import Findings
import Language
import Trends
import Values

extension ReportBuilder {
  /// What each indicator means and where it comes from.
  func notes() throws(Failure) -> [ReportSentence] {
    var notes = Messages.methodNotes.map { ReportSentence($0[language]) }
    for indicator in usedIndicators {
      var text = "\(indicator.names[language])"
      let unit = indicator.unitNames[language]
      if !unit.isEmpty { text += " (\(unit))" }
      text += ": \(FormulaText.of(indicator, in: dataset.catalogue))."
      if let note = indicator.note { text += " \(note[language])" }
      if let source = indicator.source { text += " \(Messages.source[language]): \(source[language])" }
      notes.append(ReportSentence([.text(text)], tableID: tableID(of: indicator)))
    }
    return try notes + correctionSentences()
  }

  /// Where fewer cells reported than were expected, and where a series breaks.
  func qualityTable() throws(Failure) -> ReportTable {
    var rows: [ReportRow] = []
    for indicator in usedIndicators {
      guard let trend = try trend(indicator) else { continue }
      for point in trend.points {
        let incomplete = point.coverage.map { !$0.isComplete } ?? false
        let flags = point.flags.flags.filter { $0 != .provisional }
        guard incomplete || !flags.isEmpty else { continue }
        var cells: [ReportCell] = [
          .text("\(rows.count + 1)"), .text(indicator.names[language]), .text(dates.short(point.period)),
        ]
        if let coverage = point.coverage {
          let (reporting, expected) = try coverageFigures(point, coverage, indicator)
          for (id, count) in [(reporting, coverage.reporting), (expected, coverage.expected)] {
            cells.append(
              .figure(ReportFigure(id: id, value: ExactDecimal(count), isIllustrative: point.isIllustrative)))
          }
        } else {
          cells += [.absent(.notApplicable), .absent(.notApplicable)]
        }
        let words = flags.map { $0.name[language] } + (incomplete ? [Messages.totalsIncomplete[language]] : [])
        rows.append(ReportRow(cells: cells + [.text(capitalised(words.joined(separator: "; ")))]))
      }
    }
    let columns = [
      ReportColumn(role: .ordinal, heading: Messages.ordinal[language]),
      ReportColumn(role: .label, heading: Messages.indicator[language]),
      ReportColumn(role: .text, heading: Messages.period[language]),
      ReportColumn(role: .number, heading: Messages.cellsReporting[language]),
      ReportColumn(role: .number, heading: Messages.cellsExpected[language]),
      ReportColumn(role: .text, heading: Messages.note[language]),
    ]
    return ReportTable(
      id: "Q", sheetName: "", definedName: language == .vietnamese ? "ChatLuong" : "Quality",
      title: Messages.qualityTitle[language], unitLine: Messages.coverageExplained[language],
      columns: marking(columns, rows), rows: rows)
  }

  /// Published figures beside what the data give.
  func claimsTable(_ definition: TableDefinition) throws(Failure) -> ReportTable {
    var rows: [ReportRow] = []
    for claim in claims {
      let indicator = claim.indicator.flatMap { dataset.catalogue.indicator($0) }
      let result = try computed(claim, indicator)
      rows.append(
        ReportRow(cells: [
          .text(claim.id), .text(indicator?.names[language] ?? Messages.noIndicator[language]),
          .text(
            claim.years.map { $0.count == 1 ? "\($0.lowerBound)" : dates.years($0.lowerBound, $0.upperBound) } ?? ""),
          .text(try published(claim, indicator)),
          .text(indicator.map { unit(of: claim, $0) } ?? ""),
          result.cell, .text(result.verdict[language]), .text(claim.document ?? ""),
        ]))
      _ = claimFigure(claim, indicator)
    }
    return frame(
      definition, title: Messages.claimsTitle[language], unitLine: Messages.claimsExplained[language],
      columns: marking(
        [
          ReportColumn(role: .ordinal, heading: Messages.claimCode[language]),
          ReportColumn(role: .label, heading: Messages.indicator[language]),
          ReportColumn(role: .text, heading: Messages.period[language]),
          ReportColumn(role: .text, heading: Messages.publishedFigure[language]),
          ReportColumn(role: .text, heading: Messages.unitOfMeasureShort[language]),
          ReportColumn(role: .number, heading: Messages.computedFigure[language]),
          ReportColumn(role: .text, heading: Messages.verdict[language]),
          ReportColumn(role: .text, heading: Messages.document[language]),
        ], rows), rows: rows)
  }

  /// Of what is computed: the source may name another, such as billions for millions.
  private func unit(of claim: Claim, _ indicator: Indicator) -> String {
    claim.kind == .change && indicator.unit.isPercent ? Messages.points[language] : indicator.unitNames[language]
  }

  private func computed(
    _ claim: Claim, _ indicator: Indicator?
  ) throws(Failure) -> (cell: ReportCell, verdict: LocalizedText) {
    guard let indicator, let years = claim.years, let available = try evaluator.years(of: indicator),
      years.lowerBound >= available.lowerBound, years.upperBound <= available.upperBound || isRegister(indicator)
    else { return (.absent(.notApplicable), Messages.verdictNotComputable) }
    if claim.kind == .change {
      let first = try evaluator.observe(indicator, years: years.lowerBound...years.lowerBound)
      let last = try evaluator.observe(indicator, years: years.upperBound...years.upperBound)
      let between = try trends.trend(of: indicator, years: years)
      guard between.refusal == nil, let figure = try changeFigure(from: first, to: last, indicator),
        let entry = book[figure.id]
      else {
        return (.absent(.notApplicable), Messages.verdictNotComputable)
      }
      return (.figure(figure), verdict(claim.agrees(with: entry.value), figure.isIllustrative))
    }
    let observation = try evaluator.observe(indicator, years: years)
    guard let value = observation.value, case .figure(var figure) = try cell(observation, indicator) else {
      return (.absent(.notApplicable), Messages.verdictNotComputable)
    }
    figure.expression = .figure(figure.id)
    return (.figure(figure), verdict(claim.agrees(with: value), observation.isIllustrative))
  }

  private func verdict(_ agrees: Bool, _ isIllustrative: Bool) -> LocalizedText {
    guard agrees else { return Messages.verdictContradicted }
    return isIllustrative ? Messages.verdictConsistent : Messages.verdictConfirmed
  }

  /// All files of the package, with the checks of their lines.
  func sourceFiles() throws(Failure) -> [SourceFile] { try readings.files(of: dataset.package) }

  func sourcesTable() throws(Failure) -> ReportTable {
    var used = Set(usedIndicators.flatMap { dataset.catalogue.measures(of: $0).map(\.resource) })
    used.formUnion([dataset.catalogue.targets, dataset.catalogue.claims].compactMap { $0 })
    if !corrections.isEmpty { used.insert(Corrections.resourceName) }
    for case .submissions in definition.tables.map(\.rows) {
      if let list = dataset.catalogue.submissions { used.insert(list.resource) }
    }
    var rows: [ReportRow] = []
    for file in try sourceFiles() where used.contains(file.resource) {
      let isCorrections = file.resource == Corrections.resourceName
      let title =
        dataset.package.resource(named: file.resource)?.title
        ?? (isCorrections ? Messages.corrections[language] : file.resource)
      rows.append(
        ReportRow(cells: [
          .text("\(rows.count + 1)"), .text(title), .text(file.path),
          .text(file.isIllustrative ? Messages.yes[language] : Messages.no[language]), .text(file.sha256),
        ]))
    }
    return ReportTable(
      id: "S", sheetName: "", definedName: language == .vietnamese ? "NguonSoLieu" : "Sources",
      title: Messages.sourcesTitle[language], unitLine: Messages.sourcesExplained[language],
      columns: [
        ReportColumn(role: .ordinal, heading: Messages.ordinal[language]),
        ReportColumn(role: .label, heading: Messages.dataset[language]),
        ReportColumn(role: .text, heading: Messages.file[language]),
        ReportColumn(role: .text, heading: Messages.illustrativeColumn[language]),
        ReportColumn(role: .text, heading: "SHA-256"),
      ], rows: rows)
  }
}
