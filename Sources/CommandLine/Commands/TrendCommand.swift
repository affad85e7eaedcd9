import Aggregation
import ArgumentParser
import Catalogue
import Findings
import Language
import Rendering
import Reports
import Trends
import Values

struct TrendCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend", abstract: "The series of an indicator, its change and its picture.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var query: QueryOptions

  @OptionGroup var coverage: CoverageOptions

  @Argument(help: "The indicator, by code or name.")
  var indicator: String

  @Option(name: .long, help: "One series for each member of a dimension: unit, organisation, …")
  var by: String?

  @Option(name: .long, help: "The level of units for --by unit.")
  var level: String?

  @Flag(name: .long, help: "Draw it.")
  var plot = false

  @Flag(name: .long, help: "Add statistics: lines, tests of trend, shifts, outliers; growth, index and runs to JSON.")
  var stats = false

  @Option(
    name: .long,
    help: ArgumentHelp("Project so many periods, with intervals; never without the mark F.", valueName: "n"))
  var project: Int?

  @Flag(name: .long, help: "Say where the last value comes from.")
  var explain = false

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    if let project, !(1...TrendProjection.farthest).contains(project) {
      throw .usage(Messages.wrongProjection(project, TrendProjection.farthest))
    }
    let dataset = try options.dataset(in: context)
    let indicator = try dataset.indicator(named: indicator)
    let periods = try query.periods(in: dataset)
    var dimension: String?
    if let by { dimension = try QueryOptions.dimension(by, in: dataset) }
    if dimension == DimensionDeclaration.period { dimension = nil }
    let evaluator = Evaluator(dataset, boundaries: try query.part.statedOn())
    let trends = try TrendQuery(
      indicator: indicator, selection: query.part.selection(in: dataset), by: dimension,
      level: QueryOptions.level(level, in: dataset), periods: periods
    ).run(evaluator)
    let language = options.language(in: context)
    let forms = AnswerForms(dataset, language: language, boundaries: evaluator.boundaries)
    guard trends.contains(where: { $0.last != nil }) else {
      context.errors.write(Messages.noObservation[language] + "\n")
      return ExitCode.no
    }
    try coverage.check(trends.flatMap { $0.points.map { ($0, indicator) } }, in: dataset)
    let projected = try projections(of: trends, in: dataset)
    try show(trends, projected, dimension, forms, in: context)
    if explain, let last = trends.first?.last { try explain(last, indicator, forms, in: context) }
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
    _ trends: [Trend], _ projected: [ProjectionGrid.Projected], _ dimension: String?, _ forms: AnswerForms,
    in context: ProcessContext
  ) throws(Failure) {
    let grids = TrendGrid(forms)
    let below = projected.isEmpty ? [] : [ProjectionGrid(forms).table(projected, by: dimension)]
    let format = options.format ?? .table
    switch format {
    case .json:
      let value = TrendJSON(forms, hasStatistics: stats, projections: projected.map(\.outcome))
        .value(trends, by: dimension)
      try options.emit(JSONWriter(.pretty).string(value) + "\n", in: context)
    case .csv, .tsv, .jsonl:
      let long = grids.long(trends, by: dimension)
      let grid = projected.isEmpty ? long : ProjectionGrid(forms).extended(long, with: projected, by: dimension)
      try options.emit(grid, in: context)
    case .table, .markdown:
      if let dimension {
        try options.emit([grids.several(trends, by: dimension, hasPlot: plot)] + below, in: context)
      } else if let trend = trends.first {
        try options.emit([grids.single(trend, hasStatistics: stats)] + below, in: context)
        guard plot, options.output == nil else { return }
        let lines = grids.plot(trend, width: context.width ?? 80, style: context.style(options.color))
        context.output.write("\n" + lines.joined(separator: "\n") + "\n")
      }
    }
  }

  private func explain(
    _ observation: Observation, _ indicator: Indicator, _ forms: AnswerForms, in context: ProcessContext
  ) throws(Failure) {
    let explanation = try Explaining.explanation(observation, indicator, forms)
    // Data goes to the standard output, everything else beside it.
    context.errors.write("\n" + explanation.text)
  }
}

/// Hashes the files behind an observation and puts the explanation together.
enum Explaining {
  static func explanation(
    _ observation: Observation, _ indicator: Indicator, _ forms: AnswerForms
  ) throws(Failure) -> Explanation {
    var files: [SourceFile] = []
    for name in Set(observation.inputs.map(\.resource)).sorted() {
      guard let resource = forms.dataset.package.resource(named: name) else { continue }
      files += try SourceHash.files(resource, of: forms.dataset.package)
    }
    if let corrections = forms.dataset.package.corrections.resource,
      observation.inputs.contains(where: { !$0.corrections.isEmpty })
    {
      files += try SourceHash.files(corrections, of: forms.dataset.package)
    }
    return Explanation(observation, of: indicator, files: files, forms: forms)
  }
}
