import Aggregation
import Briefings
import Findings
import Language
import Reports
import Workbooks

/// All that is known of a report before it is made, for the thread that makes it. What is wrong with an option is said
/// when it is the option's turn.
struct ReportJob: Sendable {
  let definition: ReportDefinition
  let time: ReportTime
  let dataset: Dataset
  /// Shared with the other reports on the dataset.
  let readings: ReportReadings
  let language: OutputLanguage
  let previous: Result<PreviousEdition?, Failure>
  let coverage: Result<RequiredCoverage?, Failure>
  let look: Result<WorkbookLook, Failure>
  let formats: Result<[BriefingFormat], Failure>
  let isWorkbookOnly: Bool
  let folder: String
  let clock: StageClock?
  let kept: KeptObjects

  /// - Throws: what building and writing the report throws.
  ///
  /// - Parameter ahead: what another thread has found out for the briefing.
  func staged(_ ahead: BriefingsAhead? = nil) throws(Failure) -> StagedReport {
    let builder = try builder()
    let pages = try builder.pages()
    clock?.finish(Messages.verboseReportBuilt)
    let writer = ReportWriter(
      builder: builder, pages: pages, ahead: ahead, definition: definition, dataset: dataset,
      coverage: try coverage.get(),
      look: try look.get(), formats: try formats.get())
    return isWorkbookOnly ? try writer.stagedWorkbook(in: folder) : try writer.staged(in: folder)
  }

  private func builder() throws(Failure) -> ReportBuilder {
    let builder = try ReportBuilder(
      definition, of: dataset, language: language, years: time.years, last: time.last, previous: previous.get(),
      readings: readings)
    kept.keep(builder)
    return builder
  }

  /// The same, while another thread, where there is one, reads what the report will ask for, and then finds out what the
  /// briefing will say.
  func stagedReadingAhead() throws(Failure) -> StagedReport {
    TemporaryPlaces.watchFromNow()
    guard WorkPieces<Void>.haveOthers, dataset.package.threads != 1 else { return try staged() }
    let briefings = BriefingsAhead()
    let ahead = WorkPieces.begin(1) { _ in
      readings.readAhead(definition, of: dataset)
      if !isWorkbookOnly { (try? builder())?.findOut(into: briefings) }
    }
    let made = Result { () throws(Failure) in try staged(briefings) }
    briefings.finish()
    _ = ahead.results()
    return try made.get()
  }
}
