public import Catalogue
import Datasets
public import Findings
public import Language
public import Values

/// The least part of the expected cells that has to report: values with less are refused.
public struct RequiredCoverage: Sendable, Hashable {
  /// Between 0 and 1.
  public let share: Rational
  /// As it was written.
  public let text: String

  /// `0.9`, `0,9` or `90%`; nil for anything else and outside 0 to 1.
  public init?(_ text: String) {
    let isPercent = text.hasSuffix("%")
    let digits = (isPercent ? String(text.dropLast()) : text).replacing(",", with: ".")
    guard digits.utf8.allSatisfy({ $0 < 0x80 }), let number = ExactDecimal(digits),
      let share = isPercent ? try? Rational(number).divided(by: .hundred) : Rational(number),
      !share.isNegative, share <= .one
    else { return nil }
    self.share = share
    self.text = text
  }

  /// Where nothing is expected to report, nothing is required.
  public func isMet(by coverage: Coverage?) -> Bool {
    guard let coverage, coverage.expected > 0 else { return true }
    guard let required = try? share.multiplied(by: Rational(coverage.expected)) else { return true }
    return Rational(coverage.reporting) >= required
  }

  /// A figure that is looked at.
  public struct Figure: Sendable {
    public let indicator: LocalizedText
    public let period: Period
    public let selection: Selection
    public let coverage: Coverage?

    public init(indicator: LocalizedText, period: Period, selection: Selection, coverage: Coverage?) {
      self.indicator = indicator
      self.period = period
      self.selection = selection
      self.coverage = coverage
    }

    /// Nil where there is no value: what is missing is shown as missing.
    public init?(_ observation: Observation, of indicator: Indicator) {
      guard observation.value != nil else { return nil }
      self.init(
        indicator: indicator.names, period: observation.period, selection: observation.selection,
        coverage: observation.coverage)
    }
  }

  /// - Throws: `Failure.refused` that names the first of those to which too few cells report, and says how many more.
  public func check(_ figures: some Sequence<Figure>, in dataset: Dataset) throws(Failure) {
    let low = figures.filter { !isMet(by: $0.coverage) }
    guard let first = low.first, let coverage = first.coverage else { return }
    throw .refused(
      Messages.coverageTooLow(
        first.indicator, dataset.label(first.period), dataset.label(first.selection, on: first.period.end), coverage,
        required: text, more: low.count - 1))
  }
}

extension Dataset {
  func label(_ period: Period) -> LocalizedText {
    if let declared = catalogue.period(period.code) { return declared.names }
    return LocalizedText(vi: DateForm(.vietnamese).label(period), en: DateForm(.english).label(period))
  }

  /// The members of a selection by their names; the whole by the name of the hierarchy's root.
  func label(_ selection: Selection, on day: CalendarDate) -> LocalizedText {
    let codes = selection.units.isEmpty ? Array((units?.roots ?? []).prefix(1)) : selection.units
    var names = codes.map { units?.member($0, on: day)?.names ?? LocalizedText($0) }
    for (dimension, members) in selection.members.sorted(by: { $0.key < $1.key }) {
      names += members.map { dimensions[dimension]?.member($0, on: day)?.names ?? LocalizedText($0) }
    }
    return LocalizedText(
      vi: names.map(\.vietnamese).joined(separator: ", "), en: names.map(\.english).joined(separator: ", "))
  }
}
