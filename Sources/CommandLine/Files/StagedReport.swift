import Findings
import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The finished files of a report, not yet in their places.
struct StagedReport: Sendable {
  struct Move: Sendable {
    let from: String
    let to: String
    /// What a failure calls it.
    let name: String
  }

  /// In the order in which a reader wants them.
  let moves: [Move]
  /// The folder or file that goes when they are in place.
  let staging: String
  /// The folders that were made for it, the outermost first.
  let made: [String]

  /// All files, one after the other.
  ///
  /// - Returns: their paths.
  func place() throws(Failure) -> [String] {
    defer { clear() }
    try TemporaryPlaces.place { () throws(Failure) in
      for move in moves {
        do { try AtomicFile.replace(move.to, with: move.from) } catch {
          throw .inputOutput(path: move.name, reason: Messages.cannotWrite)
        }
      }
    }
    return moves.map(\.to)
  }

  func clear() {
    try? FileManager.default.removeItem(atPath: staging)
    TemporaryPlaces.remove(staging)
  }

  /// Takes away reports that will not be put in place, with the folders that were made for them.
  static func discard(_ reports: [StagedReport]) {
    for report in reports { report.clear() }
    for folder in reports.flatMap(\.made).sorted(by: { $0.utf8.count > $1.utf8.count }) { rmdir(folder) }
  }

  /// The folders that do not yet stand on the way to one, itself included, the outermost first.
  static func missing(_ folder: String) -> [String] {
    var missing: [String] = []
    var path = folder[...]
    while !path.isEmpty, AtomicFile.kind(of: String(path)) == .nothing {
      missing.append(String(path))
      path = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    }
    return missing.reversed()
  }
}
