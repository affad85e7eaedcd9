import CSVCore

/// The texts of a column that have been looked at, each with what came of it: a text that is known costs a few
/// comparisons of words and no call.
///
/// Open addressing. A slot holds four words of its text, which are all of it up to 32 bytes (`Words`); what lies between
/// them in a longer one is compared in the arena.
///
/// Invariants: `slots` has `mask + 1` entries, a power of two, at most a quarter of them used; those with a verdict of 0
/// are free; `start` and `length` of the others lie within `arena`. Texts that are handed in are followed by seven bytes
/// that can be read. Owned by one thread at a time.
struct KnownTexts: ~Copyable {
  /// The first eight bytes and the last, and between them the second eight and those before the last, with zeros behind
  /// a shorter text: two texts of one length up to 32 are equal if and only if their words are. Without a branch, since
  /// lengths come in no order.
  struct Words {
    var first: UInt64
    var last: UInt64
    var second: UInt64
    var third: UInt64

    static let none = Words(first: 0, last: 0, second: 0, third: 0)

    @inline(__always)
    init(first: UInt64, last: UInt64, second: UInt64, third: UInt64) {
      (self.first, self.last, self.second, self.third) = (first, last, second, third)
    }

    @inline(__always)
    init(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int) {
      let bytes = UnsafeRawPointer(base + start)
      let mask: UInt64 = length >= 8 ? ~0 : (1 &<< UInt64(truncatingIfNeeded: 8 &* length)) &- 1
      first = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)) & mask
      // Each offset stays within the text, or is 0.
      let isLonger = length > 8
      let end = bytes.loadUnaligned(fromByteOffset: isLonger ? length &- 8 : 0, as: UInt64.self)
      last = isLonger ? UInt64(littleEndian: end) : 0
      let isLong = length > 16
      let next = bytes.loadUnaligned(fromByteOffset: isLong ? 8 : 0, as: UInt64.self)
      second = isLong ? UInt64(littleEndian: next) : 0
      let before = bytes.loadUnaligned(fromByteOffset: isLong ? length &- 16 : 0, as: UInt64.self)
      third = isLong ? UInt64(littleEndian: before) : 0
    }

    @inline(__always)
    func differs(from other: Words) -> UInt64 {
      (first ^ other.first) | (last ^ other.last) | (second ^ other.second) | (third ^ other.third)
    }

    @inline(__always)
    func hash(_ length: Int) -> Int {
      let low = (first ^ (last &<< 29 | last &>> 35)) &* 0x9E37_79B9_7F4A_7C15
      let high = (second ^ (third &<< 29 | third &>> 35) ^ UInt64(truncatingIfNeeded: length)) &* 0xD6E8_FEB8_6659_FD93
      let hash = low ^ (high &<< 32 | high &>> 32)
      return Int(truncatingIfNeeded: hash &>> 32 ^ hash)
    }
  }

  private struct Slot {
    var words: Words
    var start: UInt32
    var length: UInt32
    var code: UInt32
    /// What the owner thinks of the text, not 0.
    var verdict: UInt32

    static let free = Slot(words: .none, start: 0, length: 0, code: 0, verdict: 0)
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
    let words = Words(base, start, length)
    var slot = words.hash(length) & mask
    for _ in 0..<Self.longestProbe {
      let entry = slots + slot
      let verdict = entry.pointee.verdict
      let difference = entry.pointee.words.differs(from: words) | UInt64(entry.pointee.length) ^ UInt64(length)
      if difference == 0 && verdict != 0 && (length <= 32 || isEqual(entry.pointee, base, start)) { return verdict }
      if verdict == 0 { return 0 }
      slot = (slot &+ 1) & mask
    }
    return 0
  }

  /// Remembers a text that is not known; false where there is no room.
  mutating func insert(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int, verdict: UInt32) -> Bool {
    guard arena.count + length <= Self.largestArena else { return false }
    if (count + 1) * 4 > mask { grow() }
    let words = Words(base, start, length)
    guard let slot = freeSlot(words.hash(length)) else { return false }
    slots[slot] = Slot(
      words: words, start: UInt32(arena.count), length: UInt32(length), code: UInt32(count), verdict: verdict)
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

  /// Whether what lies between the words is the same, too.
  private func isEqual(_ entry: Slot, _ base: UnsafePointer<UInt8>, _ start: Int) -> Bool {
    let (first, end) = (Int(entry.start), Int(entry.length) - 16)
    for index in 16..<max(16, end) where arena[first + index] != base[start + index] { return false }
    return true
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
      var slot = old[index].words.hash(Int(old[index].length)) & mask
      while slots[slot].verdict != 0 { slot = (slot + 1) & mask }
      slots[slot] = old[index]
    }
    old.deallocate()
  }
}
