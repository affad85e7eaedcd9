/// Looks up the texts of several columns at once and adds up what they weigh: where the weights are strides, the sum is
/// the place of a row in a table of as many dimensions.
public struct FieldWeights: Sendable {
  /// How the texts of a column are looked up, the fastest way first.
  public enum Form: Sendable {
    /// Days from 1800 to 2199.
    case days
    /// Texts of one to eight bytes.
    case words
    /// Any texts, by the codes of `FieldKeys`.
    case keys

    /// Whether a text is of that form.
    public func holds(_ text: [UInt8]) -> Bool {
      switch self {
      case .days: FieldDay.place(text) >= 0
      case .words: (1...8).contains(text.count)
      case .keys: true
      }
    }
  }

  /// Where a column's texts are found.
  private struct Column: Sendable {
    /// Of the rows.
    var number: Int
    var form: Form
    /// By place of the day, by slot, or by code; -1 for none.
    var weights: [Int32] = []
    /// Of words: a power of two of slots, 0 in an empty one.
    var words: [UInt64] = []
    /// How many of them are taken.
    var count = 0
    /// What the hash is shifted by to become a slot.
    var shift: UInt64 = 0
    var keys = FieldKeys()
  }

  private var columns: [Column] = []

  /// - Parameter columns: of the rows, with the form of their texts, and how many words each may have.
  public init(_ columns: [(number: Int, form: Form, room: Int)]) {
    self.columns = columns.map { number, form, room in
      var column = Column(number: number, form: form)
      var bits = 6
      while 1 << bits < room * 4 { bits += 1 }
      column.shift = UInt64(64 - bits)
      let slots = form == .days ? FieldDay.places : form == .words ? 1 << bits : 0
      column.weights = Array(repeating: -1, count: slots)
      if form == .words { column.words = Array(repeating: 0, count: slots) }
      return column
    }
  }

  /// The keys by which a column of that form is looked up from now on: the codes below `set` weights are told already.
  public mutating func use(_ keys: FieldKeys, in column: Int) { columns[column].keys = keys }

  /// Tells what a text of a column weighs. Of keys, each code in its turn.
  ///
  /// - Parameters:
  ///   - text: of the column's form.
  ///   - weight: not negative.
  /// - Returns: false where there is no room left, or the text is of another form.
  public mutating func set(_ text: [UInt8], weight: Int32, in column: Int) -> Bool {
    guard columns[column].form.holds(text) else { return false }
    switch columns[column].form {
    case .days: columns[column].weights[FieldDay.place(text)] = weight
    case .keys: columns[column].weights.append(weight)
    case .words:
      let mask = columns[column].words.count - 1
      guard columns[column].count * 2 < mask else { return false }
      let word = Self.word(text[...])
      var slot = Int(truncatingIfNeeded: Self.hash(word) &>> columns[column].shift)
      while columns[column].words[slot] != 0, columns[column].words[slot] != word { slot = (slot + 1) & mask }
      if columns[column].words[slot] == 0 { columns[column].count += 1 }
      columns[column].words[slot] = word
      columns[column].weights[slot] = weight
    }
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
        stop =
          switch column.form {
          case .days: Self.addDays(column, rows, stop, to: found)
          case .words: Self.addWords(column, rows, stop, to: found)
          case .keys: column.keys.add(column.weights, of: column.number, in: rows, stop, to: found)
          }
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
  private static func addDays(
    _ column: Column, _ rows: CSVRows, _ stop: Int, to sums: UnsafeMutablePointer<Int32>
  ) -> Int {
    column.weights.withUnsafeBufferPointer { weights in
      guard let weights = weights.baseAddress else { return 0 }
      let number = column.number
      for row in 0..<stop {
        let place = FieldDay.place(rows.field(row, number), in: rows)
        guard place >= 0, weights[place] >= 0 else { return row }
        sums[row] &+= weights[place]
      }
      return stop
    }
  }

  /// The same for words. A hash is below the column's slots, and half of these are empty, so that every search ends.
  private static func addWords(
    _ column: Column, _ rows: CSVRows, _ stop: Int, to sums: UnsafeMutablePointer<Int32>
  ) -> Int {
    column.weights.withUnsafeBufferPointer { weights in
      column.words.withUnsafeBufferPointer { words in
        guard let weights = weights.baseAddress, let first = words.baseAddress else { return 0 }
        let (number, shift, mask) = (column.number, column.shift, words.count &- 1)
        for row in 0..<stop {
          let field = rows.field(row, number)
          guard field.length <= 8 else { return row }
          let word = rows.word(field)
          var slot = Int(truncatingIfNeeded: hash(word) &>> shift)
          while first[slot] != word {
            guard first[slot] != 0 else { return row }
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
