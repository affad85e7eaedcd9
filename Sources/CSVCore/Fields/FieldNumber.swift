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
    guard field.length > 0, field.length <= 8 else { return long(field, in: rows, decimal: decimal) }
    let word = rows.word(field)
    if UInt8(truncatingIfNeeded: word) < 0x30 { return long(field, in: rows, decimal: decimal) }
    // The last character goes to the highest byte, zeros before the first one; digits become their values.
    var digits = (word ^ 0x3030_3030_3030_3030) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* field.length)
    let others = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
    guard others != 0 else { return FieldNumber(coefficient: value(digits), scale: 0) }
    let bit = others.trailingZeroBitCount & ~7
    let scale = 7 &- bit &>> 3
    // One other character, the decimal one, with digits on both sides: the first is one, as it is no sign.
    guard others & (others &- 1) == 0, scale > 0, scale &+ 1 < field.length,
      UInt8(truncatingIfNeeded: digits &>> UInt64(truncatingIfNeeded: bit)) ^ 0x30 == decimal
    else { return nil }
    let below = (1 as UInt64) &<< UInt64(truncatingIfNeeded: bit) &- 1
    digits = (digits & below) &<< 8 | digits & ~(below &<< 8 | 0xFF)
    return FieldNumber(coefficient: value(digits), scale: scale)
  }

  /// Eight digits, the first one lowest.
  @inlinable
  @inline(__always)
  static func value(_ digits: UInt64) -> Int64 {
    let pairs = digits &* 10 &+ digits &>> 8
    let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = (pairs &>> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return Int64((low &+ high) &>> 32 & 0xFFFF_FFFF)
  }

  /// Signs, and more than eight characters.
  @usableFromInline
  static func long(_ field: CSVField, in rows: CSVRows, decimal: UInt8) -> FieldNumber? {
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
