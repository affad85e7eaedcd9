import Foundation

/// Runs the commands of a notebook in order, in a folder of its own that holds a copy of the data packages and the
/// report definitions: a document may show what happens when a file is changed.
enum NotebookRun {
  static func outcomes(of notebook: Notebook) async throws -> [Shell.Outcome] {
    try await withTemporaryFolder { temporary in
      let (work, state) = (temporary.appending(path: "work"), temporary.appending(path: "state"))
      for folder in [work, state] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      }
      for name in ["datasets", "reports"] {
        let original = Surroundings.root.appending(path: name)
        guard FileManager.default.fileExists(atPath: original.path) else { continue }
        try FileManager.default.copyItem(at: original, to: work.appending(path: name))
      }
      let shell = Shell(
        folder: work, environment: try Surroundings.environment(home: state), timeout: .seconds(120), errors: .merged)
      var outcomes: [Shell.Outcome] = []
      for step in notebook.steps {
        var outcome = try await shell.run(script(of: step.command, state: state))
        for (path, name) in [(work.path, "$PWD"), (state.path, "$HOME"), (Surroundings.root.path, "$ROOT")] {
          outcome.output = outcome.output.replacing(path, with: name)
        }
        outcomes.append(outcome)
      }
      return outcomes
    }
  }

  /// One shell a command, so that each has its own exit code and time limit; folder and exported variables carry over.
  private static func script(of command: String, state: URL) -> String {
    """
    if [ -e '\(state.path)/variables' ]; then . '\(state.path)/variables'; cd "$(cat '\(state.path)/folder')"; fi
    \(command)
    code=$?
    export -p > '\(state.path)/variables'
    pwd > '\(state.path)/folder'
    exit $code
    """
  }
}
