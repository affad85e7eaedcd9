/// Who stands in which group, in 256 stacks by their hash, so that each can be counted apart in a small table.
struct LaneCrowd {
  static let stacks = 256
  /// Entries of a stack that lie together until they go to its pieces: few enough for all stacks to stay near.
  private static let together = 64

  struct Entry: BitwiseCopyable {
    var person = LanePerson()
    var group: Int32 = 0
  }

  /// The last entries of each stack, and how many they are.
  private var open = Array(repeating: Entry(), count: stacks * together)
  private var fill = Array(repeating: 0, count: stacks)
  /// The entries before them.
  private let store = EntryStore<Entry>(stacks: stacks)

  /// The stack of a hash.
  private static func stack(_ person: LanePerson) -> Int { Int(truncatingIfNeeded: person.hash >> 56) }

  /// - Returns: false where there is no more memory.
  mutating func add(_ person: LanePerson, _ group: Int32) -> Bool {
    let stack = Self.stack(person)
    open[stack * Self.together + fill[stack]] = Entry(person: person, group: group)
    fill[stack] += 1
    return fill[stack] < Self.together || close(stack)
  }

  /// Adds those of a batch's rows that have a value.
  ///
  /// - Returns: false where there is no more memory.
  mutating func add(_ words: [LanePerson], _ groups: [Int32], _ values: LaneValues, rows: Int) -> Bool {
    var row = 0
    while row < rows {
      let (next, full) = addOpen(words, groups, values.scales, row..<rows)
      if let full, !close(full) { return false }
      row = next
    }
    return true
  }

  /// Adds rows until a stack is full.
  ///
  /// The pointers stand for arrays that nobody else changes meanwhile, of as many elements as rows, or as stacks; no stack
  /// is full when this begins.
  private mutating func addOpen(
    _ words: [LanePerson], _ groups: [Int32], _ scales: [UInt8], _ rows: Range<Int>
  ) -> (next: Int, full: Int?) {
    guard rows.upperBound <= words.count, rows.upperBound <= groups.count, rows.upperBound <= scales.count else {
      return (rows.upperBound, nil)
    }
    return open.withUnsafeMutableBufferPointer { open in
      fill.withUnsafeMutableBufferPointer { fill in
        words.withUnsafeBufferPointer { words in
          groups.withUnsafeBufferPointer { groups in
            scales.withUnsafeBufferPointer { scales in
              guard let open = open.baseAddress, let fill = fill.baseAddress, let words = words.baseAddress,
                let groups = groups.baseAddress, let scales = scales.baseAddress
              else { return (rows.upperBound, nil) }
              for row in rows where scales[row] != LaneValues.missing {
                let person = words[row]
                let stack = Self.stack(person)
                let count = fill[stack]
                open[stack &* Self.together &+ count] = Entry(person: person, group: groups[row])
                fill[stack] = count &+ 1
                if count &+ 1 == Self.together { return (row + 1, stack) }
              }
              return (rows.upperBound, nil)
            }
          }
        }
      }
    }
  }

  private mutating func close(_ stack: Int) -> Bool {
    fill[stack] = 0
    let first = stack * Self.together
    return open[first..<first + Self.together].withUnsafeBufferPointer { store.append($0, to: stack) }
  }

  /// How many entries a stack has.
  func count(_ stack: Int) -> Int { store.count(stack) + fill[stack] }

  /// Appends a stack, its groups by the numbers that they have in the whole.
  func append(_ stack: Int, numbers: [Int32], to entries: inout [Entry]) {
    func append(_ some: some Collection<Entry>) {
      entries.append(contentsOf: some.lazy.map { Entry(person: $0.person, group: numbers[Int($0.group)]) })
    }
    store.forEachPiece(of: stack) { append($0) }
    let first = stack * Self.together
    append(open[first..<first + fill[stack]])
  }
}
