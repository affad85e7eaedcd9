import Foundation
import Testing

@Suite struct ShellTests {
  private func shell(timeout: Duration = .seconds(60), errors: Shell.Errors = .apart) throws -> Shell {
    let folder = FileManager.default.temporaryDirectory
    return Shell(
      folder: folder, environment: try Surroundings.environment(home: folder), timeout: timeout, errors: errors)
  }

  @Test func muchOnBothStreams() async throws {
    let megabyte = "head -c 1000000 /dev/zero | tr '\\0' "
    let outcome = try await shell().run("\(megabyte) a; \(megabyte) b >&2")
    #expect(outcome.code == 0)
    #expect(outcome.output.utf8.count == 1_000_000 && outcome.errors.utf8.count == 1_000_000)
  }

  @Test(arguments: [("exit 7", Int32(7)), ("kill -TERM $$", 143), ("cat", 0)])
  func codes(script: String, code: Int32) async throws {
    #expect(try await shell().run(script).code == code)
  }

  @Test func streamsMergeInOrder() async throws {
    let outcome = try await shell(errors: .merged).run("echo a; echo b >&2; echo c")
    #expect(outcome.output == "a\nb\nc\n")
    #expect(outcome.errors.isEmpty)
  }

  @Test(.timeLimit(.minutes(5))) func whatHangsIsStoppedWithItsChildren() async throws {
    let outcome = try await shell(timeout: .milliseconds(300)).run("sleep 3000 & sleep 3000; echo late")
    #expect(outcome.isTimedOut && outcome.code == 137 && outcome.output.isEmpty)
  }

  @Test func nothingOfThisMachineIsInherited() async throws {
    let outcome = try await shell().run("env | cut -d= -f1 | sort | tr '\\n' ' '")
    let allowed = ["HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "OLDPWD", "PATH", "PWD", "ROOT", "SHLVL", "TZ", "_"]
    let names = outcome.output.split(separator: " ").map(String.init)
    #expect(names.contains("TZ"))
    #expect(names.filter { !allowed.contains($0) } == [])
  }
}
