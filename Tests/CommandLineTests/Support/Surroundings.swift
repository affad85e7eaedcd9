import Foundation

/// Where the repository and the built executable are, and what a command sees of the world around it.
enum Surroundings {
  struct NoExecutable: Error, CustomStringConvertible {
    var tried: [String]
    var description: String { "thapnien is not built; looked in \(tried)" }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().standardizedFileURL

  /// Whether expected results are to be written instead of compared.
  static let isRecording = ProcessInfo.processInfo.environment["THAPNIEN_RECORD"] == "1"

  /// The folder of the executable under test: the one that the test bundle stands in.
  static func executables() throws -> URL {
    let bundles = ProcessInfo.processInfo.arguments.compactMap { argument -> URL? in
      guard let bundle = argument.range(of: ".xctest") else { return nil }
      return URL(filePath: String(argument[..<bundle.upperBound])).deletingLastPathComponent()
    }
    let running = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let folders = bundles + [running]
    for folder in folders
    where FileManager.default.isExecutableFile(atPath: folder.appending(path: "thapnien").path) {
      return folder.standardizedFileURL
    }
    throw NoExecutable(tried: folders.map(\.path))
  }

  /// The same on every machine: nothing is inherited but where the toolchain's libraries are.
  static func environment(home: URL) throws -> [String: String] {
    var environment = [
      "PATH": "\(try executables().path):/usr/local/bin:/usr/bin:/bin", "HOME": home.path, "LC_ALL": "C.UTF-8",
      "LANG": "", "TZ": "UTC", "ROOT": root.path,
    ]
    environment["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    return environment
  }
}
