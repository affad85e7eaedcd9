import Aggregation
import ArgumentParser
import Catalogue
import Findings
import Language
import Rendering
import Trends
import Values

struct RankCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank", _superCommandName: Thapnien.name,
    abstract: "Who is first in a period, and who moved since an earlier one.")

  static let takesFiles = true

  @OptionGroup var options: CommonOptions
  @OptionGroup var part: PartOptions
  @OptionGroup var coverage: CoverageOptions
  @OptionGroup var variant: VariantOptions

  @Argument(help: "The indicator, by code or name.", completion: Completing.indicators)
  var indicator: String

  @Option(name: .long, help: "The period: 2023, 2023-Q3, 2014/2023, a term.", completion: Completing.periods)
  var period: String

  @Option(name: .long, help: "An earlier period like it, to say who moved.", completion: Completing.periods)
  var since: String?

  @Option(
    name: .long, help: "What is ranked: unit, organisation, …", completion: Completing.dimensions)
  var by: String = DimensionDeclaration.unit

  @OptionGroup var level: LevelOption
  @OptionGroup var top: TopOption

  @Flag(name: .long, help: "The lowest value first.")
  var lowest = false

  @OptionGroup var explaining: ExplainOption

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    try part.refuseFilters()
    let dataset = try options.dataset(in: context)
    let indicator = try variant.applied(to: dataset.indicator(named: indicator), since: nil, in: dataset)
    let dimension = try QueryOptions.dimension(by, in: dataset)
    guard dimension != DimensionDeclaration.period else { throw .usage(Messages.periodsAreNotRanked) }
    let query = RankQuery(
      indicator: indicator, in: try PeriodInput.span(period, in: dataset.catalogue),
      since: try since.map { text throws(Failure) in try PeriodInput.span(text, in: dataset.catalogue) },
      by: dimension, selection: try part.selection(in: dataset),
      level: try level.named(in: dataset), order: lowest ? .lowest : .highest, top: try top.checked())
    let language = options.language(in: context)
    let boundaries = try part.statedOn()
    guard
      let ranking = try query.run(
        Evaluator(dataset, boundaries: boundaries, shape: explaining.explain ? nil : query.shape))
    else {
      context.note(Messages.noObservation[language] + "\n")
      return ExitCode.no
    }
    try coverage.check(ranking.entries.map { ($0.now, indicator) }, in: dataset)
    let forms = AnswerForms(dataset, language: language, boundaries: boundaries)
    try options.emit(RankGrid(forms).grid(ranking), in: context)
    try explaining.write([(ranking.whole, indicator)], forms, in: context)
    return ExitCode.yes
  }
}
