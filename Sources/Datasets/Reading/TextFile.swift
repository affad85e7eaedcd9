import CSVCore
public import Findings
import Language

/// Small text files, read whole: descriptors, catalogues, report definitions, templates.
public enum TextFile {
  /// Far above any file written by hand.
  static let largestSize = 64 << 20

  /// The beginning of any file; nil when it cannot be read.
  public static func firstBytes(of path: String, limit: Int) -> [UInt8]? {
    guard (try? require(path, called: path)) != nil else { return nil }
    return try? CSVSource.file(path: path).beginning(limit)
  }

  public static func exists(_ path: String) -> Bool { FileStatus(path) != nil }

  /// - Parameter name: what findings call the file.
  /// - Throws: `Failure.noInput` when it is not there or cannot be read, `Failure.invalid` when it is not UTF-8.
  public static func read(_ path: String, called name: String) throws(Failure) -> String {
    var bytes = try bytes(of: path)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .invalid([
        Finding(
          code: "encoding-error", position: Position(file: name), message: Messages.notUTF8,
          remedy: Messages.notUTF8Remedy)
      ])
    }
    return text
  }

  /// The size in bytes. A device or a pipe is no file here: it has no size and may have no end.
  ///
  /// - Parameter name: what the failure calls the file.
  /// - Throws: `Failure.noInput` when there is no such file.
  @discardableResult
  static func require(_ path: String, called name: String) throws(Failure) -> Int {
    guard let status = FileStatus(path) else { throw .noInput(path: name, reason: Messages.noSuchFile) }
    switch status.kind {
    case .file: return status.size
    case .folder: throw .noInput(path: name, reason: Messages.isAFolder)
    case .link, .other: throw .noInput(path: name, reason: Messages.cannotRead)
    }
  }

  private static func bytes(of path: String) throws(Failure) -> [UInt8] {
    let size = try require(path, called: path)
    guard size <= largestSize else { throw .noInput(path: path, reason: Messages.fileTooLarge) }
    do { return try CSVSource.file(path: path).beginning(size) } catch {
      throw .noInput(path: path, reason: Messages.cannotRead)
    }
  }
}
