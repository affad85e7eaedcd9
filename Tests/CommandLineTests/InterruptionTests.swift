import Foundation
import Testing

/// A report that is stopped at any moment, by Ctrl-C, `kill` or a power cut: each of its files is the old or the new one.
@Suite struct InterruptionTests {
  private static let files = ["small.xlsx", "small.txt", "small.ledger.json"]
  private static let steps = 6

  /// Makes the report in English into `old`, in Vietnamese into `new`, and says how long it took.
  private static let references = """
    mkdir -p reports/small; cp "$ROOT"/Tests/CommandLineTests/Cases/report/0001-another-province/{report.yaml,*.mustache} reports/small
    report() { thapnien report small --data "$ROOT/Tests/Packages/tiny-province" "$@" >/dev/null; }
    report --lang en -o old
    start=$(date +%s%N)
    report --lang vi -o new
    duration=$(( ($(date +%s%N) - start) / 1000 ))
    """

  /// Stops the report at so many parts of the time it takes, and says with which code it ended.
  private static func stop(_ signal: String, _ step: Int) -> String {
    """
    rm -rf out && cp -r old out
    moment=$(( duration * \(2 * step + 1) / \(2 * steps) ))
    code=0
    timeout --foreground --preserve-status -s \(signal) "$(printf '%d.%06d' $((moment / 1000000)) $((moment % 1000000)))" \\
      thapnien report small --data "$ROOT/Tests/Packages/tiny-province" --lang vi -o out >/dev/null 2>errors || code=$?
    echo "code $code"
    """
  }

  private static let state = """
    for file in \(files.joined(separator: " ")); do
      if cmp -s "out/$file" "old/$file"; then echo old; elif cmp -s "out/$file" "new/$file"; then echo new
      else echo "mixed $file"; fi
    done
    diff -rq out/tables old/tables >/dev/null || diff -rq out/tables new/tables >/dev/null || echo "mixed tables"
    """

  @Test(arguments: [("INT", 130), ("TERM", 143)]) func aSignalLeavesNothingHalfWritten(signal: String, code: Int)
    async throws
  {
    try await withTemporaryFolder { folder in
      var script = Self.references
      for step in 0..<Self.steps {
        script += "\n" + Self.stop(signal, step) + "\n" + Self.state + "\nls -A out | tr '\\n' ' '; cat errors; echo"
      }
      let outcome = try await shell(folder).run(script)
      let lines = outcome.output.split(separator: "\n").map(String.init)
      #expect(lines.count == Self.steps * 5, "\(outcome.output) \(outcome.errors)")
      for start in stride(from: 0, to: lines.count - 4, by: 5) {
        #expect(["code 0", "code \(code)"].contains(lines[start]))
        let states = lines[start + 1...start + 3]
        #expect(states.allSatisfy { $0 == "old" } || states.allSatisfy { $0 == "new" }, "\(states)")
        #expect(lines[start] != "code 0" || states.allSatisfy { $0 == "new" })
        #expect(lines[start + 4] == "small.ledger.json small.txt small.xlsx tables ")
      }
    }
  }

  @Test func aPowerCutMixesNoFileAndTheNextRunCleansUp() async throws {
    try await withTemporaryFolder { folder in
      var script = Self.references
      for step in 0..<Self.steps {
        script += "\n" + Self.stop("KILL", step) + "\n" + Self.state
        script += "\nreport --lang vi -o out; diff -r new out && echo same; ls -A out | tr '\\n' ' '; echo"
      }
      let outcome = try await shell(folder).run(script)
      let lines = outcome.output.split(separator: "\n").map(String.init)
      #expect(lines.count == Self.steps * 6, "\(outcome.output) \(outcome.errors)")
      for start in stride(from: 0, to: lines.count - 5, by: 6) {
        #expect(["code 0", "code 137"].contains(lines[start]))
        let states = lines[start + 1...start + 3]
        #expect(states.allSatisfy { $0 == "old" || $0 == "new" }, "\(states)")
        #expect(lines[start + 4] == "same")
        #expect(lines[start + 5] == "small.ledger.json small.txt small.xlsx tables ")
      }
    }
  }

  /// Ctrl-C while a long query reads: its line goes from the terminal, and nothing comes of `-o`.
  @Test func aQueryThatIsStoppedLeavesNothing() async throws {
    let descriptor = """
      {"name": "long", "resources": [
        {"name": "units", "path": "units.csv", "schema": {"fields": [{"name": "code", "type": "string"}, {"name": "level", "type": "string"}]}},
        {"name": "rows", "path": "rows.csv", "schema": {"fields": [{"name": "year", "type": "year"}, {"name": "unit", "type": "string"}, {"name": "note", "type": "string"}]}}]}
      """
    let catalogue = """
      catalogue: 1
      title: Long
      dimensions: {unit: {resource: units, key: code, level: level}}
      resources: {rows: {period: year, unit: unit, level: province}}
      measures: {notes: {resource: rows, column: note, kind: distinct}}
      indicators: {notes: {names: N, value: notes, unit: number}}

      """
    let rows = (0..<1000).map { "2020,A,a longer note of number \($0)\n" }.joined()
    try await withTemporaryFolder { folder in
      try FileManager.default.createDirectory(at: folder.appending(path: "p"), withIntermediateDirectories: false)
      for (name, text) in [
        ("datapackage.json", descriptor), ("indicators.yaml", catalogue), ("units.csv", "code,level\nA,province\n"),
        ("rows.csv", "year,unit,note\n" + String(repeating: rows, count: 4000)),
      ] {
        try Data(text.utf8).write(to: folder.appending(path: "p/\(name)"))
      }
      let outcome = try await shell(folder).run(
        """
        export TERM=xterm
        (until grep -q ' rows' seen 2>/dev/null; do sleep 0.1; done; kill -INT "$(cat pid)") &
        code=0
        script -qefc "stty cols 80; sh -c 'echo \\$\\$ >pid; exec thapnien trend notes --data p --lang en --no-cache -o out.csv'" seen </dev/null >/dev/null || code=$?
        kill $! 2>/dev/null
        ls -A . p | tr '\\n' ' '; echo "code $code"; sed '$d' seen | tail -c 5 | cat -v
        """)
      #expect(
        outcome.output
          == ".: p pid seen  p: datapackage.json indicators.yaml rows.csv units.csv code 130\n^M^[[K\n",
        "\(outcome.errors)")
    }
  }

  private func shell(_ folder: URL) throws -> Shell {
    Shell(folder: folder, environment: try Surroundings.environment(home: folder), timeout: .seconds(300))
  }
}
