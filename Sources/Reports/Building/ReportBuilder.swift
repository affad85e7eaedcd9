public import Aggregation
import Catalogue
public import Findings
public import Language
import Trends
public import Values

/// A report in memory: what every output is written from.
public struct BuiltReport {
  public let document: ReportDocument
  /// What the briefing's template is filled with.
  public let briefing: BriefingValue
  public let book: LedgerBook
  /// The whole period: the reporting years of the flows.
  public let period: Period
  public let files: [SourceFile]
  /// What was corrected in the data behind it; the briefing has to say each.
  public let corrections: [ReportSentence]
}

/// The pages of a report, as its workbook shows them.
public struct ReportPages {
  public let document: ReportDocument
  /// The whole period: the reporting years of the flows.
  let period: Period
  /// Those of the summary first.
  let tables: [ReportTable]
}

/// Builds a report from its definition and a dataset.
public final class ReportBuilder {
  let definition: ReportDefinition
  let dataset: Dataset
  let readings: ReportReadings
  let evaluator: Evaluator
  let trends: TrendBuilder
  let language: OutputLanguage
  let numbers: NumberForm
  let dates: DateForm
  let book: LedgerBook
  let claims: [Claim]
  let targets: [Target]
  let periods: ReportPeriods
  /// Of the report, or of its interim edition.
  let title: LocalizedText
  let previous: PreviousEdition?
  /// The reporting years of flows, and with the baseline those of stocks.
  var flowYears: ClosedRange<Int> { periods.years }
  var stockYears: ClosedRange<Int> { periods.stockYears }
  var knownYears: [String: ClosedRange<Int>?] = [:]
  private var known: [TrendKey: Trend] = [:]
  /// Where the corrections were made; found out when first needed.
  lazy var correctedFiles = CorrectedFiles(dataset.package)

  private struct TrendKey: Hashable {
    let indicator: String
    let selection: Selection
  }

  /// - Parameters:
  ///   - years: instead of the definition's own range of years.
  ///   - last: the period that the report is about, or the year with which its range ends; the last there is unless given.
  ///   - previous: the edition that the briefing says what is new since.
  ///   - readings: of the same dataset, where other reports are made of it, too.
  /// - Throws: `Failure.invalid` when the data or the definition are wrong, `.refused` when a table asks for what an
  ///   indicator does not allow, `.noInput` when files are missing.
  public init(
    _ definition: ReportDefinition, of dataset: Dataset, language: OutputLanguage, years: ClosedRange<Int>? = nil,
    last: PeriodSlot? = nil, previous: PreviousEdition? = nil, readings: ReportReadings = ReportReadings()
  ) throws(Failure) {
    self.definition = definition
    self.dataset = dataset
    self.language = language
    self.previous = previous
    self.readings = readings
    evaluator = Evaluator(dataset, readings: readings.data, sharesAnswers: true)
    trends = TrendBuilder(evaluator)
    numbers = NumberForm(language)
    dates = DateForm(language)
    book = LedgerBook(dataset.catalogue)
    claims = try readings.data.claims(of: dataset)
    targets = try readings.data.targets(of: dataset)
    guard let headline = dataset.catalogue.indicator(definition.summary.headline.code),
      let available = try Self.lastPeriod(of: headline, definition.period.kind, evaluator)
    else { throw .refused(Messages.nothingToReport) }
    let reviewed = ReviewedRanges(definition, in: dataset.catalogue)
    // A report on the stages of something is about the stage that its last year lies in.
    let stage = definition.period.series == nil ? nil : reviewed.passed(in: (last ?? available).year)
    periods =
      (years ?? stage).map { ReportPeriods(definition.period, years: $0) }
      ?? ReportPeriods(definition.period, last: last ?? available)
    let isInterim = definition.period.kind == .range && reviewed.isInterim(periods.years)
    title = isInterim ? definition.interimNames ?? definition.names : definition.names
  }

  public func build() throws(Failure) -> BuiltReport { try complete(pages()) }

  /// The pages of the workbook. What the briefing says beyond them is `complete`'s.
  public func pages() throws(Failure) -> ReportPages {
    var tables: [ReportTable] = []
    for definition in definition.tables { tables.append(try table(definition)) }
    tables = try comparingWithWhole(tables)
    let period = try period()
    let summary = try summary(tables)
    let notices = notices()
    var document = ReportDocument(
      name: definition.name, language: language, title: title[language],
      subtitle: "\(capitalised(dataset.catalogue.title[language])), \(title(of: period))", issuer: [],
      asOf: Messages.dataAsOf(period.cutOff)[language], date: period.cutOff, notices: notices, summary: summary,
      tables: tables, notes: try notes(), quality: try qualityTable(), sources: try sourcesTable())
    document.imprint = imprint()
    if notices.isEmpty { document.signature = definition.signature }
    try apply(definition.form, to: &document)
    return ReportPages(document: document, period: period, tables: summary.tables + tables)
  }

  /// - Parameters:
  ///   - pages: of this builder.
  ///   - ahead: of another builder of the same report, whatever it has come to; it changes no byte.
  public func complete(_ pages: ReportPages, ahead: BriefingsAhead? = nil) throws(Failure) -> BuiltReport {
    let briefing = try briefingContext(
      period: pages.period, notices: pages.document.notices, tables: pages.tables, ahead)
    return BuiltReport(
      document: pages.document, briefing: briefing, book: book, period: pages.period, files: try sourceFiles(),
      corrections: try correctionSentences())
  }

  /// Finds out what the briefing will say, for another builder of the same report; from the other end, so that the two
  /// meet, and until nobody wants it any more. What is wrong is left to the other one.
  public func findOut(into ahead: BriefingsAhead) {
    for indicator in dataset.catalogue.indicators.reversed() {
      guard !ahead.isOver, let value = try? briefing(of: indicator) else { return }
      ahead.keep(value, of: indicator.code, book.takeNews())
    }
  }

