/// Counts the different persons of each group over the parts of all files.
struct LaneCensus: Sendable {
  /// Of each part, with the whole's number of each of its groups.
  var crowds: [(crowd: LaneCrowd, groups: [Int32])] = []

  /// - Returns: for each of so many groups.
  /// - Complexity: O(entries) expected.
  func counts(groups: Int, threads: Int) -> [Int] {
    let census = self
    let workers = max(1, min(threads, LaneCrowd.stacks))
    let parts = WorkPieces.results(workers, threads: workers) { worker in
      var counts = Array(repeating: 0, count: groups)
      var table = PersonTable()
      var entries: [LaneCrowd.Entry] = []
      for stack in stride(from: worker, to: LaneCrowd.stacks, by: workers) {
        entries.removeAll(keepingCapacity: true)
        entries.reserveCapacity(census.crowds.reduce(0) { $0 + $1.crowd.count(stack) })
        for (crowd, numbers) in census.crowds { crowd.append(stack, numbers: numbers, to: &entries) }
        table.count(entries, into: &counts)
      }
      return counts
    }
    return parts.reduce(into: Array(repeating: 0, count: groups)) { whole, own in
      for group in own.indices { whole[group] += own[group] }
    }
  }
}

/// Which persons stand in which groups, by open addressing: a slot is the number of an entry below a part of its hash, so
/// that most of a table lies near, and few entries are looked at twice.
private struct PersonTable {
  /// 0 for none.
  private var slots: [UInt64] = []

  private static let tagBits: UInt64 = 0xFFFF_FFFF_0000_0000

  /// Adds the persons of each group, each of them once. There are fewer entries than 2³².
  ///
  /// The pointers stand for arrays that nobody else changes meanwhile. A slot is found by a masked hash, a quarter of all
  /// slots is empty at least, and what a slot holds is the number of an entry, from 1; a count is looked up as usual.
  mutating func count(_ entries: [LaneCrowd.Entry], into counts: inout [Int]) {
    var size = 64
    while size * 3 < entries.count * 4 { size *= 2 }
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(0, count: size))
    slots.withUnsafeMutableBufferPointer { slots in
      entries.withUnsafeBufferPointer { entries in
        guard let slots = slots.baseAddress, let base = entries.baseAddress else { return }
        let mask = size &- 1
        for index in 0..<entries.count {
          let entry = base[index]
          let hash = entry.person.hash &+ UInt64(UInt32(bitPattern: entry.group)) &* 0x9E37_79B9_7F4A_7C15
          var place = Int(truncatingIfNeeded: hash) & mask
          let tag = hash & Self.tagBits
          var isKnown = false
          while slots[place] != 0 {
            if slots[place] & Self.tagBits == tag {
              let other = base[Int(truncatingIfNeeded: slots[place] & ~Self.tagBits) &- 1]
              isKnown = other.group == entry.group && other.person == entry.person
              if isKnown { break }
            }
            place = (place &+ 1) & mask
          }
          guard !isKnown else { continue }
          slots[place] = tag | UInt64(truncatingIfNeeded: index &+ 1)
          counts[Int(entry.group)] += 1
        }
      }
    }
  }
}
