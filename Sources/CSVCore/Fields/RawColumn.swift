/// The fields of a column as they stand between two places, with quotes and the CR of a line end if they have any: for
/// loops that know the bytes they look for, and look at the field itself (`CSVRows.field`) where they do not find them.
///
/// Unchecked, on the terms of `CSVRows`.
@usableFromInline
struct RawColumn {
  /// Of the first record; those of the next one lie `columns` further.
  @usableFromInline let places: UnsafePointer<UInt32>
  @usableFromInline let columns: Int

  @inlinable
  init(places: UnsafePointer<UInt32>, columns: Int) {
    self.places = places
    self.columns = columns
  }

  @inlinable
  @inline(__always)
  func span(_ record: Int) -> (start: Int, length: Int) {
    let index = record &* columns
    let start = places[index] &+ 1
    return (Int(start), Int(places[index &+ 1] &- start))
  }
}

extension CSVRows {
  /// Nil where it would be of no use: without places, where digits may be quotes, and where the first field is not what
  /// stands between its places, as is likely of all others then.
  @usableFromInline
  func raw(_ column: Int) -> RawColumn? {
    guard let places, count > 0, !(0x30...0x39).contains(quote) else { return nil }
    let raw = RawColumn(places: places + column, columns: columns)
    return raw.span(0) == (field(0, column).start, field(0, column).length) ? raw : nil
  }
}
