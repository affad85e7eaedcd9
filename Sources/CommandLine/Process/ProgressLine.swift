import Datasets
import Language
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a person at a terminal sees of reading that takes longer than a second: one line on the standard error, which
/// goes before anything else is printed.
final class ProgressLine: Sendable {
  private struct Shown {
    var isThere = false
    var isOver = false
  }

  /// In microseconds: how long nothing is shown, and how often the line is written anew.
  private static let patience: useconds_t = 1_000_000
  private static let pause: useconds_t = 200_000

  private let shown = Mutex(Shown())
  private let progress: ReadingProgress
  private let descriptor: Int32
  private let columns: Int
  private let text: ProgressText
  private let start = ContinuousClock.now

  private init(_ progress: ReadingProgress, descriptor: Int32, columns: Int, _ language: OutputLanguage) {
    self.progress = progress
    self.descriptor = descriptor
    self.columns = columns
    text = ProgressText(language)
  }

  /// Nil where nobody looks, and on a terminal that cannot go back to the start of a line.
  static func begin(_ progress: ReadingProgress, _ language: OutputLanguage, in context: ProcessContext)
    -> ProgressLine?
  {
    guard let descriptor = context.errors.descriptor, context.errors.isTerminal,
      context.environment["TERM"] != "dumb"
    else { return nil }
    let line = ProgressLine(progress, descriptor: descriptor, columns: context.errors.columns ?? 80, language)
    context.output.beforeWriting = { line.end() }
    context.errors.beforeWriting = { line.end() }
    TemporaryPlaces.whenEnding { line.endIfFree() }
    line.startThread()
    return line
  }

  /// The same for a program that is being stopped, which waits for no terminal that takes nothing.
  private func endIfFree() {
    _ = shown.withLockIfAvailable { shown in
      if shown.isThere { write("\r\u{1B}[K") }
      shown = Shown(isThere: false, isOver: true)
    }
  }

  /// Nothing is shown any more.
  func end() {
    shown.withLock { shown in
      if shown.isThere { write("\r\u{1B}[K") }
      shown = Shown(isThere: false, isOver: true)
    }
  }

  /// The thread takes no signal, so that those that end the program come to the threads that know what to clear away.
  private func startThread() {
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let line = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { argument in
        // One reference was handed over with the argument.
        let line: UnsafeMutableRawPointer? = argument
        line.map { Unmanaged<ProgressLine>.fromOpaque($0).takeRetainedValue() }?.run()
        return nil
      }, line.toOpaque())
    if code == 0 { pthread_detach(thread) } else { line.release() }
  }

  private func run() {
    usleep(Self.patience)
    while show() { usleep(Self.pause) }
  }

  /// - Returns: false when it is over.
  private func show() -> Bool {
    let state = progress.state
    let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
    return shown.withLock { shown in
      guard !shown.isOver else { return false }
      // What has been read is computed with, and written: a line that stands still would say nothing.
      let isReading = state.bytes < state.expected
      if shown.isThere || isReading { write("\r\u{1B}[K") }
      shown.isThere = isReading
      if isReading { write(text.line(state, milliseconds: milliseconds, columns: columns)) }
      return true
    }
  }

  private func write(_ text: String) { OutputStream(descriptor: descriptor).write(text) }
}

/// The words of the progress line.
struct ProgressText {
  private let language: OutputLanguage
  private static let megabyte = 1_000_000

  init(_ language: OutputLanguage) { self.language = language }

  /// Bytes, rows, rate and the time left, in whole numbers; as many of them as the line has room for.
  ///
  /// - Parameter milliseconds: since the start.
  func line(_ state: ReadingProgress.State, milliseconds: Int, columns: Int) -> String {
    let form = NumberForm(language)
    let rate = state.bytes / max(1, milliseconds) * 1000
    let left = max(0, state.expected - state.bytes)
    var parts = [
      Messages.progressBytes(
        form.string(state.bytes / Self.megabyte), of: form.string((state.expected + Self.megabyte - 1) / Self.megabyte)),
      Messages.progressRows(form.string(state.rows)),
    ]
    if rate >= Self.megabyte {
      parts.append(LocalizedText("\(form.string(rate / Self.megabyte)) MB/s"))
      parts.append(Messages.progressLeft(form.string((left + rate - 1) / rate)))
    }
    var line = ""
    for part in parts.map({ $0[language] }) {
      let longer = line.isEmpty ? part : "\(line) · \(part)"
      // The last column stays free: some terminals wrap when it is written.
      if DisplayWidth.of(longer) >= columns { break }
      line = longer
    }
    return line
  }
}
