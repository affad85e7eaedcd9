#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A new folder for one test, removed when the test lets it go.
public final class ScratchFolder: Sendable {
  public let path: String

  public init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "thapnien-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  public func path(of file: String) -> String { "\(path)/\(file)" }

  public func text(of file: String) throws -> String { String(decoding: try bytes(of: file), as: UTF8.self) }

  public func write(_ text: String, to file: String) throws { try write(bytes: Array(text.utf8), to: file) }

  public func write(bytes: [UInt8], to file: String) throws {
    try Data(bytes).write(to: URL(filePath: path(of: file)))
  }

  public func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: path(of: file)) }

  public func bytes(of file: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path(of: file)))) }

  public func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(of: name), withIntermediateDirectories: true)
  }
}

/// The files of this repository.
public enum Repository {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  public static func path(of file: String) -> String { root.appending(path: file).path }

  public static func text(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: file)), as: UTF8.self)
  }
}
