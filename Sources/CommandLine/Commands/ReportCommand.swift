import Aggregation
import ArgumentParser
import Catalogue
import Datasets
import Findings
import Language
import Rendering
import Reports
import Values

struct ReportCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", _superCommandName: Thapnien.name,
    abstract: "Writes a report: workbook, briefing, ledger and tidy tables.")

  @OptionGroup var options: CommonOptions

  @OptionGroup var coverage: CoverageOptions

  @Argument(help: "The report's name, or the path of its folder or definition.", completion: Completing.reports)
  var name: String?

  @Flag(name: .long, help: "Every report there is, each in a folder of its own; --period says in which year it ends.")
  var all = false

  @Option(name: .long, help: "The first reporting year of the flows.")
  var from: String?

  @Option(name: .long, help: "The last reporting year.")
  var to: String?

  @Option(name: .long, help: "A period such as 2023, 2023-S1 or 2023-9M, or a range such as 2014/2023.")
  var period: String?

  @OptionGroup var previous: PreviousOption

  @OptionGroup var look: LookOptions

  @OptionGroup var briefing: BriefingOptions

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    let dataset = try options.dataset(in: context)
    if all { return try writeAll(dataset, in: context) }
    guard let name else { throw .usage(Messages.reportOrAll) }
    let source = try ReportFinder.folder(of: name, package: dataset.package.folder)
    let definition = try ReportDefinitionReader.read(source, names: ReportFinder.names(dataset))
    let time = try time(definition, dataset.catalogue)
    if let notice = time.notice { context.errors.write(notice[language(of: definition)] + "\n") }
    let readings = ReportReadings()
    context.kept.keep(readings)
    let job = job(definition, time, dataset, readings, into: options.output, in: context)
    try write(try job.stagedReadingAhead(), in: context)
    return ExitCode.yes
  }

  /// A report's language comes from its definition or --lang, never from the locale.
  private func language(of definition: ReportDefinition) -> OutputLanguage { options.lang ?? definition.language }

  /// The year's cycle: nothing is written before every definition and its period are known to be right. What is not due
  /// and what cannot be made is said. The reports are made side by side and put in place one after the other.
  private func writeAll(_ dataset: Dataset, in context: ProcessContext) throws(Failure) -> Int32 {
    guard name == nil else { throw .usage(Messages.reportOrAll) }
    guard from == nil, to == nil else { throw .usage(Messages.periodOfAll) }
    var planned: [(definition: ReportDefinition, time: ReportTime)] = []
    var others: [LocalizedText] = []
    for folder in ReportFinder.folders(package: dataset.package.folder) {
      let definition = try ReportDefinitionReader.read(folder, names: ReportFinder.names(dataset))
      switch try PeriodInput.inCycle(period, definition, in: dataset.catalogue) {
      case .due(let time): planned.append((definition, time))
      case .notDue(let reason): others.append(reason)
      case .ofOtherKind: break
      }
    }
    guard !planned.isEmpty else { throw .usage(Messages.noReportForAll) }
    let language = options.language(in: context)
    for reason in others { context.errors.write(reason[language] + "\n") }
    let readings = ReportReadings()
    context.kept.keep(readings)
    let jobs = planned.map { definition, time in
      let folder = "\(options.output ?? ".")/\(definition.name)"
      return job(definition, time, dataset, readings, into: folder, in: context)
    }
    TemporaryPlaces.watchFromNow()
    let staged = WorkPieces.results(jobs.count, threads: dataset.package.threads) { index in
      Result { () throws(Failure) in try jobs[index].staged() }
    }
    var isComplete = true
    for (index, result) in staged.enumerated() {
      do throws(Failure) { try write(try result.get(), in: context) } catch {
        // What the figures do not allow for one report, they may allow for another.
        guard case .refused(let reason) = error else {
          StagedReport.discard(staged[(index + 1)...].compactMap { try? $0.get() })
          throw error
        }
        context.errors.write(Messages.reportNotMade(planned[index].definition.name, reason)[language] + "\n")
        isComplete = false
      }
    }
    return isComplete ? ExitCode.yes : ExitCode.data
  }

  private func job(
    _ definition: ReportDefinition, _ time: ReportTime, _ dataset: Dataset, _ readings: ReportReadings,
    into output: String?, in context: ProcessContext
  ) -> ReportJob {
    ReportJob(
      definition: definition, time: time, dataset: dataset, readings: readings, language: language(of: definition),
      previous: Result { () throws(Failure) in try previous.edition(of: definition) },
      coverage: Result { () throws(Failure) in try coverage.required() ?? definition.requiredCoverage },
      look: Result { () throws(Failure) in try look.look(package: dataset.package.folder) },
      formats: Result { () throws(Failure) in try briefing.formats() }, isWorkbookOnly: look.workbookOnly,
      folder: output ?? definition.name, clock: context.clock, kept: context.kept)
  }

  private func write(_ report: StagedReport, in context: ProcessContext) throws(Failure) {
    let paths = try report.place()
    context.clock?.finish(Messages.verboseWritten)
    for path in paths { context.output.write(path + "\n") }
  }

  private func time(_ definition: ReportDefinition, _ catalogue: Catalogue) throws(Failure) -> ReportTime {
    if let period {
      guard from == nil, to == nil else { throw .usage(Messages.periodOrRange) }
      return try PeriodInput.report(period, definition, in: catalogue)
    }
    guard from != nil || to != nil else { return ReportTime() }
    guard definition.period.kind == .range else { throw .usage(Messages.rangeForOnePeriod(definition.name)) }
    guard let from, let to else { throw .usage(Messages.fromAndTo) }
    return ReportTime(years: try PeriodInput.years("\(from)/\(to)"))
  }
}