  private func period() throws(Failure) -> Period {
    ReportingYear.calendar.period(of: periods.covered, cutOff: try lastCutOff())
  }

  // MARK: Parts shared by the tables, the summary and the briefing

  func indicator(_ reference: IndicatorReference) throws(Failure) -> Indicator {
    guard let indicator = dataset.catalogue.indicator(reference.code) else {
      throw .defect("indicator \(reference.code) was not checked")
    }
    return indicator
  }

  /// The reporting years of an indicator that the report shows: what is asked for and there is; nil when nothing is.
  func years(of indicator: Indicator) throws(Failure) -> ClosedRange<Int>? {
    if let known = knownYears[indicator.code] { return known }
    let years = periods.isPartOfYear ? try yearsWithPart(indicator) : try wholeYears(of: indicator)
    knownYears[indicator.code] = .some(years)
    return years
  }

  private func wholeYears(of indicator: Indicator) throws(Failure) -> ClosedRange<Int>? {
    let wanted = accumulates(indicator) ? flowYears : stockYears
    guard let available = try evaluator.years(of: indicator) else { return nil }
    // A register goes on after its last entry.
    let last = isRegister(indicator) ? wanted.upperBound : available.upperBound
    let first = max(wanted.lowerBound, available.lowerBound)
    let end = min(wanted.upperBound, last)
    return first <= end ? first...end : nil
  }

  /// Whether an indicator has a value of its own for the whole period.
  func accumulates(_ indicator: Indicator) -> Bool { evaluator.isSummableOverTime(indicator) }

  func isRegister(_ indicator: Indicator) -> Bool { evaluator.isRegister(indicator) }

  func trend(_ indicator: Indicator, _ selection: Selection = .whole) throws(Failure) -> Trend? {
    let key = TrendKey(indicator: indicator.code, selection: selection)
    if let trend = known[key] { return trend }
    guard let years = try years(of: indicator) else { return nil }
    let trend = try trends.trend(of: indicator, in: years.map { .slot(periods.slot($0)) }, for: selection)
    known[key] = trend
    return trend
  }

  /// The value over all reporting years of the report; nil for what has none.
  func total(_ indicator: Indicator, _ selection: Selection = .whole) throws(Failure) -> Observation? {
    guard accumulates(indicator) || isQuotientOfFlow(indicator), let years = try totalYears(of: indicator) else {
      return nil
    }
    if periods.isSingle {
      guard years.contains(flowYears.upperBound) else { return nil }
      return try evaluator.observe(indicator, in: periods.covered, of: selection)
    }
    return try evaluator.observe(indicator, years: years, of: selection)
  }

  /// A flow of the whole period over a stock at its end, such as an amount a resident, has a value for the period
  /// though it is not summed.
  private func isQuotientOfFlow(_ indicator: Indicator) -> Bool {
    guard case .formula(.dividing(.indicator(let name), .indicator)) = indicator.definition,
      let flow = dataset.catalogue.indicator(name)
    else { return false }
    return accumulates(flow)
  }

  private func totalYears(of indicator: Indicator) throws(Failure) -> ClosedRange<Int>? {
    guard let years = try years(of: indicator) else { return nil }
    return isQuotientOfFlow(indicator) ? years.clamped(to: flowYears) : years
  }

  func target(_ indicator: Indicator, year: Int) -> Target? {
    targets.first {
      $0.indicator == indicator.code && $0.year == year && $0.unit == nil && $0.organisation == nil
    }
  }

  /// The published figure that an observation agrees with, if there is one.
  func claim(_ indicator: Indicator, _ observation: Observation, kind: Claim.Kind = .level) -> Claim? {
    guard observation.selection == .whole, observation.period.kind >= .year, let value = observation.value else {
      return nil
    }
    let years = observation.period.firstYear...observation.period.year
    return claims.first {
      $0.indicator == indicator.code && $0.kind == kind && $0.years == years && $0.unit == nil
        && $0.organisation == nil && $0.agrees(with: value)
    }
  }

  /// Indicators that the report uses, in the order of the catalogue.
  var usedIndicators: [Indicator] {
    var codes: Set<String> = [definition.summary.headline.code]
    codes.formUnion(definition.summary.levels.map(\.code))
    codes.formUnion(definition.summary.totals.map(\.code))
    for table in definition.tables { codes.formUnion(table.references.map(\.code)) }
    return dataset.catalogue.indicators.filter { codes.contains($0.code) }
  }

  private func lastCutOff() throws(Failure) -> CalendarDate {
    var latest: CalendarDate?
    // A register has no cut-off of its own.
    for indicator in usedIndicators where !isRegister(indicator) {
      guard let last = try trend(indicator)?.last else { continue }
      latest = max(latest ?? last.period.cutOff, last.period.cutOff)
    }
    return latest ?? calendarPeriod(flowYears.upperBound).end
  }

  /// What every page says when a figure is illustrative, a planned value too. Asked when all of the document is built.
  private func notices() -> [String] {
    guard book.entries.values.contains(where: \.isIllustrative) else { return [] }
    var notices = [Messages.illustrativeNotice[language]]
    if let notice = dataset.package.illustrativeNotice { notices.append(notice[language]) }
    return notices
  }

  private func imprint() -> [ReportImprint] {
    let imprint = dataset.package.imprint
    return [
      (Messages.contact, imprint.contacts), (Messages.licence, imprint.licences), (Messages.source, imprint.sources),
      (Messages.website, imprint.homepage.map { [$0] } ?? []),
    ].filter { !$0.1.isEmpty }.map { ReportImprint(label: $0.0[language], lines: $0.1) }
  }

  func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
