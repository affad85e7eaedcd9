/// A number in a field, as long as 64 bits hold it: `coefficient × 10^-scale`.
///
/// Digits are taken eight at a time (D. Lemire, "Number Parsing at a Gigabyte per Second", section 4).
public struct FieldNumber: BitwiseCopyable, Sendable, Equatable {
  public let coefficient: Int64
  /// Digits behind the decimal character.
  public let scale: Int

  @inlinable
  public init(coefficient: Int64, scale: Int) {
    self.coefficient = coefficient
    self.scale = scale
  }

  /// Reads an optional sign, digits and an optional decimal character with digits behind it, 18 digits at most.
  ///
  /// - Parameter decimal: ASCII, no digit and no sign.
  /// - Returns: nil for anything else, which may still be a number to somebody who looks closer.
  @inlinable
  @inline(__always)
  public static func parse(_ field: CSVField, in rows: CSVRows, decimal: UInt8) -> FieldNumber? {
    guard UInt(bitPattern: field.length &- 1) < 8 else { return long(field, in: rows, decimal: decimal) }
    let (number, isPlain) = plain(rows.load(field.start), length: field.length, decimal: decimal)
    return isPlain ? number : long(field, in: rows, decimal: decimal)
  }

  /// The numbers of a column from one row on, up to the first that is none, or that is not taken.
  ///
  /// - Parameter take: what becomes of the number of a row; false where it needs a closer look.
  /// - Returns: the row that was not taken, or the count of all.
  @inlinable
  @inline(__always)
  public static func parse(
    _ column: Int, of rows: CSVRows, from first: Int, decimal: UInt8, _ take: (Int, FieldNumber) -> Bool
  ) -> Int {
    var row = first
    if let raw = rows.raw(column) {
      while row < rows.count {
        let (start, length) = raw.span(row)
        // A quote and the CR of a line end are neither digits nor the decimal character.
        var (number, isPlain) = plain(rows.load(start), length: length, decimal: decimal)
        if !isPlain || UInt(bitPattern: length &- 1) >= 8 {
          guard let careful = careful(row, column, rows, decimal) else { return row }
          number = careful
        }
        guard take(row, number) else { return row }
        row &+= 1
      }
    } else {
      while row < rows.count {
        guard let number = parse(rows.field(row, column), in: rows, decimal: decimal), take(row, number) else {
          return row
        }
        row &+= 1
      }
    }
    return row
  }

  @usableFromInline
  @inline(never)
  static func careful(_ row: Int, _ column: Int, _ rows: CSVRows, _ decimal: UInt8) -> FieldNumber? {
    parse(rows.field(row, column), in: rows, decimal: decimal)
  }

  /// Up to eight characters without a sign. No branch depends on them: whether there is a decimal character is as good as
  /// random in many columns.
  ///
  /// - Parameters:
  ///   - text: the characters, the first one lowest, with anything behind them.
  ///   - length: 1 to 8; nothing is said of other lengths.
  /// - Returns: the number, if it is one.
  @inlinable
  @inline(__always)
  static func plain(_ text: UInt64, length: Int, decimal: UInt8) -> (number: FieldNumber, isPlain: Bool) {
    let piece = Piece(text, length: length, decimal: decimal)
    return (
      FieldNumber(coefficient: piece.value, scale: piece.scale), piece.wrong | piece.first | piece.others &>> 63 == 0
    )
  }

  /// The same for 9 to 16 characters, of which the first eight are apart from the others.
  static func plain(_ field: CSVField, in rows: CSVRows, decimal: UInt8) -> FieldNumber? {
    let length = field.length &- 8
    let head = Piece(rows.load(field.start), length: 8, decimal: decimal)
    let tail = Piece(rows.load(field.start &+ 8), length: length, decimal: decimal)
    let (headHasPoint, tailHasPoint) = (head.others == 0 ? 0 : 1, tail.others == 0 ? 0 : 1)
    guard head.wrong | tail.wrong | head.first | tail.others &>> 63 == 0, headHasPoint & tailHasPoint == 0 else {
      return nil
    }
    return FieldNumber(
      coefficient: head.value &* powers[length &- tailHasPoint] &+ tail.value,
      scale: tail.scale &+ headHasPoint &* (head.scale &+ length))
  }

  /// 10^0 to 10^8.
  private static let powers: [Int64] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]

  /// One to eight digits, one of which may be the decimal character instead.
  @usableFromInline
  struct Piece {
    /// Without the decimal character.
    @usableFromInline let value: Int64
    /// Digits behind it.
    @usableFromInline let scale: Int
    /// The highest bit of the byte of each character that is no digit, the last one highest; of the first one the highest
    /// bit of the lowest byte.
    @usableFromInline let others: UInt64
    @usableFromInline let first: UInt64
    /// 0 if there is none but one decimal character.
    @usableFromInline let wrong: UInt64

    @inlinable
    @inline(__always)
    init(_ text: UInt64, length: Int, decimal: UInt8) {
      // Digits become their values; of others the highest bit of their byte is kept. Behind one that is no ASCII a digit
      // may seem to be another, too: there is no number then in any case.
      let values = text ^ 0x3030_3030_3030_3030
      let flags = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
      // The last character goes to the highest byte, zeros before the first one.
      let shift = 0 &- UInt64(truncatingIfNeeded: length &* 8)
      let digits = values &<< shift
      let others = flags &<< shift
      // 1 in the byte of the first other one; 0 if there is none.
      let one = (others & (0 &- others)) &>> 7
      let rest = digits ^ one &* UInt64(truncatingIfNeeded: decimal ^ 0x30)
      // What stands before it moves by one place.
      let before = rest & (one &- 1) & (0 &- UInt64(others == 0 ? 0 : 1))
      self.others = others
      first = flags & 0x80
      wrong = others & (others &- 1) | rest & (one &<< 8 &- one)
      scale = 7 &- (others | 1 &<< 63).trailingZeroBitCount &>> 3
      value = FieldNumber.value(rest &- before &+ before &<< 8)
    }
  }

  /// Eight digits, the first one lowest.
  @inlinable
  @inline(__always)
  static func value(_ digits: UInt64) -> Int64 {
    let pairs = (digits &* 2561) &>> 8 & 0x00FF_00FF_00FF_00FF
    let quads = (pairs &* 6_553_601) &>> 16 & 0x0000_FFFF_0000_FFFF
    return Int64(truncatingIfNeeded: (quads &* 42_949_672_960_001) &>> 32)
  }

  /// Signs, and more than eight characters.
  @usableFromInline
  static func long(_ field: CSVField, in rows: CSVRows, decimal: UInt8) -> FieldNumber? {
    if (9...16).contains(field.length), let number = plain(field, in: rows, decimal: decimal) { return number }
    var index = field.start
    let end = index + field.length
    guard index < end else { return nil }
    let isNegative = rows.bytes[index] == UInt8(ascii: "-")
    if isNegative || rows.bytes[index] == UInt8(ascii: "+") { index += 1 }
    var number: Int64 = 0
    var digits = 0
    var scale = -1
    while index < end {
      let byte = rows.bytes[index]
      index += 1
      let digit = byte &- 0x30
      if digit < 10 {
        digits += 1
        // Within 18 digits nothing overflows.
        guard digits <= 18 else { return nil }
        number = number &* 10 &+ Int64(digit)
        if scale >= 0 { scale += 1 }
      } else {
        guard byte == decimal, scale < 0, digits > 0 else { return nil }
        scale = 0
      }
    }
    guard digits > 0, scale != 0 else { return nil }
    return FieldNumber(coefficient: isNegative ? -number : number, scale: max(0, scale))
  }
}
