import Language
import Synchronization
import Values

/// What `--verbose` tells on the standard error: which files are read, and how long each stage took. Nothing else in the
/// program asks a clock for a duration, and no answer depends on one.
final class StageClock: Sendable {
  private struct Times {
    var last: ContinuousClock.Instant
    var pending = ""
  }

  private let language: OutputLanguage
  private let descriptor: Int32?
  private let start = ContinuousClock.now
  private let times = Mutex(Times(last: .now))

  /// - Parameter descriptor: nil where lines are kept until `pendingText` is asked for.
  init(_ language: OutputLanguage, descriptor: Int32?) {
    self.language = language
    self.descriptor = descriptor
  }

  /// A file is about to be read; from any thread.
  func reads(_ file: String, bytes: Int) {
    tell("\(Messages.verboseReads(file, NumberForm(language).string(bytes))[language])\n")
  }

  /// A stage is over: the time since the one before.
  func finish(_ stage: LocalizedText) {
    let now = ContinuousClock.now
    let duration = times.withLock { times in
      defer { times.last = now }
      return now - times.last
    }
    tell("\(milliseconds(duration))  \(stage[language])\n")
  }

  func end() { tell("\(milliseconds(ContinuousClock.now - start))  \(Messages.verboseTotal[language])\n") }

  /// What could not be written at once.
  func pendingText() -> String {
    times.withLock { times in
      defer { times.pending = "" }
      return times.pending
    }
  }

  private func milliseconds(_ duration: Duration) -> String {
    let tenths = max(0, Int(duration / .microseconds(100)))
    let number = NumberForm(language).string(ExactDecimal(coefficient: Int128(tenths), scale: 1))
    return String(repeating: " ", count: max(0, 9 - number.count)) + number + " ms"
  }

  private func tell(_ line: String) {
    let text = PrintableText.of(line)
    times.withLock { times in
      if let descriptor { OutputStream(descriptor: descriptor).write(text) } else { times.pending += text }
    }
  }
}
