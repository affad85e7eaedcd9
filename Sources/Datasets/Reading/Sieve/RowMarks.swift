/// What a sieve has found out about a row, in bits.
enum RowMarks {
  /// The row has to be read in full.
  static let doubtful: UInt8 = 1
  /// What is said of it depends on fields that go together.
  static let dependent: UInt8 = 2
  /// Something is said of it where it holds a value.
  static let contradictsValues: UInt8 = 4
}
