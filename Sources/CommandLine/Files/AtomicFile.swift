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
  /// A link is followed, so that it stays a link; a device or a pipe is written to, not replaced.
  ///
  /// - Throws: `Failure.cannotCreate` when the file cannot be made, `.inputOutput` when writing fails half-way.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let target = resolved(path)
    switch kind(of: target) {
    case .folder: throw .cannotCreate(path: path, reason: Messages.isAFolder)
    case .special:
      try writeThrough(bytes, to: target, called: path)
      return
    case .file, .nothing: break
    }
    let url = URL(filePath: target)
    let temporary = url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent).\(getpid()).part").path
    guard !path.isEmpty, !path.hasSuffix("/") else {
      throw .cannotCreate(path: path, reason: Messages.cannotCreate)
    }
    TemporaryPlaces.add(temporary)
    defer { TemporaryPlaces.remove(temporary) }
    // Opened once: what is taken away meanwhile is not made again.
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: Messages.cannotCreate) }
    let stream = OutputStream(descriptor: descriptor)
    stream.write(bytes)
    guard close(descriptor) == 0, stream.ending == nil, rename(temporary, target) == 0 else {
      unlink(temporary)
      throw .inputOutput(path: path, reason: Messages.cannotWrite)
    }
  }

  /// For writers that want a path: they write beside, and what they wrote is put in place.
  static func write(to path: String, _ body: (String) throws(Failure) -> Void) throws(Failure) {
    let target = resolved(path)
    switch kind(of: target) {
    case .folder: throw .cannotCreate(path: path, reason: Messages.isAFolder)
    case .special: return try copy(to: path, body)
    case .file, .nothing: break
    }
    let url = URL(filePath: target)
    let temporary = url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent).\(getpid()).part").path
    TemporaryPlaces.add(temporary)
    defer { TemporaryPlaces.remove(temporary) }
    guard !path.isEmpty, !path.hasSuffix("/"), FileManager.default.createFile(atPath: temporary, contents: nil) else {
      throw .cannotCreate(path: path, reason: Messages.cannotCreate)
    }
    do throws(Failure) { try body(temporary) } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      // The reader knows the file's own name.
      switch error {
      case .cannotCreate(_, let reason): throw .cannotCreate(path: path, reason: reason)
      case .inputOutput(_, let reason): throw .inputOutput(path: path, reason: reason)
      default: throw error
      }
    }
    guard rename(temporary, target) == 0 else {
      try? FileManager.default.removeItem(atPath: temporary)
      throw .inputOutput(path: path, reason: Messages.cannotWrite)
    }
  }

  /// Through a folder of its own, for what cannot be renamed to.
  private static func copy(to path: String, _ body: (String) throws(Failure) -> Void) throws(Failure) {
    let folder = TemporaryPlaces.newPath
    TemporaryPlaces.add(folder)
    defer {
      try? FileManager.default.removeItem(atPath: folder)
      TemporaryPlaces.remove(folder)
    }
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false) } catch {
      throw .cannotCreate(path: path, reason: Messages.cannotCreate)
    }
    let file = "\(folder)/output"
    try body(file)
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw .inputOutput(path: path, reason: Messages.cannotWrite)
    }
    try write(Array(bytes), to: path)
  }

  enum Kind { case nothing, file, folder, special }

  /// What stands at a path, links followed.
  static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .special
    }
  }

  /// A finished file or folder takes the place of another at once: by renaming, or for folders by exchanging names, so
  /// that one of them stands there at any moment.
  static func replace(_ path: String, with temporary: String) throws {
    guard kind(of: path) == .folder else {
      guard rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
      return
    }
    if exchangeNames(temporary, path) {
      try? FileManager.default.removeItem(atPath: temporary)
      return
    }
    let old = temporary + ".old"
    try FileManager.default.moveItem(atPath: path, toPath: old)
    do {
      try FileManager.default.moveItem(atPath: temporary, toPath: path)
    } catch {
      try FileManager.default.moveItem(atPath: old, toPath: path)
      throw error
    }
    try? FileManager.default.removeItem(atPath: old)
  }

  /// Gives two folders each other's name, where the file system can.
  private static func exchangeNames(_ one: String, _ other: String) -> Bool {
    #if canImport(Glibc)
      // The header hides it, and older systems lack it. Its type is that of the manual; 2 is RENAME_EXCHANGE.
      typealias Renaming =
        @convention(c) (
          CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt
        ) -> CInt
      guard let symbol = dlsym(nil, "renameat2") else { return false }
      return unsafeBitCast(symbol, to: Renaming.self)(AT_FDCWD, one, AT_FDCWD, other, 2) == 0
    #elseif canImport(Darwin)
      return renamex_np(one, other, UInt32(RENAME_SWAP)) == 0
    #else
      return false
    #endif
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func writeThrough(_ bytes: [UInt8], to target: String, called path: String) throws(Failure) {
    let descriptor = open(target, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: Messages.cannotCreate) }
    defer { _ = close(descriptor) }
    let stream = OutputStream(descriptor: descriptor)
    stream.write(bytes)
    if case .failed = stream.ending { throw .inputOutput(path: path, reason: Messages.cannotWriteOutput) }
  }
}
