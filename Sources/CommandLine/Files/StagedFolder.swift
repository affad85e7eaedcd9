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

/// A new folder that is made beside its place, and put there only if all of it could be made and is right.
enum StagedFolder {
  /// - Parameter body: writes into the folder whose path it is given.
  /// - Throws: what `body` throws; `Failure.cannotCreate` where the folder cannot be made or put in its place.
  static func write<Result>(_ folder: String, _ body: (String) throws(Failure) -> Result) throws(Failure) -> Result {
    let target = URL(filePath: folder)
    let staging = target.deletingLastPathComponent().appending(path: ".\(target.lastPathComponent).\(getpid()).part")
      .path
    TemporaryPlaces.add(staging)
    defer {
      try? FileManager.default.removeItem(atPath: staging)
      TemporaryPlaces.remove(staging)
    }
    do { try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: true) } catch {
      throw .cannotCreate(path: folder, reason: Messages.cannotCreate)
    }
    let result = try body(staging)
    do { try TemporaryPlaces.place { try AtomicFile.replace(folder, with: staging) } } catch {
      throw .cannotCreate(path: folder, reason: Messages.cannotCreate)
    }
    return result
  }
}
