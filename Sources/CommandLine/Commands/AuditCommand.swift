import Aggregation
import ArgumentParser
import Auditing
import Findings
import Language
import Rendering
import Reports
import Values

struct AuditCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", _superCommandName: Thapnien.name,
    abstract: "Proves a delivered report against its ledger and the data.")

  @OptionGroup var options: CommonOptions

  @Argument(help: ArgumentHelp("The report's folder, or one of its files.", valueName: "dir"))
  var path: String

  @Option(name: .long, help: ArgumentHelp("The ledger, where it is not beside the files.", valueName: "file"))
  var ledger: String?

  @Option(
    name: .long, help: "The report's definition, by name or path, where the ledger's name does not find it.",
    completion: Completing.reports)
  var report: String?

  @OptionGroup var previous: PreviousOption

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    let delivered = try DeliveredReport.open(path, ledger: ledger)
    let language = options.language(in: context)
    let dataset = try options.dataset(in: context)
    let today = try rebuilt(delivered.ledger, dataset)
    let result = try Audit(delivered, language: language).run(
      package: dataset.package, entries: today.book.entries, files: today.files)
    let answer = AuditGrid(result, language: language)
    switch options.format ?? .table {
    case .json: try options.emit(JSONWriter(.pretty).string(answer.json) + "\n", in: context)
    case .table, .markdown:
      if !result.isProved { try options.emit(answer.grid, in: context) }
      if result.isProved || options.output != nil {
        context.output.write(answer.summary + "\n")
      } else {
        context.output.write("\n" + answer.summary + "\n")
      }
    case .csv, .tsv, .jsonl:
      try options.emit(answer.grid, in: context)
      context.note(answer.summary + "\n")
    }
    return result.isProved ? ExitCode.yes : ExitCode.no
  }

  /// The same report, of the same years and in the same language, from the data of today.
  private func rebuilt(_ ledger: Ledger, _ dataset: Dataset) throws(Failure) -> BuiltReport {
    let folder = try ReportFinder.folder(of: report ?? ledger.report, package: dataset.package.folder)
    let definition = try ReportDefinitionReader.read(folder, names: ReportFinder.names(dataset))
    let edition = try previous.edition(of: definition)
    if edition == nil, PreviousEdition.isQuoted(in: ledger) { throw .usage(Messages.previousNeeded) }
    let time = try PeriodInput.report(ledger.period.code, definition, in: dataset.catalogue)
    return try ReportBuilder(
      definition, of: dataset, language: OutputLanguage(rawValue: ledger.language) ?? definition.language,
      years: time.years, last: time.last, previous: edition
    ).build()
  }
}
