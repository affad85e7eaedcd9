#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where a path of a package leads once its links are followed.
enum PackagePath {
  enum Trouble {
    /// Out of the package: a descriptor that came by mail must not reach elsewhere.
    case outside
    /// To a device or a pipe, which has no size and may have no end.
    case notAFile
  }

  /// Nil for a file or folder inside the package, and for what is not there.
  static func trouble(_ file: String, in folder: String) -> Trouble? {
    let path = folder.isEmpty ? file : "\(folder)/\(file)"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let root = real(folder.isEmpty ? "." : folder)
    let place = real(path)
    guard root == "/" || place.hasPrefix(root + "/") else { return .outside }
    let attributes = try? FileManager.default.attributesOfItem(atPath: place)
    switch attributes?[.type] as? FileAttributeType {
    case .typeRegular?, .typeDirectory?, nil: return nil
    default: return .notAFile
    }
  }

  private static func real(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().path }
}
