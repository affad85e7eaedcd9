import Testing

@Suite struct NotebookFormTests {
  @Test(arguments: [
    ("a\nb", "a\nb\n", true), ("a\nb", "a\nb", true), ("a\nb", "a\nc\n", false), ("a", "a\nb\n", false),
    ("...", "", true), ("...", "a\nb\n", true), ("a\n...\nd", "a\nb\nc\nd\n", true), ("a\n...\nd", "a\nd\n", true),
    ("...\nx\n...\ny", "x\nx\ny\nx\ny\n", true), ("...\nx\n...\ny", "y\nx\n", false), ("a\n...", "b\n", false),
    ("\u{1EDB}", "o\u{031B}\u{0301}\n", false),
  ])
  func ellipsisStandsForAnyLines(shown: String, actual: String, isAccepted: Bool) throws {
    let notebook = Notebook("```console\n$ x\n\(shown)\n```")
    #expect(try #require(notebook.steps.first).accepts(actual) == isAccepted)
  }

  @Test func commandsAndTheirOutputs() {
    let notebook = Notebook(
      """
      Text `$ not a command`
      ```sh
      $ not run
      ```
      - in a list:
        ````console
        $ one \\
        >   --more
        said

        ```
        $ two
        ````
      ```console
      $ three
      ```
      """)
    #expect(notebook.mistakes == [])
    #expect(notebook.steps.map(\.command) == ["one \\\n  --more", "two", "three"])
    #expect(notebook.steps.map(\.output) == [["said", "", "```"], [], []])
    #expect(notebook.steps.map(\.line) == [7, 12, 15])
  }

  @Test func recordingReplacesOnlyWhatNoLongerHolds() {
    var notebook = Notebook("A\n  ```console\n  $ a\n  old\n  $ b\n  x\n  ...\n  $ c\n  ```\nZ\n")
    notebook.record(["new\n\nlines\n", "x\ny\nz\n", "said\n"])
    #expect(
      notebook.text
        == "A\n  ```console\n  $ a\n  new\n\n  lines\n  $ b\n  x\n  ...\n  $ c\n  said\n  ```\nZ\n")
    #expect(notebook.steps[0].accepts("new\n\nlines\n"))
  }

  @Test(arguments: ["```console\n$ a\n", "```console\nnot a command\n$ a\n```\n"])
  func mistakesAreSaid(text: String) {
    #expect(Notebook(text).mistakes.count == 1)
  }
}
