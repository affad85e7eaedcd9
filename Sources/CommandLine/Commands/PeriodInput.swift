import Catalogue
import Findings
import Language
import Reports
import Trends
import Values

/// Periods as people type them, printed canonically ever after.
enum PeriodInput {
  /// A year of four digits, or a period that can be meant in one way only.
  ///
  /// - Throws: `Failure.usage`.
  static func slot(_ text: String) throws(Failure) -> PeriodSlot {
    guard let slot = PeriodReading.slot(text), (1000...9999).contains(slot.year) else {
      // Digits alone were meant as a year.
      let isYear = text.allSatisfy { $0.isASCII && $0.isNumber }
      throw .usage(isYear ? Messages.notAPeriod(text) : Messages.notAPeriodToAskFor(text))
    }
    return slot
  }

  /// A period, `2014/2023`, `2022-Q1/2022-Q3`, or the code or name of a declared term.
  ///
  /// - Throws: `Failure.usage`.
  static func span(_ text: String, in catalogue: Catalogue) throws(Failure) -> PeriodSpan {
    if let declared = declared(text, in: catalogue) { return .declared(declared) }
    if let slot = PeriodReading.slot(text), (1000...9999).contains(slot.year) { return .slot(slot) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return .slot(try slot(text)) }
    let (first, last) = (try slot(parts[0]), try slot(parts[1]))
    try check(first, last)
    return .slots(first, last)
  }

  /// `2023` or `2014/2023`, of reports, which cover whole years.
  ///
  /// - Throws: `Failure.usage`.
  static func years(_ text: String) throws(Failure) -> ClosedRange<Int> {
    var years: [Int] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
      guard part.utf8.count == 4, let year = Int(part), (1000...9999).contains(year) else {
        let isOther = PeriodReading.slot(text) != nil
        throw .usage(isOther ? Messages.reportsCoverYears(text) : Messages.notAPeriod(part))
      }
      years.append(year)
    }
    guard let first = years.first, let last = years.last, years.count <= 2 else {
      throw .usage(Messages.notAPeriod(text))
    }
    guard first <= last else { throw .usage(Messages.periodsReversed(first, last)) }
    return first...last
  }

  /// The period of a report, as it was typed or as a ledger names it.
  ///
  /// - Throws: `Failure.usage` for a period that the report is not about.
  static func report(
    _ text: String, _ definition: ReportPeriodDefinition, in catalogue: Catalogue
  ) throws(Failure) -> ReportTime {
    let kind = definition.kind
    if kind == .range {
      guard let declared = declared(text, in: catalogue) else { return ReportTime(years: try years(text)) }
      guard let years = declared.years else { throw .usage(Messages.termOfDays(declared.code)) }
      return ReportTime(years: years)
    }
    let slot = try slot(text)
    if slot.kind == kind { return ReportTime(last: slot) }
    guard slot.kind == .year, let last = PeriodSlot(kind, slot.year, kind == .halfYear ? 1 : kind.perYear) else {
      throw .usage(Messages.periodOfOtherKind(slot.description, kind))
    }
    return ReportTime(last: last)
  }

  /// The period of a report of the cycle: of a year each has its own, of any other period only reports of that kind.
  ///
  /// - Throws: `Failure.usage`.
  static func inCycle(_ text: String?, _ definition: ReportPeriodDefinition) throws(Failure) -> ReportTime? {
    guard let text else { return ReportTime() }
    let slot = try slot(text)
    let kind = definition.kind
    guard slot.kind == .year else { return slot.kind == kind ? ReportTime(last: slot) : nil }
    if kind == .range || kind == .year { return ReportTime(last: slot) }
    return PeriodSlot(kind, slot.year, kind == .halfYear ? 1 : kind.perYear).map { ReportTime(last: $0) }
  }

  private static func declared(_ text: String, in catalogue: Catalogue) -> DeclaredPeriod? {
    let wanted = VietnameseText.folded(text)
    return
      (catalogue.period(text)
      ?? catalogue.periods.first { declaration in
        [declaration.period.code, declaration.names.vietnamese, declaration.names.english].contains {
          VietnameseText.folded($0) == wanted
        }
      })?.period
  }

  private static func check(_ first: PeriodSlot, _ last: PeriodSlot) throws(Failure) {
    guard first.kind == last.kind else {
      throw .usage(Messages.periodsOfOtherKinds(first.description, last.description))
    }
    guard first > last else { return }
    if first.kind == .year { throw .usage(Messages.periodsReversed(first.year, last.year)) }
    throw .usage(Messages.periodsReversed(first.description, last.description))
  }

  /// - Throws: `Failure.usage`.
  static func choice(
    from: String?, to: String?, period: String?, in catalogue: Catalogue
  ) throws(Failure) -> PeriodChoice {
    let kind = period.flatMap { PeriodKind(named: $0) }
    if let period, kind == nil {
      guard from == nil, to == nil else { throw .usage(Messages.periodAndEnds) }
      let span = try span(period, in: catalogue)
      guard case .slots(let first, let last) = span, first != last else { return PeriodChoice(only: span) }
      return PeriodChoice(kind: first.kind, first: first, last: last)
    }
    var first = try from.map { text throws(Failure) in try slot(text) }
    var last = try to.map { text throws(Failure) in try slot(text) }
    if kind == .term || kind == .range { return PeriodChoice(kind: kind ?? .term, first: first, last: last) }
    // A year stands for the periods in it.
    let wanted = kind ?? [first, last].compactMap { $0?.kind }.first { $0 != .year } ?? .year
    if wanted != .year {
      if let year = first, year.kind == .year { first = PeriodSlot(wanted, year.year) }
      if let year = last, year.kind == .year { last = PeriodSlot(wanted, year.year, wanted.perYear) }
    }
    for slot in [first, last].compactMap({ $0 }) where slot.kind != wanted {
      throw .usage(Messages.periodOfOtherKind(slot.description, wanted))
    }
    if let first, let last { try check(first, last) }
    return PeriodChoice(kind: wanted, first: first, last: last)
  }
}

/// Which periods a report is to be made for; the definition's own where nothing is said.
struct ReportTime {
  var years: ClosedRange<Int>?
  var last: PeriodSlot?
}
