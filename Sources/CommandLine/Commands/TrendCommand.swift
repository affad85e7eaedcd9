import Aggregation
import ArgumentParser
import Catalogue
import Findings
import Language
import Rendering
import Trends
import Values

struct TrendCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend", _superCommandName: Thapnien.name,
    abstract: "The series of an indicator, its change and its picture.")

  static let takesFiles = true

  @OptionGroup var options: CommonOptions
  @OptionGroup var query: QueryOptions

  @OptionGroup var coverage: CoverageOptions

  @OptionGroup var variant: VariantOptions

  @Argument(help: "Indicators, by code or name.", completion: Completing.indicators)
  var indicators: [String]

  @Option(
    name: .long, help: ArgumentHelp("One value: that of a period.", valueName: "period"), completion: Completing.periods
  )
  var at: String?

  @Option(
    name: .long, help: ArgumentHelp("Add an index with this period at 100.", valueName: "period"),
    completion: Completing.periods)
  var index: String?

  @Option(
    name: .long, help: "One series for each member of a dimension: unit, organisation, …",
    completion: Completing.dimensions)
  var by: String?

  @OptionGroup var level: LevelOption

  @Flag(name: .long, help: "Draw it; with --by, a line of blocks beside each member.")
  var plot = false

  @Flag(name: .long, help: "With --by: a small picture of each member, all on one scale.")
  var multiples = false

  @Option(
    name: .long, help: ArgumentHelp("Draw it into an SVG file, beside the answer.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var svg: String?

  @Flag(name: .long, help: "Add statistics: lines, tests of trend, shifts, outliers; growth, index and runs to JSON.")
  var stats = false

  @Option(
    name: .long,
    help: ArgumentHelp("Project so many periods, with intervals; never without the mark F.", valueName: "n"))
  var project: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What its members (unit, organisation, …) add to the change, and the terms of a rate.", valueName: "dim"),
    completion: Completing.dimensions)
  var decompose: String?

  @OptionGroup var explaining: ExplainOption

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    if let project, !(1...TrendProjection.farthest).contains(project) {
      throw .usage(Messages.wrongProjection(project, TrendProjection.farthest))
    }
    let dataset = try options.dataset(in: context)
    let periods = try periods(in: dataset)
    var dimension: String?
    if let by { dimension = try QueryOptions.dimension(by, in: dataset) }
    if dimension == DimensionDeclaration.period { dimension = nil }
    let language = options.language(in: context)
    let filter = try query.part.filter(in: dataset, dimensions: dimension.map { [$0] } ?? [], isOfSeries: true)
    let since = periods.first.flatMap { $0.kind == .year ? $0.year : nil }
    var found: [Indicator] = []
    for name in indicators {
      found.append(try variant.applied(to: dataset.indicator(named: name), since: since, in: dataset))
    }
    let evaluator = Evaluator(
      dataset, boundaries: try query.part.statedOn(), shape: try shape(found, dimension, periods, in: dataset))
    context.kept.keep(evaluator)
    evaluator.readTogether(found)
    var answers: [TrendAnswer] = []
    for indicator in found {
      if answers.contains(where: { $0.indicator.code == indicator.code }) { continue }
      if let decompose {
        guard indicators.count == 1 else { throw .usage(Messages.decomposedAlone) }
        return try self.decompose(indicator, by: decompose, periods, evaluator, in: context)
      }
      answers.append(try answer(indicator, dimension, filter, periods, evaluator))
    }
    guard !multiples || dimension != nil else { throw .usage(Messages.multiplesNeedDimension) }
    guard answers.contains(where: { $0.trends.contains { $0.last != nil } }) else {
      context.note(Messages.noObservation[language] + "\n")
      return ExitCode.no
    }
    for answer in answers {
      try coverage.check(answer.trends.flatMap { $0.points.map { ($0, answer.indicator) } }, in: dataset)
    }
    var forms = AnswerForms(dataset, language: language, boundaries: evaluator.boundaries)
    // Made-up figures name no real body: what they choose has letters.
    forms.hidesNames =
      (filter?.selectsByValue ?? false) && Ranking.hidden.contains(dimension ?? "")
      && answers.contains { $0.trends.contains(where: \.isIllustrative) }
    if let svg {
      guard answers.count == 1, let answer = answers.first else { throw .usage(Messages.onePicture) }
      let picture = TrendPictures(forms).svg(answer.trends, by: dimension, projected: answer.projected)
      try AtomicFile.write(Array((picture ?? "").utf8), to: svg)
    }
    try show(answers, dimension, forms, in: context)
    try explaining.write(explained(answers, dimension, evaluator), forms, in: context)
    return ExitCode.yes
  }

  /// What its questions have in common; nil where rows are told, or other parts than those of the series.
  private func shape(
    _ indicators: [Indicator], _ dimension: String?, _ periods: PeriodChoice, in dataset: Dataset
  ) throws(Failure) -> QuestionShape? {
    guard !explaining.explain, decompose == nil else { return nil }
    return QuestionShape(
      indicators, by: [DimensionDeclaration.period] + [dimension].compactMap { $0 },
      level: try level.named(in: dataset),
      of: try query.part.selection(in: dataset), years: periods.years)
  }

  /// The last value of each indicator; of several series, of all that they are parts of.
  private func explained(
    _ answers: [TrendAnswer], _ dimension: String?, _ evaluator: Evaluator
  ) throws(Failure) -> [(Observation, Indicator)] {
    var observations: [(Observation, Indicator)] = []
    for answer in answers {
      guard let last = answer.trends.first?.last else { continue }
      guard dimension != nil, let slot = PeriodSlot(code: last.period.code) else {
        observations.append((last, answer.indicator))
        continue
      }
      let selection = try query.part.selection(in: evaluator.dataset)
      observations.append((try evaluator.observe(answer.indicator, in: .slot(slot), of: selection), answer.indicator))
    }
    return observations
  }

  private func periods(in dataset: Dataset) throws(Failure) -> PeriodChoice {
    guard let at else { return try query.periods(in: dataset) }
    guard by == nil, project == nil, query.from == nil, query.to == nil, query.period == nil else {
      throw .usage(Messages.atAlone)
    }
    return PeriodChoice(only: try PeriodInput.span(at, in: dataset.catalogue))
  }

  /// The series of one indicator and what goes with them.
  private func answer(
    _ indicator: Indicator, _ dimension: String?, _ filter: Filter?, _ periods: PeriodChoice, _ evaluator: Evaluator
  ) throws(Failure) -> TrendAnswer {
    let dataset = evaluator.dataset
    var trends = try TrendQuery(
      indicator: indicator, selection: query.part.selection(in: dataset), by: dimension,
      level: level.named(in: dataset), periods: periods
    ).run(evaluator)
    if let filter {
      trends = try TrendQuery.kept(trends, by: filter, dimension: dimension, evaluator)
    }
    var indexed: TrendGrid.Index?
    if let index {
      let base = try PeriodInput.slot(index)
      var values: [[Rational?]] = []
      for trend in trends { values.append(try trend.index(base: base)) }
      indexed = (base.description, values)
    }
    return TrendAnswer(
      indicator: indicator, trends: trends, projected: try projections(of: trends, in: dataset), index: indexed)
  }

  /// The change of the whole from the first comparable period to the last, by its parts.
  private func decompose(
    _ indicator: Indicator, by name: String, _ periods: PeriodChoice, _ evaluator: Evaluator, in context: ProcessContext
  ) throws(Failure) -> Int32 {
    try query.part.refuseFilters()
    let dataset = evaluator.dataset
    let dimension = try QueryOptions.dimension(name, in: dataset)
    guard dimension != DimensionDeclaration.period, by == nil, project == nil else {
      throw .usage(Messages.decomposedAlone)
    }
    let language = options.language(in: context)
    let selection = try query.part.selection(in: dataset)
    let whole = try TrendQuery(indicator: indicator, selection: selection, periods: periods).run(evaluator)
    guard let trend = whole.first, trend.last != nil else {
      context.note(Messages.noObservation[language] + "\n")
      return ExitCode.no
    }
    guard let change = trend.change, let first = PeriodSlot(code: change.from.code),
      let last = PeriodSlot(code: change.to.code)
    else { throw .refused(trend.refusal ?? Messages.notComparedTooFew) }
    let builder = TrendBuilder(evaluator)
    let contributions = try builder.contributions(
      of: indicator, from: .slot(first), to: .slot(last), by: dimension,
      level: level.named(in: dataset), within: selection)
    let split = try builder.rateSplit(of: indicator, from: .slot(first), to: .slot(last), for: selection)
    let forms = AnswerForms(dataset, language: language, boundaries: evaluator.boundaries)
    try options.emit(DecompositionGrid(forms).grid(contributions, split: split), in: context)
    try explaining.write(
      [(contributions.before, indicator), (contributions.after, indicator)], forms, in: context)
    return ExitCode.yes
  }

  /// One a series; none where none is asked for.
  ///
  /// - Throws: `Failure.refused` when no series can be projected.
  private func projections(of trends: [Trend], in dataset: Dataset) throws(Failure) -> [ProjectionGrid.Projected] {
    guard let project else { return [] }
    let projected = trends.map { trend -> ProjectionGrid.Projected in
      let measure = dataset.catalogue.measures(of: trend.indicator).first
      let calendar = measure.flatMap { dataset.catalogue.roles[$0.resource]?.reportingYear } ?? .calendar
      return (trend, trend.projection(ahead: project, calendar: calendar))
    }
    if projected.allSatisfy({ $0.outcome.projection == nil }), let reason = projected.first?.outcome.refusal {
      throw .refused(reason)
    }
    return projected
  }

  private func show(
    _ answers: [TrendAnswer], _ dimension: String?, _ forms: AnswerForms, in context: ProcessContext
  ) throws(Failure) {
    let format = options.format ?? .table
    switch format {
    case .json:
      let values = answers.map { answer in
        TrendJSON(forms, hasStatistics: stats, projections: answer.projected.map(\.outcome), index: answer.index)
          .value(answer.trends, by: dimension)
      }
      let value = values.count == 1 ? values[0] : .array(values)
      try options.emit(JSONWriter(.pretty).string(value) + "\n", in: context)
    case .csv, .tsv, .jsonl:
      var all: Grid?
      for answer in answers {
        let long = TrendGrid(forms, index: answer.index).long(
          answer.trends, by: dimension, isNamed: answers.count > 1)
        let grid =
          answer.projected.isEmpty
          ? long : ProjectionGrid(forms).extended(long, with: answer.projected, by: dimension)
        guard let known = all else {
          all = grid
          continue
        }
        all?.rows += grid.rows
        all?.notices += grid.notices.filter { !known.notices.contains($0) }
      }
      if let all { try options.emit(all, in: context) }
    case .table, .markdown:
      if at != nil, format == .table {
        let lines = answers.compactMap { answer in
          answer.trends.first?.points.first.map { forms.value($0, answer.indicator) + "\n" }
        }
        try options.emit(lines.joined(), in: context)
        for notice in tables(answers, dimension, forms).first?.notices ?? [] { context.errors.write(notice + "\n") }
        return
      }
      try options.emit(tables(answers, dimension, forms), in: context)
      guard options.output == nil else { return }
      for answer in answers {
        draw(answer, dimension, forms, title: answers.count > 1, in: context)
      }
    }
  }

  private func draw(
    _ answer: TrendAnswer, _ dimension: String?, _ forms: AnswerForms, title: Bool, in context: ProcessContext
  ) {
    let pictures = TrendPictures(forms)
    let width = context.width ?? 80
    var lines: [String] = []
    if let dimension {
      if multiples {
        lines = pictures.multiples(answer.trends, by: dimension, projected: answer.projected, width: width)
      }
    } else if plot, let trend = answer.trends.first {
      lines = pictures.plot(
        trend, projected: answer.projected.first, width: width, style: context.style(options.color))
    }
    if title, !lines.isEmpty { lines.insert(forms.title(answer.indicator), at: 0) }
    if !lines.isEmpty { context.output.write("\n" + lines.joined(separator: "\n") + "\n") }
  }

  /// For people: one table an indicator, and its projection under it.
  private func tables(_ answers: [TrendAnswer], _ dimension: String?, _ forms: AnswerForms) -> [Grid] {
    var tables: [Grid] = []
    for answer in answers {
      let grids = TrendGrid(forms, index: answer.index)
      var table =
        dimension.map { grids.several(answer.trends, by: $0, hasPlot: plot) }
        ?? answer.trends.first.map { grids.single($0, hasStatistics: stats) } ?? Grid(columns: [])
      if let first = tables.first { table.notices.removeAll { first.notices.contains($0) } }
      tables.append(table)
      if !answer.projected.isEmpty { tables.append(ProjectionGrid(forms).table(answer.projected, by: dimension)) }
    }
    return tables
  }
}

/// The series of one indicator, what they would be next, and their index.
struct TrendAnswer {
  let indicator: Indicator
  let trends: [Trend]
  let projected: [ProjectionGrid.Projected]
  let index: TrendGrid.Index?
}
