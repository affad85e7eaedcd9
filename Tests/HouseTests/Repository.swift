import FoundationEssentials

/// The files of this repository, as the tests of this target read them.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The names of what stands directly in a folder, sorted; empty where there is no such folder.
  static func names(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  static func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  /// Every Swift file below `Sources` or `Tests`, in the order of their paths.
  static let sources = Result { try readSources(in: "Sources") }
  static let tests = Result { try readSources(in: "Tests") }

  private static func readSources(in folder: String) throws -> [SwiftSource] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      SwiftSource(path: "\(folder)/\(path)", text: try text(of: "\(folder)/\(path)"))
    }
  }

  static var modules: [String] { names(in: "Sources") }
}
