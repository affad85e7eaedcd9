/// The keys that were seen, each with the place where it first stood.
///
/// All keys are equally long, so that they lie in one array and a key that is looked up allocates nothing. A file may
/// hold millions of them: the hash is the standard library's, which nobody can aim collisions at.
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

  private static func hash(_ words: [UInt64], _ start: Int, _ width: Int? = nil) -> Int {
    var hasher = Hasher()
    for index in start..<start + (width ?? words.count) { hasher.combine(words[index]) }
    return hasher.finalize()
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
