extension CSVRows {
  /// For a field of more than eight bytes, what tells it apart from others of its length with the same first word: its
  /// last eight bytes up to a length of 16, a hash of all that follow the first eight beyond it.
  @inlinable
  @inline(__always)
  func second(_ field: CSVField) -> UInt64 {
    field.length <= 16 ? load(field.start &+ field.length &- 8) : hashOfRest(field)
  }

  /// The bytes of a field from the ninth to the sixteenth, the first one lowest, with zeros behind a shorter field.
  ///
  /// - Parameter field: of at most 16 bytes.
  @inlinable
  @inline(__always)
  public func secondWord(_ field: CSVField) -> UInt64 {
    guard field.length > 8 else { return 0 }
    return load(field.start &+ field.length &- 8) &>> UInt64(truncatingIfNeeded: 8 &* (16 &- field.length))
  }

  /// Eight bytes of the block, the first one lowest. All of them have to lie within it or its margin.
  @inlinable
  @inline(__always)
  func load(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The same of two bytes.
  @inlinable
  @inline(__always)
  func loadPair(_ offset: Int) -> UInt64 {
    UInt64(UInt16(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  @usableFromInline
  func hashOfRest(_ field: CSVField) -> UInt64 {
    var hash: UInt64 = 0xA076_1D64_78BD_642F
    var offset = field.start + 8
    // The last word overlaps the one before it.
    let last = field.start + field.length - 8
    while offset < last {
      hash = FieldKeys.hash(hash, load(offset))
      offset += 8
    }
    return FieldKeys.hash(hash, load(last))
  }
}
