import ArgumentParser
import Findings
import Language

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct NewCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", _superCommandName: Thapnien.name,
    abstract: "Something to start from: a data package or a report definition.",
    discussion: """
      A report is written for the package that --data names, that its folder lies in, or that is nearest: it names what \
      the package publishes, and builds at once. Nothing is overwritten.
      """)

  enum Subject: String, ExpressibleByArgument, CaseIterable { case package, report }

  @OptionGroup var options: CommonOptions

  @Argument(help: "package or report.")
  var subject: Subject

  @Argument(help: "The folder to make.", completion: .directory)
  var folder: String

  @Option(name: .long, help: ArgumentHelp("Infer a package from this CSV file; may be repeated.", valueName: "csv"))
  var from: [String] = []

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    guard from.isEmpty || subject == .package else { throw .usage(Messages.fromNeedsPackage) }
    let existing = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard existing.isEmpty else { throw .cannotCreate(path: folder, reason: Messages.folderNotEmpty) }
    if !from.isEmpty {
      return try DraftedPackage(folder: folder, paths: from, language: options.language(in: context)).write(in: context)
    }
    let names =
      switch subject {
      case .package: try write(StarterFiles.package)
      case .report: try writeReport(in: context)
      }
    for name in names {
      context.output.write(Messages.created("\(folder)/\(name)")[options.language(in: context)] + "\n")
    }
    return ExitCode.yes
  }

  /// On the package at hand; where there is none, on the package that `new package` makes.
  private func writeReport(in context: ProcessContext) throws(Failure) -> [String] {
    guard let dataset = try DraftedReport.dataset(for: folder, options, in: context),
      let starter = try StarterReport(dataset)
    else { return try write(StarterFiles.report) }
    return try DraftedReport(folder: folder, starter: starter).write()
  }

  private func write(_ files: [StarterFiles.File]) throws(Failure) -> [String] {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw .cannotCreate(path: folder, reason: Messages.cannotCreate)
    }
    for file in files { try AtomicFile.write(Array(file.text.utf8), to: "\(folder)/\(file.name)") }
    return files.map(\.name)
  }
}
