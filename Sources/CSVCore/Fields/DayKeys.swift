/// Codes of the days of a column: thousands of days in a row are neighbours here, and scattered in a hash table.
public struct DayKeys: Sendable {
  /// By place of the day; -1 for one that has no code.
  private var codes: [Int32] = Array(repeating: -1, count: FieldDay.places)

  public init() {}

  /// Looks up the days of a column from one row on, as far as they have codes.
  ///
  /// - Parameter found: as many as the rows, at least; those of the rows that were looked up are set.
  /// - Returns: the first row whose text has no code, as a day that was not there or as another text; nil when all rows
  ///   are done.
  public func look(up column: Int, of rows: CSVRows, from first: Int, into found: inout [Int32]) -> Int? {
    guard found.count >= rows.count else { return nil }
    // The pointers stand for arrays that nobody changes meanwhile; a place of a day is below their count.
    let stop = codes.withUnsafeBufferPointer { codes in
      found.withUnsafeMutableBufferPointer { found in
        guard let codes = codes.baseAddress, let found = found.baseAddress else { return first }
        for row in first..<rows.count {
          let place = FieldDay.place(rows.field(row, column), in: rows)
          guard place >= 0, codes[place] >= 0 else { return row }
          found[row] = codes[place]
        }
        return rows.count
      }
    }
    return stop < rows.count ? stop : nil
  }

  /// Gives a day a code; nothing where the field is no day of those that have places.
  public mutating func learn(_ field: CSVField, in rows: CSVRows, code: Int32) {
    let place = FieldDay.place(field, in: rows)
    if place >= 0 { codes[place] = code }
  }
}
