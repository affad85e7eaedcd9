/// Work of equal pieces on several threads.
public enum Parallel {
  /// What a body makes of 0, 1, … below a count, in that order; each on a thread of its own, the caller's among them.
  public static func map<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard count > 1 else { return (0..<max(0, count)).map(body) }
    let others = Threads(count: count - 1) { body($0 + 1) }
    let first = body(0)
    return [first] + others.results().compactMap { $0 }
  }
}
