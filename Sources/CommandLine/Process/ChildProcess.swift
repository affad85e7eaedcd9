#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Another program, run to its end. No shell is involved, so no text of a user becomes a command.
enum ChildProcess {
  /// - Parameters:
  ///   - arguments: the program, found by `PATH`, and what it is told.
  ///   - environment: all of it.
  ///   - output: the file that takes its standard output; its errors go nowhere.
  /// - Returns: its exit code; nil when it could not be started or was ended by a signal.
  static func run(_ arguments: [String], environment: [String: String], output: String) -> Int32? {
    guard let program = arguments.first else { return nil }
    var actions = posix_spawn_file_actions_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // Signals that we wait for elsewhere end the child as they come.
    var attributes = posix_spawnattr_t()
    guard posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return withCStrings(arguments) { words in
      withCStrings(settings) { settings in
        var child = pid_t()
        guard posix_spawnp(&child, program, &actions, &attributes, words, settings) == 0 else { return nil }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
          guard errno == EINTR else { return nil }
        }
        // The low seven bits hold the signal that ended it; the next byte its exit code.
        return status & 0x7f == 0 ? (status >> 8) & 0xff : nil
      }
    }
  }

  /// A null-terminated array of C strings that live as long as the call.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      // An array with a terminator is never empty, so it has a base address.
      var terminator: UnsafeMutablePointer<CChar>?
      guard let base = buffer.baseAddress else { return body(&terminator) }
      return body(base)
    }
  }
}
