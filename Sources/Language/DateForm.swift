public import Values

/// The one formatter of dates and periods.
///
/// Vietnamese offices write a zero before days below 10 and before the months 1 and 2, and before no other month
/// (Nghị định 30/2020/NĐ-CP, Phụ lục I): `05/9/2023`, `ngày 28 tháng 02 năm 2023`.
public struct DateForm: Sendable, Hashable {
  public let language: OutputLanguage

  public init(_ language: OutputLanguage) { self.language = language }

  /// `31/12/2023`, `30/9/2023`; in English `31 Dec 2023`.
  public func short(_ date: CalendarDate) -> String {
    switch language {
    case .vietnamese: "\(Self.day(date))/\(Self.month(date))/\(date.year)"
    case .english: "\(date.day) \(Self.englishMonth(date.month).prefix(3)) \(date.year)"
    }
  }

  /// `ngày 05 tháng 9 năm 2023`, `5 September 2023`.
  public func long(_ date: CalendarDate) -> String {
    switch language {
    case .vietnamese: "ngày \(Self.day(date)) tháng \(Self.month(date)) năm \(date.year)"
    case .english: "\(date.day) \(Self.englishMonth(date.month)) \(date.year)"
    }
  }

  /// A period in a sentence: `năm 2023`, `6 tháng đầu năm 2023`, `quý III năm 2023`, `tháng 9 năm 2023`,
  /// `nhiệm kỳ 2016 – 2021`, `2014 – 2023`.
  public func label(_ period: Period) -> String {
    let parts = PeriodParts(period)
    switch (language, period.kind) {
    case (.vietnamese, .month): return "tháng \(Self.padded(month: parts.number)) năm \(parts.year)"
    case (.vietnamese, .quarter): return "quý \(Self.roman(parts.number)) năm \(parts.year)"
    case (.vietnamese, .halfYear): return "6 tháng \(parts.number == 1 ? "đầu" : "cuối") năm \(parts.year)"
    case (.vietnamese, .nineMonths): return "9 tháng năm \(parts.year)"
    case (.vietnamese, .year): return "năm \(parts.year)"
    case (.vietnamese, .term): return "nhiệm kỳ \(years(period))"
    case (.english, .month): return "\(Self.englishMonth(parts.number)) \(parts.year)"
    case (.english, .quarter): return "\(Self.ordinal(parts.number)) quarter of \(parts.year)"
    case (.english, .halfYear): return "\(Self.ordinal(parts.number)) half of \(parts.year)"
    case (.english, .nineMonths): return "first nine months of \(parts.year)"
    case (.english, .year): return "\(parts.year)"
    case (.english, .term): return "term \(years(period))"
    case (_, .range): return ends(period) ?? years(period)
    }
  }

  /// A period within a sentence, with the article that English needs: `the first half of 2023`.
  public func inSentence(_ period: Period) -> String {
    let label = label(period)
    guard language == .english else { return label }
    switch period.kind {
    case .quarter, .halfYear, .nineMonths, .term: return "the \(label)"
    case .month, .year, .range: return label
    }
  }

  /// Both ends of a range of quarters or months, which its code names.
  private func ends(_ period: Period) -> String? {
    let slots = period.code.split(separator: "/").compactMap { PeriodSlot(code: $0) }
    guard slots.count == 2, slots[0].kind != .year else { return nil }
    let names = slots.map { short(ReportingYear.calendar.period(of: .slot($0))) }
    return range(names[0], names[1])
  }

  /// A period at the head of a column: `2023`, `6T/2023`, `9T/2023`, `Quý III/2023`, `T9/2023`, `2014 – 2023`.
  public func short(_ period: Period) -> String {
    let parts = PeriodParts(period)
    switch (language, period.kind) {
    case (.vietnamese, .month): return "T\(parts.number)/\(parts.year)"
    case (.vietnamese, .quarter): return "Quý \(Self.roman(parts.number))/\(parts.year)"
    case (.vietnamese, .halfYear): return parts.number == 1 ? "6T/\(parts.year)" : "6T cuối/\(parts.year)"
    case (.vietnamese, .nineMonths): return "9T/\(parts.year)"
    case (.english, .month): return "\(Self.englishMonth(parts.number).prefix(3)) \(parts.year)"
    case (.english, .quarter): return "Q\(parts.number) \(parts.year)"
    case (.english, .halfYear): return "H\(parts.number) \(parts.year)"
    case (.english, .nineMonths): return "9M \(parts.year)"
    case (_, .year): return "\(parts.year)"
    case (_, .term): return years(period)
    case (_, .range): return ends(period) ?? years(period)
    }
  }

