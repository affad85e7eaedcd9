public import Aggregation
public import Catalogue
public import Findings
import Language
public import Values

/// Several series of one indicator: the whole, or one for each member of a dimension.
public struct TrendQuery: Sendable {
  public var indicator: Indicator
  public var selection: Selection
  /// A dimension's name, or nil for one series of what is selected.
  public var by: String?
  /// The level of units for a breakdown by unit; nil for the level in which the data are reported.
  public var level: String?
  public var periods: PeriodChoice

  public init(
    indicator: Indicator, selection: Selection = .whole, by: String? = nil, level: String? = nil,
    periods: PeriodChoice = PeriodChoice()
  ) {
    self.indicator = indicator
    self.selection = selection
    self.by = by
    self.level = level
    self.periods = periods
  }

  /// A query by reporting years; nil for all there are.
  public init(
    indicator: Indicator, selection: Selection = .whole, by: String? = nil, level: String? = nil, first: Int?,
    last: Int? = nil
  ) {
    self.init(
      indicator: indicator, selection: selection, by: by, level: level, periods: PeriodChoice(first: first, last: last))
  }

  /// The trends, in the order of the dimension's file; empty when there are no data.
  ///
  /// - Throws: `Failure.refused` when the indicator is not broken down that way; what reading the data throws.
  public func run(_ evaluator: Evaluator) throws(Failure) -> [Trend] {
    let spans = try evaluator.spans(of: [indicator], periods)
    guard !spans.isEmpty else { return [] }
    let builder = TrendBuilder(evaluator)
    var trends: [Trend] = []
    for part in try evaluator.parts(of: indicator, by: by, level: level, spans: spans, within: selection) {
      trends.append(try builder.trend(of: indicator, in: spans, for: part))
    }
    return trends
  }
}

extension Evaluator {
  /// The reporting years to show: those asked for, and otherwise those that there are; nil when there are no data.
  ///
  /// Years that are asked for and have no data are shown as missing, not dropped.
  ///
  /// - Throws: `Failure.usage` when the first is after the last.
  public func years(of indicators: [Indicator], first: Int?, last: Int?) throws(Failure) -> ClosedRange<Int>? {
    var available: ClosedRange<Int>?
    // A register goes back further than what is counted year by year; it sets the years only when it stands alone.
    let yearly = indicators.filter { !isRegister($0) }
    for indicator in yearly.isEmpty ? indicators : yearly {
      guard let range = try years(of: indicator) else { continue }
      let known = available ?? range
      available = min(known.lowerBound, range.lowerBound)...max(known.upperBound, range.upperBound)
    }
    guard let available else { return nil }
    let (from, to) = (first ?? available.lowerBound, last ?? available.upperBound)
    guard from <= to else {
      // Only one end was asked for, and it lies outside what there is.
      if first == nil || last == nil { return nil }
      throw .usage(Messages.periodsReversed(from, to))
    }
    let (length, overflow) = to.subtractingReportingOverflow(from)
    guard !overflow, length < 200 else {
      let message = Messages.periodTooLong(from, to)
      // Asked for, or in the data.
      if first != nil, last != nil { throw .usage(message) }
      throw .refused(message)
    }
    return from...to
  }

  /// One selection for each member of a dimension, or the selection itself.
  ///
  /// - Throws: `Failure.refused` when the indicator is not broken down by the dimension.
  public func parts(
    of indicator: Indicator, by dimension: String?, level: String? = nil, spans: [PeriodSpan],
    within selection: Selection
  ) throws(Failure) -> [Selection] {
    guard let dimension, let first = spans.first, let last = spans.last else { return [selection] }
    if dimension == DimensionDeclaration.unit {
      let units = try units(of: indicator, level: level, from: first, to: last, within: selection)
      guard !units.isEmpty else { throw .refused(Messages.notBrokenDown(indicator.names, by: dimension)) }
      return units.map { selection.at(unit: $0) }
    }
    guard let members = try members(of: indicator, dimension: dimension) else {
      throw .refused(Messages.notBrokenDown(indicator.names, by: dimension))
    }
    let wanted = selection.members[dimension]
    return members.filter { wanted?.contains($0) ?? true }.map { selection.at($0, of: dimension) }
  }
}
