/// A regular period by its name: a year, a half, the first nine months, a quarter or a month. It is one integer, so that
/// rows and cells carry no texts; which days it covers, a `ReportingYear` says.
///
/// Codes are those of SDMX time periods (`2023`, `2023-S1`, `2023-Q3`), ISO 8601 months (`2023-07`) and `2023-9M` for
/// nine months from the start of the year. A month is named after the calendar month in which it ends; the others are
/// counted from the start of the reporting year.
public struct PeriodSlot: Sendable, Hashable, Comparable {
  /// Year × 32 + place in the year; within one kind in the order of time.
  public let ordinal: Int

  private init(ordinal: Int) { self.ordinal = ordinal }

  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - number: from 1 to how many of the kind there are in a year; 1 for years and nine months.
  /// - Returns: nil when there is no such period; terms and ranges are none.
  public init?(_ kind: PeriodKind, _ year: Int, _ number: Int = 1) {
    guard (1...9999).contains(year), number >= 1, number <= kind.perYear else { return nil }
    ordinal = year * 32 + Self.base(kind) + number - 1
  }

  /// The reporting year; years outside 1 to 9999 become the nearest.
  public static func year(_ year: Int) -> PeriodSlot { PeriodSlot(ordinal: min(max(year, 1), 9999) * 32) }

  /// The month with that number, counted from January of the year 0.
  static func month(_ index: Int) -> PeriodSlot {
    let index = min(max(index, 12), 9999 * 12 + 11)
    return PeriodSlot(ordinal: index / 12 * 32 + base(.month) + index % 12)
  }

  private static func base(_ kind: PeriodKind) -> Int {
    switch kind {
    case .year, .term, .range: 0
    case .month: 1
    case .quarter: 13
    case .halfYear: 17
    case .nineMonths: 19
    }
  }

  /// The year in its code: for a month, the calendar year in which it ends.
  public var year: Int { ordinal >> 5 }

  public var kind: PeriodKind {
    switch ordinal & 31 {
    case 0: .year
    case 1...12: .month
    case 13...16: .quarter
    case 17, 18: .halfYear
    default: .nineMonths
    }
  }

  /// Which one of its kind in the year, from 1.
  public var number: Int { (ordinal & 31) - Self.base(kind) + 1 }

  /// The one of its kind so many places later; years outside 1 to 9999 become the nearest.
  public func advanced(by steps: Int) -> PeriodSlot {
    let kind = kind
    let place = year * kind.perYear + number - 1 + steps
    let year = Int((Double(place) / Double(kind.perYear)).rounded(.down))
    return PeriodSlot(kind, min(max(year, 1), 9999), place - year * kind.perYear + 1) ?? self
  }

  /// How many places of its kind lie between this one and a later one of the same kind.
  public func distance(to other: PeriodSlot) -> Int {
    (other.year - year) * kind.perYear + other.number - number
  }

  /// The same period of another year.
  public func inYear(_ year: Int) -> PeriodSlot { PeriodSlot(kind, year, number) ?? self }

  public static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }
}

extension PeriodKind {
  /// How many of them a year has; none of terms and ranges.
  public var perYear: Int {
    switch self {
    case .month: 12
    case .quarter: 4
    case .halfYear: 2
    case .nineMonths, .year: 1
    case .term, .range: 0
    }
  }

  /// How many months one has; nil for terms and ranges.
  public var months: Int? {
    switch self {
    case .month: 1
    case .quarter: 3
    case .halfYear: 6
    case .nineMonths: 9
    case .year: 12
    case .term, .range: nil
    }
  }

  /// By its name, or SDMX's code of a frequency.
  public init?(named text: String) {
    switch text {
    case "A": self = .year
    case "S": self = .halfYear
    case "Q": self = .quarter
    case "M": self = .month
    case "nine-month": self = .nineMonths
    default: self.init(rawValue: text)
    }
  }

  /// Kinds of regular periods, the coarsest first.
  public static let regular: [PeriodKind] = [.year, .nineMonths, .halfYear, .quarter, .month]
}

extension PeriodSlot: CustomStringConvertible {
  /// The canonical code: `2023`, `2023-S1`, `2023-9M`, `2023-Q3`, `2023-07`.
  public var description: String {
    let digits = String(year)
    let year = String(repeating: "0", count: 4 - min(4, digits.count)) + digits
    switch kind {
    case .month: return number < 10 ? "\(year)-0\(number)" : "\(year)-\(number)"
    case .quarter: return "\(year)-Q\(number)"
    case .halfYear: return "\(year)-S\(number)"
    case .nineMonths: return "\(year)-9M"
    case .year, .term, .range: return year
    }
  }

  /// Reads a code: those of `description`, and also `2023-H1`, `2023-M07`, `2023-A1` and `2023-6M` for the first half.
  public init?(code: some StringProtocol) {
    let bytes = Array(code.utf8.prefix(9))
    func digit(_ index: Int) -> Int? {
      guard bytes.indices.contains(index), (48...57).contains(bytes[index]) else { return nil }
      return Int(bytes[index]) - 48
    }
    guard let first = digit(0), let second = digit(1), let third = digit(2), let fourth = digit(3) else { return nil }
    let year = first * 1000 + second * 100 + third * 10 + fourth
    if bytes.count == 4 {
      self.init(.year, year)
      return
    }
    guard bytes[4] == UInt8(ascii: "-"), bytes.count > 6, bytes.count < 9 else { return nil }
    let letter = bytes[5] & 0xDF
    switch (bytes.count, letter) {
    case (7, UInt8(ascii: "Q")): self.init(.quarter, year, digit(6) ?? 0)
    case (7, UInt8(ascii: "S")), (7, UInt8(ascii: "H")): self.init(.halfYear, year, digit(6) ?? 0)
    case (7, UInt8(ascii: "A")): self.init(.year, year, digit(6) ?? 0)
    case (8, UInt8(ascii: "M")):
      guard let tens = digit(6), let ones = digit(7) else { return nil }
      self.init(.month, year, tens * 10 + ones)
    case (7, _):
      guard let tens = digit(5) else { return nil }
      if bytes[6] & 0xDF == UInt8(ascii: "M") {
        switch tens {
        case 9: self.init(.nineMonths, year)
        case 6: self.init(.halfYear, year)
        default: return nil
        }
        return
      }
      guard let ones = digit(6) else { return nil }
      self.init(.month, year, tens * 10 + ones)
    default: return nil
    }
  }
}
