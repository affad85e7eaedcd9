import Aggregation
import ArgumentParser
import Findings
import Language
import Rendering
import Trends
import Values

struct ExplainCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Where a number comes from: formula, inputs, files, hashes, rows.")

  @OptionGroup var options: CommonOptions

  @Argument(help: "The indicator, by code or name.")
  var indicator: String

  @Option(name: .long, help: "2023, 2023-S1, 2023-9M, 2023-Q3, 2023-07, a term, or a range such as 2014/2023.")
  var period: String

  @OptionGroup var part: PartOptions

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
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
    default: try options.emit(explanation.text, in: context)
    }
    return observation.value == nil ? ExitCode.no : ExitCode.yes
  }
}
