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

  @Option(name: .long, help: "A reporting year, or a range such as 2014/2023.")
  var period: String

  @OptionGroup var part: PartOptions

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    let dataset = try options.dataset(in: context)
    let indicator = try dataset.indicator(named: indicator)
    let years = try Self.years(period)
    let observation = try Evaluator(dataset, boundaries: part.statedOn())
      .observe(indicator, years: years, of: part.selection(in: dataset))
    let language = options.language(in: context)
    let forms = AnswerForms(dataset, language: language, boundaries: try part.statedOn())
    let explanation = try Explaining.explanation(observation, indicator, forms)
    switch options.format ?? .table {
    case .json, .jsonl: try options.emit(JSONWriter(.pretty).string(explanation.json) + "\n", in: context)
    default: try options.emit(explanation.text, in: context)
    }
    return observation.value == nil ? ExitCode.no : ExitCode.yes
  }

  /// `2023` or `2014/2023`.
  static func years(_ text: String) throws(Failure) -> ClosedRange<Int> {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, let last = parts.last, parts.count <= 2 else {
      throw .usage(Messages.notAPeriod(text))
    }
    let range = (try QueryOptions.year(first), try QueryOptions.year(last))
    guard range.0 <= range.1 else { throw .usage(Messages.periodsReversed(range.0, range.1)) }
    return range.0...range.1
  }
}