  /// The same part of several years: `6 tháng đầu các năm 2019 – 2023`, `first halves of 2019–2023`.
  ///
  /// - Parameter last: the last of them.
  public func likeParts(_ last: Period, from firstYear: Int) -> String {
    let parts = PeriodParts(last)
    let years = years(firstYear, parts.year)
    switch (language, last.kind) {
    case (.vietnamese, .month): return "tháng \(Self.padded(month: parts.number)) các năm \(years)"
    case (.vietnamese, .quarter): return "quý \(Self.roman(parts.number)) các năm \(years)"
    case (.vietnamese, .halfYear): return "6 tháng \(parts.number == 1 ? "đầu" : "cuối") các năm \(years)"
    case (.vietnamese, .nineMonths): return "9 tháng các năm \(years)"
    case (.english, .month): return "\(Self.englishMonth(parts.number)) of \(years)"
    case (.english, .quarter): return "\(Self.ordinal(parts.number)) quarters of \(years)"
    case (.english, .halfYear): return "\(Self.ordinal(parts.number)) halves of \(years)"
    case (.english, .nineMonths): return "first nine months of \(years)"
    case (_, .year), (_, .term), (_, .range): return years
    }
  }

  /// A period of several years with their number: `10 năm 2014 – 2023`, `10 years, 2014–2023`; any other as `label`.
  public func counted(_ period: Period) -> String {
    guard period.kind == .range, period.years > 1, ends(period) == nil else { return label(period) }
    switch language {
    case .vietnamese: return "\(NumberForm(language).inProse(period.years)) năm \(years(period))"
    case .english: return "\(period.years) years, \(years(period))"
    }
  }

  /// `2014 – 2023`, `2014–2023`: the reporting years of a period, one when it has only one.
  public func years(_ period: Period) -> String {
    let (first, last) = (period.firstYear, period.year)
    return first == last ? "\(last)" : years(first, last)
  }

  public func years(_ first: Int, _ last: Int) -> String { range("\(first)", "\(last)") }

  /// `2014 – 2023`, `2014–2023`; spaced where an end has a space of its own.
  public func range(_ first: String, _ last: String) -> String {
    language == .vietnamese || first.contains(" ") ? "\(first) – \(last)" : "\(first)–\(last)"
  }

  /// `05`, `28`: the day as Vietnamese offices write it.
  public static func day(_ date: CalendarDate) -> String { date.day < 10 ? "0\(date.day)" : "\(date.day)" }
  /// `02`, `9`.
  public static func month(_ date: CalendarDate) -> String { padded(month: date.month) }
  private static func padded(month: Int) -> String { month < 3 ? "0\(month)" : "\(month)" }

  private static func roman(_ quarter: Int) -> String { ["I", "II", "III", "IV"][min(max(quarter, 1), 4) - 1] }
  private static func ordinal(_ number: Int) -> String {
    ["first", "second", "third", "fourth"][min(max(number, 1), 4) - 1]
  }

  private static func englishMonth(_ month: Int) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return names[min(max(month, 1), 12) - 1]
  }
}

/// Which month, quarter or half of which year. The code says so; the last day would mislead where a reporting year
/// starts in another month.
private struct PeriodParts {
  var year: Int
  var number: Int

  init(_ period: Period) {
    year = Int(period.code.prefix(4)) ?? period.year
    let last = period.code.split(separator: "-").dropFirst().last.flatMap { Int($0.drop { !$0.isNumber }) }
    let month = period.end.month
    switch period.kind {
    case .month: number = last ?? month
    case .quarter: number = last ?? (month + 2) / 3
    case .halfYear: number = last ?? (month + 5) / 6
    case .nineMonths, .year, .term, .range: number = 1
    }
    if period.kind == .term || period.kind == .range { year = period.year }
  }
}
