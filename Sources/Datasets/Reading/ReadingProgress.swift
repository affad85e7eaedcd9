import Synchronization

/// How far a package has been read: counted by those who read, looked at by whoever tells a person.
///
/// It asks no clock, and nothing that is computed depends on it. Safe from any thread.
public final class ReadingProgress: Sendable {
  /// What has been counted so far.
  public struct State: Sendable, Hashable {
    /// Of all files that were opened, in bytes.
    public var expected = 0
    public var bytes = 0
    public var rows = 0

    public init(expected: Int = 0, bytes: Int = 0, rows: Int = 0) {
      self.expected = expected
      self.bytes = bytes
      self.rows = rows
    }
  }

  private let expected = Atomic(0)
  private let bytes = Atomic(0)
  private let rows = Atomic(0)

  private let observer: (@Sendable (_ file: String, _ bytes: Int) -> Void)?

  /// - Parameter observer: called when a file is about to be read, from whichever thread reads it.
  public init(observer: (@Sendable (_ file: String, _ bytes: Int) -> Void)? = nil) { self.observer = observer }

  public var state: State {
    State(
      expected: expected.load(ordering: .relaxed), bytes: bytes.load(ordering: .relaxed),
      rows: rows.load(ordering: .relaxed))
  }

  /// A file of so many bytes is about to be read.
  public func expect(bytes more: Int, of file: String) {
    expected.wrappingAdd(more, ordering: .relaxed)
    observer?(file, more)
  }

  /// So much has been read: once a block, not once a row.
  public func add(bytes more: Int, rows: Int) {
    bytes.wrappingAdd(more, ordering: .relaxed)
    self.rows.wrappingAdd(rows, ordering: .relaxed)
  }
}
