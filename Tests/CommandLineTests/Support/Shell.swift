import Foundation

/// Runs shell text and waits for its end. Outputs go through files, so that no amount of them can block.
struct Shell {
  struct Outcome {
    /// The exit code, or 128 + n after signal n, as a shell says it.
    var code: Int32
    var output: String
    var errors: String
    var isTimedOut: Bool
  }

  enum Errors {
    case apart
    /// Into the output, in order, as a terminal shows them.
    case merged
  }

  var folder: URL
  var environment: [String: String]
  var timeout: Duration = .seconds(60)
  var errors = Errors.apart

  private static let turnstile = Turnstile(places: max(1, ProcessInfo.processInfo.activeProcessorCount))

  func run(_ script: String) async throws -> Outcome {
    await Self.turnstile.enter()
    let result: Result<Outcome, any Error>
    do {
      result = .success(try await withTemporaryFolder { try await run(script, catchingIn: $0) })
    } catch {
      result = .failure(error)
    }
    await Self.turnstile.leave()
    return try result.get()
  }

  private func run(_ script: String, catchingIn results: URL) async throws -> Outcome {
    let (output, errorOutput) = (results.appending(path: "output"), results.appending(path: "errors"))
    try Data().write(to: output)
    try Data().write(to: errorOutput)

    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["--noprofile", "--norc", "-c", script]
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    let outputHandle = try FileHandle(forWritingTo: output)
    process.standardOutput = outputHandle
    process.standardError = errors == .merged ? outputHandle : try FileHandle(forWritingTo: errorOutput)

    let (ends, end) = AsyncStream.makeStream(of: Int32.self)
    process.terminationHandler = { process in
      let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
      end.yield(process.terminationStatus + signal)
      end.finish()
    }
    try Self.withOpenSignals { try process.run() }
    // The child leads a process group of its own: what it started ends with it.
    let group = process.processIdentifier
    let alarm = Task { [timeout] in
      guard (try? await Task.sleep(for: timeout)) != nil else { return false }
      kill(-group, SIGKILL)
      return true
    }
    var code: Int32 = -1
    for await status in ends { code = status }
    alarm.cancel()
    return Outcome(
      code: code, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errorOutput), as: UTF8.self), isTimedOut: await alarm.value)
  }

  /// A child inherits the signal mask of the thread that starts it, and threads of a pool block most signals.
  private static func withOpenSignals(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var usual = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &usual)
    defer { pthread_sigmask(SIG_SETMASK, &usual, nil) }
    try body()
  }
}
