import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Pieces of work, each of which computes one result on a thread of its own. Begun by `init`; `results()` must follow.
public struct Threads<Result: Sendable>: Sendable {
  private let work: Work
  private let handles: [pthread_t]

  private final class Work: Sendable {
    private let body: @Sendable (Int) -> Result
    private let state: Mutex<(next: Int, results: [Result?])>

    init(count: Int, body: @escaping @Sendable (Int) -> Result) {
      self.body = body
      state = Mutex((0, Array(repeating: nil, count: count)))
    }

    /// Takes the next piece and does it; false if there is none left.
    func doNext() -> Bool {
      let index = state.withLock { state -> Int? in
        guard state.next < state.results.count else { return nil }
        state.next += 1
        return state.next - 1
      }
      guard let index else { return false }
      let result = body(index)
      state.withLock { $0.results[index] = result }
      return true
    }

    func takeResults() -> [Result?] {
      state.withLock { state in
        defer { state.results = [] }
        return state.results
      }
    }
  }

  public init(count: Int, body: @escaping @Sendable (Int) -> Result) {
    let work = Work(count: count, body: body)
    self.work = work
    handles = (0..<count).compactMap { _ in ThreadStart.begin { _ = work.doNext() } }
  }

  /// Waits for all results. Pieces for which no thread could be had are done here, by the caller.
  public func results() -> [Result?] {
    while work.doNext() {}
    for handle in handles { pthread_join(handle, nil) }
    return work.takeResults()
  }
}

/// What a new thread is handed. The reference that `begin` retains is taken over by the thread, which releases it.
private final class ThreadStart: Sendable {
  private let body: @Sendable () -> Void

  private init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// Nil if the system has no thread to give.
  static func begin(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    let start = Unmanaged.passRetained(ThreadStart(body))
    #if canImport(Darwin)
      var handle: pthread_t?
    #else
      var handle = pthread_t()
    #endif
    let code = pthread_create(
      &handle, nil,
      { pointer in
        #if canImport(Darwin)
          Unmanaged<ThreadStart>.fromOpaque(pointer).takeRetainedValue().body()
        #else
          if let pointer { Unmanaged<ThreadStart>.fromOpaque(pointer).takeRetainedValue().body() }
        #endif
        return nil
      }, start.toOpaque())
    guard code == 0 else {
      start.release()
      return nil
    }
    return handle
  }
}

/// The machine's processors.
public enum Processors {
  /// How many of them are at work; at least one.
  public static let available = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
