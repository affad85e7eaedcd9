import Aggregation
import Catalogue
public import Findings
import Language
public import Values

/// Several sides in one period: units against each other or against the whole, provinces against each other.
public struct CompareQuery {
  public enum Base {
    /// The first side.
    case first
    /// What the sides are parts of.
    case whole(ComparisonSide)
  }

  public var sides: [ComparisonSide]
  public var base: Base
  /// Nil for the last year that all sides have in full.
  public var span: PeriodSpan?
  /// An earlier period like it, to say how the sides moved.
  public var since: PeriodSpan?

  public init(
    _ sides: [ComparisonSide], against base: Base, in span: PeriodSpan? = nil, since: PeriodSpan? = nil
  ) {
    self.sides = sides
    self.base = base
    self.span = span
    self.since = since
  }

  /// Nil when no side has a value.
  ///
  /// - Throws: `Failure.refused` for what may not be compared at all, and when the sides have no year in common; `.usage`
  ///   when the periods are not alike; what reading the data throws.
  public func run() throws(Failure) -> Comparison? {
    guard !sides.isEmpty else { return nil }
    for side in sides {
      if let reason = side.indicator.implausible { throw .refused(Messages.notComparedImplausible(reason)) }
      if side.indicator.isLowerBound { throw .refused(Messages.notComparedLowerBound) }
    }
    guard let (span, asked) = try commonSpan() else { return nil }
    if let since { try span.check(since: since) }
    var observations: [Observation] = []
    for side in sides {
      observations.append(try side.evaluator.observe(side.indicator, in: span, of: side.selection))
    }
    guard observations.contains(where: { $0.value != nil }) else { return nil }
    let against: (side: ComparisonSide, observation: Observation)
    var whole: Observation?
    switch base {
    case .first: against = (sides[0], observations[0])
    case .whole(let side):
      let observation = try side.evaluator.observe(side.indicator, in: span, of: side.selection)
      against = (side, observation)
      whole = observation
    }
    var rows: [Comparison.Row] = []
    for (index, side) in sides.enumerated() {
      rows.append(
        try row(side, observations[index], against, isBase: whole == nil && index == 0, isPart: whole != nil, span))
    }
    let moved: Movement? = if case .whole(let side) = base { try movement(of: side, to: span) } else { nil }
    return Comparison(
      span: span, since: since, trimmedFrom: asked == span ? nil : asked, whole: whole, wholeMovement: moved, rows: rows
    )
  }

  private func movement(of side: ComparisonSide, to span: PeriodSpan) throws(Failure) -> Movement? {
    guard let since else { return nil }
    return try TrendBuilder(side.evaluator).movement(
      of: side.indicator, from: since, to: span, for: side.selection)
  }
}

// MARK: Which period

extension CompareQuery {
  /// The span that is compared, and the one that was asked for.
  private func commonSpan() throws(Failure) -> (used: PeriodSpan, asked: PeriodSpan)? {
    if let span {
      guard case .slots(let first, let last) = span, first.kind == .year, first != last else { return (span, span) }
      guard let common = try commonYears(first.year...last.year) else {
        throw .refused(Messages.noCommonYear(first.year, last.year))
      }
      return (.years(common), span)
    }
    guard let common = try commonYears(nil) else {
      if try !hasData() { return nil }
      throw .refused(Messages.noCommonYear(nil, nil))
    }
    for year in common.reversed() {
      var isFull = true
      for side in sides {
        let observation = try side.evaluator.observe(side.indicator, years: year...year, of: side.selection)
        let isPartial = side.evaluator.isFlow(side.indicator) && observation.period.isPartial
        isFull = isFull && observation.value != nil && !isPartial
      }
      if isFull { return (.slot(.year(year)), .slot(.year(year))) }
    }
    let last = PeriodSpan.slot(.year(common.upperBound))
    return (last, last)
  }

  private func hasData() throws(Failure) -> Bool {
    for side in sides where try side.evaluator.years(of: side.indicator) != nil { return true }
    return false
  }

