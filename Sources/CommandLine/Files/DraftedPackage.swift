import Aggregation
import Datasets
import Findings
import Language

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A package inferred from CSV files: made beside its place, checked, and put there only if it is valid.
struct DraftedPackage {
  let folder: String
  let paths: [String]
  let language: OutputLanguage

  func write(in context: ProcessContext) throws(Failure) -> Int32 {
    for path in paths where AtomicFile.kind(of: path) != .file {
      throw .noInput(
        path: path, reason: AtomicFile.kind(of: path) == .folder ? Messages.isAFolder : Messages.noSuchFile)
    }
    let draft = try PackageDraft(name: URL(filePath: folder).lastPathComponent, from: paths)
    let files = draft.files(in: language)
    try StagedFolder.write(folder) { (staging) throws(Failure) in
      for copy in draft.copies { try self.copy(copy, into: staging) }
      for file in files { try AtomicFile.write(Array(file.text.utf8), to: "\(staging)/\(file.name)") }
      // What is wrong with the files is wrong with the package: it is said now, and nothing is left behind.
      let result = try PackageCheck.run(staging)
      guard result.isValid else { throw .invalid(result.findings.filter { $0.severity == .error }) }
    }
    report(draft, files.map(\.name) + draft.copies.map(\.name), in: context)
    return ExitCode.yes
  }

  private func copy(_ copy: PackageDraft.Copy, into staging: String) throws(Failure) {
    let real = URL(filePath: copy.path).resolvingSymlinksInPath().path
    do { try FileManager.default.copyItem(atPath: real, toPath: "\(staging)/\(copy.name)") } catch {
      throw .inputOutput(path: copy.path, reason: Messages.cannotRead)
    }
  }

  private func report(_ draft: PackageDraft, _ names: [String], in context: ProcessContext) {
    for name in names { context.output.write(Messages.created("\(folder)/\(name)")[language] + "\n") }
    if !draft.doubts.isEmpty {
      context.output.write("\n\(Messages.notSure[language]):\n")
      for doubt in draft.doubts { context.output.write("- \(doubt.line[language])\n") }
    }
    context.output.write("\n\(Messages.toFillIn[language]):\n")
    for task in draft.tasks { context.output.write("- \(task[language])\n") }
  }
}
