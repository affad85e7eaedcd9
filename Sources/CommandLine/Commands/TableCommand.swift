import Aggregation
import ArgumentParser
import Catalogue
import Findings
import Language
import Rendering
import Trends

struct TableCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table", abstract: "Any cross-table of indicators by period, unit, organisation and other dimensions.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var query: QueryOptions

  @OptionGroup var coverage: CoverageOptions

  @Argument(help: "Indicators, by code or name.", completion: Completing.indicators)
  var indicators: [String]

  @Option(name: .long, help: ArgumentHelp("Dimensions, separated by commas (default: period).", valueName: "dim,…"))
  var by: String = DimensionDeclaration.period

  @Option(name: .long, help: "The level of units.")
  var level: String?

  @Option(name: .long, help: "One column for each member of this dimension, in tables for people.")
  var pivot: String?

  @Flag(name: .long, help: "Close with one total for each indicator.")
  var total = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Sort rows by an indicator or a dimension; KEY:desc for the largest first; may be repeated.", valueName: "key"))
  var sort: [String] = []

  @Option(name: .long, help: "Show so many rows, and the others together.")
  var top: Int?

  @Flag(name: .long, help: "Beside each sum its share of the whole.")
  var share = false

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    let isWorkbook = options.output?.lowercased().hasSuffix(".xlsx") ?? false
    guard !isWorkbook || options.format == nil else { throw .usage(Messages.xlsxFormat) }
    let dataset = try options.dataset(in: context)
    var found: [Indicator] = []
    for name in indicators {
      let indicator = try dataset.indicator(named: name)
      if !found.contains(where: { $0.code == indicator.code }) { found.append(indicator) }
    }
    var dimensions: [String] = []
    for name in by.split(separator: ",").map(String.init) + [pivot].compactMap({ $0 }) {
      let dimension = try QueryOptions.dimension(name, in: dataset)
      if !dimensions.contains(dimension) { dimensions.append(dimension) }
    }
    let periods = try query.periods(in: dataset)
    let crossQuery = CrossTableQuery(
      indicators: found, by: dimensions, selection: try query.part.selection(in: dataset),
      level: try QueryOptions.level(level, in: dataset), periods: periods, hasTotal: total)
    let language = options.language(in: context)
    let boundaries = try query.part.statedOn()
    let shape = try shape(found, dimensions, dataset)
    let evaluator = Evaluator(dataset, boundaries: boundaries)
    guard let table = try crossQuery.run(evaluator)?.shaped(shape, evaluator),
      table.rows.contains(where: { $0.observations.contains { $0?.value != nil } })
    else {
      context.note(Messages.noObservation[language] + "\n")
      return ExitCode.no
    }
    try coverage.check(table.observations, in: dataset)
    let grids = CrossTableGrid(AnswerForms(dataset, language: language, boundaries: boundaries))
    if let output = options.output, isWorkbook {
      let file = TableFile(
        grid: grids.wide(table, pivot: pivot), table: table, dataset: dataset, language: language)
      try file.write(to: output)
      return ExitCode.yes
    }
    let isForPeople = (options.format ?? .table).isForPeople
    try options.emit(isForPeople ? grids.wide(table, pivot: pivot) : grids.long(table), in: context)
    return ExitCode.yes
  }

  private func shape(
    _ indicators: [Indicator], _ dimensions: [String], _ dataset: Dataset
  ) throws(Failure) -> TableShape {
    if let top, top < 1 { throw .usage(Messages.wrongTop(top)) }
    var keys: [TableShape.SortKey] = []
    for text in sort {
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      let isDescending = parts.count == 2 && parts[1] == "desc"
      guard let name = parts.first, parts.count == 1 || isDescending || parts[1] == "asc" else {
        throw .usage(Messages.wrongSort(text, ["KEY", "KEY:asc", "KEY:desc"]))
      }
      if dimensions.contains(name) {
        keys.append(.init(.dimension(name), isDescending: isDescending))
      } else if let index = indicators.firstIndex(where: { $0.code == name }) {
        keys.append(.init(.indicator(index), isDescending: isDescending))
      } else {
        let known = indicators.map(\.code) + dimensions
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
