public import Aggregation
public import Catalogue
public import Findings
import Language
public import Values

/// Builds trends from an evaluator.
public struct TrendBuilder {
  public let evaluator: Evaluator

  public init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  /// The trend of an indicator over the reporting years.
  ///
  /// - Throws: what `Evaluator.observe` throws.
  public func trend(
    of indicator: Indicator, years: ClosedRange<Int>, for selection: Selection = .whole
  ) throws(Failure) -> Trend {
    try trend(of: indicator, in: years.map { .slot(.year($0)) }, for: selection)
  }

  /// The trend of an indicator over periods in order.
  ///
  /// - Throws: what `Evaluator.observe` throws.
  public func trend(
    of indicator: Indicator, in spans: [PeriodSpan], for selection: Selection = .whole
  ) throws(Failure) -> Trend {
    var points: [Observation] = []
    for span in spans { points.append(try evaluator.observe(indicator, in: span, of: selection)) }
    return try trend(of: indicator, points: points, for: selection)
  }

  /// The trend of observations already made.
  public func trend(
    of indicator: Indicator, points: [Observation], for selection: Selection
  ) throws(Failure) -> Trend {
    let points = try evaluator.markingBreaks(in: points, of: selection)
    // A stock at another cut-off compares, with both dates said; a flow of nine months does not compare with a year.
    let partial = evaluator.isFlow(indicator) ? points.map(\.period).filter(\.isPartial) : []
    let comparable = points.filter { $0.value != nil && !partial.contains($0.period) }
    var change: TrendChange?
    let refusal = try refusal(indicator, points: points, comparable: comparable, selection)
    if refusal == nil, let first = comparable.first, let last = comparable.last {
      change = try Self.change(from: first, to: last, of: indicator)
    }
    return Trend(
      indicator: indicator, selection: selection, points: points, change: change, refusal: refusal, partial: partial)
  }

  private func refusal(
    _ indicator: Indicator, points: [Observation], comparable: [Observation], _ selection: Selection
  ) throws(Failure) -> LocalizedText? {
    if let reason = indicator.implausible { return Messages.notComparedImplausible(reason) }
    if indicator.isLowerBound { return Messages.notComparedLowerBound }
    guard comparable.count > 1, let first = comparable.first?.period, let last = comparable.last?.period else {
      return Messages.notComparedTooFew
    }
    for unit in selection.units {
      if let reason = try evaluator.changeOfBoundaries(of: unit, from: first, to: last) { return reason }
    }
    // A break counts where it stands, even in a year without a value.
    let between = points.filter { $0.period > first && $0.period <= last }
    if let broken = between.first(where: { $0.flags.contains(.breakInSeries) }) {
      return Messages.notComparedBreak(broken.period.code)
    }
    return nil
  }

  /// - Throws: `Failure.refused` on overflow.
  public static func change(
    from first: Observation, to last: Observation, of indicator: Indicator, relativeOfPercent: Bool = false
  ) throws(Failure) -> TrendChange? {
    guard let start = first.value, let end = last.value else { return nil }
    do {
      let absolute = try end.subtracting(start)
      var relative: Rational?
      if !start.isZero, !start.isNegative, !indicator.unit.isPercentage || relativeOfPercent {
        relative = try absolute.divided(by: start).multiplied(by: .hundred)
      }
      return TrendChange(
        from: first.period, to: last.period, absolute: absolute, unit: indicator.unit.ofChange, relative: relative)
    } catch {
      throw .refused(Messages.overflow)
    }
  }
}
