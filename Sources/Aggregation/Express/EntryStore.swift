#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Stacks of entries by the million, in large blocks of memory that are asked for at once: a hundred megabytes that the
/// system gives page by page, as each is first touched, take as long as reading half a gigabyte.
///
/// Unchecked: filled by one thread, and only read from when it has ended. Invariants: each piece lies within one of the
/// blocks, which are freed with the store alone, and its first `count` entries are set.
final class EntryStore<Entry: BitwiseCopyable>: @unchecked Sendable {
  private struct Piece {
    let base: UnsafeMutablePointer<Entry>
    var count = 0
  }

  private var pieces: [[Piece]]
  private var blocks: [UnsafeMutableRawPointer] = []
  /// Bytes of the last block that are taken.
  private var taken = EntryStore.blockSize

  private static var blockSize: Int { 2 << 20 }
  private static var pageSize: Int { 4096 }
  /// `MADV_POPULATE_WRITE`, which older headers lack.
  private static var populateWrite: Int32 { 23 }
  /// Entries of a piece.
  private static var room: Int { 1024 }
  private static var stride: Int { MemoryLayout<Entry>.stride }

  init(stacks: Int) { pieces = Array(repeating: [], count: stacks) }

  deinit { for block in blocks { free(block) } }

  /// - Parameter entries: a divisor of 1024 of them, always as many.
  /// - Returns: false where there is no more memory.
  func append(_ entries: UnsafeBufferPointer<Entry>, to stack: Int) -> Bool {
    guard let source = entries.baseAddress, entries.count <= Self.room else { return entries.isEmpty }
    if pieces[stack].last.map({ $0.count + entries.count > Self.room }) ?? true {
      guard let piece = newPiece() else { return false }
      pieces[stack].append(piece)
    }
    let last = pieces[stack].count - 1
    (pieces[stack][last].base + pieces[stack][last].count).update(from: source, count: entries.count)
    pieces[stack][last].count += entries.count
    return true
  }

  private func newPiece() -> Piece? {
    let size = Self.room * Self.stride
    if taken + size > Self.blockSize {
      var block: UnsafeMutableRawPointer?
      guard posix_memalign(&block, Self.pageSize, Self.blockSize) == 0, let block else { return nil }
      #if os(Linux)
        // A wish (Linux 5.14, madvise(2)): where it is not known all is as right, and slower. Large pages would be faster
        // still, but now and then the system stops to make some.
        madvise(block, Self.blockSize, Self.populateWrite)
      #endif
      blocks.append(block)
      taken = 0
    }
    guard let block = blocks.last else { return nil }
    defer { taken += size }
    return Piece(base: (block + taken).bindMemory(to: Entry.self, capacity: Self.room))
  }

  func count(_ stack: Int) -> Int { pieces[stack].reduce(0) { $0 + $1.count } }

  func forEachPiece(of stack: Int, _ body: (UnsafeBufferPointer<Entry>) -> Void) {
    for piece in pieces[stack] { body(UnsafeBufferPointer(start: piece.base, count: piece.count)) }
  }
}
