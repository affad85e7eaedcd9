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
    commandName: "new", abstract: "Something to start from: a data package or a report definition.")

  enum Subject: String, ExpressibleByArgument, CaseIterable { case package, report }

  @OptionGroup var options: CommonOptions

  @Argument(help: "package or report.")
  var subject: Subject

  @Argument(help: "The folder to make.")
  var folder: String

  @Option(name: .long, help: ArgumentHelp("Infer a package from this CSV file; may be repeated.", valueName: "csv"))
  var from: [String] = []

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    guard from.isEmpty || subject == .package else { throw .usage(Messages.fromNeedsPackage) }
    let files =
      switch subject {
      case .package: StarterFiles.package
      case .report: StarterFiles.report
      }
    let existing = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard existing.isEmpty else { throw .cannotCreate(path: folder, reason: Messages.folderNotEmpty) }
    if !from.isEmpty {
      return try DraftedPackage(folder: folder, paths: from, language: options.language(in: context)).write(in: context)
    }
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw .cannotCreate(path: folder, reason: Messages.cannotCreate)
    }
    let language = options.language(in: context)
    for file in files {
      try AtomicFile.write(Array(file.text.utf8), to: "\(folder)/\(file.name)")
      context.output.write(Messages.created("\(folder)/\(file.name)")[language] + "\n")
    }
    return ExitCode.yes
  }
}
