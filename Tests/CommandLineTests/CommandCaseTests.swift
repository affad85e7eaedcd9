import Foundation
import Testing

@Suite struct CommandCaseTests {
  static let cases: [CommandCase] = {
    let folder = Surroundings.root.appending(path: "Tests/CommandLineTests/Cases")
    return (try? CommandCase.all(in: folder)) ?? []
  }()

  @Test func everyFolderIsACase() {
    #expect(!Self.cases.isEmpty)
    for item in Self.cases {
      #expect(item.name.wholeMatch(of: /[a-z-]+\/[0-9]{4}-[a-z0-9-]+/) != nil, "\(item.name): feature/0001-name")
      #expect(FileManager.default.fileExists(atPath: item.folder.appending(path: "cmd").path), "\(item.name): no cmd")
    }
  }

  @Test(arguments: cases)
  func answersAsItsFolderSays(item: CommandCase) async throws {
    let outcome = try await item.run()
    if Surroundings.isRecording, !outcome.isTimedOut { try item.record(outcome) }
    #expect(item.differences(from: outcome) == [], "\(item.name)\n\(outcome.errors)")
  }

  @Test func aWrongAnswerIsCaught() async throws {
    try await withTemporaryFolder { folder in
      try Data("printf 'a\\nb\\n'; printf oh >&2; exit 3\n".utf8).write(to: folder.appending(path: "cmd"))
      let item = CommandCase(folder: folder)
      let outcome = try await item.run()
      #expect(item.differences(from: outcome).count == 3)

      try item.record(outcome)
      #expect(item.differences(from: outcome) == [])

      try Data("a\nc\n".utf8).write(to: folder.appending(path: "expout"))
      try #require(item.differences(from: outcome).count == 1)
      #expect(item.differences(from: outcome)[0].contains("line 2"))
    }
  }
}
