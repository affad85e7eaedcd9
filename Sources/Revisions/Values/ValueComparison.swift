public import Aggregation
public import Catalogue
public import Findings
import Language
import Trends
import Values

/// Compares every value that the catalogues of two vintages can compute: each indicator in each of its periods, for the
/// whole, for each unit and for each member of each dimension, alone and crossed.
public final class ValueComparison {
  private let old: Evaluator
  private let new: Evaluator

  public init(_ old: Dataset, _ new: Dataset) {
    self.old = Evaluator(old)
    self.new = Evaluator(new)
  }

  /// Indicators of the new catalogue in its order, then those that it does not know any more.
  public var indicators: [Indicator] {
    new.dataset.catalogue.indicators
      + old.dataset.catalogue.indicators.filter { new.dataset.catalogue.indicator($0.code) == nil }
  }

  /// The values that differ, in the order of catalogue, parts and periods.
  ///
  /// - Parameter resources: resources whose rows differ; an indicator that rests on none of them is not computed. Nil
  ///   when something that every indicator rests on differs, such as the catalogue or a list of units.
  /// - Throws: what evaluating throws, `Failure.refused` for one of the indicators excepted: it has no values there.
  public func run(touching resources: Set<String>?) throws(Failure) -> [RevisedValue] {
    var revised: [RevisedValue] = []
    for indicator in indicators {
      if let resources, !rests(indicator, on: resources) { continue }
      revised += try compare(indicator)
    }
    return revised
  }

  private func rests(_ indicator: Indicator, on resources: Set<String>) -> Bool {
    [old, new].contains { evaluator in
      guard let own = evaluator.dataset.catalogue.indicator(indicator.code) else { return false }
      return evaluator.dataset.catalogue.measures(of: own).contains { resources.contains($0.resource) }
    }
  }

  private func compare(_ indicator: Indicator) throws(Failure) -> [RevisedValue] {
    let sides = [old, new].map { ($0, $0.dataset.catalogue.indicator(indicator.code)) }
    var spans: [PeriodSpan] = []
    var parts: [Selection] = []
    var known: (spans: Set<PeriodSpan>, parts: Set<Selection>) = ([], [])
    for (evaluator, own) in sides {
      guard let own, let years = try evaluator.years(of: own) else { continue }
      for kind in try evaluator.periodKinds(of: own) {
        for span in try evaluator.spans(of: [own], PeriodChoice(kind: kind)) where known.spans.insert(span).inserted {
          spans.append(span)
        }
      }
      for part in try Self.parts(of: own, years: years, evaluator) where known.parts.insert(part).inserted {
        parts.append(part)
      }
    }
    var revised: [RevisedValue] = []
    for part in parts {
      for span in spans {
        let before = try Self.observe(sides[0].1, span, part, sides[0].0)
        let after = try Self.observe(sides[1].1, span, part, sides[1].0)
        if Self.isSame(before, after) { continue }
        revised.append(RevisedValue(indicator: indicator, old: before, new: after))
      }
    }
    return revised
  }

  /// The whole, each unit, and each combination of members.
  private static func parts(
    of indicator: Indicator, years: ClosedRange<Int>, _ evaluator: Evaluator
  ) throws(Failure) -> [Selection] {
    let dataset = evaluator.dataset
    var parts = [Selection.whole]
    for level in dataset.units?.levels ?? [] {
      for unit in try evaluator.units(of: indicator, level: level, years: years) {
        let part = Selection.whole.at(unit: unit)
        if dataset.units?.roots != [unit], !parts.contains(part) { parts.append(part) }
      }
    }
    for dimension in dataset.catalogue.dimensions where dimension.name != DimensionDeclaration.unit {
      guard let members = try evaluator.members(of: indicator, dimension: dimension.name) else { continue }
      parts += members.flatMap { member in parts.map { $0.at(member, of: dimension.name) } }
    }
    return parts
  }

  private static func observe(
    _ indicator: Indicator?, _ span: PeriodSpan, _ part: Selection, _ evaluator: Evaluator
  ) throws(Failure) -> Observation? {
    guard let indicator else { return nil }
    do { return try evaluator.observe(indicator, in: span, of: part) } catch {
      // A part that the indicator is not broken down by, or a score that is not added up.
      if case .refused = error { return nil }
      throw error
    }
  }

  private static func isSame(_ old: Observation?, _ new: Observation?) -> Bool {
    guard let old, let new else { return (old?.value == nil) && (new?.value == nil) }
    return old.value == new.value && old.absence == new.absence && old.flags == new.flags
      && old.coverage == new.coverage
  }

  /// Statistics of the revisions of one indicator, for the whole, over the periods that have a value in both vintages.
  ///
  /// - Parameter revised: the values of this indicator that differ.
  public func summary(of indicator: Indicator, revised: Int) throws(Failure) -> RevisionSummary {
    var revisions: [Rational] = []
    let sides = (old.dataset.catalogue.indicator(indicator.code), new.dataset.catalogue.indicator(indicator.code))
    if let before = sides.0, let after = sides.1, let first = try old.years(of: before),
      let second = try new.years(of: after)
    {
      for year in second where first.contains(year) {
        guard let was = try Self.observe(before, .slot(.year(year)), .whole, old)?.value,
          let now = try Self.observe(after, .slot(.year(year)), .whole, new)?.value
        else { continue }
        do { revisions.append(try now.subtracting(was)) } catch { throw .refused(Messages.overflow) }
      }
    }
    do {
      return RevisionSummary(
        indicator: indicator, revised: revised, periods: revisions.count, mean: try Self.mean(revisions),
        meanAbsolute: try Self.mean(revisions.map(\.magnitude)))
    } catch { throw .refused(Messages.overflow) }
  }

  private static func mean(_ values: [Rational]) throws(ArithmeticFailure) -> Rational? {
    guard !values.isEmpty else { return nil }
    var sum = Rational.zero
    for value in values { sum = try sum.adding(value) }
    return try sum.divided(by: Rational(values.count))
  }
}
