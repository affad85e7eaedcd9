import CSVCore
import Synchronization

/// Independent pieces of work, done by several threads.
public final class WorkPieces<Result: Sendable>: Sendable {
  private let piece: @Sendable (Int) -> Result
  private let count: Int
  private let state = Mutex<(next: Int, results: [Int: Result])>((0, [:]))

  private init(_ count: Int, _ piece: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.piece = piece
  }

  /// - Parameter threads: this one among them; as many as there are processors unless given.
  /// - Returns: what came of each piece, in their order, whoever did which.
  public static func results(
    _ count: Int, threads: Int? = nil, _ piece: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let workers = min(count, threads ?? Processors.available)
    return Begun(WorkPieces(count, piece), others: workers - 1).results()
  }

  /// Lets others begin, for who has something else to do first. `results()` must follow, or the process must end.
  ///
  /// - Parameter threads: as for `results`: with one, nobody begins.
  public static func begin(
    _ count: Int, threads: Int? = nil, _ piece: @escaping @Sendable (Int) -> Result
  ) -> Begun {
    let workers = threads ?? Processors.available
    return Begun(WorkPieces(count, piece), others: min(count, workers - 1))
  }

  /// Pieces that others are doing.
  public struct Begun {
    private let work: WorkPieces
    private let others: Threads<Void>

    fileprivate init(_ work: WorkPieces, others: Int) {
      self.work = work
      self.others = Threads(count: max(0, others)) { _ in work.doAll() }
    }

    /// Does what is left, and waits for the rest.
    public func results() -> [Result] {
      work.doAll()
      _ = others.results()
      return work.state.withLock { state in (0..<work.count).compactMap { state.results[$0] } }
    }
  }

  private func doAll() {
    while let index = next() {
      let result = piece(index)
      state.withLock { $0.results[index] = result }
    }
  }

  private func next() -> Int? {
    state.withLock { state in
      guard state.next < count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }
}

extension WorkPieces where Result == Void {
  /// How many can work at the same time.
  static var workers: Int { Processors.available }
  /// Whether there is anybody who could begin.
  public static var haveOthers: Bool { workers > 1 }
}
