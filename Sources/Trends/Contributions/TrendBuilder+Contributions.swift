public import Aggregation
public import Catalogue
public import Findings
import Language
import Statistics
public import Values

extension TrendBuilder {
  /// What the members of a dimension add to the change of a whole from one period to another.
  ///
  /// - Parameters:
  ///   - dimension: `unit`, or another one by which the indicator is broken down.
  ///   - level: of the units; nil for the level in which the data are reported.
  /// - Throws: `Failure.refused` where the change may not be computed (a break, a bound, a part of a year), where the
  ///   indicator is not broken down that way, and where the parts do not make up the whole, as of a distinct count.
  public func contributions(
    of indicator: Indicator, from first: PeriodSpan, to last: PeriodSpan, by dimension: String, level: String? = nil,
    within selection: Selection = .whole
  ) throws(Failure) -> Contributions {
    let whole = try ends(of: indicator, from: first, to: last, for: selection)
    var sides: [(selection: Selection, before: Observation, after: Observation)] = []
    for part in try evaluator.parts(
      of: indicator, by: dimension, level: level, spans: [first, last], within: selection)
    {
      let before = try evaluator.observe(indicator, in: first, of: part)
      sides.append((part, before, try evaluator.observe(indicator, in: last, of: part)))
    }
    var found = try rateParts(of: indicator, sides, whole, first, last)
    if found == nil { found = try sumParts(sides, whole) }
    guard let parts = found else { throw .refused(Messages.partsDoNotAddUp(indicator.names, by: dimension)) }
    return Contributions(
      indicator: indicator, dimension: dimension, before: whole.before, after: whole.after, change: whole.change,
      parts: parts, split: Self.split(parts, of: whole.change.absolute))
  }

  /// A change of a rate by its terms; nil for what is no quotient.
  ///
  /// - Throws: `Failure.refused` where the change may not be computed.
  public func rateSplit(
    of indicator: Indicator, from first: PeriodSpan, to last: PeriodSpan, for selection: Selection = .whole
  ) throws(Failure) -> RateSplit? {
    let whole = try ends(of: indicator, from: first, to: last, for: selection)
    guard let factor = try evaluator.rateFactor(of: indicator),
      let before = try evaluator.rateTerms(of: indicator, whole.before, in: first),
      let after = try evaluator.rateTerms(of: indicator, whole.after, in: last)
    else { return nil }
    do {
      let effects = try RateDecomposition.terms(
        .init(
          numerators: (before.numerator, after.numerator), denominators: (before.denominator, after.denominator)))
      let (numerator, denominator) = (
        try effects.numerator.multiplied(by: factor), try effects.denominator.multiplied(by: factor)
      )
      guard try numerator.adding(denominator) == whole.change.absolute else { return nil }
      return RateSplit(
        before: whole.before, after: whole.after, change: whole.change, numerator: numerator, denominator: denominator)
    } catch {
      if error == .overflow { throw .refused(Messages.overflow) }
      return nil
    }
  }

  private typealias Ends = (before: Observation, after: Observation, change: TrendChange)

  /// Both ends of a change that may be computed. What lies between counts: a break there is one.
  private func ends(
    of indicator: Indicator, from first: PeriodSpan, to last: PeriodSpan, for selection: Selection
  ) throws(Failure) -> Ends {
    let trend = try trend(of: indicator, in: Self.between(first, last), for: selection)
    if let refusal = trend.refusal { throw .refused(refusal) }
    guard let before = trend.comparable.first, let after = trend.comparable.last, let start = trend.points.first,
      let end = trend.points.last, before.period == start.period, after.period == end.period,
      let change = try Self.change(from: before, to: after, of: indicator)
    else { throw .refused(Messages.notComparedTooFew) }
    return (before, after, change)
  }

  /// The like periods from one to another; both alone where they are not of one kind.
  private static func between(_ first: PeriodSpan, _ last: PeriodSpan) -> [PeriodSpan] {
    guard let start = first.single, let end = last.single, start.kind == end.kind, start < end else {
      return [first, last]
    }
    let isSameSeason = start.number == end.number
    let step = isSameSeason ? start.kind.perYear : 1
    return stride(from: 0, through: start.distance(to: end), by: max(1, step)).map { .slot(start.advanced(by: $0)) }
  }

  /// Nil where the parts' values do not add up to the whole's.
  private func sumParts(
    _ sides: [(selection: Selection, before: Observation, after: Observation)], _ whole: Ends
  ) throws(Failure) -> [Contributions.Part]? {
    do {
      var sums = (before: Rational.zero, after: Rational.zero)
      var parts: [Contributions.Part] = []
      for side in sides {
        let (before, after) = (side.before.value ?? .zero, side.after.value ?? .zero)
        sums = (try sums.before.adding(before), try sums.after.adding(after))
        parts.append(
          Contributions.Part(
            selection: side.selection, before: side.before, after: side.after, amount: try after.subtracting(before),
            rate: nil, structure: nil))
      }
      return sums.before == whole.before.value && sums.after == whole.after.value ? parts : nil
    } catch {
      throw .refused(Messages.overflow)
    }
  }

  /// Nil for what is no quotient, and where the parts' terms do not add up to the whole's.
  private func rateParts(
    of indicator: Indicator, _ sides: [(selection: Selection, before: Observation, after: Observation)], _ whole: Ends,
    _ first: PeriodSpan, _ last: PeriodSpan
  ) throws(Failure) -> [Contributions.Part]? {
    guard let factor = try evaluator.rateFactor(of: indicator) else { return nil }
    var groups: [RateDecomposition.Terms] = []
    for side in sides {
      guard let before = try evaluator.rateTerms(of: indicator, side.before, in: first),
        let after = try evaluator.rateTerms(of: indicator, side.after, in: last)
      else { return nil }
      groups.append(
        .init(numerators: (before.numerator, after.numerator), denominators: (before.denominator, after.denominator)))
    }
    do {
      let parts = try zip(sides, RateDecomposition.groups(groups)).map { side, group in
        Contributions.Part(
          selection: side.selection, before: side.before, after: side.after,
          amount: try group.amount.multiplied(by: factor), rate: try group.rate?.multiplied(by: factor),
          structure: try group.structure?.multiplied(by: factor))
      }
      let sum = try parts.reduce(Rational.zero) { try $0.adding($1.amount) }
      return sum == whole.change.absolute ? parts : nil
    } catch ArithmeticFailure.overflow {
      throw .refused(Messages.overflow)
    } catch {
      return nil
    }
  }

  private static func split(
    _ parts: [Contributions.Part], of change: Rational
  ) -> (rate: Rational, structure: Rational)? {
    var sum = Rational.zero
    for part in parts {
      guard let rate = try? part.rate?.rounded(to: Contributions.splitDecimals),
        let grown = try? sum.adding(Rational(rate))
      else { return nil }
      sum = grown
    }
    return (try? change.subtracting(sum)).map { (sum, $0) }
  }
}
