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
    let work = WorkPieces(count, piece)
    let workers = min(count, threads ?? Processors.available)
    let others = Threads(count: max(0, workers - 1)) { _ in work.doAll() }
    work.doAll()
    _ = others.results()
    return work.state.withLock { state in (0..<count).compactMap { state.results[$0] } }
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
