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
    let partial =
      evaluator.isFlow(indicator) ? points.filter { $0.period.isPartial || $0.hasMissingParts }.map(\.period) : []
    let isSeasonal = isSeasonal(indicator, points)
    var comparable = points.filter { $0.value != nil && !partial.contains($0.period) }
    if isSeasonal, let last = comparable.last {
      comparable = comparable.filter { Self.isLike($0.period, last.period) }
    }
    var change: TrendChange?
    let refusal = try refusal(
      indicator, points: points, comparable: comparable, isSeasonal: isSeasonal, selection)
    let isSum = try evaluator.isSum(indicator)
    var gap: LocalizedText?
    if refusal == nil, let first = comparable.first, let last = comparable.last {
      gap = isSum ? self.gap(in: [first, last]) : nil
      change = try Self.change(from: first, to: last, of: indicator)
    }
    return Trend(
      indicator: indicator, selection: selection, points: points, change: change, refusal: refusal, partial: partial,
      isSeasonal: isSeasonal, toDate: try toDate(points, partial, of: indicator, for: selection, isSum: isSum),
      gap: gap, isSum: isSum
    )
  }

  /// What makes a difference of sums doubtful: to one of them not all cells have reported.
  private func gap(in ends: [Observation]) -> LocalizedText? {
    for end in ends {
      if let coverage = end.coverage, !coverage.isComplete {
        return Messages.sumWithGapsIn(label(end.period), coverage)
      }
    }
    return nil
  }

  /// What is counted over halves, quarters or months is compared with the same one of another year. What there is at
  /// their ends is not bound to a season.
  private func isSeasonal(_ indicator: Indicator, _ points: [Observation]) -> Bool {
    guard let kind = points.first?.period.kind, kind < .nineMonths else { return false }
    return evaluator.isCountedOverTime(indicator)
  }

  /// Whether two periods are the same part of a year, or both of them years.
  static func isLike(_ one: Period, _ other: Period) -> Bool {
    guard let first = PeriodSlot(code: one.code), let second = PeriodSlot(code: other.code) else { return false }
    return first.kind == second.kind && first.number == second.number
  }

  /// The last year to date, when it is partial, against as many months of the year before. The data have to know both.
  private func toDate(
    _ points: [Observation], _ partial: [Period], of indicator: Indicator, for selection: Selection, isSum: Bool
  ) throws(Failure) -> ToDate? {
    guard indicator.isComparable, let now = points.last, now.period.kind == .year, partial.contains(now.period),
      now.value != nil, !now.flags.contains(.breakInSeries), let span = evaluator.yearBefore(now.period, of: indicator)
    else { return nil }
    let before: Observation
    // By years only, there is nothing to compare with.
    do { before = try evaluator.observe(indicator, in: span, of: selection) } catch {
      guard case .refused = error else { throw error }
      return nil
    }
    guard !before.period.isPartial, !before.hasMissingParts, !now.hasMissingParts, now.period.isPartial,
      let change = try Self.change(from: before, to: now, of: indicator)
    else {
      return nil
    }
    for unit in selection.units {
      if try evaluator.changeOfBoundaries(of: unit, from: before.period, to: now.period) != nil { return nil }
    }
    let coverage = try coverage(of: now, in: span.nextYear, of: indicator, for: selection)
    return ToDate(
      before: before, now: now, change: change, coverage: coverage,
      gap: isSum ? gap(in: [before]) ?? gap(toDate: coverage, of: now) : nil)
  }

  private func gap(toDate coverage: Coverage?, of now: Observation) -> LocalizedText? {
    coverage.flatMap { $0.isComplete ? nil : Messages.sumToDateWithGaps(label(now.period), $0) }
  }

  /// A period in a sentence.
  private func label(_ period: Period) -> LocalizedText {
    evaluator.dataset.catalogue.period(period.code)?.names
      ?? LocalizedText(vi: DateForm(.vietnamese).label(period), en: DateForm(.english).label(period))
  }

  /// What has been reported of the months that are over, and not of the whole year.
  private func coverage(
    of now: Observation, in span: PeriodSpan, of indicator: Indicator, for selection: Selection
  ) throws(Failure) -> Coverage? {
    do { return try evaluator.observe(indicator, in: span, of: selection).coverage } catch {
      guard case .refused = error else { throw error }
      return now.coverage
    }
  }

  private func refusal(
    _ indicator: Indicator, points: [Observation], comparable: [Observation], isSeasonal: Bool, _ selection: Selection
  ) throws(Failure) -> LocalizedText? {
    if let reason = indicator.implausible { return Messages.notComparedImplausible(reason) }
    if indicator.isLowerBound { return Messages.notComparedLowerBound }
    guard comparable.count > 1, let first = comparable.first?.period, let last = comparable.last?.period else {
      return isSeasonal ? Messages.notComparedSeason : Messages.notComparedTooFew
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
