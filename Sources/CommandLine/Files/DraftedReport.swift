import Aggregation
import Datasets
import Findings
import Language

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A first report on a package: made beside its place, checked by making it, and put there only if that works.
struct DraftedReport {
  let folder: String
  let starter: StarterReport

  /// The package that a report in a folder would be about: the one asked for, the one that the folder lies in, or the one
  /// that we are in; nil where there is none.
  static func dataset(
    for folder: String, _ options: CommonOptions, in context: ProcessContext
  ) throws(Failure) -> Dataset? {
    if !options.data.isEmpty { return try options.dataset(in: context) }
    let place = URL(filePath: folder).standardizedFileURL.deletingLastPathComponent().path
    for start in [place, FileManager.default.currentDirectoryPath] {
      guard let found = ProcessContext.nearest(DataPackage.descriptorName, from: start) else { continue }
      return try Dataset.open(found)
    }
    return nil
  }

  /// - Returns: the names of the files.
  func write() throws(Failure) -> [String] {
    let files = starter.files
    try StagedFolder.write(folder) { (staging) throws(Failure) in
      for file in files { try AtomicFile.write(Array(file.text.utf8), to: "\(staging)/\(file.name)") }
      try StarterReport.check(staging, starter.dataset)
    }
    return files.map(\.name)
  }
}
