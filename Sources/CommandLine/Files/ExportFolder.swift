import Findings
import Language

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder that an export goes into: made where it is not there, files in it replaced whole.
enum ExportFolder {
  static func write(_ text: String, named name: String, in folder: String) throws(Failure) {
    switch AtomicFile.kind(of: folder) {
    case .folder: break
    case .nothing:
      do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
        throw .cannotCreate(path: folder, reason: Messages.cannotCreate)
      }
    case .file, .special: throw .cannotCreate(path: folder, reason: Messages.isNoFolder)
    }
    try AtomicFile.write(Array(text.utf8), to: "\(folder)/\(name)")
  }
}
