import Aggregation
import Catalogue
import Datasets
import Findings
import Language
import Reports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Finds report definitions: by path, or by name in the nearest `reports/` upwards from here or from the package.
enum ReportFinder {
  /// - Throws: `Failure.noInput` naming the places that were looked at.
  static func folder(of name: String, package: String) throws(Failure) -> String {
    if name.hasSuffix("/\(ReportDefinition.fileName)") || name == ReportDefinition.fileName {
      let folder = URL(filePath: name).deletingLastPathComponent().path
      if TextFile.exists(name) { return folder }
    }
    if TextFile.exists("\(name)/\(ReportDefinition.fileName)") { return withoutSlash(name) }
    var tried: [String] = []
    if !name.contains("/") {
      for root in roots(package: package) {
        let folder = "\(root)/\(name)"
        if TextFile.exists("\(folder)/\(ReportDefinition.fileName)") { return folder }
        tried.append(relative("\(folder)/\(ReportDefinition.fileName)"))
      }
    }
    throw .noInput(path: name, reason: Messages.noReport(name, tried: tried.isEmpty ? [name] : tried))
  }

  /// The folders of all definitions that can be named.
  static func folders(package: String) -> [String] {
    var folders: [String] = []
    for root in roots(package: package) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
      folders += names.sorted().map { "\(root)/\($0)" }.filter { TextFile.exists("\($0)/\(ReportDefinition.fileName)") }
    }
    return folders
  }

  static func names(_ dataset: Dataset) -> ReportDefinitionReader.DatasetNames {
    ReportDefinitionReader.DatasetNames(
      indicators: dataset.catalogue.indicators.map(\.code), dimensions: dataset.catalogue.dimensions.map(\.name))
  }

  private static func roots(package: String) -> [String] {
    var roots: [String] = []
    for start in [FileManager.default.currentDirectoryPath, package] {
      guard let found = ProcessContext.nearest("reports", from: start), !roots.contains("\(found)/reports") else {
        continue
      }
      roots.append("\(found)/reports")
    }
    return roots
  }

  private static func withoutSlash(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  private static func relative(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}
