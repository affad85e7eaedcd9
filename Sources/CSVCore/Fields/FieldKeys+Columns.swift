extension FieldKeys {
  /// Looks up the texts of a column from one row on, as far as they have codes.
  ///
  /// - Parameter codes: as many as the rows, at least; those of the rows that were looked up are set.
  /// - Returns: the first row whose text had no code: it has got one now, which is set, too. Nil when all rows are done.
  /// - Complexity: as for `code(of:in:)`, for each row.
  public mutating func look(
    up column: Int, of rows: CSVRows, from first: Int, into codes: inout [Int32]
  ) -> Int? {
    guard codes.count >= rows.count else { return nil }
    let stop = known(column, rows, first, &codes)
    guard stop < rows.count else { return nil }
    codes[stop] = Int32(truncatingIfNeeded: code(of: rows.field(stop, column), in: rows))
    return stop
  }

  /// The first row from one on whose text has no code. `codes` has room for all rows.
  private func known(_ column: Int, _ rows: CSVRows, _ first: Int, _ codes: inout [Int32]) -> Int {
    codes.withUnsafeMutableBufferPointer { codes in
      guard let codes = codes.baseAddress else { return first }
      return walk(column, rows, first..<rows.count) { row, code in
        codes[row] = code
        return true
      }
    }
  }

  /// Adds weights by code to the sums of rows up to one, or to the first whose text has no code or no weight.
  func add(
    _ weights: [Int32], of column: Int, in rows: CSVRows, _ stop: Int, to sums: UnsafeMutablePointer<Int32>
  ) -> Int {
    weights.withUnsafeBufferPointer { weights in
      walk(column, rows, 0..<stop) { row, code in
        let code = Int(code)
        guard code < weights.count else { return false }
        sums[row] &+= weights[code]
        return true
      }
    }
  }

  /// Looks up the texts of rows, up to the first that has no code, or that is not taken.
  ///
  /// The pointer stands for an array that nobody changes meanwhile; places in the table are masked by its size, which is
  /// a power of two, and at least half of it is empty.
  @inline(__always)
  private func walk(_ column: Int, _ rows: CSVRows, _ range: Range<Int>, _ take: (Int, Int32) -> Bool) -> Int {
    slots.withUnsafeBufferPointer { table in
      guard let table = table.baseAddress else { return range.lowerBound }
      let mask = slots.count &- 1
      for row in range {
        let field = rows.field(row, column)
        let first = rows.word(field)
        let second = field.length > 8 ? rows.second(field) : 0
        var place = Int(truncatingIfNeeded: Self.hash(first, second)) & mask
        while true {
          let slot = table[place]
          if slot.first == first, slot.second == second, Int(slot.length) == field.length,
            field.length <= 16 || isEqual(slot, field, rows)
          {
            guard take(row, slot.code) else { return row }
            break
          }
          if slot.code < 0 { return row }
          place = (place &+ 1) & mask
        }
      }
      return range.upperBound
    }
  }
}
