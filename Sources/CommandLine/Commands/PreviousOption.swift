import ArgumentParser
import Findings
import Reports

struct PreviousOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("The folder of the previous edition, which the briefing is compared with.", valueName: "dir"))
  var previous: String?

  /// The edition that is named here, or else by the definition.
  func edition(of definition: ReportDefinition) throws(Failure) -> PreviousEdition? {
    let folder = previous ?? definition.previous.map { "\(definition.folder)/\($0)" }
    return try folder.map { folder throws(Failure) in try PreviousEdition.read(folder, report: definition.name) }
  }
}
