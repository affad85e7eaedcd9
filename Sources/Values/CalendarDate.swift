/// A day of the proleptic Gregorian calendar, without a time zone.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// Year × 512 + month × 32 + day: days are kept by the million, and compared.
  private let packed: Int32

  public var year: Int { Int(packed >> 9) }
  public var month: Int { Int(packed >> 5 & 0xF) }
  public var day: Int { Int(packed & 0x1F) }

  /// Nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// Reads `2023-09-30`, and only that form.
  public init?(iso text: String) {
    var form = ISOForm()
    for byte in text.utf8 where !form.take(byte) { return nil }
    guard let date = form.date else { return nil }
    self = date
  }

  public init?(iso text: Substring) {
    var form = ISOForm()
    for byte in text.utf8 where !form.take(byte) { return nil }
    guard let date = form.date else { return nil }
    self = date
  }

  /// The same of bytes: columns of days are read by the million.
  public init?(iso bytes: Span<UInt8>) {
    guard bytes.count == ISOForm.length else { return nil }
    var form = ISOForm()
    for index in bytes.indices where !form.take(bytes[index]) { return nil }
    guard let date = form.date else { return nil }
    self = date
  }

  private struct ISOForm {
    static let length = 10
    private var taken = 0
    private var year = 0
    private var month = 0
    private var day = 0

    /// Whether the byte may stand there.
    mutating func take(_ byte: UInt8) -> Bool {
      defer { taken += 1 }
      if taken == 4 || taken == 7 { return byte == UInt8(ascii: "-") }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), taken < Self.length else { return false }
      let digit = Int(byte - UInt8(ascii: "0"))
      switch taken {
      case 0..<4: year = year * 10 + digit
      case 5..<7: month = month * 10 + digit
      default: day = day * 10 + digit
      }
      return true
    }

    var date: CalendarDate? {
      taken == Self.length ? CalendarDate(year: year, month: month, day: day) : nil
    }
  }

  private init(validYear year: Int, month: Int, day: Int) {
    packed = Int32(clamping: year << 9 | month << 5 | day)
  }

  /// The first of January and the 31st of December exist in every year.
  public static func firstDay(of year: Int) -> CalendarDate { CalendarDate(validYear: year, month: 1, day: 1) }
  public static func lastDay(of year: Int) -> CalendarDate { CalendarDate(validYear: year, month: 12, day: 31) }
  public static func lastDay(of month: Int, in year: Int) -> CalendarDate {
    CalendarDate(validYear: year, month: month, day: days(inMonth: month, of: year))
  }

  public static func isLeap(_ year: Int) -> Bool {
    (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400)
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The same month and day of another year; 29 February becomes 28 February where there is none.
  public func inYear(_ other: Int) -> CalendarDate {
    CalendarDate(validYear: other, month: month, day: min(day, Self.days(inMonth: month, of: other)))
  }

  public static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }
}

extension CalendarDate: CustomStringConvertible {
  /// `2023-09-30`.
  public var description: String {
    func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }
    let text = [
      digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), UInt8(ascii: "-"), digit(month / 10),
      digit(month), UInt8(ascii: "-"), digit(day / 10), digit(day),
    ]
    return String(decoding: text, as: UTF8.self)
  }
}

extension CalendarDate {
  /// How many days later another day is; negative for an earlier one.
  public func days(to other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  /// Days since 1 March of the year 0, by years that begin in March, so that the leap day is their last.
  private var dayNumber: Int {
    let (year, month) = month > 2 ? (self.year, month - 3) : (self.year - 1, month + 9)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1
  }
}
