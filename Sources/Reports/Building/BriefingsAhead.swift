import Synchronization

/// What another builder of the same report has found out already that the briefing will say of some indicators, with the
/// figures that it has named for it.
public final class BriefingsAhead: Sendable {
  private struct Found {
    var values: [String: BriefingValue] = [:]
    var entries: [LedgerEntry] = []
  }

  private let found = Mutex(Found())
  private let over = Atomic(false)

  public init() {}

  /// Whether nobody wants more.
  var isOver: Bool { over.load(ordering: .relaxed) }
  public func finish() { over.store(true, ordering: .relaxed) }

  func keep(_ value: BriefingValue, of indicator: String, _ entries: [LedgerEntry]) {
    found.withLock { found in
      found.values[indicator] = value
      found.entries += entries
    }
  }

  func value(of indicator: String) -> BriefingValue? { found.withLock { $0.values[indicator] } }

  /// Of all indicators that have been kept.
  var entries: [LedgerEntry] { found.withLock { $0.entries } }
}
