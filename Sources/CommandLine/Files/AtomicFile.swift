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

/// Files are replaced whole or left alone: written beside, then renamed.
enum AtomicFile {
  /// - Throws: `Failure.cannotCreate` when the file cannot be made, `.inputOutput` when writing fails half-way.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let temporary = path + ".part"
    guard FileManager.default.createFile(atPath: temporary, contents: nil) else {
      throw .cannotCreate(path: path, reason: Messages.cannotCreate)
    }
    do {
      try Data(bytes).write(to: URL(filePath: temporary))
      try replace(path, with: temporary)
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw .inputOutput(path: path, reason: Messages.cannotWrite)
    }
  }

  /// Puts a finished file or folder in the place of another; renaming over a file is atomic.
  static func replace(_ path: String, with temporary: String) throws {
    var isFolder = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
      let old = path + ".old"
      try? FileManager.default.removeItem(atPath: old)
      try FileManager.default.moveItem(atPath: path, toPath: old)
      do {
        try FileManager.default.moveItem(atPath: temporary, toPath: path)
      } catch {
        try FileManager.default.moveItem(atPath: old, toPath: path)
        throw error
      }
      try? FileManager.default.removeItem(atPath: old)
      return
    }
    guard rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}
