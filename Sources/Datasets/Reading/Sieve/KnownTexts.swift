import CSVCore

/// The texts of a column that have been looked at, each with what came of it: a text that is known costs a few
/// comparisons of words and no call.
///
/// Open addressing; a slot holds the first eight bytes of its text and the last eight, zeros where it has no more than
/// eight, so that only texts beyond sixteen bytes are compared in the arena.
///
/// Invariants: `slots` has `mask + 1` entries, a power of two, at most half of them used; those with a verdict of 0 are
/// free; `start` and `length` of the others lie within `arena`. Bytes that are handed in are followed by seven more that
/// can be read. Owned by one thread at a time.
struct KnownTexts: ~Copyable {
  struct Slot {
    var first: UInt64
    var last: UInt64
    var start: UInt32
    var length: UInt32
    var code: UInt32
    /// What the owner thinks of the text, not 0.
    var verdict: UInt32

    static let free = Slot(first: 0, last: 0, start: 0, length: 0, code: 0, verdict: 0)
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private(set) var count = 0
  private var arena: [UInt8] = []
  /// More than so many slots are not looked at: texts can be made to share one.
  private static let longestProbe = 64
  private static let largestArena = 16 << 20

  init() {
    mask = 127
    slots = UnsafeMutablePointer<Slot>.allocate(capacity: 128)
    slots.initialize(repeating: .free, count: 128)
  }

  deinit { slots.deallocate() }

  /// The verdict of a text; 0 where it is not known.
  @inline(__always)
  func verdict(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> UInt32 {
    let (first, last) = Self.ends(base, start, length)
    var slot = Self.hash(base, start, first, last, length) & mask
    for _ in 0..<Self.longestProbe {
      let entry = slots[slot]
      if entry.verdict == 0 { return 0 }
      if entry.first == first, entry.last == last, Int(entry.length) == length,
        length <= 16 || isEqual(entry, base, start)
      {
        return entry.verdict
      }
      slot = (slot &+ 1) & mask
    }
    return 0
  }

  /// Remembers a text that is not known; false where there is no room.
  mutating func insert(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int, verdict: UInt32) -> Bool {
    guard arena.count + length <= Self.largestArena else { return false }
    if (count + 1) * 2 > mask { grow() }
    let (first, last) = Self.ends(base, start, length)
    let slot = freeSlot(Self.hash(base, start, first, last, length))
    guard let slot else { return false }
    slots[slot] = Slot(
      first: first, last: last, start: UInt32(arena.count), length: UInt32(length), code: UInt32(count),
      verdict: verdict)
    arena.append(contentsOf: UnsafeBufferPointer(start: base + start, count: length))
    count += 1
    return true
  }

  /// Lends each text in the order in which they came.
  func forEach(_ body: (Span<UInt8>, UInt32) -> Void) {
    var order = [Slot](repeating: .free, count: count)
    for slot in 0...mask where slots[slot].verdict != 0 { order[Int(slots[slot].code)] = slots[slot] }
    for entry in order {
      body(arena.span.extracting(Int(entry.start)..<Int(entry.start) + Int(entry.length)), entry.verdict)
    }
  }

  @inline(__always)
  private static func ends(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> (UInt64, UInt64) {
    let bytes = UnsafeRawPointer(base)
    let first = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    if length <= 8 {
      return (length == 8 ? first : first & ((1 &<< UInt64(truncatingIfNeeded: 8 &* length)) &- 1), 0)
    }
    return (first, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start &+ length &- 8, as: UInt64.self)))
  }

  @inline(__always)
  private static func hash(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ first: UInt64, _ last: UInt64, _ length: Int
  ) -> Int {
    var hash = (first ^ (last &<< 29 | last &>> 35)) &* 0x9E37_79B9_7F4A_7C15
    if length > 16 { hash ^= middle(base, start, length) }
    hash ^= UInt64(truncatingIfNeeded: length)
    return Int(truncatingIfNeeded: (hash &* 0xD6E8_FEB8_6659_FD93) &>> 32)
  }

  private static func middle(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
    var hash: UInt64 = 0
    var offset = start + 8
    while offset < start + length - 8 {
      let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // Where fewer than eight bytes are left, the last word's bytes come in, which belong to the text, too.
      hash = (hash ^ UInt64(littleEndian: word)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 32
      offset += 8
    }
    return hash
  }

  private func isEqual(_ entry: Slot, _ base: UnsafePointer<UInt8>, _ start: Int) -> Bool {
    arena.withUnsafeBufferPointer { arena in
      var index = 8
      let (first, end) = (Int(entry.start), Int(entry.length) - 8)
      while index < end {
        if arena[first + index] != base[start + index] { return false }
        index += 1
      }
      return true
    }
  }

  private func freeSlot(_ hash: Int) -> Int? {
    var slot = hash & mask
    for _ in 0..<Self.longestProbe {
      if slots[slot].verdict == 0 { return slot }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func grow() {
    let old = slots
    let size = mask + 1
    mask = size * 2 - 1
    slots = UnsafeMutablePointer<Slot>.allocate(capacity: size * 2)
    slots.initialize(repeating: .free, count: size * 2)
    for index in 0..<size where old[index].verdict != 0 {
      let entry = old[index]
      arena.withUnsafeBufferPointer { arena in
        guard let base = arena.baseAddress else { return }
        // A text of the arena is read within its bounds: `ends` and `middle` stay below its length from nine bytes on.
        var slot = Self.hash(base, Int(entry.start), entry.first, entry.last, Int(entry.length)) & mask
        while slots[slot].verdict != 0 { slot = (slot + 1) & mask }
        slots[slot] = entry
      }
    }
    old.deallocate()
  }
}
