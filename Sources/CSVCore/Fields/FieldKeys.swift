/// The different texts of a column, each with a dense code in order of first appearance: for columns of few texts that
/// are looked up by the million.
///
/// Exact: a text of at most 8 bytes is one word, one of at most 16 bytes is its first and its last word, and of longer
/// ones all bytes are compared.
public struct FieldKeys: Sendable {
  /// A text in the table.
  @usableFromInline
  struct Slot: BitwiseCopyable, Sendable {
    @usableFromInline var first: UInt64
    /// The last eight bytes of 9 to 16; of longer texts a hash of what follows the first eight.
    @usableFromInline var second: UInt64
    @usableFromInline var length: Int32
    /// -1 in an empty slot.
    @usableFromInline var code: Int32

    @inlinable
    init(first: UInt64, second: UInt64, length: Int32, code: Int32) {
      self.first = first
      self.second = second
      self.length = length
      self.code = code
    }

    @inlinable
    static var empty: Slot { Slot(first: 0, second: 0, length: -1, code: -1) }
  }

  /// A power of two of them, at most half full.
  @usableFromInline var slots: [Slot] = Array(repeating: .empty, count: 64)
  /// The bytes of all texts, one behind the other, and where each ends.
  @usableFromInline var bytes: [UInt8] = []
  @usableFromInline var ends: [Int] = []

  public init() {}

  @inlinable
  public var count: Int { ends.count }

  /// The text behind a code.
  public func bytes(of code: Int) -> [UInt8] { Array(bytes[range(of: code)]) }

  @usableFromInline
  func range(of code: Int) -> Range<Int> { (code > 0 ? ends[code - 1] : 0)..<ends[code] }

  /// The text's code; a text that was not there gets the next one, the `count` before.
  ///
  /// - Complexity: O(1) amortised for texts of at most 16 bytes, O(bytes) for longer ones.
  @inlinable
  @inline(__always)
  public mutating func code(of field: CSVField, in rows: CSVRows) -> Int {
    let first = rows.word(field)
    let second = field.length > 8 ? rows.second(field) : 0
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: Self.hash(first, second)) & mask
    while true {
      let slot = slots[place]
      if slot.first == first, slot.second == second, Int(slot.length) == field.length {
        if field.length <= 16 || isEqual(slot, field, rows) { return Int(slot.code) }
      } else if slot.code < 0 {
        return insert(Slot(first: first, second: second, length: Int32(field.length), code: 0), field, rows)
      }
      place = (place &+ 1) & mask
    }
  }

  /// Both halves of a product depend on all bits (the idea of wyhash, https://github.com/wangyi-fudan/wyhash).
  @inlinable
  @inline(__always)
  public static func hash(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = (first ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: second ^ 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  @usableFromInline
  func isEqual(_ slot: Slot, _ field: CSVField, _ rows: CSVRows) -> Bool {
    let start = range(of: Int(slot.code)).lowerBound
    // Eight bytes at a time; the last ones overlap those before them. All texts here are longer than that.
    return bytes.withUnsafeBytes { known in
      let last = field.length &- 8
      var offset = 0
      while true {
        let word = known.loadUnaligned(fromByteOffset: start &+ offset, as: UInt64.self)
        if UInt64(littleEndian: word) != rows.load(field.start &+ offset) { return false }
        if offset == last { return true }
        offset = min(offset &+ 8, last)
      }
    }
  }

  @usableFromInline
  mutating func insert(_ slot: Slot, _ field: CSVField, _ rows: CSVRows) -> Int {
    var slot = slot
    slot.code = Int32(ends.count)
    for index in 0..<field.length { bytes.append(rows.bytes[field.start + index]) }
    ends.append(bytes.count)
    if ends.count * 2 > slots.count { grow() }
    place(slot)
    return Int(slot.code)
  }

  private mutating func place(_ slot: Slot) {
    var place = Int(truncatingIfNeeded: Self.hash(slot.first, slot.second)) & (slots.count - 1)
    while slots[place].code >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func grow() {
    let full = slots
    slots = Array(repeating: .empty, count: full.count * 2)
    for slot in full where slot.code >= 0 { place(slot) }
  }
}
