public import Findings
import Language

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Small text files, read whole: descriptors, catalogues, report definitions, templates.
public enum TextFile {
  /// Far above any file written by hand.
  static let largestSize = 64 << 20

  /// The beginning of any file; nil when it cannot be read.
  public static func firstBytes(of path: String, limit: Int) -> [UInt8]? {
    guard let data = try? bytes(of: path) else { return nil }
    return Array(data.prefix(limit))
  }

  public static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// - Parameter name: what findings call the file.
  /// - Throws: `Failure.noInput` when it is not there or cannot be read, `Failure.invalid` when it is not UTF-8.
  public static func read(_ path: String, called name: String) throws(Failure) -> String {
    let bytes = try bytes(of: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .invalid([
        Finding(
          code: "encoding-error", position: Position(file: name), message: Messages.notUTF8,
          remedy: Messages.notUTF8Remedy)
      ])
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  /// The size in bytes. A device or a pipe is no file here: it has no size and may have no end.
  ///
  /// - Parameter name: what the failure calls the file.
  /// - Throws: `Failure.noInput` when there is no such file.
  @discardableResult
  static func require(_ path: String, called name: String) throws(Failure) -> Int {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .noInput(path: name, reason: Messages.noSuchFile)
    }
    if isFolder { throw .noInput(path: name, reason: Messages.isAFolder) }
    let real = URL(filePath: path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: real),
      attributes[.type] as? FileAttributeType == .typeRegular
    else { throw .noInput(path: name, reason: Messages.cannotRead) }
    return attributes[.size] as? Int ?? 0
  }

  private static func bytes(of path: String) throws(Failure) -> Data {
    guard try require(path, called: path) <= largestSize else {
      throw .noInput(path: path, reason: Messages.fileTooLarge)
    }
    do { return try Data(contentsOf: URL(filePath: path)) } catch {
      throw .noInput(path: path, reason: Messages.cannotRead)
    }
  }
}
