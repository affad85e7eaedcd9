import Aggregation
import ArgumentParser
import Findings
import Language
import Rendering
import Trends
import Values

struct ExplainCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", _superCommandName: Thapnien.name,
    abstract: "Where a number comes from: formula, inputs, files, hashes, rows.")

  static let takesFiles = true

  @OptionGroup var options: CommonOptions

  @Argument(
    help: "The indicator, by code or name; or the workbook or briefing of a report.",
    completion: Completing.indicators)
  var indicator: String

  @Option(
    name: .long, help: "2023, 2023-S1, 2023-9M, 2023-Q3, 2023-07, a term, or a range such as 2014/2023.",
    completion: Completing.periods)
  var period: String?

  @OptionGroup var place: PlaceOptions

  @OptionGroup var part: PartOptions

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    if ExplainPlace.isFile(indicator) { return try explainPlace(in: context) }
    guard let period else { throw .usage(Messages.periodNeeded) }
    try part.refuseFilters()
    let dataset = try options.dataset(in: context)
    let indicator = try dataset.indicator(named: indicator)
    let span = try PeriodInput.span(period, in: dataset.catalogue)
    let observation = try Evaluator(dataset, boundaries: part.statedOn())
      .observe(indicator, in: span, of: part.selection(in: dataset))
    let language = options.language(in: context)
    let forms = AnswerForms(dataset, language: language, boundaries: try part.statedOn())
    let explanation = try Explaining.explanation(observation, indicator, forms)
    switch options.format ?? .table {
    case .json, .jsonl: try options.emit(JSONWriter(.pretty).string(explanation.json) + "\n", in: context)
    default: try options.emit(fitted: explanation.text, in: context)
    }
    return observation.value == nil ? ExitCode.no : ExitCode.yes
  }

  private func explainPlace(in context: ProcessContext) throws(Failure) -> Int32 {
    guard options.files.isEmpty else { throw .usage(Messages.filesOfData) }
    let language = options.language(in: context)
    let explaining = ExplainPlace(path: indicator, ledger: place.ledger, language: language)
    let explanation: PlaceExplanation?
    let spot: String
    if indicator.hasSuffix(".xlsx") {
      guard let sheet = place.sheet, let cell = place.cell else { throw .usage(Messages.sheetAndCell) }
      explanation = try explaining.cell(sheet, cell)
      spot = "\(sheet)!\(cell)"
    } else {
      guard let line = place.line else { throw .usage(Messages.lineNeeded) }
      explanation = try explaining.line(line)
      spot = Messages.lineWord(line)[language]
    }
    guard let explanation else {
      context.errors.write(Messages.noNumberThere(spot)[language] + "\n")
      return ExitCode.no
    }
    switch options.format ?? .table {
    case .json, .jsonl: try options.emit(JSONWriter(.pretty).string(explanation.json) + "\n", in: context)
    default: try options.emit(fitted: explanation.text, in: context)
    }
    return ExitCode.yes
  }
}

/// A place in a delivered report.
struct PlaceOptions: ParsableArguments {
  @Option(name: .long, help: "The sheet of a workbook.")
  var sheet: String?

  @Option(name: .long, help: "The cell, for example D7.")
  var cell: String?

  @Option(name: .long, help: "The line of a briefing, from 1.")
  var line: Int?

  @Option(name: .long, help: ArgumentHelp("The ledger, where it is not beside the file.", valueName: "file"))
  var ledger: String?
}
