/// The different texts of a column, each with a dense code in order of first appearance.
///
/// Open addressing over the bytes: looking up a text that is known allocates nothing.
public struct TextDictionary: Sendable {
  public private(set) var texts: [String] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var hashes: [UInt64] = []
  /// Only for texts beyond ASCII: the first code of what Unicode holds to be the same text, written in other bytes.
  private var firstCodes: [String: Int] = [:]
  private var aliases: [Int: Int] = [:]

  public init() {}

  public var count: Int { texts.count }
  public subscript(code: Int) -> String { texts[code] }

  /// The same code for `ế` written as one character and as a letter with marks.
  func canonicalCode(_ code: Int) -> Int { aliases[code] ?? code }

  /// The code of a text; nil when the bytes are not UTF-8.
  ///
  /// - Complexity: O(bytes) amortised.
  mutating func code(of bytes: Span<UInt8>) -> Int? {
    let hash = Self.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let code = Int(slots[slot])
      if hashes[code] == hash, Self.equal(texts[code], bytes) { return code }
      slot = (slot + 1) & (slots.count - 1)
    }
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    guard let text = String(validating: copy, as: UTF8.self) else { return nil }
    slots[slot] = Int32(texts.count)
    texts.append(text)
    hashes.append(hash)
    if !text.utf8.allSatisfy({ $0 < 0x80 }) {
      if let first = firstCodes[text] { aliases[texts.count - 1] = first } else { firstCodes[text] = texts.count - 1 }
    }
    if texts.count * 2 > slots.count { grow() }
    return texts.count - 1
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (code, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(code)
    }
  }

  private static func equal(_ text: String, _ bytes: Span<UInt8>) -> Bool {
    let known = text.utf8Span.span
    guard known.count == bytes.count else { return false }
    for index in bytes.indices where known[index] != bytes[index] { return false }
    return true
  }

  /// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), folded so that the low bits depend on all.
  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
    return hash ^ (hash >> 32)
  }
}
