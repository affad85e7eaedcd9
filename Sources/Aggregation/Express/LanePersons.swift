import CSVCore
import Datasets

/// A column of short texts of which the different ones are counted, persons by their pseudonyms for one: each text is
/// two words, zeros behind it. Longer texts are left to the scanner.
struct LanePersons {
  private var plain: LanePlain
  private(set) var words: [LanePerson] = []
  var values: LaneValues { plain.values }

  private static let longest = 16

  init(_ field: FieldDescriptor, at index: Int) { plain = LanePlain(field, at: index) }

  /// - Returns: false where a field is not beyond doubt, or too long.
  mutating func fill(_ rows: CSVRows, _ column: Int, _ examiner: inout FieldExaminer) -> Bool {
    guard plain.fill(rows, column, &examiner) else { return false }
    if words.count < rows.count { words = Array(repeating: LanePerson(), count: rows.count) }
    for row in 0..<rows.count {
      let field = rows.field(row, column)
      if plain.isPlain[row] {
        guard field.length <= Self.longest else { return false }
        words[row] = LanePerson(first: rows.word(field), second: rows.secondWord(field))
      } else if plain.values.scales[row] != LaneValues.missing {
        // What it is to a reader may be other bytes.
        guard let cell = examiner.cell(field, in: rows, of: plain.field),
          let text = examiner.text(of: cell, field: plain.field), let person = LanePerson(text)
        else { return false }
        words[row] = person
      }
    }
    return true
  }
}

/// A text of at most 16 bytes without NUL.
struct LanePerson: BitwiseCopyable, Hashable {
  var first: UInt64 = 0
  var second: UInt64 = 0

  init(first: UInt64 = 0, second: UInt64 = 0) {
    self.first = first
    self.second = second
  }

  /// Nil for a longer text, or one with NUL.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 16, !bytes.contains(0) else { return nil }
    for (index, byte) in bytes.enumerated() {
      if index < 8 {
        first |= UInt64(byte) << UInt64(8 * index)
      } else {
        second |= UInt64(byte) << UInt64(8 * index - 64)
      }
    }
  }

  @inline(__always)
  var hash: UInt64 { FieldKeys.hash(first, second) }
}

/// Who stands in which group, in 256 stacks by their hash, so that each can be counted apart in a small table.
struct LaneCrowd {
  static let stacks = 256
  /// Entries are kept in pieces of so many, so that no long array grows by copying.
  private static let piece = 512

  struct Entry: BitwiseCopyable {
    let person: LanePerson
    let group: Int32
  }

  /// The full pieces of each stack, and the one that is being filled.
  private var full: [[[Entry]]]
  private var open: [[Entry]]

  init() {
    full = Array(repeating: [], count: Self.stacks)
    open = (0..<Self.stacks).map { _ in Self.empty }
  }

  private static var empty: [Entry] {
    var piece: [Entry] = []
    piece.reserveCapacity(Self.piece)
    return piece
  }

  mutating func add(_ person: LanePerson, _ group: Int32) {
    let stack = Int(truncatingIfNeeded: person.hash >> 56)
    open[stack].append(Entry(person: person, group: group))
    guard open[stack].count == Self.piece else { return }
    full[stack].append(open[stack])
    open[stack] = Self.empty
  }

  /// Adds those of a batch's rows that have a value.
  mutating func add(_ words: [LanePerson], _ groups: [Int32], _ values: LaneValues, rows: Int) {
    for row in 0..<rows where values.scales[row] != LaneValues.missing { add(words[row], groups[row]) }
  }

  /// How many entries a stack has.
  func count(_ stack: Int) -> Int { full[stack].count * Self.piece + open[stack].count }

  func forEach(_ stack: Int, _ body: (Entry) -> Void) {
    for piece in full[stack] { piece.forEach(body) }
    open[stack].forEach(body)
  }
}

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
      var stack = worker
      while stack < LaneCrowd.stacks {
        table.clear(for: census.crowds.reduce(0) { $0 + $1.crowd.count(stack) })
        for (crowd, numbers) in census.crowds {
          crowd.forEach(stack) { entry in
            let group = numbers[Int(entry.group)]
            if table.insert(entry.person, group) { counts[Int(group)] += 1 }
          }
        }
        stack += workers
      }
      return counts
    }
    return parts.reduce(into: Array(repeating: 0, count: groups)) { whole, own in
      for group in own.indices { whole[group] += own[group] }
    }
  }
}

/// Which persons stand in which groups, by open addressing.
private struct PersonTable {
  private struct Slot: BitwiseCopyable {
    var person = LanePerson()
    /// −1 for none.
    var group: Int32 = -1
  }

  private var slots: [Slot] = []

  mutating func clear(for count: Int) {
    var size = 64
    while size < count * 2 { size *= 2 }
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(Slot(), count: size))
  }

  /// Whether the person was not there in that group. There has to be room.
  mutating func insert(_ person: LanePerson, _ group: Int32) -> Bool {
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: (person.hash &+ UInt64(UInt32(bitPattern: group)) &* 0x9E37_79B9)) & mask
    while slots[place].group >= 0 {
      if slots[place].group == group, slots[place].person == person { return false }
      place = (place &+ 1) & mask
    }
    slots[place] = Slot(person: person, group: group)
    return true
  }
}
