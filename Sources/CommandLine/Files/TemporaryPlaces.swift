import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Files and folders that are not yet in place: what has to go when the program is stopped half-way.
///
/// Until something is noted here a signal ends the program at once, as it does any other. From then on a thread of its
/// own waits for signals: it takes away what is noted and then lets the signal do its work, so that the shell sees that
/// the program was stopped (130 for Ctrl-C, 143 for `kill`).
enum TemporaryPlaces {
  private struct Noted {
    var paths: [String] = []
    /// What is on a terminal and has to go from it.
    var lastWords: (@Sendable () -> Void)?
    var isWatched = false
    /// Nothing is made or put in place any more.
    var isEnding = false
  }

  private static let noted = Mutex(Noted())
  /// Held while finished files are put in place: that takes no time, and half of it would be a mixture.
  private static let placing = Mutex(())

  /// Before other threads are begun that note something: they inherit what this one does with signals, and a signal
  /// must come to none of them.
  static func watchFromNow() { noted.withLock { startWatching(&$0) } }

  /// Where nothing is, in the folder for temporary files; another one each time.
  static var newPath: String {
    FileManager.default.temporaryDirectory.appending(path: "thapnien-\(UUID().uuidString)").path
  }

  /// Before anything is made at the path.
  static func add(_ path: String) {
    let isEnding = noted.withLock { noted in
      startWatching(&noted)
      noted.paths.append(path)
      return noted.isEnding
    }
    if isEnding { wait() }
  }

  /// Before anything is shown that a stopped program should not leave on a terminal.
  static func whenEnding(_ body: @escaping @Sendable () -> Void) {
    noted.withLock { noted in
      startWatching(&noted)
      noted.lastWords = body
    }
  }

  private static func startWatching(_ noted: inout Noted) {
    guard !noted.isWatched else { return }
    noted.isWatched = true
    watch()
  }

  /// What was there is in place, or taken away.
  static func remove(_ path: String) {
    let isEnding = noted.withLock { noted in
      noted.paths.removeAll { $0 == path }
      return noted.isEnding
    }
    if isEnding { wait() }
  }

  /// Runs to its end even if a signal comes meanwhile, which ends the program then.
  static func place<Problem: Error>(_ body: () throws(Problem) -> Void) throws(Problem) {
    try placing.withLock { _ throws(Problem) in try body() }
  }

  /// The thread that watches is about to end the program.
  private static func wait() -> Never {
    while true { pause() }
  }

  /// Signals that end a program and are not ignored, as `nohup` has some of them.
  private static var signals: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // The only way to learn it is to set another; SIG_IGN is 1 everywhere.
      let before = signal(number, SIG_DFL)
      if unsafeBitCast(before, to: Int.self) == 1 { signal(number, SIG_IGN) } else { sigaddset(&set, number) }
    }
    return set
  }

  private static func watch() {
    var set = signals
    // Threads that are made later inherit it: the signals come to the one that asks for them.
    pthread_sigmask(SIG_BLOCK, &set, nil)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        TemporaryPlaces.end()
        return nil
      }, nil)
  }

  private static func end() {
    var set = signals
    var number: Int32 = 0
    guard sigwait(&set, &number) == 0 else { return }
    let (paths, lastWords) = noted.withLock { noted in
      noted.isEnding = true
      return (noted.paths, noted.lastWords)
    }
    lastWords?()
    placing.withLock { _ in
      for path in paths.reversed() { clear(path) }
      signal(number, SIG_DFL)
      pthread_sigmask(SIG_UNBLOCK, &set, nil)
      kill(getpid(), number)
      _exit(128 + number)
    }
  }

  /// Under another name nothing can be added to a folder while it is taken away.
  private static func clear(_ path: String) {
    let gone = "\(path).gone"
    guard rename(path, gone) == 0 else { return }
    for _ in 0..<3 where (try? FileManager.default.removeItem(atPath: gone)) == nil {}
  }
}
