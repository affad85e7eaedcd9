#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands at a path. Asked of the system itself: a package has dozens of files, and Foundation reads the lists of
/// users and groups for each of them.
struct FileStatus {
  enum Kind { case file, folder, link, other }

  let kind: Kind
  /// In bytes.
  let size: Int

  /// Nil where there is nothing.
  ///
  /// - Parameter followsLinks: whether it is asked what a link leads to.
  init?(_ path: String, followsLinks: Bool = true) {
    // A NUL would cut the path short.
    guard !path.utf8.contains(0) else { return nil }
    var status = stat()
    guard fstatat(AT_FDCWD, path, &status, followsLinks ? 0 : AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
  }

  /// The absolute path without links; nil where there is nothing.
  static func realPath(_ path: String) -> String? {
    guard !path.utf8.contains(0), let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
