public import Aggregation
import Catalogue
import Datasets
import Findings

/// What has been read for the reports on one dataset, on any threads: its rows, and the checks of its files.
public final class ReportReadings: Sendable {
  public let data = SharedReadings()
  private let files = OnceEach<[SourceFile]>()

  public init() {}

  /// Reads what a report will ask for, the headline's first, while it is built on another thread. What is wrong in it is
  /// kept for the report.
  public func readAhead(_ definition: ReportDefinition, of dataset: Dataset) {
    var references = [definition.summary.headline] + definition.summary.levels + definition.summary.totals
    references += definition.tables.flatMap(\.references)
    let indicators = references.compactMap { dataset.catalogue.indicator($0.code) }
    let resources = indicators.flatMap { dataset.catalogue.measures(of: $0).map(\.resource) }
    data.readAhead(resources, of: dataset)
    _ = try? files(of: dataset.package)
  }

  /// All files of the package, the corrections last, with the checks of their lines.
  ///
  /// - Throws: `Failure.inputOutput` when one of them cannot be read.
  func files(of package: DataPackage) throws(Failure) -> [SourceFile] {
    try files.value("") { () throws(Failure) in
      let corrections = package.corrections.resource
      var files: [SourceFile] = []
      for resource in package.resources where resource.name != corrections?.name {
        files += try SourceHash.files(resource, of: package, lines: true)
      }
      if let corrections { files += try SourceHash.files(corrections, of: package, lines: true) }
      return files
    }
  }
}
