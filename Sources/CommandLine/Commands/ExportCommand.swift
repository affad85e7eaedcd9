import Aggregation
import ArgumentParser
import Catalogue
import Databases
import Findings
import Language
import Rendering
import Trends

struct ExportCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", _superCommandName: Thapnien.name,
    abstract: "The indicators for other tools: tidy CSV, SDMX-CSV with its structure, or an SQLite database.")

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case csv
    case sdmx = "sdmx-csv"
    case sqlite
  }

  @OptionGroup var options: CommonOptions

  @Option(name: .customLong("as"), help: "csv, sdmx-csv or sqlite.")
  var form: Form

  @Argument(help: "Indicators, by code or name (default: all).", completion: Completing.indicators)
  var indicators: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Also the members of these dimensions, separated by commas.", valueName: "dim,…"))
  var by: String = "\(DimensionDeclaration.unit),\(DimensionDeclaration.organisation)"

  @Option(name: .long, help: "The first period.")
  var from: String?

  @Option(name: .long, help: "The last period.")
  var to: String?

  @Option(name: .long, help: ArgumentHelp("The kind of periods (default: year).", valueName: "kind"))
  var period: String?

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    guard let place = options.output else { throw .usage(Messages.exportNeedsFolder) }
    guard options.format == nil else { throw .usage(Messages.exportHasNoFormat) }
    let dataset = try options.dataset(in: context)
    var wanted: [Indicator] = []
    for name in indicators { wanted.append(try dataset.indicator(named: name)) }
    if wanted.isEmpty { wanted = dataset.catalogue.indicators }
    var dimensions: [String] = []
    for name in by.split(separator: ",").map(String.init) {
      let known = dataset.catalogue.dimension(name) != nil
      // What is asked for by default need not be there.
      if known || name != DimensionDeclaration.organisation && name != DimensionDeclaration.unit {
        dimensions.append(try QueryOptions.dimension(name, in: dataset))
      }
    }
    let periods = try PeriodInput.choice(from: from, to: to, period: period, in: dataset.catalogue)
    let set = try ObservationSet.all(wanted, by: dimensions, periods: periods, Evaluator(dataset))
    let language = options.language(in: context)
    guard set.withoutValues.count < wanted.count else {
      context.note(Messages.noObservation[language] + "\n")
      return ExitCode.no
    }
    let written = try write(set, to: place)
    for notice in set.isIllustrative ? [Messages.illustrativeNotice[language]] : [] {
      context.errors.write(notice + "\n")
    }
    if !set.withoutValues.isEmpty { context.note(Messages.exportedWithout(set.withoutValues)[language] + "\n") }
    for path in written { context.output.write("\(path)\n") }
    return ExitCode.yes
  }

  /// - Returns: the paths of the files.
  private func write(_ set: ObservationSet, to place: String) throws(Failure) -> [String] {
    let files: [(name: String, text: String)]
    switch form {
    case .csv: files = TidyExport(set).files
    case .sdmx: files = SDMXExport(set).files
    case .sqlite:
      try AtomicFile.write(PackageDatabase(set).bytes(), to: place)
      return [place]
    }
    for (name, text) in files { try ExportFolder.write(text, named: name, in: place) }
    return files.map { "\(place)/\($0.name)" }
  }
}
