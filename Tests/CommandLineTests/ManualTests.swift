import Foundation
import Testing

/// The manual pages are made by the program itself, so they are never behind it; these tests read them.
@Suite struct ManualTests {
  private func run(_ script: String) async throws -> Shell.Outcome {
    try await withTemporaryFolder { folder in
      try await Shell(folder: folder, environment: try Surroundings.environment(home: folder)).run(script)
    }
  }

  /// Every page by its name, and the help of the command it is about.
  private func pages() async throws -> [(name: String, page: String, help: String)] {
    let mark = "\u{1}"
    let outcome = try await run(
      """
      for name in $(thapnien help man --names); do
        printf '%s\\1' "$name"; thapnien help man "$name" || exit; printf '\\1'
        command=${name#thapnien}; thapnien ${command#-} --help || exit; printf '\\1'
      done
      """)
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let parts = outcome.output.components(separatedBy: mark)
    return stride(from: 0, to: parts.count - 2, by: 3).map { (parts[$0], parts[$0 + 1], parts[$0 + 2]) }
  }

  @Test func everyCommandAndOptionHasItsPlace() async throws {
    let pages = try await pages()
    let root = try #require(pages.first { $0.name == "thapnien" })
    // "  trend                   The series …": the commands that the help lists, but help itself.
    let commands = root.help.components(separatedBy: "SUBCOMMANDS:\n").last.map { text in
      text.split(separator: "\n").compactMap { line -> String? in
        line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first.map(String.init) : nil
      }
    }
    let documented = pages.dropFirst().map { String($0.name.dropFirst("thapnien-".count)) }
    #expect(commands?.filter { $0 != "help" && $0 != "See" } == documented && documented.count > 10)
    for (name, page, help) in pages {
      let options = Set(help.matches(of: /(?:^|[ ,\[])(--[a-z][a-z-]*)/.anchorsMatchLineEndings()).map { String($0.1) })
      #expect(options.contains("--help"), "\(name)")
      for option in options.sorted() {
        let written = option.replacing("-", with: "\\-")
        #expect(page.contains("\\fB\(written)\\fR") || page.contains(written), "\(name) says nothing of \(option)")
      }
    }
  }

  @Test func thePagesHaveNoFlawsAndFitTheScreen() async throws {
    let outcome = try await run(
      """
      command -v groff >/dev/null || exit 0
      for name in $(thapnien help man --names); do
        thapnien help man "$name" | groff -k -man -ww -Tutf8 -P-cbou > page 2> flaws
        [ -s page ] || echo "$name is empty"
        sed "s/^/$name: /" flaws
        [ "$(wc -L < page)" -le 80 ] || echo "$name is too wide"
      done
      """)
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty && outcome.code == 0, "\(outcome)")
  }

  @Test func anotherReaderWarnsOfNothing() async throws {
    let outcome = try await run(
      """
      command -v mandoc >/dev/null || exit 0
      for name in $(thapnien help man --names); do
        thapnien help man "$name" > "$name.1"
        mandoc -T lint -W warning "$name.1" || echo "exit $?"
      done
      """)
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty && outcome.code == 0, "\(outcome)")
  }

  /// The day of a version is the one under which the changelog has it, once it is there.
  @Test func thePagesBearTheDayOfTheirVersion() async throws {
    let outcome = try await run(
      "thapnien --version; thapnien help man thapnien | head -n 1; cat \"$ROOT/CHANGELOG.md\"")
    let lines = outcome.output.components(separatedBy: "\n")
    let version = lines[0]
    let found = try #require(lines[1].firstMatch(of: /"1" "(\d{4}-\d{2}-\d{2})" "thapnien (.+?)"/))
    #expect(found.2 == version)
    for line in lines where line.hasPrefix("## [\(version)]") { #expect(line == "## [\(version)] - \(found.1)") }
  }

  @Test func theExamplesAnswer() async throws {
    let examples = try await pages().flatMap { page in
      page.page.components(separatedBy: "\n.nf\n").dropFirst().compactMap { $0.split(separator: "\n").first }
        .map { $0.replacing("\\-", with: "-").replacing("\\(aq", with: "'") }.filter { !$0.contains(" report ") }
    }
    #expect(examples.count > 10)
    let lines = examples.map { "\($0) >out 2>err || { echo \"$? $(cat err)\"; }" }
    let outcome = try await run(
      "cp -r \"$ROOT/datasets\" \"$ROOT/reports\" .; ln -s datasets/kien-giang my-province; export THAPNIEN_DATA=my-province\n"
        + lines.joined(separator: "\n"))
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty && !outcome.isTimedOut, "\(outcome)")
  }

  @Test func pagesThatThereAreNotAreSaid() async throws {
    let outcome = try await run("thapnien help man trnd --lang en; echo $?; thapnien help man trnd; echo $?")
    #expect(outcome.output == "64\n64\n")
    #expect(outcome.errors.contains("trend"))
  }
}
