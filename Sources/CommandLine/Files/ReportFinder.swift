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
    if TextFile.exists("\(name)/\(ReportDefinition.fileName)") { return named(name) }
    var tried: [String] = []
    if !name.contains("/") {
      for root in roots(package: package) {
        let folder = "\(root)/\(name)"
        if TextFile.exists("\(folder)/\(ReportDefinition.fileName)") { return folder }
        tried.append(relative("\(folder)/\(ReportDefinition.fileName)"))
      }
    }
    throw .noInput(
      path: name,
      reason: Messages.noReport(name, tried: tried.isEmpty ? [name] : tried, near: near(name, package: package)))
  }

  private static func near(_ name: String, package: String) -> [String] {
    let names = folders(package: package).compactMap { $0.split(separator: "/").last.map(String.init) }
    return NearestWord.candidates(for: name, among: names)
  }

  /// The folders of all definitions that can be named: of two of one name, the one that its name would find.
  static func folders(package: String) -> [String] {
    var folders: [String] = []
    var known: Set<String> = []
    for root in roots(package: package) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
      for name in names.sorted() where TextFile.exists("\(root)/\(name)/\(ReportDefinition.fileName)") {
        if known.insert(name).inserted { folders.append("\(root)/\(name)") }
      }
    }
    return folders
  }

  static func names(_ dataset: Dataset) -> ReportDefinitionReader.DatasetNames {
    ReportDefinitionReader.DatasetNames(
      indicators: dataset.catalogue.indicators.map(\.code), dimensions: dataset.catalogue.dimensions.map(\.name),
      terms: dataset.catalogue.periods.filter { $0.period.kind == .term }.map(\.period.code),
      package: dataset.package.folder)
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

  /// The folder's name is the report's, so it is looked up where the path does not hold it.
  private static func named(_ folder: String) -> String {
    let path = withoutSlash(folder)
    let last = path.split(separator: "/").last ?? ""
    return last == "." || last == ".." ? URL(filePath: path).standardizedFileURL.path : path
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
