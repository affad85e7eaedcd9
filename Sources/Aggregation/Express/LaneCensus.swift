/// Counts the different persons of each group over the parts of all files.
struct LaneCensus: Sendable {
  /// Of each part, with the whole's number of each of its groups.
  var crowds: [(crowd: LaneCrowd, groups: [Int32])] = []

  /// How many persons each group has.
  enum Counts {
    case all([Int])
    /// For each number of members, from none, one behind the other.
    case byMembers([Int])

    /// - Parameter members: in how many members persons are found; nil for all persons.
    func counts(_ members: ClosedRange<Int>?, groups: Int) -> [Int] {
      switch self {
      case .all(let counts): return counts
      case .byMembers(let counts):
        var sums = Array(repeating: 0, count: groups)
        for (place, count) in counts.enumerated() where members?.contains(place / groups) ?? true {
          sums[place % groups] += count
        }
        return sums
      }
    }
  }

  /// - Returns: for each of so many groups.
  /// - Complexity: O(entries) expected.
  func counts(groups: Int, threads: Int) -> [Int] {
    counts(size: groups, threads: threads) { table, entries, counts in table.count(entries, into: &counts) }
  }

  private func counts(
    size: Int, threads: Int,
    _ count: @escaping @Sendable (inout PersonTable, [LaneCrowd.Entry], inout [Int]) -> Void
  ) -> [Int] {
    let census = self
    let workers = max(1, min(threads, LaneCrowd.stacks))
    let parts = WorkPieces.results(workers, threads: workers) { worker in
      var counts = Array(repeating: 0, count: size)
      var table = PersonTable()
      var entries: [LaneCrowd.Entry] = []
      for stack in stride(from: worker, to: LaneCrowd.stacks, by: workers) {
        entries.removeAll(keepingCapacity: true)
        entries.reserveCapacity(census.crowds.reduce(0) { $0 + $1.crowd.count(stack) })
        for (crowd, numbers) in census.crowds { crowd.append(stack, numbers: numbers, to: &entries) }
        count(&table, entries, &counts)
      }
      return counts
    }
    return parts.reduce(into: Array(repeating: 0, count: size)) { whole, own in
      for place in own.indices { whole[place] += own[place] }
    }
  }
}

// MARK: Members

extension LaneCensus {
  /// How many members fit into a word.
  static let mostMembers = 64

  /// What rows of one kind have in common.
  struct Standing: BitwiseCopyable {
    /// The group that they are counted in.
    let group: Int32
    let slot: Int32
    /// The member of the counted dimension, below 64; nil where they have none.
    let member: UInt8?
  }

  /// The persons of each group by the number of members that they are found in, in all groups of their period.
  ///
  /// - Parameter standings: by the numbers that the crowds' groups have.
  /// - Complexity: O(entries) expected.
  func counts(groups: Int, _ standings: [Standing], threads: Int) -> [Int] {
    counts(size: groups * (Self.mostMembers + 1), threads: threads) { table, entries, counts in
      let members = table.members(of: entries, standings)
      table.count(entries, standings, members, groups: groups, into: &counts)
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
  mutating func count(_ entries: [LaneCrowd.Entry], into counts: inout [Int]) {
    forEachNew(entries, { $0.group }) { index, _ in counts[Int(entries[index].group)] += 1 }
  }

  /// The same for each number of members.
  ///
  /// - Parameter members: of each entry's person.
  mutating func count(
    _ entries: [LaneCrowd.Entry], _ standings: [LaneCensus.Standing], _ members: [UInt64], groups: Int,
    into counts: inout [Int]
  ) {
    forEachNew(entries, { standings[Int($0.group)].group }) { index, group in
      counts[members[index].nonzeroBitCount * groups + Int(group)] += 1
    }
  }

  /// For each entry, the members that its person is found in, as bits.
  mutating func members(of entries: [LaneCrowd.Entry], _ standings: [LaneCensus.Standing]) -> [UInt64] {
    var first = Array(entries.indices)
    var members = Array(repeating: UInt64(0), count: entries.count)
    forEach(entries, { standings[Int($0.group)].slot }) { index, _, known in
      if let known { first[index] = known }
      guard let member = standings[Int(entries[index].group)].member else { return }
      members[first[index]] |= 1 << UInt64(member)
    }
    for index in entries.indices { members[index] = members[first[index]] }
    return members
  }

  @inline(__always)
  private mutating func forEachNew(
    _ entries: [LaneCrowd.Entry], _ group: (LaneCrowd.Entry) -> Int32, _ body: (_ index: Int, _ group: Int32) -> Void
  ) {
    forEach(entries, group) { index, group, known in if known == nil { body(index, group) } }
  }

  /// Tells of each entry which earlier one is of the same person in the same group; nil for the first.
  ///
  /// The pointers stand for arrays that nobody else changes meanwhile. A slot is found by a masked hash, a quarter of all
  /// slots is empty at least, and what a slot holds is the number of an entry, from 1.
  @inline(__always)
  private mutating func forEach(
    _ entries: [LaneCrowd.Entry], _ group: (LaneCrowd.Entry) -> Int32,
    _ body: (_ index: Int, _ group: Int32, _ known: Int?) -> Void
  ) {
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
          let own = group(entry)
          let hash = entry.person.hash &+ UInt64(UInt32(bitPattern: own)) &* 0x9E37_79B9_7F4A_7C15
          var place = Int(truncatingIfNeeded: hash) & mask
          let tag = hash & Self.tagBits
          var known: Int?
          while slots[place] != 0 {
            if slots[place] & Self.tagBits == tag {
              let number = Int(truncatingIfNeeded: slots[place] & ~Self.tagBits) &- 1
              if base[number].person == entry.person, group(base[number]) == own {
                known = number
                break
              }
            }
            place = (place &+ 1) & mask
          }
          if known == nil { slots[place] = tag | UInt64(truncatingIfNeeded: index &+ 1) }
          body(index, own, known)
        }
      }
    }
  }
}
