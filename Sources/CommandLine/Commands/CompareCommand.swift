import Aggregation
import ArgumentParser
import Catalogue
import Findings
import Language
import Rendering
import Trends
import Values

struct CompareCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", _superCommandName: Thapnien.name,
    abstract: "Units against the whole, each other and their targets; provinces against each other with several --data."
  )

  static let takesFiles = true

  @OptionGroup var options: CommonOptions
  @OptionGroup var part: PartOptions
  @OptionGroup var coverage: CoverageOptions
  @OptionGroup var variant: VariantOptions

  @Argument(help: "The indicator, by code or name.", completion: Completing.indicators)
  var indicator: String

  @Option(
    name: .long, help: "The period (default: the last year that all have in full).", completion: Completing.periods)
  var period: String?

  @Option(name: .long, help: "An earlier period like it, to say how each has moved.", completion: Completing.periods)
  var since: String?

  @Option(
    name: .long, help: "What is compared in one package: unit (default), organisation, …",
    completion: Completing.dimensions)
  var by: String?

  @OptionGroup var level: LevelOption

  @Option(
    name: .long, help: ArgumentHelp("Compare with this one instead of the whole.", valueName: "member"),
    completion: Completing.units)
  var against: String?

  @OptionGroup var explaining: ExplainOption

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    try part.refuseFilters()
    let datasets = try options.datasets(in: context)
    let language = options.language(in: context)
    let boundaries = try part.statedOn()
    let span = try period.map { text throws(Failure) in try PeriodInput.span(text, in: datasets[0].catalogue) }
    var (query, dimension) =
      datasets.count > 1
      ? (try provinces(datasets, boundaries, span), nil) : try members(datasets[0], boundaries, span)
    query.since = try since.map { text throws(Failure) in try PeriodInput.span(text, in: datasets[0].catalogue) }
    guard let comparison = try query.run() else {
      context.note(Messages.noObservation[language] + "\n")
      return ExitCode.no
    }
    for row in comparison.rows {
      try coverage.check([(row.observation, row.side.indicator)], in: row.side.evaluator.dataset)
    }
    let forms = comparison.rows.map { row in
      AnswerForms(row.side.evaluator.dataset, language: language, boundaries: boundaries)
    }
    guard let grid = CompareGrid(comparison, forms: forms, by: dimension)?.grid else {
      throw .defect("a comparison without rows")
    }
    try options.emit(grid, in: context)
    // Of packages each, of the members of one what they are compared with.
    if let whole = comparison.whole {
      try explaining.write([(whole, comparison.rows[0].side.indicator)], forms[0], in: context)
    } else {
      for (row, forms) in zip(comparison.rows, forms) where dimension == nil || row.isBase {
        try explaining.write([(row.observation, row.side.indicator)], forms, in: context)
      }
    }
    return ExitCode.yes
  }

  /// The whole of each package, against the first.
  private func provinces(
    _ datasets: [Dataset], _ boundaries: Boundaries, _ span: PeriodSpan?
  ) throws(Failure) -> CompareQuery {
    guard part.unit.isEmpty, by == nil, against == nil, level.level == nil else {
      throw .usage(Messages.unitsOfOnePackage)
    }
    var sides: [ComparisonSide] = []
    for dataset in datasets { sides.append(try side(dataset, boundaries)) }
    return CompareQuery(sides, against: .first, in: span)
  }

  /// - Throws: with the place whose package lacks what is asked for.
  private func side(_ dataset: Dataset, _ boundaries: Boundaries) throws(Failure) -> ComparisonSide {
    do throws(Failure) {
      return ComparisonSide(
        Evaluator(dataset, boundaries: boundaries),
        try variant.applied(to: dataset.indicator(named: indicator), since: nil, in: dataset),
        try part.selection(in: dataset))
    } catch {
      let place = dataset.catalogue.place
      switch error {
      case .usage(let message): throw .usage(Messages.ofPlace(place, message))
      case .refused(let message): throw .refused(Messages.ofPlace(place, message))
      case .invalid, .noInput, .cannotCreate, .inputOutput, .defect: throw error
      }
    }
  }

  /// The members of a dimension, against the whole or one of them.
  private func members(
    _ dataset: Dataset, _ boundaries: Boundaries, _ span: PeriodSpan?
  ) throws(Failure) -> (CompareQuery, String) {
    let indicator = try variant.applied(to: dataset.indicator(named: indicator), since: nil, in: dataset)
    let dimension = try QueryOptions.dimension(by ?? DimensionDeclaration.unit, in: dataset)
    guard dimension != DimensionDeclaration.period else { throw .usage(Messages.periodsAreNotSides) }
    let evaluator = Evaluator(dataset, boundaries: boundaries)
    let selection = try part.selection(in: dataset)
    var parts: [Selection]
    if dimension == DimensionDeclaration.unit, !selection.units.isEmpty, level.level == nil {
      parts = selection.units.map { selection.at(unit: $0) }
    } else {
      var spans = [span].compactMap { $0 }
      if spans.isEmpty { spans = try evaluator.spans(of: [indicator], PeriodChoice()) }
      parts = try evaluator.parts(
        of: indicator, by: dimension, level: level.named(in: dataset), spans: spans.suffix(1),
        within: selection)
    }
    var whole = selection
    if dimension == DimensionDeclaration.unit, level.level == nil { whole.units = [] }
    guard let against else {
      let base = ComparisonSide(evaluator, indicator, whole)
      return (CompareQuery(parts.map { .init(evaluator, indicator, $0) }, against: .whole(base), in: span), dimension)
    }
    let code = try dataset.member(named: against, of: dimension, in: boundaries)
    let base = dimension == DimensionDeclaration.unit ? whole.at(unit: code) : whole.at(code, of: dimension)
    parts = [base] + parts.filter { $0 != base }
    return (CompareQuery(parts.map { .init(evaluator, indicator, $0) }, against: .first, in: span), dimension)
  }
}
