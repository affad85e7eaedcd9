import Values

/// A day, a time or a length of time, for comparing those of one kind.
struct TemporalValue: Sendable, Hashable, Comparable {
  /// Seconds, or for months of the calendar their number.
  let units: Int
  let nanoseconds: Int

  init(units: Int, nanoseconds: Int = 0) {
    self.units = units
    self.nanoseconds = nanoseconds
  }

  init(_ date: CalendarDate) { units = Self.days(before: date) * 86_400; nanoseconds = 0 }

  static func < (left: Self, right: Self) -> Bool {
    (left.units, left.nanoseconds) < (right.units, right.nanoseconds)
  }

  /// Days from the first of March of year 0 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  static func days(before date: CalendarDate) -> Int {
    let year = date.month <= 2 ? date.year - 1 : date.year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// The inverse of `days(before:)`; nil outside the years 1 to 9999.
  static func date(ofDay days: Int) -> CalendarDate? {
    guard days >= 0 else { return nil }
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return CalendarDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}

/// The standard forms of times, https://datapackage.org/standard/table-schema/.
enum TemporalForm {
  /// What a text of the kind is; nil when it is none.
  static func parse(_ text: String, kind: FieldDescriptor.Kind, format: FieldFormat) -> TemporalValue? {
    if case .pattern(let pattern) = format {
      guard let parts = pattern.parse(text) else { return nil }
      return kind == .time ? parts.timeOfDay : parts.moment
    }
    return switch kind {
    case .date: CalendarDate(iso: text).map { TemporalValue($0) }
    case .datetime: datetime(text)
    case .time: time(text[...])
    case .yearmonth: yearMonth(text)
    case .duration: duration(text)
    default: nil
    }
  }

  /// `2023-09-30T08:30:00`, with an optional fraction and time zone.
  private static func datetime(_ text: String) -> TemporalValue? {
    guard text.utf8.count >= 19, let date = CalendarDate(iso: text.prefix(10)),
      text.dropFirst(10).first == "T", let time = time(text.dropFirst(11))
    else { return nil }
    return TemporalValue(units: TemporalValue(date).units + time.units, nanoseconds: time.nanoseconds)
  }

  /// `08:30:00`, with an optional fraction and time zone.
  private static func time(_ text: Substring) -> TemporalValue? {
    var reader = DigitReader(text)
    guard let hour = reader.number(2, upTo: 23), reader.take(":"), let minute = reader.number(2, upTo: 59),
      reader.take(":"), let second = reader.number(2, upTo: 59)
    else { return nil }
    var nanoseconds = 0
    if reader.take(".") {
      guard let fraction = reader.fraction() else { return nil }
      nanoseconds = fraction
    }
    guard let offset = reader.zone(), reader.isAtEnd else { return nil }
    return TemporalValue(units: hour * 3600 + minute * 60 + second - offset, nanoseconds: nanoseconds)
  }

  /// `2023-09`.
  private static func yearMonth(_ text: String) -> TemporalValue? {
    var reader = DigitReader(text[...])
    guard let year = reader.number(4, upTo: 9999), year > 0, reader.take("-"), let month = reader.number(2, upTo: 12),
      month > 0, reader.isAtEnd
    else { return nil }
    return TemporalValue(units: year * 12 + month)
  }

  /// `P1Y2M3DT4H5M6S` (ISO 8601); a month counts as a twelfth of the mean Gregorian year when durations are compared.
  private static func duration(_ text: String) -> TemporalValue? {
    var reader = DigitReader(text[...])
    let isNegative = reader.take("-")
    guard reader.take("P") else { return nil }
    var designators: [(letter: Character, seconds: Int)] = [
      ("Y", 31_556_952), ("M", 2_629_746), ("W", 604_800), ("D", 86_400),
    ]
    var total = 0
    var nanoseconds = 0
    var count = 0
    var isTime = false
    while !reader.isAtEnd {
      if reader.take("T") {
        guard !isTime, !reader.isAtEnd else { return nil }
        isTime = true
        designators = [("H", 3600), ("M", 60), ("S", 1)]
        continue
      }
      guard let number = reader.number(), number < 1_000_000_000 else { return nil }
      if reader.take(".") {
        guard isTime, let fraction = reader.fraction() else { return nil }
        nanoseconds = fraction
        designators.removeAll { $0.letter != "S" }
      }
      guard let letter = reader.next(), let place = designators.firstIndex(where: { $0.letter == letter }) else {
        return nil
      }
      total += number * designators[place].seconds
      designators.removeFirst(place + 1)
      count += 1
    }
    guard count > 0 else { return nil }
    return isNegative
      ? TemporalValue(units: -total, nanoseconds: -nanoseconds) : TemporalValue(units: total, nanoseconds: nanoseconds)
  }
}

/// Reads ASCII digits and signs from the start of a text.
struct DigitReader {
  private var rest: Substring

  init(_ text: Substring) { rest = text }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  mutating func take(word: String) -> Bool {
    guard rest.lowercased().hasPrefix(word.lowercased()) else { return false }
    rest.removeFirst(word.count)
    return true
  }

  mutating func next() -> Character? { rest.popFirst() }

  mutating func skipSpaces() { rest = rest.drop { $0 == " " || $0 == "\t" } }

  /// A number of exactly, or with `shortest` at least that many and at most `digits` digits.
  mutating func number(_ digits: Int, shortest: Int? = nil, upTo most: Int) -> Int? {
    let text = rest.prefix(digits).prefix { $0.isASCII && $0.isNumber }
    guard text.count >= shortest ?? digits, let number = Int(text), number <= most else { return nil }
    rest.removeFirst(text.count)
    return number
  }

  mutating func number() -> Int? {
    let text = rest.prefix { $0.isASCII && $0.isNumber }
    rest.removeFirst(text.count)
    return Int(text)
  }

  /// The digits behind a point, as nanoseconds.
  mutating func fraction() -> Int? {
    let text = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...9).contains(text.count) else { return nil }
    rest.removeFirst(text.count)
    return Int(text + String(repeating: "0", count: 9 - text.count))
  }

  /// Seconds east of Greenwich; 0 when there is no zone, nil when it is wrong.
  mutating func zone() -> Int? {
    if take("Z") || isAtEnd { return 0 }
    let sign: Int
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hours = number(2, upTo: 14) else { return nil }
    _ = take(":")
    guard let minutes = number(2, upTo: 59) else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}
