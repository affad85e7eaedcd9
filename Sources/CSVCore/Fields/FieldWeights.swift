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

  /// A word with its weight.
  private struct Slot: BitwiseCopyable, Sendable {
    /// Its last byte highest; 0 in an empty slot.
    var word: UInt64 = 0
    /// -1 in an empty slot.
    var weight: Int32 = -1
  }

  /// Where a column's texts are found.
  private struct Column: Sendable {
    /// Of the rows.
    var number: Int
    var form: Form
    /// By place of the day, or by code; -1 for none.
    var weights: [Int32] = []
    /// Of words: a power of two of them.
    var slots: [Slot] = []
    /// How many of them are taken.
    var count = 0
    /// What the hash is shifted by to become a slot.
    var shift: UInt64 = 0
    /// Of words: the bytes that some begin or end with.
    var edges = Array(repeating: false, count: 256)
    var keys = FieldKeys()

    /// Whether a word could be taken for a field in quotes or one that ends with the CR of a line end.
    func mayMistake(_ rows: CSVRows) -> Bool {
      quoteIsEdge(rows.quote) || number + 1 == rows.columns && edges[Int(Byte.carriageReturn)]
    }

    private func quoteIsEdge(_ quote: UInt16) -> Bool { quote < 256 && edges[Int(quote)] }
  }

  private var columns: [Column] = []

  /// - Parameter columns: of the rows, with the form of their texts, and how many words each may have.
  public init(_ columns: [(number: Int, form: Form, room: Int)]) {
    self.columns = columns.map { number, form, room in
      var column = Column(number: number, form: form)
      var bits = 6
      while 1 << bits < room * 4 { bits += 1 }
      column.shift = UInt64(64 - bits)
      if form == .days { column.weights = Array(repeating: -1, count: FieldDay.places) }
      if form == .words { column.slots = Array(repeating: Slot(), count: 1 << bits) }
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
      let mask = columns[column].slots.count - 1
      guard columns[column].count * 2 < mask else { return false }
      let word = Self.word(text[...]) << UInt64(64 - 8 * text.count)
      var slot = Int(truncatingIfNeeded: Self.hash(word) &>> columns[column].shift)
      while ![0, word].contains(columns[column].slots[slot].word) { slot = (slot + 1) & mask }
      if columns[column].slots[slot].word == 0 { columns[column].count += 1 }
      columns[column].slots[slot] = Slot(word: word, weight: weight)
      for byte in [text[0], text[text.count - 1]] { columns[column].edges[Int(byte)] = true }
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
      func weight(_ row: Int) -> Int32 {
        let place = FieldDay.place(rows.field(row, number), in: rows)
        return place >= 0 ? weights[place] : -1
      }
      guard let raw = rows.raw(number) else { return add(0..<stop, to: sums, weight) }
      return add(0..<stop, to: sums) { row in
        // All ten bytes are looked at: none of them is a quote or a CR.
        let (start, length) = raw.span(row)
        guard length == 10 else { return weight(row) }
        let place = FieldDay.place(rows.load(start), rows.loadPair(start &+ 8))
        return place >= 0 ? weights[place] : -1
      }
    }
  }

  /// The same for words. A hash is below the column's slots, and half of these are empty, so that every search ends.
  private static func addWords(
    _ column: Column, _ rows: CSVRows, _ stop: Int, to sums: UnsafeMutablePointer<Int32>
  ) -> Int {
    column.slots.withUnsafeBufferPointer { slots in
      guard let slots = slots.baseAddress else { return 0 }
      let (number, shift, mask) = (column.number, column.shift, column.slots.count &- 1)
      // - Parameter length: from 1 to 8.
      func weight(_ start: Int, _ length: Int) -> Int32 {
        let word = rows.load(start) &<< (0 &- UInt64(truncatingIfNeeded: length &* 8))
        var slot = Int(truncatingIfNeeded: hash(word) &>> shift)
        while slots[slot].word != word {
          guard slots[slot].word != 0 else { return -1 }
          slot = (slot &+ 1) & mask
        }
        return slots[slot].weight
      }
      func carefulWeight(_ row: Int) -> Int32 {
        let field = rows.field(row, number)
        return UInt(bitPattern: field.length &- 1) < 8 ? weight(field.start, field.length) : -1
      }
      guard let raw = rows.raw(number), !column.mayMistake(rows) else { return add(0..<stop, to: sums, carefulWeight) }
      return add(0..<stop, to: sums) { row in
        let (start, length) = raw.span(row)
        if UInt(bitPattern: length &- 1) < 8 {
          let weight = weight(start, length)
          if weight >= 0 { return weight }
        }
        return carefulWeight(row)
      }
    }
  }

  @inline(__always)
  private static func add(
    _ range: Range<Int>, to sums: UnsafeMutablePointer<Int32>, _ weight: (Int) -> Int32
  ) -> Int {
    for row in range {
      let weight = weight(row)
      guard weight >= 0 else { return row }
      sums[row] &+= weight
    }
    return range.upperBound
  }

  /// The highest bits of the product depend on all of the word's (D. Knuth, The Art of Computer Programming 3, 6.4).
  @inline(__always)
  private static func hash(_ word: UInt64) -> UInt64 { word &* 0x9E37_79B9_7F4A_7C15 }

  /// At most eight bytes, the first one lowest.
  static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
