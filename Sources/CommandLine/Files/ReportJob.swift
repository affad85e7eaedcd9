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

  /// - Throws: what building and writing the report throws.
  func staged() throws(Failure) -> StagedReport {
    let report = try ReportBuilder(
      definition, of: dataset, language: language, years: time.years, last: time.last, previous: previous.get(),
      readings: readings
    ).build()
    clock?.finish(Messages.verboseReportBuilt)
    let writer = ReportWriter(
      report: report, definition: definition, dataset: dataset, coverage: try coverage.get(), look: try look.get(),
      formats: try formats.get())
    return isWorkbookOnly ? try writer.stagedWorkbook(in: folder) : try writer.staged(in: folder)
  }

  /// The same, while another thread reads what the report will ask for.
  func stagedReadingAhead() throws(Failure) -> StagedReport {
    TemporaryPlaces.watchFromNow()
    let results = WorkPieces.results(2) { index -> Result<StagedReport, Failure>? in
      if index == 0 { return Result { () throws(Failure) in try staged() } }
      readings.readAhead(definition, of: dataset)
      return nil
    }
    guard let result = results.first ?? nil else { throw .defect("the report was not made") }
    return try result.get()
  }
}
