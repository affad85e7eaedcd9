public import Aggregation
public import Catalogue
import Datasets
public import Findings

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What changed between two vintages of a data package: its rows, and every value that follows from them.
public struct Revision: Sendable {
  public let rows: RowRevision
  /// In the order of catalogue, parts and periods.
  public let values: [RevisedValue]
  /// One for each indicator with revised values.
  public let summaries: [RevisionSummary]

  public var isEmpty: Bool {
    rows.differences.isEmpty && values.isEmpty && rows.addedResources.isEmpty && rows.removedResources.isEmpty
  }

  /// Indicators with revised values, in the order of the catalogue.
  public var indicators: [Indicator] { summaries.map(\.indicator) }

  /// - Parameter names: what the vintages are called, before the files of findings: both have files of the same names.
  /// - Throws: `Failure.invalid` when a file of either vintage has errors; what evaluating throws.
  public static func between(
    _ old: Dataset, _ new: Dataset, names: (old: String, new: String)
  ) throws(Failure) -> Revision {
    let rows = try RowComparison.run(old.package, new.package, names: names)
    let comparison = ValueComparison(old, new)
    let values = try comparison.run(touching: touched(rows, old, new))
    var counts: [String: Int] = [:]
    for value in values { counts[value.indicator.code, default: 0] += 1 }
    var summaries: [RevisionSummary] = []
    for indicator in comparison.indicators {
      guard let count = counts[indicator.code] else { continue }
      summaries.append(try comparison.summary(of: indicator, revised: count))
    }
    return Revision(rows: rows, values: values, summaries: summaries)
  }

  /// The resources whose indicators may differ; nil for all of them.
  private static func touched(_ rows: RowRevision, _ old: Dataset, _ new: Dataset) -> Set<String>? {
    let measured = Set([old, new].flatMap { $0.catalogue.measures.values.map(\.resource) })
    guard rows.resources.isSubset(of: measured), rows.addedResources.isEmpty, rows.removedResources.isEmpty,
      RowComparison.equalFiles(
        old.package, new.package, [DataPackage.descriptorName, Catalogue.fileName])
    else { return nil }
    return rows.resources
  }
}
