import Datasets
import Findings
import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An input that can be read at any place and more than once: a regular file, or a copy of what comes through a pipe.
///
/// The copy has no name, so that nothing is left of it however the program ends. It lives as long as this object.
final class ReadableFile {
  /// Good for opening, in this process.
  let path: String
  /// Of a copy.
  private let descriptor: Int32?

  private static let blockSize = 1 << 20

  private init(path: String) {
    self.path = path
    descriptor = nil
  }

  private init(copy descriptor: Int32) {
    path = Self.path(of: descriptor)
    self.descriptor = descriptor
  }

  deinit { if let descriptor { _ = close(descriptor) } }

  /// - Throws: `Failure.noInput` where there is no file; as `copy` for a pipe that has a name.
  static func named(_ path: String) throws(Failure) -> ReadableFile {
    switch AtomicFile.kind(of: path) {
    case .nothing: throw .noInput(path: path, reason: Messages.noSuchFile)
    case .folder: throw .noInput(path: path, reason: Messages.isAFolder)
    case .file: return ReadableFile(path: path)
    case .special: break
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .noInput(path: path, reason: Messages.cannotRead) }
    defer { _ = close(descriptor) }
    return try copy(of: descriptor, called: path)
  }

  /// - Throws: `Failure.noInput` where it is closed or a folder; as `copy`.
  static func standardInput(called name: String) throws(Failure) -> ReadableFile {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { throw .noInput(path: name, reason: Messages.cannotRead) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .noInput(path: name, reason: Messages.isAFolder)
    // What another program has read of it already does not belong to it.
    case S_IFREG where lseek(STDIN_FILENO, 0, SEEK_CUR) == 0:
      let path = path(of: STDIN_FILENO)
      // It may have been opened by somebody with other rights.
      if access(path, R_OK) == 0 { return ReadableFile(path: path) }
    default: break
    }
    return try copy(of: STDIN_FILENO, called: name)
  }

  private static func path(of descriptor: Int32) -> String {
    #if os(Linux)
      "/proc/self/fd/\(descriptor)"
    #else
      "/dev/fd/\(descriptor)"
    #endif
  }

  /// All that comes until the end, kept in the folder for temporary files.
  ///
  /// - Throws: `Failure.usage` for a terminal, where nothing would come; `.inputOutput` when reading or keeping fails.
  /// - Complexity: one block of memory.
  private static func copy(of input: Int32, called name: String) throws(Failure) -> ReadableFile {
    guard isatty(input) == 0 else { throw .usage(Messages.standardInputIsATerminal) }
    guard let descriptor = nameless() else { throw .inputOutput(path: name, reason: Messages.cannotKeepInput) }
    let file = ReadableFile(copy: descriptor)
    let stream = OutputStream(descriptor: descriptor)
    var block = [UInt8](repeating: 0, count: blockSize)
    while true {
      let count = read(input, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .inputOutput(path: name, reason: Messages.cannotRead) }
      guard count > 0 else { return file }
      stream.write(Array(block[..<count]))
      guard stream.ending == nil else { throw .inputOutput(path: name, reason: Messages.cannotKeepInput) }
    }
  }

  /// A new file without a name; nil where none can be made.
  private static func nameless() -> Int32? {
    let path = TemporaryPlaces.newPath
    TemporaryPlaces.add(path)
    defer { TemporaryPlaces.remove(path) }
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    unlink(path)
    return descriptor
  }
}
