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
    guard let place = FileStatus(path, followsLinks: false) else { return nil }
    // What stands in the folder itself and is no link cannot lead anywhere.
    let isDirect = !file.utf8.contains(UInt8(ascii: "/")) && file != ".."
    if place.kind == .file, isDirect { return nil }
    guard let target = FileStatus(path), let real = FileStatus.realPath(path),
      let root = FileStatus.realPath(folder.isEmpty ? "." : folder)
    else { return nil }
    guard root == "/" || real.hasPrefix(root + "/") else { return .outside }
    return target.kind == .file || target.kind == .folder ? nil : .notAFile
  }
}
