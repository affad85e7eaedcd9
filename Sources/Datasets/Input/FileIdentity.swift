#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// By what a file is known again without reading it: what changes when it is written, replaced or restored.
public struct FileIdentity: Sendable, Hashable {
  /// In bytes.
  public let size: Int
  public let inode: UInt64
  /// In nanoseconds since 1970, as the file system keeps it.
  public let modified: Int
  /// When the file or what is known of it last changed. Nobody can set it: a file that came with a forged time of
  /// modification has its own.
  public let changed: Int

  public init(size: Int, inode: UInt64, modified: Int, changed: Int) {
    self.size = size
    self.inode = inode
    self.modified = modified
    self.changed = changed
  }

  /// Nil where there is no regular file.
  public init?(_ path: String) {
    guard !path.utf8.contains(0) else { return nil }
    var status = stat()
    guard fstatat(AT_FDCWD, path, &status, 0) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    self.init(
      size: Int(status.st_size), inode: UInt64(status.st_ino), modified: Self.nanoseconds(modified),
      changed: Self.nanoseconds(changed))
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}
