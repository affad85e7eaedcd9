import Datasets
public import Findings
import Language
public import Reports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where the files of a delivered report are.
public struct DeliveredReport: Sendable {
  /// As it was given; empty for the current one.
  public let folder: String
  public let ledger: Ledger
  public let ledgerFile: String

  public static let ledgerSuffix = ".ledger.json"

  public var workbookFile: String { "\(ledger.report).xlsx" }
  public var briefingFile: String { "\(ledger.report).txt" }
  /// The briefing as Markdown, which a report has only where its ledger says so.
  public var markdownFile: String? {
    let file = "\(ledger.report).md"
    let isThere =
      ledger.labels.contains { $0.file == file } || ledger.places.values.contains { $0.contains { $0.file == file } }
    return isThere ? file : nil
  }
  public func path(of file: String) -> String { folder.isEmpty ? file : "\(folder)/\(file)" }

  /// - Parameters:
  ///   - path: a report's folder, or one of its files.
  ///   - ledger: the ledger's own path, where it is not beside the files.
  /// - Throws: `.noInput` when there is no ledger, `.usage` when a folder has several, `.invalid` for what is no ledger.
  public static func open(_ path: String, ledger: String? = nil) throws(Failure) -> DeliveredReport {
    let (folder, name) = try place(of: path)
    let file: String
    if let ledger { file = ledger } else { file = try beside(folder, name, path) }
    let called = file.split(separator: "/").last.map(String.init) ?? file
    return DeliveredReport(folder: folder, ledger: try LedgerReader.read(file, called: called), ledgerFile: called)
  }

  private static func place(of path: String) throws(Failure) -> (folder: String, name: String?) {
    var isFolder: Bool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .noInput(path: path, reason: Messages.noSuchFile)
    }
    if isFolder { return (path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path, nil) }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var name = parts.last ?? ""
    for suffix in [ledgerSuffix, ".xlsx", ".txt", ".md"] where name.hasSuffix(suffix) {
      name = String(name.dropLast(suffix.count))
      break
    }
    return (parts.dropLast().joined(separator: "/"), name)
  }

  private static func beside(_ folder: String, _ name: String?, _ path: String) throws(Failure) -> String {
    let here = folder.isEmpty ? "." : folder
    let ledgers = ((try? FileManager.default.contentsOfDirectory(atPath: here)) ?? [])
      .filter { $0.hasSuffix(ledgerSuffix) }.sorted()
    if let name {
      let own = "\(name)\(ledgerSuffix)"
      if ledgers.contains(own) { return "\(here)/\(own)" }
      // A renamed copy beside the only ledger there is.
      guard ledgers.count == 1 else { throw .noInput(path: path, reason: Messages.noLedgerBeside(own)) }
    }
    guard let first = ledgers.first else {
      throw .noInput(path: path, reason: Messages.noLedgerBeside("*\(ledgerSuffix)"))
    }
    guard ledgers.count == 1 else { throw .usage(Messages.severalLedgers(ledgers)) }
    return "\(here)/\(first)"
  }
}
