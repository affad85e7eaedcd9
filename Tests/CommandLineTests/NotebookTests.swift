import Foundation
import Testing

@Suite struct NotebookTests {
  /// README in its languages and every notebook: the documents whose commands a reader may type.
  static let documents: [String] = {
    let manager = FileManager.default
    let top = (try? manager.contentsOfDirectory(atPath: Surroundings.root.path)) ?? []
    let notebooks = Surroundings.root.appending(path: "notebooks-docs").path
    let inside = (try? manager.contentsOfDirectory(atPath: notebooks)) ?? []
    return top.filter { $0.hasPrefix("README") && $0.hasSuffix(".md") }.sorted()
      + inside.filter { $0.hasSuffix(".md") }.sorted().map { "notebooks-docs/\($0)" }
  }()

  @Test func thereAreNotebooks() {
    #expect(Self.documents.contains { $0.hasPrefix("notebooks-docs/") })
  }

  @Test(arguments: documents)
  func saysWhatItsCommandsAnswer(document: String) async throws {
    let url = Surroundings.root.appending(path: document)
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    var notebook = Notebook(text)
    #expect(notebook.mistakes == [], "\(document)")
    #expect(!document.hasPrefix("notebooks-docs/") || !notebook.steps.isEmpty, "\(document) runs nothing")

    let outcomes = try await NotebookRun.outcomes(of: notebook)
    for (step, outcome) in zip(notebook.steps, outcomes) {
      let place = "\(document):\(step.line): \(step.command)"
      #expect(outcome.code == 0 && !outcome.isTimedOut, "\(place)\nexit code \(outcome.code)\n\(outcome.output)")
      guard !Surroundings.isRecording else { continue }
      #expect(step.accepts(outcome.output), "\(place)\nanswers\n\(outcome.output)")
    }
    if Surroundings.isRecording, outcomes.allSatisfy({ $0.code == 0 && !$0.isTimedOut }) {
      notebook.record(outcomes.map(\.output))
      if notebook.text != text { try Data(notebook.text.utf8).write(to: url) }
    }
  }

  @Test func stepsShareTheirFolderAndVariables() async throws {
    let notebook = Notebook(
      """
      ```console
      $ mkdir inner && cd inner && export WHO="a 'b'"
      $ cat > said.txt <<END
      > one
      > two
      > END
      ```
      Then
      ```console
      $ basename "$PWD"; cat said.txt; echo "$WHO"; echo oh >&2
      inner
      ...
      $ exit 3
      ```
      """)
    let outcomes = try await NotebookRun.outcomes(of: notebook)
    #expect(outcomes.map(\.code) == [0, 0, 0, 3])
    #expect(outcomes[2].output == "inner\none\ntwo\na 'b'\noh\n")
    #expect(notebook.steps[2].accepts(outcomes[2].output))
  }
}
