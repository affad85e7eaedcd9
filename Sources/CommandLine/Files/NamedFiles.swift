import Datasets
import Findings
import Language

/// What `--file` asks for: resources that are read from other files than the package's own.
struct NamedFiles {
  /// Its path for the standard input.
  private static let standardInput = "-"

  private let files: [(resource: String, name: String)]

  /// - Throws: `Failure.usage` for what has not the form RESOURCE=PATH, or stands twice.
  init(_ options: [String]) throws(Failure) {
    var files: [(resource: String, name: String)] = []
    for option in options {
      let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw .usage(Messages.notAResourceFile(option))
      }
      guard !files.contains(where: { $0.resource == parts[0] }) else { throw .usage(Messages.resourceTwice(parts[0])) }
      files.append((parts[0], parts[1]))
    }
    guard files.count(where: { $0.name == Self.standardInput }) < 2 else { throw .usage(Messages.standardInputOnce) }
    self.files = files
  }

  /// The files, ready to be read as often as anybody likes. Says which corrections are not made in them.
  ///
  /// - Throws: `Failure.usage` for a resource that there is not, before anything is read; `.noInput` for a file that
  ///   there is not; `.inputOutput` where a pipe cannot be read, or not be kept.
  func substitutes(
    in folder: String, _ language: OutputLanguage, _ context: ProcessContext
  ) throws(Failure) -> [FileSubstitute] {
    guard !files.isEmpty, let package = try Self.package(folder) else { return [] }
    for file in files { try package.requireResource(named: file.resource) }
    var substitutes: [FileSubstitute] = []
    for file in files {
      let input =
        file.name == Self.standardInput
        ? try ReadableFile.standardInput(called: file.name) : try ReadableFile.named(file.name)
      context.kept.keep(input)
      substitutes.append(FileSubstitute(resource: file.resource, name: file.name, path: input.path))
      let corrections = package.corrections
      let count = corrections.count(in: file.resource)
      // Also with --quiet: the figures are others than with the corrections.
      if count > 0, let place = corrections.resource?.path {
        let note = Messages.notCorrected(count, in: place, file.resource, file.name)[language]
        context.errors.write(PrintableText.of(note) + "\n")
      }
    }
    return substitutes
  }

  /// Nil where the descriptor is wrong, which whoever opens it next says in his way.
  private static func package(_ folder: String) throws(Failure) -> DataPackage? {
    do throws(Failure) { return try DataPackage.open(folder) } catch {
      guard case .invalid = error else { throw error }
      return nil
    }
  }
}