  /// The years for which all sides have rows, within those asked for.
  private func commonYears(_ asked: ClosedRange<Int>?) throws(Failure) -> ClosedRange<Int>? {
    var common = asked
    for side in sides {
      guard let years = try side.evaluator.years(of: side.indicator) else { continue }
      guard let known = common else {
        common = years
        continue
      }
      let (first, last) = (max(known.lowerBound, years.lowerBound), min(known.upperBound, years.upperBound))
      guard first <= last else { return nil }
      common = first...last
    }
    return common
  }
}

// MARK: One side against the base

extension CompareQuery {
  private func row(
    _ side: ComparisonSide, _ observation: Observation, _ base: (side: ComparisonSide, observation: Observation),
    isBase: Bool, isPart: Bool, _ span: PeriodSpan
  ) throws(Failure) -> Comparison.Row {
    let reason =
      isBase
      ? nil : reason(side, observation, base, allowsGaps: isPart || !side.isSum)
    var (difference, relative, share): (Rational?, Rational?, Rational?) = (nil, nil, nil)
    if !isBase, reason == nil, let own = observation.value, let other = base.observation.value {
      do {
        let gap = try own.subtracting(other)
        if isPart, side.isSum {
          share = other.isZero ? nil : try own.divided(by: other).multiplied(by: .hundred)
        } else {
          difference = gap
          if !side.isScore, !other.isZero, !other.isNegative {
            relative = try gap.divided(by: other).multiplied(by: .hundred)
          }
        }
      } catch {
        throw .refused(Messages.overflow)
      }
    }
    let target = try target(of: side, span)
    return Comparison.Row(
      side: side, observation: observation, difference: difference, relative: relative, share: share, reason: reason,
      target: target, completion: target.flatMap { completion(side, observation, $0) },
      movement: try movement(of: side, to: span), isBase: isBase)
  }

  /// - Parameter allowsGaps: cells that have not reported make no other figure of it, but a less certain one.
  private func reason(
    _ side: ComparisonSide, _ own: Observation, _ base: (side: ComparisonSide, observation: Observation),
    allowsGaps: Bool
  ) -> LocalizedText? {
    let other = base.observation
    if let absence = own.absence { return absence.name }
    if other.value == nil { return Messages.baseHasNoValue }
    if !side.indicator.unit.adds(to: base.side.indicator.unit)
      || side.indicator.unit.code != base.side.indicator.unit.code
    {
      return Messages.otherUnitOfMeasure(side.indicator.unitNames, base.side.indicator.unitNames)
    }
    if side.nature != base.side.nature { return Messages.otherNature }
    for observation in [own, other] where observation.flags.contains(.definitionDiffers) {
      return Messages.definitionDiffers
    }
    if side.evaluator.isFlow(side.indicator) {
      if own.hasMissingParts || other.hasMissingParts { return Messages.notRankedParts }
      let isPartial = own.period.isPartial || other.period.isPartial
      if isPartial, own.period.cutOff != other.period.cutOff || own.period.start != other.period.start {
        return Messages.otherCutOff(own.period.cutOff, base: other.period.cutOff)
      }
    }
    guard !allowsGaps else { return nil }
    for observation in [own, other] {
      if let coverage = observation.coverage, !coverage.isComplete { return Messages.sumWithGaps(coverage) }
    }
    return nil
  }

  private func target(of side: ComparisonSide, _ span: PeriodSpan) throws(Failure) -> Target? {
    guard let slot = span.single, slot.kind == .year else { return nil }
    let selection = side.selection
    guard selection.units.count <= 1, selection.members.keys.allSatisfy({ $0 == DimensionDeclaration.organisation })
    else { return nil }
    return try side.evaluator.dataset.targets().first {
      $0.indicator == side.indicator.code && $0.year == slot.year && $0.unit == selection.unit
        && $0.organisation == selection.member(of: DimensionDeclaration.organisation)
    }
  }

  private func completion(
    _ side: ComparisonSide, _ observation: Observation, _ target: Target
  ) -> Comparison.Completion? {
    guard let value = observation.value else { return nil }
    let planned = Rational(target.value)
    if side.evaluator.isFlow(side.indicator), observation.period.isPartial,
      side.indicator.good != .up || value < planned
    {
      return .open
    }
    if side.isScore || side.indicator.good == .down {
      return (try? value.subtracting(planned)).map { .gap($0) }
    }
    return (try? value.divided(by: planned).multiplied(by: .hundred)).map { .percent($0) }
  }
}
