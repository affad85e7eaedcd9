import Aggregation
import Datasets
import Findings

/// The dataset that a command line seems to be about, opened on another thread while the line is parsed, which takes
/// half as long. Nothing of it is seen unless the command turns out to ask for that folder.
struct DatasetAhead {
  /// Those that begin with opening a dataset.
  private static let commands = [
    "trend", "table", "rank", "compare", "list", "explain", "export", "report", "verify", "audit",
  ]
  /// With them, who reads, or what, has to be known beforehand; or nothing is read at all.
  private static let telling = ["--threads", "--verbose", "--file", "--help", "-h"]

  /// Told what it reads; nil where nobody looks.
  let progress: ReadingProgress?
  private let begun: WorkPieces<(folder: String, dataset: Result<Dataset, Failure>)?>.Begun

  /// Nil where the line is not of that kind, or names several folders.
  init?(_ arguments: [String], in context: ProcessContext) {
    guard let command = arguments.first, Self.commands.contains(command), WorkPieces<Void>.haveOthers,
      !arguments.contains(where: { argument in Self.telling.contains { argument.hasPrefix($0) } })
    else { return nil }
    var data: [String] = []
    for (index, argument) in arguments.enumerated() {
      if argument == "--data", index + 1 < arguments.count { data.append(arguments[index + 1]) }
      if argument.hasPrefix("--data=") { data.append(String(argument.dropFirst("--data=".count))) }
    }
    guard data.count < 2 else { return nil }
    let progress = context.errors.isTerminal ? ReadingProgress() : nil
    let (named, environment) = (data, context.environment)
    self.progress = progress
    begun = WorkPieces.begin(1) { _ in
      guard let folder = try? CommonOptions.folder(named, environment) else { return nil }
      return (folder, Result { () throws(Failure) in try Dataset.open(folder, progress: progress) })
    }
  }

  /// What opening a folder has come to; nil for another folder than it was opened for.
  func dataset(in folder: String) -> Result<Dataset, Failure>? {
    guard let made = begun.results().first ?? nil, made.folder == folder else { return nil }
    return made.dataset
  }
}
