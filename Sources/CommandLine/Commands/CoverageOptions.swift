import Aggregation
import ArgumentParser
import Catalogue
import Findings
import Language

/// How much of what was expected has to report.
struct CoverageOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Refuse values to which a smaller part of the expected cells reports: 0.9, or 90%.", valueName: "share"))
  var requireCoverage: String?

  func required() throws(Failure) -> RequiredCoverage? {
    guard let requireCoverage else { return nil }
    guard let required = RequiredCoverage(requireCoverage) else {
      throw .usage(Messages.wrongRequiredCoverage(requireCoverage))
    }
    return required
  }

  func check(
    _ observations: @autoclosure () -> [(Observation, Indicator)], in dataset: Dataset
  ) throws(Failure) {
    guard let required = try required() else { return }
    try required.check(observations().compactMap { RequiredCoverage.Figure($0, of: $1) }, in: dataset)
  }
}
