import Datasets
import Findings
import Language
import Reports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Finds themes: by path, by name in the nearest `reports/themes/` upwards from here or from the package, then among
/// those that are always there.
enum ThemeFinder {
  /// - Throws: `Failure.noInput` with the names there are, `.invalid` when a theme is wrong.
  static func theme(_ name: String, package: String) throws(Failure) -> Theme {
    if name.contains("/") || name.hasSuffix(".yaml") { return try ThemeReader.read(name) }
    let folders = folders(package: package)
    for folder in folders where TextFile.exists("\(folder)/\(name).yaml") {
      return try ThemeReader.read("\(folder)/\(name).yaml")
    }
    if let theme = Theme.builtIn.first(where: { $0.name == name }) { return theme }
    let known = names(in: folders)
    throw .noInput(
      path: name,
      reason: Messages.unknownOption(
        Messages.wordTheme, name, near: NearestWord.candidates(for: name, among: known), known: known))
  }

  private static func names(in folders: [String]) -> [String] {
    var names = Theme.builtIn.map(\.name)
    for folder in folders {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      names += files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    }
    return Set(names).sorted()
  }

  private static func folders(package: String) -> [String] {
    var folders: [String] = []
    for start in [FileManager.default.currentDirectoryPath, package] {
      guard let root = ProcessContext.nearest("reports", from: start), !folders.contains("\(root)/reports/themes")
      else { continue }
      folders.append("\(root)/reports/themes")
    }
    return folders
  }
}
