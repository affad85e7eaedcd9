import Crypto
import Datasets
public import Findings
import Language

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The edition of a report that was delivered before this one.
public struct PreviousEdition: Sendable {
  public let ledger: Ledger
  /// Of the ledger's file.
  public let sha256: String

  /// - Parameters:
  ///   - folder: where the files of that edition lie.
  ///   - report: the definition's name, which its files are named after.
  /// - Throws: `Failure.noInput` when it has no ledger there, `.invalid` when that is damaged.
  public static func read(_ folder: String, report: String) throws(Failure) -> PreviousEdition {
    let name = "\(report).ledger.json"
    let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    let text = try TextFile.read(path, called: path)
    let digest = SourceHash.hexadecimal(SHA256.hash(data: Data(text.utf8)))
    return PreviousEdition(ledger: try LedgerReader.read(text: text, called: path), sha256: digest)
  }

  /// Where the ledger of the new edition says that a number of the old one comes from.
  static let folder = "previous"

  /// Whether a ledger quotes an edition before it.
  public static func isQuoted(in ledger: Ledger) -> Bool {
    ledger.entries.contains { entry in
      if case .quoted(let file, _, _) = entry.origin { return file.hasPrefix("\(folder)/") }
      return false
    }
  }
}
