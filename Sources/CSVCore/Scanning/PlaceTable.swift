import CSVCoreSIMD

/// Where the delimiters and line ends of a block stand, behind one entry for the byte before its first record.
///
/// Invariants: `base` has `room` entries. Those up to `count`, inclusive, are set, ascending but for the first (which
/// may be `UInt32.max` for -1), and offsets of the block that was searched, its end included.
@usableFromInline
struct PlaceTable: ~Copyable, @unchecked Sendable {
  /// Nobody but the owner reads or writes behind it, and no copy of it outlives the table.
  @usableFromInline private(set) var base: UnsafeMutablePointer<UInt32>
  private var room = 0
  private(set) var count = 0

  init() { base = UnsafeMutablePointer<UInt32>.allocate(capacity: 1) }

  @inlinable
  deinit { base.deallocate() }

  /// Finds the structure of `bytes[start..<end]`, all of it if there are at most `most` places.
  mutating func find(
    _ path: csv_path, in bytes: UnsafePointer<UInt8>, _ range: Range<Int>, dialect: CSVDialect, most: Int
  ) -> csv_structure {
    // The entry before, one for the end of a last record, and the 64 that a search may leave empty.
    let wanted = min(range.count, most) + 66
    if room < wanted {
      base.deallocate()
      base = UnsafeMutablePointer<UInt32>.allocate(capacity: wanted)
      room = wanted
    }
    base[0] = UInt32(truncatingIfNeeded: range.lowerBound - 1)
    let found = csv_find_structure(
      path, bytes, range.lowerBound, range.upperBound, dialect.delimiter, dialect.quote.map(Int32.init) ?? -1, base + 1,
      room - 2)
    count = found.count
    return found
  }

  /// One more place, at the end of the block.
  mutating func append(_ place: Int) {
    // `find` kept an entry for it, and it is called once.
    guard count + 1 < room else { return }
    count += 1
    base[count] = UInt32(truncatingIfNeeded: place)
  }

  subscript(index: Int) -> Int {
    precondition(index >= 0 && index <= count, "no such place")
    return Int(base[index])
  }

  /// Where what stands before the place `index` begins; `index` from 1.
  func start(_ index: Int) -> Int {
    precondition(index > 0 && index <= count, "no such place")
    return Int(base[index - 1] &+ 1)
  }
}
