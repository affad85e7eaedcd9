/// Looks up the texts of several columns at once and adds up what they weigh: where the weights are strides, the sum is
/// the place of a row in a table of as many dimensions. For columns of days, and of texts of at most eight bytes.
public struct FieldWeights: Sendable {
  /// Where a column's texts are found.
  private struct Column: BitwiseCopyable, Sendable {
    /// Of the rows.
    var column: Int
    var isDays: Bool
    /// The column's first slot; of days, the weight of the first place.
    var base: Int
    /// The same among the words, which days do not have.
    var wordBase: Int
    /// Slots, a power of two of them; the hash is what stands above the other bits.
    var mask: Int
    var shift: UInt64
    var count = 0
  }

  private var columns: [Column] = []
  /// Of texts, the first eight bytes; 0 in an empty slot.
  private var words: [UInt64] = []
  /// -1 in an empty slot.
  private var weights: [Int32] = []

  /// - Parameters:
  ///   - columns: of the rows, and whether they hold days.
  ///   - room: how many texts each column may have, at most.
  public init(_ columns: [(column: Int, isDays: Bool)], room: [Int]) {
    for (index, column) in columns.enumerated() {
      var bits = 6
      while 1 << bits < room[index] * 4 { bits += 1 }
      let slots = column.isDays ? FieldDay.places : 1 << bits
      self.columns.append(
        Column(
          column: column.column, isDays: column.isDays, base: weights.count, wordBase: words.count, mask: slots - 1,
          shift: UInt64(64 - bits)))
      if !column.isDays { words.append(contentsOf: repeatElement(0, count: slots)) }
      weights.append(contentsOf: repeatElement(-1, count: slots))
    }
  }

  /// Tells what a text of a column weighs.
  ///
  /// - Parameters:
  ///   - text: the bytes of a field.
  ///   - weight: not negative.
  /// - Returns: false where there is no room left. A text that cannot be looked up like this, which is longer, empty or
  ///   no day, weighs nothing that is known.
  public mutating func set(_ text: [UInt8], weight: Int32, in column: Int) -> Bool {
    let own = columns[column]
    if own.isDays {
      let place = FieldDay.place(text)
      if place >= 0 { weights[own.base + place] = weight }
      return true
    }
    guard !text.isEmpty, text.count <= 8 else { return true }
    guard own.count * 2 < own.mask else { return false }
    let word = Self.word(text[...])
    var slot = Int(truncatingIfNeeded: Self.hash(word) &>> own.shift)
    while words[own.wordBase + slot] != 0, words[own.wordBase + slot] != word { slot = (slot + 1) & own.mask }
    if words[own.wordBase + slot] == 0 { columns[column].count += 1 }
    words[own.wordBase + slot] = word
    weights[own.base + slot] = weight
    return true
  }

  /// Looks up the numbers at the places of rows.
  ///
  /// - Parameters:
  ///   - numbers: by place; as many as the weights can add up to. Negative where there is none.
  ///   - found: as many as the rows, at least; the numbers of the rows that were looked up are set.
  /// - Returns: how many of the first rows were looked up: one with a text that was not told, or with a place without a
  ///   number, ends it.
  public func look(up numbers: [Int32], of rows: CSVRows, into found: inout [Int32]) -> Int {
    guard found.count >= rows.count else { return 0 }
    // The pointers stand for arrays that nobody changes meanwhile.
    return found.withUnsafeMutableBufferPointer { found in
      guard let found = found.baseAddress else { return 0 }
      var stop = rows.count
      found.update(repeating: 0, count: stop)
      for column in columns {
        stop = column.isDays ? addDays(column, rows, stop, to: found) : addTexts(column, rows, stop, to: found)
      }
      return numbers.withUnsafeBufferPointer { numbers in
        for row in 0..<stop {
          let place = Int(found[row])
          guard place < numbers.count, numbers[place] >= 0 else { return row }
          found[row] = numbers[place]
        }
        return stop
      }
    }
  }

  /// Adds the weights of a column up to a row, or to the first that has none.
  ///
  /// A place of a day is below `FieldDay.places`, as many as the column has weights.
  private func addDays(_ column: Column, _ rows: CSVRows, _ stop: Int, to sums: UnsafeMutablePointer<Int32>) -> Int {
    weights.withUnsafeBufferPointer { weights in
      guard let weights = weights.baseAddress.map({ $0 + column.base }) else { return 0 }
      let number = column.column
      for row in 0..<stop {
        let place = FieldDay.place(rows.field(row, number), in: rows)
        guard place >= 0, weights[place] >= 0 else { return row }
        sums[row] &+= weights[place]
      }
      return stop
    }
  }

  /// The same for texts. A hash is below the column's slots, and half of these are empty, so that every search ends.
  private func addTexts(_ column: Column, _ rows: CSVRows, _ stop: Int, to sums: UnsafeMutablePointer<Int32>) -> Int {
    weights.withUnsafeBufferPointer { weights in
      words.withUnsafeBufferPointer { words in
        guard let weights = weights.baseAddress.map({ $0 + column.base }),
          let words = words.baseAddress.map({ $0 + column.wordBase })
        else { return 0 }
        let (number, shift, mask) = (column.column, column.shift, column.mask)
        for row in 0..<stop {
          let field = rows.field(row, number)
          guard field.length <= 8 else { return row }
          let word = rows.word(field)
          var slot = Int(truncatingIfNeeded: Self.hash(word) &>> shift)
          while words[slot] != word {
            guard words[slot] != 0 else { return row }
            slot = (slot &+ 1) & mask
          }
          // An empty field finds an empty slot, which has none.
          guard weights[slot] >= 0 else { return row }
          sums[row] &+= weights[slot]
        }
        return stop
      }
    }
  }

  /// The highest bits of the product depend on all of the word's (D. Knuth, The Art of Computer Programming 3, 6.4).
  @inline(__always)
  private static func hash(_ word: UInt64) -> UInt64 { word &* 0x9E37_79B9_7F4A_7C15 }

  /// At most eight bytes, the first one lowest.
  static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
