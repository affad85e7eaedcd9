/// Days of the form `2023-09-30` in fields, as numbers that count every month as 31 days.
public enum FieldDay {
  /// Above all of them.
  public static let bound = number(year: 10_000, month: 1, day: 1)

  @inlinable
  public static func number(year: Int, month: Int, day: Int) -> Int { year * 372 + (month - 1) * 31 + day - 1 }

  /// What a number stands for.
  public static func parts(_ number: Int) -> (year: Int, month: Int, day: Int) {
    (number / 372, number % 372 / 31 + 1, number % 31 + 1)
  }

  /// The number of a day of the years 1 to 9999; -1 for any other text.
  @inlinable
  @inline(__always)
  public static func parse(_ field: CSVField, in rows: CSVRows) -> Int {
    guard field.length == 10 else { return -1 }
    // yyyy-mm- and yy-mm-dd, with hyphens taken out.
    let head = rows.load(field.start)
    let tail = rows.load(field.start &+ 2)
    guard head & 0xFF00_00FF_0000_0000 == 0x2D00_002D_0000_0000 else { return -1 }
    let digits =
      (head & 0x0000_0000_FFFF_FFFF | (tail &>> 24 & 0xFFFF) &<< 32 | tail & 0xFFFF_0000_0000_0000)
      ^ 0x3030_3030_3030_3030
    guard ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 == 0 else { return -1 }
    let number = Int(FieldNumber.value(digits))
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
    guard year > 0, month > 0, month <= 12, day > 0, day <= 28 || isThere(year, month, day) else { return -1 }
    return Self.number(year: year, month: month, day: day)
  }

  /// Above all places of `place`.
  public static let places = 400 * 372

  /// A place of its own for each text of the form `yyyy-mm-dd` from 1800 to 2199 with a month up to 12 and a day up to
  /// 31, be there such a day or not; -1 for any other text.
  @inlinable
  @inline(__always)
  public static func place(_ field: CSVField, in rows: CSVRows) -> Int {
    guard field.length == 10 else { return -1 }
    return place(rows.load(field.start), rows.loadPair(field.start &+ 8))
  }

  /// The same of a text.
  public static func place(_ text: [UInt8]) -> Int {
    guard text.count == 10 else { return -1 }
    return place(FieldWeights.word(text[..<8]), FieldWeights.word(text[8...]))
  }

  /// - Parameters:
  ///   - first: the first eight of ten bytes, the first one lowest.
  ///   - last: the last two of them.
  @inlinable
  @inline(__always)
  static func place(_ first: UInt64, _ last: UInt64) -> Int {
    let head = first ^ 0x2D30_302D_3030_3030
    let tail = last ^ 0x3030
    // Hyphens have to be 0 now, digits at most 9.
    let wrong = ((head &+ 0x7F76_767F_7676_7676) | head | (tail &+ 0x7676) | tail) & 0x8080_8080_8080_8080
    // Two digits become one number, in the higher byte of the two.
    let pairs = (head &* 2561) &>> 8
    let century = Int(truncatingIfNeeded: pairs & 0xFF) &- 18
    let month = Int(truncatingIfNeeded: pairs &>> 40 & 0xFF) &- 1
    let day = Int(truncatingIfNeeded: (tail & 0xF) &* 10 &+ tail &>> 8) &- 1
    guard wrong == 0, UInt(bitPattern: century) < 4, UInt(bitPattern: month) < 12, UInt(bitPattern: day) < 31 else {
      return -1
    }
    return (century &* 100 &+ Int(truncatingIfNeeded: pairs &>> 16 & 0xFF)) &* 372 &+ month &* 31 &+ day
  }

  @usableFromInline
  static func isThere(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    switch month {
    case 2: day <= 28 || day == 29 && (year % 4 == 0 && year % 100 != 0 || year % 400 == 0)
    case 4, 6, 9, 11: day <= 30
    default: day <= 31
    }
  }
}
