import Foundation
import Testing

/// A folder that says what a command line answers: `cmd` (shell text), `expout`, `experr` (empty where absent) and
/// `expcode` (0 where absent). Every other file of the folder is input, copied to where the command runs.
struct CommandCase: Sendable {
  static let expectations: Set<String> = ["cmd", "expout", "experr", "expcode"]

  let folder: URL

  /// `feature/0001-name`.
  var name: String { "\(folder.deletingLastPathComponent().lastPathComponent)/\(folder.lastPathComponent)" }

  /// All cases below a folder, two levels down, by name.
  static func all(in folder: URL) throws -> [CommandCase] {
    try children(of: folder).flatMap(children).map(CommandCase.init)
  }

  private static func children(of folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
      .map { folder.appending(path: $0) }
  }

  /// What the command said in a copy of its folder, with the paths of the copy and of the repository named.
  func run() async throws -> Shell.Outcome {
    try await withTemporaryFolder { temporary in
      let copy = temporary.appending(path: "case")
      let home = temporary.appending(path: "home")
      for folder in [copy, home] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      }
      for file in try Self.children(of: folder) where !Self.expectations.contains(file.lastPathComponent) {
        try FileManager.default.copyItem(at: file, to: copy.appending(path: file.lastPathComponent))
      }
      var environment = try Surroundings.environment(home: home)
      environment["CASE"] = copy.path
      let shell = Shell(folder: copy, environment: environment)
      var outcome = try await shell.run(String(decoding: content(of: "cmd"), as: UTF8.self))
      for (path, name) in [(copy.path, "$CASE"), (home.path, "$HOME"), (Surroundings.root.path, "$ROOT")] {
        outcome.output = outcome.output.replacing(path, with: name)
        outcome.errors = outcome.errors.replacing(path, with: name)
      }
      return outcome
    }
  }

  /// How an outcome differs from what the folder says; empty where it does not.
  func differences(from outcome: Shell.Outcome) -> [String] {
    var found: [String] = []
    if outcome.isTimedOut { found.append("stopped after the time limit") }
    for (file, actual) in results(of: outcome) {
      let expected = String(decoding: content(of: file), as: UTF8.self)
      if let difference = firstDifference(expected: expected, actual: actual) { found.append("\(file) \(difference)") }
    }
    return found
  }

  /// Makes an outcome the expected one. What is as if absent is not written.
  func record(_ outcome: Shell.Outcome) throws {
    for (file, text) in results(of: outcome) {
      let url = folder.appending(path: file)
      if !text.isEmpty {
        try Data(text.utf8).write(to: url)
      } else if FileManager.default.fileExists(atPath: url.path) {
        try FileManager.default.removeItem(at: url)
      }
    }
  }

  private func results(of outcome: Shell.Outcome) -> [(file: String, text: String)] {
    [
      ("expout", outcome.output), ("experr", outcome.errors), ("expcode", outcome.code == 0 ? "" : "\(outcome.code)\n"),
    ]
  }

  private func content(of file: String) -> Data {
    (try? Data(contentsOf: folder.appending(path: file))) ?? Data()
  }
}

extension CommandCase: CustomTestStringConvertible {
  var testDescription: String { name }
}
