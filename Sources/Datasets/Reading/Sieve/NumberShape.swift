import CSVCore
import Values

/// Numbers as almost all of them are written: digits, and perhaps the declared decimal separator and more digits.
///
/// What it takes is a number that breaks no rule of its field. What it does not take may be one, too.
struct NumberShape: Sendable {
  private let decimal: UInt64
  private let doubtsThousands: Bool
  private let takesDecimals: Bool
  /// Bits of the places in an aligned text at which a decimal separator is not taken without looking at the value.
  private let forbiddenPlaces: UInt64
  /// Whether a number without a sign needs no comparison.
  private let isFree: Bool
  /// By the number of decimals, the least and the greatest coefficient.
  private let least: [Int64]
  private let greatest: [Int64]

  private static let mostDigits = 18

  /// Numbers with more decimals are not taken.
  private let mostDecimals: Int

  /// Nil for a field whose numbers have to be looked at one by one.
  ///
  /// - Parameter demand: what the rows' reader asks of them.
  init?(_ field: FieldDescriptor, demand: RowDemands.Field? = nil) {
    guard field.kind == .integer || field.kind == .number, field.isBareNumber, field.constraints.allowed == nil,
      field.missingValues.allSatisfy({ !Self.mayBeNumber($0) })
    else { return nil }
    decimal = UInt64(field.decimalCharacter)
    takesDecimals = field.kind == .number
    doubtsThousands = !field.declaresSeparators
    let thousands: UInt64 = doubtsThousands ? 1 << 32 : 0
    forbiddenPlaces = takesDecimals ? 1 << 56 | thousands : ~0
    var (least, greatest): ([Int64], [Int64]) = ([], [])
    for scale in 0...Self.mostDigits {
      guard let bounds = Self.bounds(field.constraints, scale) else { return nil }
      least.append(demand?.refusesNegatives ?? false ? max(bounds.least, 0) : bounds.least)
      greatest.append(bounds.greatest)
    }
    (self.least, self.greatest) = (least, greatest)
    // Eight characters, which are not counted, have fewer.
    mostDecimals = demand == nil ? Self.mostDigits : RowDemands.plainDecimals
    isFree = least.allSatisfy { $0 <= 0 } && greatest.allSatisfy { $0 == .max }
  }

