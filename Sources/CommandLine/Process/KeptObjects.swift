import Synchronization

/// Objects that nobody uses any more, kept because letting go of them would take time for nothing.
///
/// Unchecked: they are touched again only when the last of them go, by whoever has the only reference to the list.
final class KeptObjects: @unchecked Sendable {
  private let lock = Mutex(())
  private var objects: [AnyObject] = []

  func keep(_ object: AnyObject) { lock.withLock { _ in objects.append(object) } }
}
