/// The keys that were seen, each with the place where it first stood.
///
/// All keys are equally long, so that they lie in one array and a key that is looked up allocates nothing. A file may
/// hold millions of them: the hash begins with a number of this process that nobody can know, to aim collisions at.
struct KeyTable {
  struct Place {
    let line: Int
    let part: Int
  }

  /// Words of a key.
  let width: Int
  private var words: [UInt64] = []
  private var places: [Place] = []
  /// For each slot, the number of a key; −1 where there is none. A power of two, at most half full.
  private var slots: [Int32] = []

  init(width: Int) { self.width = max(1, width) }

  /// The place of an equal key; nil for a new one, which is remembered.
  ///
  /// - Complexity: O(width) amortised.
  mutating func place(of key: [UInt64], at place: Place) -> Place? {
    if slots.count <= places.count * 2 { grow() }
    var slot = Self.hash(key, 0) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = Int(slots[slot])
      if isEqual(known, key) { return places[known] }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(places.count)
    words += key
    places.append(place)
    return nil
  }

  private func isEqual(_ known: Int, _ key: [UInt64]) -> Bool {
    for index in 0..<width where words[known * width + index] != key[index] { return false }
    return true
  }

  private func hash(of known: Int) -> Int { Self.hash(words, known * width, width) }

  private static let seed = UInt64.random(in: 1 ... .max)

  private static func hash(_ words: [UInt64], _ start: Int, _ width: Int? = nil) -> Int {
    var hash = seed
    for index in start..<start + (width ?? words.count) {
      // Both halves of a product depend on all bits (the idea of wyhash, https://github.com/wangyi-fudan/wyhash).
      let product = (hash ^ words[index]).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      hash = product.high ^ product.low ^ seed
    }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: max(16, slots.count * 2))
    for known in places.indices {
      var slot = hash(of: known) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(known)
    }
  }
}