  /// Whether a text that stands for no value could be taken for a number.
  private static func mayBeNumber(_ text: String) -> Bool {
    text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// The limits in units of the last of `scale` decimals; nil where they are too large to tell.
  private static func bounds(_ constraints: FieldDescriptor.Constraints, _ scale: Int) -> (
    least: Int64, greatest: Int64
  )? {
    var bounds = (least: Int64.min, greatest: Int64.max)
    for (limit, isExclusive) in [(constraints.minimum, false), (constraints.exclusiveMinimum, true)] {
      guard let limit else { continue }
      guard let (below, isExact) = floor(limit, scale) else { return nil }
      bounds.least = max(bounds.least, below + (isExact && !isExclusive ? 0 : 1))
    }
    for (limit, isExclusive) in [(constraints.maximum, false), (constraints.exclusiveMaximum, true)] {
      guard let limit else { continue }
      guard let (below, isExact) = floor(limit, scale) else { return nil }
      bounds.greatest = min(bounds.greatest, below - (isExact && isExclusive ? 1 : 0))
    }
    return bounds
  }

  /// The greatest whole number of units that is not above the limit.
  private static func floor(_ limit: ExactDecimal, _ scale: Int) -> (Int64, isExact: Bool)? {
    var power: Int128 = 1
    for _ in 0..<abs(scale - limit.scale) { power *= 10 }
    if scale >= limit.scale {
      let (product, overflowed) = limit.coefficient.multipliedReportingOverflow(by: power)
      // What lies beyond all numbers of eighteen digits allows or forbids them all.
      guard !overflowed, abs(product) < Int128(Int64.max) else {
        return limit.isNegative ? (-(.max / 2), true) : (.max / 2, true)
      }
      return (Int64(product), true)
    }
    var (quotient, rest) = limit.coefficient.quotientAndRemainder(dividingBy: power)
    if rest < 0 { quotient -= 1 }
    guard abs(quotient) < Int128(Int64.max) else { return limit.isNegative ? (-(.max / 2), true) : (.max / 2, true) }
    return (Int64(quotient), rest == 0)
  }

  /// Whether the field is certainly a number that breaks no rule.
  @inline(__always)
  func takes(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> Bool {
    if isFree && length &- 1 < 8 && length > 0 && takesShort(base, start, length) { return true }
    return takesAny(base, start, length)
  }

  /// Up to eight digits, with a decimal separator among them or without, where no value is too small or too great.
  @inline(__always)
  private func takesShort(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> Bool {
    let (digits, shift) = Self.aligned(base, start, length)
    let others = Self.others(in: digits)
    let place = UInt64(truncatingIfNeeded: others.trailingZeroBitCount &- 7) & 63
    // Not 0 for a second one, one that is no decimal separator, one without digits before or behind it, and one that
    // could part thousands. With digits only, the last three look at nothing.
    let second = others & (others &- 1)
    let wrong = ((digits &>> place) ^ decimal) & 0xFF
    let isMisplaced = place <= shift || forbiddenPlaces &>> place & 1 != 0
    return second == 0 && (others == 0 || wrong == 0 && !isMisplaced)
  }

  private func takesAny(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> Bool {
    guard let (coefficient, scale) = read(base, start, length) else { return false }
    if scale > 0 {
      if !takesDecimals || scale > mostDecimals { return false }
      if scale == 3, doubtsThousands, (1000..<1_000_000).contains(coefficient.magnitude) { return false }
    }
    return least[scale] <= coefficient && coefficient <= greatest[scale]
  }

  /// The text right-aligned, with the digit 0 in front, and by how many bits it was moved.
  @inline(__always)
  private static func aligned(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> (UInt64, UInt64) {
    let word = UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: start, as: UInt64.self))
    let shift = UInt64(truncatingIfNeeded: 64 &- 8 &* length)
    return ((word &<< shift) | (0x3030_3030_3030_3030 & ((1 &<< shift) &- 1)), shift)
  }

  /// The highest bit of each byte that is no digit.
  @inline(__always)
  private static func others(in digits: UInt64) -> UInt64 {
    let values = digits ^ 0x3030_3030_3030_3030
    return ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
  }

  /// The number, if it is plain and short.
  @inline(__always)
  func read(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int
  ) -> (coefficient: Int64, scale: Int)? {
    if length &- 1 < 8, length > 0 {
      let (digits, shift) = Self.aligned(base, start, length)
      let others = Self.others(in: digits)
      if others == 0 { return (Self.value(digits), 0) }
      let place = UInt64(truncatingIfNeeded: others.trailingZeroBitCount &- 7)
      if others & (others &- 1) == 0, (digits &>> place) & 0xFF == decimal, place > shift, place < 56 {
        let before = (1 &<< place) &- 1
        let joined = (digits & ~(before &<< 8 | 0xFF)) | ((digits & before) &<< 8) | 0x30
        return (Self.value(joined), Int(truncatingIfNeeded: 7 &- place / 8))
      }
    }
    return readLong(base, start, length)
  }

  /// Eight digits, the first one lowest (D. Lemire's `parse_eight_digits_unrolled`, by three multiplications).
  @inline(__always)
  private static func value(_ digits: UInt64) -> Int64 {
    var value = digits & 0x0F0F_0F0F_0F0F_0F0F
    value = (value &* 2561) &>> 8 & 0x00FF_00FF_00FF_00FF
    value = (value &* 6_553_601) &>> 16 & 0x0000_FFFF_0000_FFFF
    return Int64(truncatingIfNeeded: (value &* 42_949_672_960_001) &>> 32)
  }

  private func readLong(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int
  ) -> (coefficient: Int64, scale: Int)? {
    guard length > 0, length <= Self.mostDigits + 2 else { return nil }
    let isNegative = base[start] == UInt8(ascii: "-")
    var coefficient: Int64 = 0
    var (digits, place) = (0, -1)
    for index in (isNegative ? 1 : 0)..<length {
      let value = base[start + index] &- UInt8(ascii: "0")
      if value <= 9 {
        digits += 1
        if digits > Self.mostDigits { return nil }
        coefficient = coefficient &* 10 &+ Int64(value)
      } else if UInt64(base[start + index]) == decimal, place < 0, digits > 0 {
        place = digits
      } else {
        return nil
      }
    }
    guard digits > 0, place != digits else { return nil }
    return (isNegative ? -coefficient : coefficient, place < 0 ? 0 : digits - place)
  }
}
