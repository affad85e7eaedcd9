import Aggregation
import ArgumentParser
import Catalogue
import Findings
import Language
import Rendering
import Trends

struct TableCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table", _superCommandName: Thapnien.name,
    abstract: "Any cross-table of indicators by period, unit, organisation and other dimensions.")

  static let takesFiles = true

  @OptionGroup var options: CommonOptions
  @OptionGroup var query: QueryOptions

  @OptionGroup var coverage: CoverageOptions
  @OptionGroup var variant: VariantOptions

  @Argument(help: "Indicators, by code or name.", completion: Completing.indicators)
  var indicators: [String]

  @Option(
    name: .long, help: ArgumentHelp("Dimensions, separated by commas (default: period).", valueName: "dim,…"),
    completion: Completing.dimensions)
  var by: String = DimensionDeclaration.period

  @OptionGroup var level: LevelOption

  @Option(
    name: .long, help: "One column for each member of this dimension, in tables for people.",
    completion: Completing.dimensions)
  var pivot: String?

  @Flag(name: .long, help: "Close with one total for each indicator.")
  var total = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Sort rows by an indicator or a dimension; KEY:desc for the largest first; may be repeated.", valueName: "key"),
    completion: Completing.sortKeys)
  var sort: [String] = []

  @OptionGroup var top: TopOption

  @Flag(name: .long, help: "Beside each sum its share of the whole.")
  var share = false

  @OptionGroup var explaining: ExplainOption

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    let isWorkbook = options.output?.lowercased().hasSuffix(".xlsx") ?? false
    guard !isWorkbook || options.format == nil else { throw .usage(Messages.xlsxFormat) }
    let dataset = try options.dataset(in: context)
    let periods = try query.periods(in: dataset)
    let since = periods.first.flatMap { $0.kind == .year ? $0.year : nil }
    var found: [Indicator] = []
    /// As they were asked for, before anything is made of them.
    var codes: [String] = []
    for name in indicators {
      let indicator = try dataset.indicator(named: name)
      if codes.contains(indicator.code) { continue }
      codes.append(indicator.code)
      found.append(try variant.applied(to: indicator, since: since, in: dataset))
    }
    var dimensions: [String] = []
    for name in by.split(separator: ",").map(String.init) + [pivot].compactMap({ $0 }) {
      let dimension = try QueryOptions.dimension(name, in: dataset)
      if !dimensions.contains(dimension) { dimensions.append(dimension) }
    }
    let crossQuery = CrossTableQuery(
      indicators: found, by: dimensions, selection: try query.part.selection(in: dataset),
      level: try level.named(in: dataset), periods: periods, hasTotal: total)
    let questions = QuestionShape(
      found, by: dimensions, level: crossQuery.level, of: crossQuery.selection, years: periods.years)
    let language = options.language(in: context)
    let boundaries = try query.part.statedOn()
    let shape = try shape(codes, dimensions, dataset)
    let evaluator = Evaluator(dataset, boundaries: boundaries, shape: explaining.explain ? nil : questions)
    context.kept.keep(evaluator)
    guard let table = try crossQuery.run(evaluator)?.shaped(shape, evaluator),
      table.rows.contains(where: { $0.observations.contains { $0?.value != nil } })
    else {
      context.note(Messages.noObservation[language] + "\n")
      return ExitCode.no
    }
    try coverage.check(table.observations, in: dataset)
    let forms = AnswerForms(dataset, language: language, boundaries: boundaries)
    let grids = CrossTableGrid(forms)
    if let output = options.output, isWorkbook {
      let file = TableFile(
        grid: grids.wide(table, pivot: pivot), table: table, dataset: dataset, language: language)
      try file.write(to: output)
      return ExitCode.yes
    }
    let isForPeople = (options.format ?? .table).isForPeople
    try options.emit(isForPeople ? grids.wide(table, pivot: pivot) : grids.long(table), in: context)
    try explaining.write(lastOfWhole(table, evaluator), forms, in: context)
    return ExitCode.yes
  }

  /// Each indicator of the whole in the last period shown.
  private func lastOfWhole(
    _ table: CrossTable, _ evaluator: Evaluator
  ) throws(Failure) -> [(Observation, Indicator)] {
    guard let last = table.spans.last else { return [] }
    var observations: [(Observation, Indicator)] = []
    for indicator in table.query.indicators {
      observations.append((try evaluator.observe(indicator, in: last, of: table.query.selection), indicator))
    }
    return observations
  }

  private func shape(
    _ codes: [String], _ dimensions: [String], _ dataset: Dataset
  ) throws(Failure) -> TableShape {
    let top = try top.checked()
    var keys: [TableShape.SortKey] = []
    for text in sort {
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      let isDescending = parts.count == 2 && parts[1] == "desc"
      guard let name = parts.first, parts.count == 1 || isDescending || parts[1] == "asc" else {
        throw .usage(Messages.wrongSort(text, ["KEY", "KEY:asc", "KEY:desc"]))
      }
      if dimensions.contains(name) {
        keys.append(.init(.dimension(name), isDescending: isDescending))
      } else if let index = codes.firstIndex(of: name) {
        keys.append(.init(.indicator(index), isDescending: isDescending))
      } else {
        let known = codes + dimensions
        let near = NearestWord.candidates(for: name, among: known)
        throw .usage(Messages.wrongSort(name, near.isEmpty ? known : near))
      }
    }
    let shape = TableShape(
      filter: try query.part.filter(in: dataset, dimensions: dimensions, isOfSeries: false), sort: keys, top: top,
      hasShares: share)
    guard pivot == nil || (!shape.ranks && top == nil && !share) else { throw .usage(Messages.pivotAlone) }
    return shape
  }
}
