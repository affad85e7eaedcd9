/// Who stands in which group, in 256 stacks by their hash, so that each can be counted apart in a small table.
struct LaneCrowd {
  static let stacks = 256
  /// Entries of a stack that lie together until they go to its pieces: few enough for all stacks to stay near.
  private static let together = 64
  /// Entries are kept in pieces of so many, so that no long array grows by copying.
  private static let piece = 16 * together

  struct Entry: BitwiseCopyable {
    var person = LanePerson()
    var group: Int32 = 0
  }

  /// The last entries of each stack, and how many they are.
  private var open = Array(repeating: Entry(), count: stacks * together)
  private var fill = Array(repeating: 0, count: stacks)
  /// The entries before them.
  private var pieces: [[[Entry]]] = Array(repeating: [], count: stacks)

  /// The stack of a hash.
  private static func stack(_ person: LanePerson) -> Int { Int(truncatingIfNeeded: person.hash >> 56) }

  mutating func add(_ person: LanePerson, _ group: Int32) {
    let stack = Self.stack(person)
    open[stack * Self.together + fill[stack]] = Entry(person: person, group: group)
    fill[stack] += 1
    if fill[stack] == Self.together { close(stack) }
  }

  /// Adds those of a batch's rows that have a value.
  mutating func add(_ words: [LanePerson], _ groups: [Int32], _ values: LaneValues, rows: Int) {
    var row = 0
    while row < rows {
      let (next, full) = addOpen(words, groups, values.scales, row..<rows)
      if let full { close(full) }
      row = next
    }
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

  private mutating func close(_ stack: Int) {
    if pieces[stack].last?.count ?? Self.piece == Self.piece {
      var piece: [Entry] = []
      piece.reserveCapacity(Self.piece)
      pieces[stack].append(piece)
    }
    let first = stack * Self.together
    pieces[stack][pieces[stack].count - 1].append(contentsOf: open[first..<first + Self.together])
    fill[stack] = 0
  }

  /// How many entries a stack has.
  func count(_ stack: Int) -> Int { pieces[stack].reduce(fill[stack]) { $0 + $1.count } }

  /// Appends a stack, its groups by the numbers that they have in the whole.
  func append(_ stack: Int, numbers: [Int32], to entries: inout [Entry]) {
    func append(_ some: some Collection<Entry>) {
      entries.append(contentsOf: some.lazy.map { Entry(person: $0.person, group: numbers[Int($0.group)]) })
    }
    for piece in pieces[stack] { append(piece) }
    let first = stack * Self.together
    append(open[first..<first + fill[stack]])
  }
}
